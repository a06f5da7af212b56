import pytest

from olark_inbox.base.folders import Folders
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.save import Format, Wanted
from olark_inbox.inbox import Inbox
from olark_inbox.ui.saving.export_jobs import ExportJobs, Job, Stage
from tests.store.makers import Ticking, chat, folders_in, post, start


@pytest.fixture
def inbox(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "store"), Ticking())
    for number in range(30):
        post(opened, chat(f"c{number}"))
    yield opened
    opened.close()


@pytest.fixture
def jobs(inbox, qapp):
    made = ExportJobs(inbox)
    yield made
    made.close()


def wanted(tmp_path, name, kind=Format.CONVERSATIONS, ids=None):
    return Wanted(Chosen(ids), kind, tmp_path / name)


def test_a_job_ends_saved_and_says_how_many(jobs, qtbot, tmp_path):
    with qtbot.waitSignal(jobs.ended):
        job = jobs.start(wanted(tmp_path, "a.csv"))
    assert (job.stage, job.saved.conversations) == (Stage.SAVED, 30)
    assert (tmp_path / "a.csv").exists()
    assert jobs.under_way() == 0


def test_several_are_saved_one_after_another(jobs, qtbot, tmp_path):
    ended = []
    jobs.ended.connect(ended.append)
    queued = [jobs.start(wanted(tmp_path, f"{n}.jsonl", Format.ARCHIVE)) for n in range(3)]
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert ended == queued
    assert all(job.stage is Stage.SAVED for job in queued)


def test_what_waits_to_be_written_is_taken_already(jobs, qtbot, tmp_path):
    ended = []
    jobs.ended.connect(ended.append)
    for name in ("a.csv", "b.csv"):
        assert not jobs.is_taken(tmp_path / name)
        jobs.start(wanted(tmp_path, name))
        assert jobs.is_taken(tmp_path / name)
    qtbot.waitUntil(lambda: len(ended) == 2)
    (tmp_path / "a.csv").unlink()
    assert (jobs.is_taken(tmp_path / "a.csv"), jobs.is_taken(tmp_path / "b.csv")) == (False, True)


def test_a_waiting_job_can_be_stopped(jobs, qtbot, tmp_path):
    ended = []
    jobs.ended.connect(ended.append)
    first = jobs.start(wanted(tmp_path, "a.csv"))
    second = jobs.start(wanted(tmp_path, "b.csv"))
    jobs.stop(second)
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert (first.stage, second.stage) == (Stage.SAVED, Stage.STOPPED)
    assert not (tmp_path / "b.csv").exists()


def test_a_failure_is_one_sentence(jobs, qtbot, tmp_path):
    with qtbot.waitSignal(jobs.ended):
        job = jobs.start(wanted(tmp_path / "gone", "a.csv"))
    assert job.stage is Stage.FAILED
    assert "not there any more" in job.sentence


def test_a_choice_is_counted_beside(jobs, inbox, qtbot):
    post(inbox, start("s"))
    with qtbot.waitSignal(jobs.counted) as told:
        jobs.count(Chosen())
    assert (len(told.args[1].ids), told.args[1].starts) == (31, 1)


def test_closing_stops_everything_and_leaves_nothing_half(jobs, tmp_path):
    for n in range(3):
        jobs.start(wanted(tmp_path, f"{n}.csv"))
    jobs.close()
    assert not list(tmp_path.glob("*.part"))


def test_a_closed_store_fails_the_job_and_nothing_else(qapp, qtbot, tmp_path):
    inbox = Inbox.open(Folders(tmp_path), Ticking())
    inbox.close()
    jobs = ExportJobs(inbox)
    with qtbot.waitSignal(jobs.ended):
        job = jobs.start(wanted(tmp_path, "a.csv", ids=(1,)))
    assert job.stage is Stage.FAILED
    jobs.close()


@pytest.mark.parametrize(
    ("done", "spent", "left"), [(0, 5, None), (10, 0.5, None), (25, 10, 30), (100, 10, 0)]
)
def test_what_is_left_is_guessed_from_what_is_done(done, spent, left, tmp_path):
    job = Job(wanted(tmp_path, "a"), done=done, total=100, began_s=100.0)
    assert job.seconds_left(100.0 + spent) == left
