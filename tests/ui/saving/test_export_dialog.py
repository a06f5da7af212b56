import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from olark_inbox.export.save import Format
from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Query, View
from olark_inbox.ui.saving import export_dialog
from olark_inbox.ui.saving.export_choices import Selection, last_choices, presets
from olark_inbox.ui.saving.export_dialog import ExportDialog
from olark_inbox.ui.saving.export_jobs import ExportJobs, Stage
from tests.store.makers import Ticking, chat, folders_in, post, start

# What a dialog of the system says of itself where there is no screen is no concern of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def inbox(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "store"), Ticking())
    for number in range(5):
        post(opened, chat(f"c{number}"))
    post(opened, start("s"))
    yield opened
    opened.close()


@pytest.fixture
def dialog(inbox, settings, qtbot):
    jobs = ExportJobs(inbox)
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ExportDialog(parent, jobs, settings, Selection((), Query(View.ALL), 6, "All"))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.open()
    qtbot.waitUntil(lambda: "6" in made.first.text())
    yield made
    made.close()
    jobs.close()


def test_enter_saves(dialog, qtbot, tmp_path):
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.job.stage is Stage.SAVED)
    assert len(out(tmp_path)) == 1


def out(tmp_path):
    return sorted(path.name for path in (tmp_path / "out").iterdir())


def test_the_number_is_said_before_and_after(dialog, qtbot, tmp_path):
    assert dialog.first.text() == "Save 6 as table"
    dialog.form.cards[Format.PDF].click()
    assert dialog.first.text() == "Save 5 as PDF"
    assert "1 chat that only began" in dialog.note.text()
    dialog.form.cards[Format.CONVERSATIONS].click()
    with qtbot.waitSignal(dialog._jobs.ended):
        dialog.first.click()
    assert dialog.heading.text() == "Saved 6 conversations"
    assert len(out(tmp_path)) == 1


def test_a_table_with_more_rows_than_a_spreadsheet_shows_is_said_before(dialog, monkeypatch):
    monkeypatch.setattr(export_dialog, "EXCEL_ROWS", 6)
    assert dialog.note.text() == ""
    dialog.form.ticks["hide_notes"].click()
    assert dialog.note.text().startswith("Excel and LibreOffice show the first")
    dialog.form.cards[Format.ARCHIVE].click()
    assert dialog.note.text() == ""


def test_on_a_low_screen_the_questions_scroll_and_the_buttons_stay(dialog, qtbot):
    dialog.form.cards[Format.CONVERSATIONS].click()
    dialog.form.scopes.chosen.emit("dates")
    qtbot.waitUntil(dialog.questions.bar.isHidden)
    dialog.resize(dialog.width(), 400)
    qtbot.waitUntil(lambda: not dialog.questions.bar.isHidden())
    assert dialog.height() == 400
    assert dialog.first.geometry().bottom() < 400


def test_how_was_saved_is_how_it_is_offered_next_time(dialog, settings, qtbot):
    dialog.form.cards[Format.MESSAGES].click()
    with qtbot.waitSignal(dialog._jobs.ended):
        dialog.first.click()
    assert last_choices(settings).kind is Format.MESSAGES


def test_a_file_that_is_there_is_replaced_only_when_told(dialog, qtbot, tmp_path):
    old = tmp_path / "out" / "mine.csv"
    old.write_bytes(b"old")
    dialog.take_target(str(old))
    dialog.first.click()
    assert dialog.job is None
    assert dialog.trouble.text() == "“mine.csv” is there already."
    assert dialog.first.text() == "Save as “mine (2).csv”"
    with qtbot.waitSignal(dialog._jobs.ended):
        dialog.third.click()
    assert old.read_bytes() != b"old"
    assert out(tmp_path) == ["mine.csv"]


def test_another_name_is_offered_instead(dialog, qtbot, tmp_path):
    (tmp_path / "out" / "mine.csv").write_bytes(b"old")
    dialog.take_target(str(tmp_path / "out" / "mine.csv"))
    dialog.first.click()
    with qtbot.waitSignal(dialog._jobs.ended):
        dialog.first.click()
    assert out(tmp_path) == ["mine (2).csv", "mine.csv"]
    assert (tmp_path / "out" / "mine.csv").read_bytes() == b"old"


def test_a_failure_is_said_and_can_be_tried_again(dialog, qtbot, tmp_path):
    dialog.take_target(str(tmp_path / "gone" / "a.csv"))
    with qtbot.waitSignal(dialog._jobs.ended):
        dialog.first.click()
    assert "not there any more" in dialog.trouble.text()
    assert dialog.form.isVisibleTo(dialog)
    (tmp_path / "gone").mkdir()
    with qtbot.waitSignal(dialog._jobs.ended):
        dialog.first.click()
    assert dialog.job.stage is Stage.SAVED


def test_the_ending_of_a_typed_name_is_put_right(dialog, tmp_path):
    dialog.take_target(str(tmp_path / "out" / "numbers"))
    assert dialog.form.target().name == "numbers.csv"


def test_stop_stops(dialog, qtbot, inbox, tmp_path):
    with qtbot.waitSignal(dialog._jobs.ended):
        dialog.first.click()
        dialog.second.click()
    assert dialog.trouble.text() == "Stopped. No half file is left." or out(tmp_path)
    assert not list((tmp_path / "out").glob("*.part"))


def test_choices_get_a_name_and_lose_it(dialog, settings):
    dialog.keep_as(" Numbers ", dialog.form.choices)
    assert list(presets(settings)) == ["Numbers"]
    dialog.keep_as("", dialog.form.choices)
    dialog.keep_as("Numbers", None)
    assert presets(settings) == {}


def test_nothing_chosen_cannot_be_saved(inbox, settings, qtbot):
    jobs = ExportJobs(inbox)
    selection = Selection((), Query(View.BIN), 0, "Bin")
    made = ExportDialog(None, jobs, settings, selection)
    made.open()
    qtbot.waitUntil(lambda: not made.first.isEnabled())
    made.close()
    jobs.close()
