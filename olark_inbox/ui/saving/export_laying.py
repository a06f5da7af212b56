"""Laying pages out on the window's thread, a slice at a time: the window goes on in between."""

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from olark_inbox.export.pdf.book import Book
from olark_inbox.export.pdf.press import Sheet, laid_out
from olark_inbox.store.rows import Opened

_SLICE_S = 0.008
_REST_MS = 4


class Laying(QObject):
    """The pages of some conversations, as far as they are laid out."""

    grown = Signal()
    """There are more sheets, or these are all."""

    def __init__(self, most: int, parent: QObject | None = None) -> None:
        """No more than about `most` sheets are laid out: nobody prints more at once."""
        super().__init__(parent)
        self.book: Book | None = None
        self.sheets: list[Sheet] = []
        self._most = most
        self._left: Iterator[Sequence[Sheet]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._lay_some)

    @property
    def done(self) -> bool:
        """Whether every page is there."""
        return self._left is None and not self.too_many

    @property
    def too_many(self) -> bool:
        return len(self.sheets) > self._most

    def begin(self, book: Book, conversations: Sequence[Opened]) -> None:
        """Lay these out, and forget all others."""
        self.book, self.sheets = book, []
        self._left = laid_out(book, conversations)
        self._timer.start()
        self.grown.emit()

    def stop(self) -> None:
        """Lay out no more."""
        self._timer.stop()

    def _lay_some(self) -> None:
        end, before = time.monotonic() + _SLICE_S, len(self.sheets)
        while self._left is not None and time.monotonic() < end:
            some = next(self._left, None)
            if some is None or self.too_many:
                self._left = None
            else:
                self.sheets += some
        if self._left is None:
            self._timer.stop()
        if self._left is None or len(self.sheets) > before:
            self.grown.emit()
