"""The same pages on a screen and on a printer: laid out once, one at a time, then painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from olark_inbox.export.facts import is_empty_start
from olark_inbox.export.pdf.blocks import Page
from olark_inbox.export.pdf.book import Book, page_words
from olark_inbox.export.pdf.paper import A4, POINT, UNITS, Paper
from olark_inbox.store.rows import Opened


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is laid out."""

    page: Page
    name: str
    """Whose it is."""
    number: str
    """"Page 2 of 3"."""


def paper_of(layout: QPageLayout) -> Paper:
    """Return the paper a printer is set to."""
    points = layout.fullRectPoints()
    return replace(A4, width=points.width() * POINT, height=points.height() * POINT)


def laid_out(book: Book, conversations: Sequence[Opened]) -> Iterator[Sequence[Sheet]]:
    """Lay conversations out, each step a page; with the last of one come all of its sheets.

    There is no title page: what is printed is read at once, and by the one who chose it.
    """
    for opened in conversations:
        if is_empty_start(opened):
            continue
        pages = []
        for page in book.lay(opened):
            pages.append(page)
            yield ()
        name = book.entry(opened, 0).name
        yield [
            Sheet(page, name, page_words(number, len(pages)))
            for number, page in enumerate(pages, 1)
        ]


def paint_sheet(painter: QPainter, book: Book, sheet: Sheet, scale: float) -> None:
    """Paint a whole page; `scale` is how many of the device's dots are one unit."""
    painter.save()
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    book.paint(painter, sheet.page)
    book.paint_foot(painter, sheet.name, sheet.number)
    painter.restore()


class Press:
    """Prints sheets one at a time, so that whoever drives it may stop, or do something else."""

    def __init__(self, device: QPagedPaintDevice, book: Book, sheets: Sequence[Sheet]) -> None:
        self._device = device
        self._book = book
        self._sheets = sheets
        self._painter = QPainter()
        self.printed = 0

    @property
    def total(self) -> int:
        return len(self._sheets)

    def step(self) -> bool:
        """Print the next sheet; False where the printer takes no more."""
        first = not self.printed
        taken = self._painter.begin(self._device) if first else self._device.newPage()
        if not taken:
            return False
        scale = self._device.logicalDpiX() / UNITS
        paint_sheet(self._painter, self._book, self._sheets[self.printed], scale)
        self.printed += 1
        if self.printed == self.total:
            self.end()
        return True

    def end(self) -> None:
        """Let go of the printer, at whatever page."""
        if self._painter.isActive():
            self._painter.end()
