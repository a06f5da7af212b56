import re

import pytest
from PySide6.QtGui import QPageRanges, QPageSize
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


def put_in(printer, size):
    layout = printer.pageLayout()
    layout.setPageSize(QPageSize(size))
    printer.setPageLayout(layout)


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
    put_in(printing.dialog.printer, QPageSize.PageSizeId.A5)
    with qtbot.waitSignal(printing.ended):
        printing.dialog.print_all()
    assert pages_in(tmp_path / "a.pdf") > shown


@pytest.mark.parametrize("moment", range(6))
def test_closing_it_at_any_moment_lets_go_of_the_printer(preview, qtbot, tmp_path, moment):
    """While it reads, lays out, shows, and after each of the first pages is printed.

    No shortened file stays; one that was there before is left alone until the first page.
    """
    (tmp_path / "a.pdf").write_bytes(b"old")
    printing = preview(laid=moment > 0)
    dialog = printing.dialog
    if moment > 1:
        dialog.print_all()
        for _ in range(moment - 2):
            dialog._print_one()
    with qtbot.waitSignal(printing.ended):
        dialog.reject()
    assert preview.told == []
    assert (tmp_path / "a.pdf").exists() == (moment < 3)


def test_what_a_printer_does_not_give_back_is_told(preview, qtbot):
    printing = preview()
    dialog = printing.dialog
    dialog.print_all()
    dialog._print_one()
    dialog._print_one()
    dialog.printer.outputFileName = lambda: ""  # a printer with paper in it
    dialog.printer.abort = lambda: False
    with qtbot.waitSignal(printing.ended):
        dialog.cancel.click()
    assert preview.told == ["2 pages went to the printer"]


def test_one_page_is_one(preview, qtbot):
    printing = preview()
    printing.dialog._tell_sent(1)
    with qtbot.waitSignal(printing.ended):
        printing.dialog.reject()
    assert preview.told == ["1 page went to the printer"]


def test_pages_that_the_chosen_paper_has_not_are_said(preview, qtbot):
    printing = preview()
    dialog, shown = printing.dialog, len(printing.dialog.laying.sheets)
    dialog.printer.setFromTo(shown, shown)
    put_in(dialog.printer, QPageSize.PageSizeId.A3)
    dialog.print_all()
    qtbot.waitUntil(lambda: dialog.laying.done)
    fewer = len(dialog.laying.sheets)
    assert dialog.says.text() == f"On this paper the last page is {fewer}. Choose pages again."
    assert dialog.print.isEnabled()
    dialog.printer.setFromTo(1, 2)
    with qtbot.waitSignal(printing.ended):
        dialog.print_all()
    assert preview.told == ["2 pages went to the printer"]


def test_too_many_pages_for_the_chosen_paper_can_be_mended(preview, qtbot):
    """With another paper; and the ticks are there again."""
    printing = preview()
    dialog, shown = printing.dialog, len(printing.dialog.laying.sheets)
    dialog.laying._most = shown
    put_in(dialog.printer, QPageSize.PageSizeId.A6)
    dialog.print_all()
    qtbot.waitUntil(lambda: dialog.laying.too_many)
    assert "too many to print at once" in dialog.says.text()
    assert dialog.hiding.isEnabled()
    assert dialog.print.isEnabled()
    put_in(dialog.printer, QPageSize.PageSizeId.A3)
    with qtbot.waitSignal(printing.ended):
        dialog.print_all()
    assert len(preview.told) == 1


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


def test_only_the_pages_in_the_ranges_are_printed(qapp):
    printer = QPrinter()
    printer.setPageRanges(QPageRanges.fromString("1,3,5-6"))
    assert ordered([1, 2, 3, 4, 5, 6, 7], printer) == [1, 3, 5, 6]


@pytest.mark.parametrize(
    ("collate", "numbers"), [(True, [1, 2, 3, 1, 2, 3]), (False, [1, 1, 2, 2, 3, 3])]
)
def test_copies_are_printed_set_by_set_or_page_by_page(qapp, tmp_path, collate, numbers):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    assert ordered([1, 2, 3], printer) == numbers


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
