import re

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.saving.export_choices import Choices, last_choices, remember
from olark_inbox.ui.saving.export_print import MOST, Hiding, print_conversations
from tests.store.makers import row


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


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


def test_the_owners_note_is_not_printed_where_notes_are_hidden(
    window, inbox, settings, qtbot, tmp_path
):
    inbox.notes.write(row(inbox, "a").id, "Between us. " * 500).result(30)
    printing = print_conversations(window, inbox, settings, (row(inbox, "a").id,), print)
    qtbot.waitUntil(lambda: printing.dialog is not None)
    preview = printing.dialog.findChild(QPrintPreviewWidget)

    def pages_on_paper():
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "a.pdf"))
        printing.dialog.paintRequested.emit(printer)
        return int(re.search(rb"/Count (\d+)", (tmp_path / "a.pdf").read_bytes())[1])

    qtbot.waitUntil(lambda: preview.pageCount() > 1)
    assert pages_on_paper() == preview.pageCount()
    printing.hiding.notes.click()
    qtbot.waitUntil(lambda: preview.pageCount() == 1)
    assert pages_on_paper() == 1
    with qtbot.waitSignal(printing.ended):
        printing.dialog.reject()


def test_what_stayed_out_of_the_last_file_stays_off_the_paper(window, inbox, settings, tmp_path):
    remember(settings, Choices(hide_notes=True, hide_technical=True), tmp_path)
    hiding = Hiding(last_choices(settings).hidden)
    assert (hiding.hidden.notes, hiding.hidden.technical, hiding.hidden.contact) == (1, 1, 0)
    hiding.deleteLater()


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
