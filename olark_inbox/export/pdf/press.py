"""The same pages on a printer, or on what shows how they would look."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QPagedPaintDevice, QPainter

from olark_inbox.export.facts import is_empty_start
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.blocks import Page
from olark_inbox.export.pdf.book import Book, page_words
from olark_inbox.export.pdf.paper import A4, POINT, UNITS, Paper
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Opened


def print_pages(
    device: QPagedPaintDevice,
    conversations: Sequence[Opened],
    options: PdfOptions,
    wall: WallClock,
) -> int:
    """Paint conversations one after another on the device's own paper; return how many pages.

    There is no title page: what is printed is read at once, and by the one who chose it.
    """
    book = Book(_paper(device), options, wall, letterhead=True)
    painter = QPainter()
    painted = 0
    try:
        for name, page, of in _pages(book, conversations):
            if painted:
                device.newPage()
            elif not painter.begin(device):
                return 0
            painted += 1
            painter.save()
            scale = device.logicalDpiX() / UNITS
            painter.scale(scale, scale)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            book.paint(painter, page)
            book.paint_foot(painter, name, of)
            painter.restore()
    finally:
        if painter.isActive():
            painter.end()
    return painted


def _pages(book: Book, conversations: Sequence[Opened]) -> Iterator[tuple[str, Page, str]]:
    """Yield the pages of all conversations, each with whose it is and its number."""
    for opened in conversations:
        if is_empty_start(opened):
            continue
        count, pages = book.pages(opened)
        name = book.entry(opened, 0).name
        for number, page in enumerate(pages, 1):
            yield name, page, page_words(number, count)


def _paper(device: QPagedPaintDevice) -> Paper:
    points = device.pageLayout().fullRectPoints()
    return replace(A4, width=points.width() * POINT, height=points.height() * POINT)
