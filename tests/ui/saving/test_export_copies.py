import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.export.copies import Schedule
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.ui.saving.export_copies import Copies, CopiesSection, last_words
from tests.store.makers import Ticking, chat, folders_in, post


@pytest.fixture
def clock():
    return Ticking()


@pytest.fixture
def inbox(tmp_path, clock):
    opened = Inbox.open(folders_in(tmp_path / "store"), clock)
    post(opened, chat("a"))
    yield opened
    opened.close()


@pytest.fixture
def copies(inbox, clock, qapp, tmp_path):
    (tmp_path / "out").mkdir()
    made = Copies(inbox, Settings(open_folders(tmp_path / "data")), clock)
    yield made
    made.close()


def choose(copies, qtbot, tmp_path, folder="out"):
    changes = []
    copies.changed.connect(changes.append)
    copies.choose(Schedule(every="day", folder=str(tmp_path / folder)))
    qtbot.waitUntil(lambda: len(changes) == 2)
    return changes[-1]


def test_a_choice_makes_the_first_copy_at_once(copies, qtbot, tmp_path):
    made = choose(copies, qtbot, tmp_path)
    assert made.conversations == 1
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert copies.schedule == made
    assert last_words(made).endswith(": 1 conversation.")


def test_the_next_one_waits_a_day(copies, qtbot, tmp_path, clock, inbox):
    choose(copies, qtbot, tmp_path)
    post(inbox, chat("b"))
    copies.look()
    assert copies._thread is None
    clock.at += 25 * 3_600_000
    with qtbot.waitSignal(copies.changed):
        copies.start()
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_failure_is_said_and_tried_again_later(copies, qtbot, tmp_path, clock):
    failures = []
    copies.failed.connect(failures.append)
    made = choose(copies, qtbot, tmp_path, folder="gone")
    assert "not there any more" in last_words(made)
    assert failures == [made.trouble]
    copies.look()
    assert copies._thread is None
    (tmp_path / "gone").mkdir()
    clock.at += 2 * 3_600_000
    with qtbot.waitSignal(copies.changed):
        copies.look()
    assert copies.schedule.trouble == ""


def test_the_settings_show_and_change_it(copies, qtbot, tmp_path):
    part = CopiesSection(copies)
    qtbot.addWidget(part)
    assert "No folder" in part.where.line.text()
    part.take_folder(str(tmp_path / "out"))
    assert part.where.line.text() == str(tmp_path / "out")
    part.kind.chosen.emit("csv")
    assert copies.schedule.format == "csv"
    with qtbot.waitSignals([copies.changed, copies.changed]):
        part.every.chosen.emit("week")
    assert "Last copy" in part.last.text()


def test_after_a_failure_the_last_success_is_still_said():
    words = last_words(Schedule(every="day", at_ms=1, conversations=2, trouble="The disk is full."))
    assert words.startswith("The disk is full. Last copy ")
    assert words.endswith(": 2 conversations.")


def test_what_never_was_is_not_claimed():
    assert last_words(Schedule()) == ""
    assert last_words(Schedule(every="day")) == "No copy was made yet."
    assert "nothing new" in last_words(Schedule(at_ms=1))
