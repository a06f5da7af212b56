from datetime import UTC

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter

from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.book import Book
from olark_inbox.export.pdf.press import Press, laid_out, paint_sheet, paper_of
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind, Side


@pytest.fixture
def long(opened, line):
    return opened(*(line(Side.VISITOR, "word " * 30) for _ in range(60)))


@pytest.fixture
def device(qapp, tmp_path):
    def make(size=QPageSize.PageSizeId.A4):
        made = QPdfWriter(str(tmp_path / "printed.pdf"))
        made.setPageSize(QPageSize(size))
        made.setPageMargins(QMarginsF(0, 0, 0, 0))
        made.setResolution(300)
        return made

    return make


def sheets_on(device, conversations):
    book = Book(paper_of(device.pageLayout()), PdfOptions(), WallClock(UTC), letterhead=True)
    return book, [sheet for some in laid_out(book, conversations) for sheet in some]


def test_each_conversation_begins_on_a_page_of_its_own(device, tmp_path, long, priya):
    printer = device()
    book, sheets = sheets_on(printer, [priya, long, priya])
    press = Press(printer, book, sheets)
    while press.printed < press.total:
        assert press.step()
    assert press.total > 4
    assert [sheets[0].number, sheets[-1].number] == ["Page 1 of 1", "Page 1 of 1"]
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == press.total


def test_every_page_is_a_step_and_sheets_come_when_their_number_is_known(device, long, priya):
    book, sheets = sheets_on(device(), [long, priya])
    steps = [len(some) for some in laid_out(book, [long, priya])]
    assert steps == [*[0] * (len(sheets) - 1), len(sheets) - 1, 0, 1]
    assert sheets[1].number == f"Page 2 of {len(sheets) - 1}"


def test_it_can_be_ended_at_every_page(device, tmp_path, long):
    for pages in range(3):
        printer = device()
        press = Press(printer, *sheets_on(printer, [long]))
        for _ in range(pages):
            press.step()
        press.end()
        press.end()


def test_smaller_paper_takes_more_pages(device, long):
    _, usual = sheets_on(device(), [long])
    _, small = sheets_on(device(QPageSize.PageSizeId.A5), [long])
    assert len(small) > len(usual)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(qapp, long):
    nowhere = QPdfWriter("")
    book, sheets = sheets_on(nowhere, [long])
    assert not Press(nowhere, book, sheets).step()


def test_a_sheet_is_painted_on_a_screen_too(device, drawn, inked, priya):
    book, (sheet,) = sheets_on(device(), [priya])
    left, top, right, bottom = inked(drawn(lambda painter: paint_sheet(painter, book, sheet, 1.0)))
    assert (left < 60, right > 500) == (True, True)
    assert (top < 60, bottom > 780) == (True, True)


def test_nothing_to_read_prints_nothing(device, opened):
    assert sheets_on(device(), [opened(kind=Kind.START)])[1] == []
