import pytest

from olark_inbox.export.chosen import Chosen
from olark_inbox.export.save import Format, Saved, Wanted
from olark_inbox.ui.saving.export_jobs import Job, Stage
from olark_inbox.ui.saving.export_progress import (
    ExportProgress,
    conversations,
    ended_words,
    left_out_words,
)


@pytest.fixture
def job(tmp_path):
    return Job(Wanted(Chosen(), Format.PDF, tmp_path / "a.pdf"))


@pytest.fixture
def progress(qtbot):
    made = ExportProgress()
    qtbot.addWidget(made)
    return made


def test_it_names_whose_words_are_written_and_how_many_are_done(progress, job):
    job.stage, job.done, job.total, job.name = Stage.WRITING, 47, 128, "Grace\u202e\nAdeyemi"
    progress.show_job(job)
    assert progress.who.text() == "Writing Grace Adeyemi"
    assert progress.count.text() == "47 of 128"
    assert progress.bar.share == pytest.approx(47 / 128)
    assert "a.pdf" in progress.where.text()


@pytest.mark.parametrize(
    ("spent", "words"),
    [(130, "About 2 minutes left."), (61, "About 1 minute left."), (31, "About 31 seconds left.")],
)
def test_it_says_how_long_it_still_takes(progress, job, spent, words, monkeypatch):
    monkeypatch.setattr("time.monotonic", lambda: float(spent))
    job.stage, job.done, job.total = Stage.WRITING, 1, 2
    progress.show_job(job)
    assert words in progress.left.text()


def test_a_waiting_job_says_so(progress, job):
    progress.show_job(job)
    assert "Waits" in progress.who.text()


def test_an_ended_job_says_how_it_ended(progress, job):
    job.stage, job.saved = Stage.SAVED, Saved(1, starts_left_out=2, samples_left_out=1)
    progress.show_job(job)
    assert progress.who.text() == "Saved 1 conversation"
    assert progress.left.text() == "2 chats that only began are left out. Samples left out: 1."
    assert not progress.bar.isVisibleTo(progress)


def test_every_end_has_words(job):
    job.stage = Stage.STOPPED
    assert ended_words(job) == "Stopped. No half file is left."
    job.stage, job.sentence = Stage.FAILED, "The disk is full."
    assert ended_words(job) == "The disk is full."
    assert left_out_words(None) == ""
    cut = "longer than a table cell may be"
    assert left_out_words(Saved(1, cells_cut=1)).startswith(f"1 text {cut} is cut;")
    assert left_out_words(Saved(1, cells_cut=2)).startswith(f"2 texts {cut} are cut;")
    assert left_out_words(Saved(1, starts_left_out=1)) == "1 chat that only began is left out."
    shows = "Excel and LibreOffice show the first 1,048,576 rows of a table."
    parts = "Pick dates to save it in parts."
    assert left_out_words(Saved(1, rows_beyond=1)) == f"{shows} 1 row is past them. {parts}"
    assert left_out_words(Saved(1, rows_beyond=2)) == f"{shows} 2 rows are past them. {parts}"
    assert conversations(12_000) == "12,000 conversations"
