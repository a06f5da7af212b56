"""The left side of the Help: a search, and the pages in their groups or as they were found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.ui.help.help_book import Book, Page
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import baseline, fill_round, focus_ring
from olark_inbox.ui.kit.forms import Field, Text
from olark_inbox.ui.kit.words import translate

WIDTH = 264
_NAME = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """Paints a page as a row, and a group as a small grey head that cannot be chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        head = index.data(_NAME) is None
        return QSize(theme.px(120), theme.px(34 if head else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        rect, state, colors = option.rect, option.state, theme.current()
        head = index.data(_NAME) is None
        shape = rect.adjusted(8, 1, -8, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            fill_round(painter, shape, 8, colors["side_sel"])
        elif state & QStyle.StateFlag.State_MouseOver and not head:
            fill_round(painter, shape, 8, colors["side_hover"])
        view = self.parent()
        if chosen and isinstance(view, QWidget) and view.hasFocus():
            focus_ring(painter, shape, 8)
        painter.setFont(theme.font(11, 600) if head else theme.font(13, 600 if chosen else 400))
        painter.setPen(colors["t3" if head else "t1"])
        metrics = painter.fontMetrics()
        inner = rect.adjusted(theme.px(20), theme.px(10) if head else 0, -theme.px(16), 0)
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        x = inner.right() + 1 - metrics.horizontalAdvance(text) if rtl else inner.left()
        painter.drawText(x, baseline(metrics, inner.top(), inner.height()), text)
        painter.restore()


class HelpContents(QWidget):
    """Chooses a page."""

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._filling = False
        self.search = Field("search", translate("Help", "Search the Help"), 36)
        self.search.line.setPlaceholderText(translate("Help", "Search the Help"))
        self.search.line.setClearButtonEnabled(False)
        self.nothing = Text("", 13, 400, "t2").wrapped()
        self.nothing.setContentsMargins(20, 8, 16, 0)
        self.model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.viewport().setAutoFillBackground(False)
        self.view.setAccessibleName(translate("Help", "Pages of the Help"))
        self.view.setItemDelegate(_Rows(self.view))
        self.view.setModel(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 12, 12, 2)
        inset.addWidget(self.search)
        column.addLayout(inset)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        self.search.line.textChanged.connect(self._on_typed)
        self.search.line.installEventFilter(self)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._show(book.pages, grouped=True)

    def words(self) -> str:
        """Return what is looked for."""
        return self.search.line.text().strip()

    def choose(self, name: str) -> None:
        """Show which page is open; it may not be among those that were found."""
        for row in range(self.model.rowCount()):
            if self.model.item(row).data(_NAME) == name:
                self.view.setCurrentIndex(self.model.index(row, 0))
                return
        self.view.setCurrentIndex(QModelIndex())

    def _show(self, pages: Sequence[Page], *, grouped: bool) -> None:
        self._filling = True
        self.model.clear()
        group = ""
        for page in pages:
            if grouped and page.group != group:
                group = page.group
                head = QStandardItem(group)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.model.appendRow(head)
            row = QStandardItem(page.title)
            row.setData(page.name, _NAME)
            row.setToolTip(page.title)
            self.model.appendRow(row)
        self._filling = False
        self.nothing.setVisible(not pages)
        self.nothing.setText(
            translate("Help", "No page has all of these words. Try fewer or other ones.")
        )

    def _on_typed(self) -> None:
        words = self.words()
        self._show(self._book.find(words), grouped=not words)
        self.typed.emit(words)

    def _on_current(self, index: QModelIndex) -> None:
        name = index.data(_NAME)
        if name and not self._filling:
            self.chosen.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search into the list by Down and Enter, and empty it by Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape and self.search.line.text():
                self.search.line.clear()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_in()
                return True
        return super().eventFilter(watched, event)

    def _go_in(self) -> None:
        for row in range(self.model.rowCount()):
            if self.model.item(row).isSelectable():
                self.view.setCurrentIndex(self.model.index(row, 0))
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def restyle(self) -> None:
        """Take the size of the text."""
        self.view.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), theme.px(400))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["side"])
        painter.end()
