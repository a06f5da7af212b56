import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.ui.saving.export_print import MOST, print_conversations
from tests.store.makers import Ticking, chat, folders_in, post, row


@pytest.fixture
def inbox(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "store"), Ticking())
    post(opened, chat("a"))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def settings(tmp_path):
    return Settings(open_folders(tmp_path / "data"))


def test_the_preview_paints_the_same_pages(window, inbox, settings, qtbot, tmp_path):
    told = []
    printing = print_conversations(window, inbox, settings, (row(inbox, "a").id,), told.append)
    qtbot.waitUntil(lambda: printing.dialog is not None)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printing.dialog.paintRequested.emit(printer)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert told == []
    with qtbot.waitSignal(printing.ended):
        printing.dialog.reject()


def test_what_is_gone_shows_no_preview(window, inbox, settings, qtbot):
    printing = print_conversations(window, inbox, settings, (999,), print)
    with qtbot.waitSignal(printing.ended):
        pass
    assert printing.dialog is None


def test_too_many_are_refused_with_a_sentence(window, inbox, settings):
    told = []
    many = tuple(range(MOST + 1))
    assert print_conversations(window, inbox, settings, many, told.append) is None
    assert told == ["101 are too many to print at once. Save them as PDF first."]
