"""Pages as they will be on paper, one below the other; only what is looked at is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from olark_inbox.export.pdf.book import Book
from olark_inbox.export.pdf.press import Sheet, paint_sheet
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.words import translate

_GAP = 16
_KEPT = 8
"""Painted pages that are kept: those around what is looked at."""


class PagesView(QAbstractScrollArea):
    """Shows sheets, each as wide as there is room, or whole."""

    moved = Signal()
    """Another page is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Printing", "Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._book: Book | None = None
        self._sheets: Sequence[Sheet] = ()
        self._whole = False
        self._painted: dict[int, QPixmap] = {}
        self._middle = 0.0
        """Where the owner scrolled to, in pages: what is in the middle; 0 at the very beginning."""
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def at(self) -> int:
        """Return which page is in the middle, from 1; 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return min(len(self._sheets), middle // self._step() + 1)

    def show_sheets(self, book: Book | None, sheets: Sequence[Sheet]) -> None:
        """Show these; what is there already stays where it is."""
        if book is not self._book:
            self._painted.clear()
        self._book, self._sheets = book, sheets
        self._fit()

    def show_whole(self, *, on: bool) -> None:
        """Show whole pages, or as wide as there is room."""
        at = self.at
        self._whole = on
        self._painted.clear()
        self._fit()
        self.verticalScrollBar().setValue(max(0, at - 1) * self._step())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(760), theme.px(520))

    def page_size(self) -> QSize:
        """Return how large a page is shown."""
        if self._book is None:
            return QSize(1, 1)
        paper, room = self._book.paper, self.viewport().size()
        gap = theme.px(_GAP)
        width = min(room.width() - 2 * gap, theme.px(860))
        if self._whole:
            width = min(width, (room.height() - 2 * gap) * paper.width // paper.height)
        width = max(1, width)
        return QSize(width, max(1, width * paper.height // paper.width))

    def _step(self) -> int:
        return self.page_size().height() + theme.px(_GAP)

    def _fit(self) -> None:
        room, all_pages = self.viewport().height(), len(self._sheets) * self._step()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, all_pages + theme.px(_GAP) - room))
        bar.setPageStep(room)
        bar.setSingleStep(theme.px(48))
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        middle = self._middle
        self._painted.clear()
        self._fit()
        room = self.viewport().height()
        self.verticalScrollBar().setValue(round(middle * self._step()) - room // 2)
        self._middle = middle  # however often it is resized, there is no drifting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _on_scrolled(self, value: int) -> None:
        room = self.viewport().height()
        self._middle = (value + room // 2) / self._step() if value else 0.0
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.current()["side"])
        size, step = self.page_size(), self._step()
        x = (self.viewport().width() - size.width()) // 2
        scrolled = self.verticalScrollBar().value()
        first = max(0, (scrolled - theme.px(_GAP)) // step)
        after = (scrolled + self.viewport().height()) // step + 1
        for number in range(first, min(after, len(self._sheets))):
            y = theme.px(_GAP) + number * step - scrolled
            frame = QRect(x, y, size.width(), size.height())
            painter.fillRect(frame.adjusted(-1, -1, 1, 1), theme.current()["line2"])
            painter.drawPixmap(frame, self._page(number, size))
        painter.end()

    def _page(self, number: int, size: QSize) -> QPixmap:
        if number not in self._painted:
            while len(self._painted) >= _KEPT:
                self._painted.pop(next(iter(self._painted)))
            self._painted[number] = self._paint(self._sheets[number], size)
        return self._painted[number]

    def _paint(self, sheet: Sheet, size: QSize) -> QPixmap:
        assert self._book is not None  # noqa: S101 - sheets come with their book
        dots = self.devicePixelRatioF()
        page = QPixmap(size * dots)
        page.setDevicePixelRatio(dots)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_sheet(painter, self._book, sheet, size.width() / self._book.paper.width)
        painter.end()
        return page
