import pytest
from PySide6.QtCore import Qt

from olark_inbox.export.bring_back import BroughtBack
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Query, View
from olark_inbox.ui.saving.import_dialog import ImportDialog, back_words
from tests.store.makers import Ticking, chat, folders_in, post


@pytest.fixture
def archive(tmp_path):
    source = Inbox.open(folders_in(tmp_path / "source"), Ticking())
    for number in range(30):
        post(source, chat(f"c{number}"))
    file = tmp_path / "all.jsonl"
    Saving(source, Wanted(Chosen(), Format.ARCHIVE, file)).run()
    source.close()
    return file


def bring(qtbot, inbox, file):
    dialog = ImportDialog(None, inbox, file)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.ended):
        dialog.open()
    return dialog


def test_an_archive_comes_back_and_says_how_many(qtbot, inbox, archive):
    dialog = bring(qtbot, inbox, archive)
    assert dialog.words.text() == "Brought back 30 conversations."
    assert len(list(inbox.rows_of(Query(View.ALL)))) == 31  # with the one that was there
    dialog.button.click()
    assert not dialog.isVisible()


def test_another_file_is_refused_in_words(qtbot, inbox, tmp_path):
    (tmp_path / "x.jsonl").write_text("hello")
    dialog = bring(qtbot, inbox, tmp_path / "x.jsonl")
    assert dialog.words.text() == "This file is no archive of Olark Inbox."
    assert dialog.button.text() == "Close"


def test_closing_ends_it_and_what_came_stays(qtbot, inbox, archive):
    dialog = ImportDialog(None, inbox, archive)
    dialog.open()
    dialog.close()
    assert not dialog._thread.is_alive()


def test_every_end_has_words():
    assert back_words(BroughtBack(0, 0)).endswith("is here already.")
    assert back_words(BroughtBack(0, 2)).startswith("No new conversation")
    assert back_words(BroughtBack(1, 2)) == "Brought back 1 conversation."
