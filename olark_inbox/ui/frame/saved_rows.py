"""Saved searches in the sidebar: chosen by a click, dragged into another order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from olark_inbox.store.rows import View
from olark_inbox.store.saved import SavedSearch
from olark_inbox.ui.frame.place_button import Place, PlaceButton


class SavedRow(PlaceButton):
    """One saved search."""

    dragged = Signal(int)
    """Pulled this far down (or up) the screen, in pixels from its own top."""
    dropped = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, search: SavedSearch) -> None:
        super().__init__(Place(View.ALL, search.name), "bookmark", below=False)
        self.search = search
        self.setText(search.name)
        self.set_figure(0)
        self.setToolTip(search.words)
        self._from: QPoint | None = None
        self._dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = abs(at.y() - self._from.y()) >= QApplication.startDragDistance()
            self._dragging = self._dragging or far
        if self._dragging:
            self.dragged.emit(at.y())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._from, self._dragging = self._dragging, None, False
        if dragging:
            self.setDown(False)
            self.dropped.emit()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())


class SavedRows(QWidget):
    """All of them, in the owner's order."""

    chosen = Signal(object)
    """The SavedSearch that was clicked."""
    ordered = Signal(object)
    """Their ids in the order they were dragged into."""
    menu_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SavedRow] = []
        self._words = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show these; nothing happens where they stand there already."""
        if [row.search for row in self.rows] == list(searches):
            return
        figures = {row.search.id: row.figure for row in self.rows}
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._made(search) for search in searches]
        self.show_counts(figures)
        self.show_chosen(self._words)

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many each one finds."""
        for row in self.rows:
            row.set_figure(counts.get(row.search.id, row.figure))
            row.setToolTip(row.search.words)

    def show_chosen(self, words: str) -> None:
        """Show which one is being searched for, if any."""
        self._words = words
        for row in self.rows:
            row.setChecked(bool(words) and row.search.words == words)

    def _made(self, search: SavedSearch) -> SavedRow:
        row = SavedRow(search)
        row.clicked.connect(lambda: self._on_clicked(row))
        row.dragged.connect(lambda y: self._on_dragged(row, y))
        row.dropped.connect(lambda: self.ordered.emit([one.search.id for one in self.rows]))
        row.menu_wanted.connect(lambda at: self.menu_wanted.emit(row.search, at))
        self._column.addWidget(row)
        return row

    def _on_clicked(self, row: SavedRow) -> None:
        self.show_chosen(self._words)  # the field decides what is searched for, not the click
        self.chosen.emit(row.search)

    def _on_dragged(self, row: SavedRow, y: int) -> None:
        """Move a row as soon as the pointer is over another one."""
        place = self.rows.index(row)
        wanted = max(0, min(place + y // row.height(), len(self.rows) - 1))
        if wanted != place:
            self.rows.insert(wanted, self.rows.pop(place))
            self._column.removeWidget(row)
            self._column.insertWidget(wanted, row)
            self._column.activate()
