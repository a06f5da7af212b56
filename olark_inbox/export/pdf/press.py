"""The same pages on a printer, or on what shows how they would look."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QPagedPaintDevice, QPainter

from olark_inbox.export.facts import is_empty_start
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.book import Book, page_words
from olark_inbox.export.pdf.paper import A4, POINT, UNITS, Paper
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Opened


def print_pages(
    device: QPagedPaintDevice, conversations: Sequence[Opened], options: PdfOptions, wall: WallClock
) -> int:
    """Paint conversations one after another on the device's own paper; return how many pages.

    There is no title page: what is printed is read at once, and by the one who chose it.
    """
    book = Book(_paper(device), options, wall)
    painter = QPainter()
    painted = 0
    for opened in conversations:
        if is_empty_start(opened):
            continue
        count, pages = book.pages(opened)
        name = book.entry(opened, 0).name
        for number, page in enumerate(pages, 1):
            if painted:
                device.newPage()
            elif not painter.begin(device):
                return 0
            painted += 1
            painter.save()
            scale = device.logicalDpiX() / UNITS
            painter.scale(scale, scale)
            book.paint(painter, page)
            book.paint_foot(painter, name, page_words(number, count))
            painter.restore()
    if painter.isActive():
        painter.end()
    return painted


def _paper(device: QPagedPaintDevice) -> Paper:
    points = device.pageLayout().fullRectPoints()
    return replace(A4, width=points.width() * POINT, height=points.height() * POINT)
