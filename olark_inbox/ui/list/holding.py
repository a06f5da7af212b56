"""Keeping what is read under the eye and the pointer while rows come and go above it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QTableView

from olark_inbox.ui.list.model import ConversationModel


class Holding(QObject):
    """Moves the scroll bar with the rows, in the same turn, and counts what arrived unseen."""

    count_changed = Signal(int)
    """How many rows arrived above what is seen."""

    def __init__(
        self, view: QTableView, lay_out: Callable[[], None], pointed: Callable[[], bool]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._lay_out = lay_out
        self._pointed = pointed
        self._new = 0
        self._pushed = 0
        """How many rows came on top and moved the scroll bar; others only changed places above."""
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def count(self) -> int:
        return self._new

    def follow(self, model: ConversationModel) -> None:
        """Listen to a model; the view must have been given it before."""
        model.rowsInserted.connect(self._on_inserted)
        model.rowsMoved.connect(self._on_moved)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)

    def let_go(self) -> None:
        """Show what arrived unseen, where it came on top of what stood at the top of the list."""
        if 0 < self._value() <= self._pushed * self._height():
            self._view.scrollToTop()

    def _height(self) -> int:
        return self._view.verticalHeader().defaultSectionSize()

    def _value(self) -> int:
        return self._view.verticalScrollBar().value()

    @property
    def is_held(self) -> bool:
        """Whether what comes on top is counted instead of shown."""
        return self._value() > 0 or self._pointed()

    def _above(self, place: int) -> bool:
        """Whether a row that comes at a place comes above what is seen."""
        return place * self._height() <= self._value()

    def _scroll_by(self, rows: int) -> None:
        self._lay_out()
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + rows * self._height())

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._above(first) and self.is_held:
            self._push(last - first + 1)

    def _on_moved(
        self, _parent: QModelIndex, source: int, _end: int, _to: QModelIndex, target: int
    ) -> None:
        if not self.is_held or not self._above(target):
            return
        if not self._above(source):
            self._push(1)
        else:
            self._count(self._new + 1)

    def _push(self, rows: int) -> None:
        before = self._value()
        self._scroll_by(rows)
        if self._value() > before:
            self._pushed += rows
            self._count(self._new + rows)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if (first + 1) * self._height() <= self._value():
            self._scroll_by(first - last - 1)
            self._on_scrolled(self._value())

    def _on_reset(self) -> None:
        self._view.verticalScrollBar().setValue(0)
        self._count(0)

    def _on_scrolled(self, value: int) -> None:
        height = self._height()
        above = (value + height - 1) // height
        self._pushed = min(self._pushed, above)
        self._count(min(self._new, above))

    def _count(self, number: int) -> None:
        if number != self._new:
            self._new = number
            self.count_changed.emit(number)
