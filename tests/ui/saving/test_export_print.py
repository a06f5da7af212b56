import re

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.saving.export_choices import Choices, last_choices, remember
from olark_inbox.ui.saving.export_print import MOST, Hiding, ordered, print_conversations
from tests.store.makers import chat, post, row


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def preview(window, inbox, settings, qtbot, tmp_path):
    """Open the preview of a long chat and a short one; it prints into a file."""
    post(inbox, chat("long", lines=[f"line {number} " + "word " * 40 for number in range(120)]))
    ids = (row(inbox, "long").id, row(inbox, "a").id)
    told = []

    def opened(*, laid=True):
        printing = print_conversations(window, inbox, settings, ids, told.append)
        qtbot.waitUntil(lambda: printing.dialog is not None)
        dialog = printing.dialog
        dialog.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer.setOutputFileName(str(tmp_path / "a.pdf"))
        if laid:
            qtbot.waitUntil(lambda: dialog.laying.done)
        return printing

    opened.told = told
    return opened


def pages_in(file):
    return int(re.search(rb"/Count (\d+)", file.read_bytes())[1])


def test_what_is_shown_is_what_is_printed(preview, qtbot, tmp_path):
    printing = preview()
    shown = len(printing.dialog.laying.sheets)
    assert shown > 5
    with qtbot.waitSignal(printing.ended):
        printing.dialog.print_all()
    assert pages_in(tmp_path / "a.pdf") == shown
    assert preview.told == [f"{shown} pages went to the printer"]


def test_other_paper_is_laid_out_for_before_it_is_printed(preview, qtbot, tmp_path):
    printing = preview()
    shown = len(printing.dialog.laying.sheets)
    small = printing.dialog.printer.pageLayout()
    small.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printing.dialog.printer.setPageLayout(small)
    with qtbot.waitSignal(printing.ended):
        printing.dialog.print_all()
    assert pages_in(tmp_path / "a.pdf") > shown


@pytest.mark.parametrize("moment", range(6))
def test_closing_it_at_any_moment_lets_go_of_the_printer(preview, qtbot, moment):
    """While it reads, lays out, shows, and after each of the first pages is printed."""
    printing = preview(laid=moment > 0)
    dialog = printing.dialog
    if moment > 1:
        dialog.print_all()
        for _ in range(moment - 2):
            dialog._print_one()
    with qtbot.waitSignal(printing.ended):
        dialog.reject()
    assert preview.told == []


def test_it_can_be_closed_before_anything_is_read(window, inbox, settings, qtbot):
    printing = print_conversations(window, inbox, settings, (row(inbox, "a").id,), print)
    with qtbot.waitSignal(printing.ended):
        printing.close()
    assert printing.dialog is None


def test_the_program_ends_in_the_middle_of_a_print(preview, qtbot):
    printing = preview()
    printing.dialog.print_all()
    printing.dialog._print_one()
    with qtbot.waitSignal(printing.ended):
        printing.close()


def test_the_owners_note_is_not_printed_where_notes_are_hidden(preview, inbox, qtbot):
    inbox.notes.write(row(inbox, "a").id, "Between us. " * 500).result(30)
    printing = preview()
    with_note = len(printing.dialog.laying.sheets)
    printing.dialog.hiding.notes.click()
    qtbot.waitUntil(lambda: printing.dialog.laying.done)
    assert len(printing.dialog.laying.sheets) < with_note
    with qtbot.waitSignal(printing.ended):
        printing.dialog.reject()


def test_the_lowest_line_says_which_page_is_looked_at(preview, qtbot):
    printing = preview()
    dialog, total = printing.dialog, len(printing.dialog.laying.sheets)
    assert dialog.says.text() == f"Page 1 of {total}"
    assert dialog.print.isEnabled()
    bar = dialog.pages.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert dialog.says.text() == f"Page {total} of {total}"
    dialog.sizes.chosen.emit("whole")
    with qtbot.waitSignal(printing.ended):
        dialog.cancel.click()


@pytest.mark.parametrize(
    ("first", "last", "backwards", "numbers"),
    [(0, 0, False, [1, 2, 3, 4]), (2, 3, False, [2, 3]), (0, 0, True, [4, 3, 2, 1]),
     (4, 9, False, [4])],
)  # fmt: skip
def test_the_pages_asked_for_are_printed(qapp, first, last, backwards, numbers):
    printer = QPrinter()
    if first:
        printer.setFromTo(first, last)
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert ordered([1, 2, 3, 4], printer) == numbers


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
