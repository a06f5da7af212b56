"""The middle column: search field, the list's name and size, the banner, the list itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Counts, Order, Query, View
from olark_inbox.ui.detail.lines import Elided
from olark_inbox.ui.frame.banner import Banner
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.frame.search_chips import SearchChips
from olark_inbox.ui.frame.search_field import SearchField
from olark_inbox.ui.frame.search_notices import sentences
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.announce import announce
from olark_inbox.ui.kit.controls import GhostButton, LinkButton, dress_menu
from olark_inbox.ui.kit.empty import Empty
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.list.geometry import COMFORTABLE
from olark_inbox.ui.list.model import ConversationModel
from olark_inbox.ui.list.view import ConversationView

LEAST_WIDTH = 300


def _orders() -> dict[Order, str]:
    return {
        Order.NEWEST: translate("ListColumn", "Newest first"),
        Order.OLDEST: translate("ListColumn", "Oldest first"),
        Order.WAITING: translate("ListColumn", "Longest waiting first"),
        Order.RATING: translate("ListColumn", "Lowest rating first"),
        Order.NAME: translate("ListColumn", "By name"),
    }


_SEARCH_ORDERS = (Order.NEWEST, Order.OLDEST)


class ListColumn(QWidget):
    """Shows one place, or what was found by the words in the search field."""

    searching = Signal(bool)
    """Words were typed into the empty field, or the field is empty again."""

    def __init__(self, inbox: Inbox) -> None:
        super().__init__()
        self._place = Place(View.INBOX)
        self._order = Order.NEWEST
        self._counts = Counts()
        self._ever = False
        self._said = ""
        self._build(inbox)
        self._wire()

    def _build(self, inbox: Inbox) -> None:
        self.search = SearchField()
        self.title = Text("", 13, 600)
        self.figure = Elided(13, 400, "t3")
        self.order_button = GhostButton(
            "", translate("ListColumn", "Order"), text="", height=28, menu_arrow=True
        )
        self._order_menu = dress_menu(QMenu(self))
        self.understood = Text("", 12, 400, "t2").wrapped()
        """Where a search was understood otherwise than it was typed."""
        self.banner = Banner()
        self.model = ConversationModel(inbox, self)
        self.view = ConversationView(self.model)
        self.empty = Empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self._top = QHBoxLayout()
        self._top.addWidget(self.search)
        self._head = QHBoxLayout()
        self._head.setSpacing(10)
        self._head.addWidget(self.title)
        self._head.addWidget(self.figure, 1)
        self._build_head()
        self._head.addWidget(self.order_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        self.chips = SearchChips()
        column.addWidget(self.chips)
        column.addLayout(self._head)
        column.addWidget(self.understood)
        column.addWidget(self.banner)
        self._cards = QVBoxLayout()
        column.addLayout(self._cards)
        # On a low screen the list gives way to what is said above it, down to one row.
        self.stack.setMinimumHeight(theme.px(COMFORTABLE))
        column.addWidget(self.stack, 1)
        self.setMinimumWidth(LEAST_WIDTH)
        self.restyle()
        self._show_order()

    def _build_head(self) -> None:
        self.save_search = GhostButton(
            "bookmark", translate("ListColumn", "Save this search"), height=28
        )
        self.save_search.hide()
        self._head.addWidget(self.save_search)
        self.select_all = LinkButton(translate("ListColumn", "Select all"))
        self.select_all.hide()
        self._head.addWidget(self.select_all)

    def _wire(self) -> None:
        self.search.changed.connect(self._on_typed)
        self.search.left.connect(self._on_left)
        self.model.ready.connect(self.show_size)
        self.model.found_changed.connect(self.show_size)
        self.order_button.clicked.connect(self._on_order)
        self.view.typed.connect(self.search.begin)
        self.view.selection_changed.connect(self.show_size)

    @property
    def query(self) -> Query:
        """What the list shows now."""
        return self.model.query

    @property
    def place(self) -> Place:
        """The place shown while nothing is searched for."""
        return self._place

    def show_place(self, place: Place) -> None:
        """Show a place; a search ends."""
        self._place = place
        if self.search.words():
            self.search.clear()  # what was typed goes, and the place comes with it
        else:
            self._ask()

    def show_card(self, card: QWidget) -> None:
        """Put a card between the banner and the list."""
        self._cards.addWidget(card)

    def show_counts(self, counts: Counts, *, ever: bool) -> None:
        """Take the figures the head is written from; `ever`: something arrived at some time."""
        self._counts, self._ever = counts, ever
        self.show_size()

    def show_size(self) -> None:
        """Write the head, and show the list or why it is empty."""
        typed = self.query.words.strip()
        total = self.model.total
        several = self.view.selected_count
        if several > 1:
            self.title.setText(translate("ListColumn", "%Ln selected", "", several))
            self.figure.show_text(translate("ListColumn", "of %Ln", "", total))
        elif typed:
            self.title.setText(translate("ListColumn", "Search"))
            self.figure.show_text(self._found(total))
        else:
            self.title.setText(words.place(self.query.view, self.query.label))
            self.figure.show_text(self._size(total))
        said = sentences(self.model.notices) if typed else ""
        self.understood.setText(said)
        self.understood.setVisible(bool(said))
        self._tell(aloud=bool(typed) or several > 1)
        nothing = self.model.is_ready and total == 0
        if nothing:
            if typed:
                self.empty.show_nothing_found(typed)
            else:
                self.empty.show_view(self.query.view, ever=self._ever)
        self.stack.setCurrentWidget(self.empty if nothing else self.view)
        self.order_button.setVisible(total > 1 and several <= 1)
        self.select_all.setVisible(1 < several < total)

    def _tell(self, *, aloud: bool) -> None:
        """Have a screen reader say what was found or selected, once."""
        said = f"{self.title.text()}: {self.figure.text()}" if aloud else ""
        if self.model.is_ready and said != self._said:
            self._said = said
            announce(self, said)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()

    def restyle(self) -> None:
        """Take the colours of the theme and the size of the text."""
        px = theme.px
        self._top.setContentsMargins(px(12), px(8), px(12), px(8))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._head.setContentsMargins(px(8 if rtl else 20), 0, px(20 if rtl else 8), 0)
        self._head.setStretch(1, 1)
        self.title.setMinimumHeight(px(36))
        self.understood.setContentsMargins(px(20), 0, px(20), px(8))

    def _found(self, total: int) -> str:
        found = words.number(total)
        if not self.model.is_ready:
            return translate("ListColumn", "searching")
        if not self.model.total_exact:
            return translate("ListColumn", "more than %Ln found", "", total - 1)
        return translate("ListColumn", "{0} found in {1}").format(
            found, words.number(self._counts.total)
        )

    def _size(self, total: int) -> str:
        if self.query.view is View.INBOX and not self._ever and total == 0:
            return translate("ListColumn", "No conversations")
        unread = self._counts.unread if self.query.view is View.INBOX else 0
        if 0 < unread <= total:
            return translate("ListColumn", "{0} of {1} unread").format(
                words.number(unread), words.number(total)
            )
        return words.number(total)

    def _ask(self) -> None:
        typed = self.search.words()
        if typed.strip():
            order = self._order if self._order in _SEARCH_ORDERS else Order.NEWEST
            query = Query(View.ALL, words=typed, order=order)
        else:
            query = Query(self._place.view, self._place.label, order=self._order)
        if query != self.model.query or not self.model.is_ready:
            self.model.set_query(query)
        self._show_order()
        self.show_size()

    def _on_typed(self, text: str) -> None:
        self.searching.emit(bool(text.strip()))
        self._ask()

    def _on_left(self) -> None:
        self.view.setFocus()

    def _show_order(self) -> None:
        text = _orders()[self.model.query.order]
        self.order_button.setText(text)
        self.order_button.setAccessibleName(f"{translate('ListColumn', 'Order')}: {text}")
        self.order_button.updateGeometry()

    def _on_order(self) -> None:
        self._order_menu.clear()
        searching = bool(self.query.words.strip())
        for order, text in _orders().items():
            if searching and order not in _SEARCH_ORDERS:
                continue
            action = self._order_menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(order is self.query.order)
            action.triggered.connect(self._chooser(order))
        below = self.order_button.rect().bottomLeft()
        self._order_menu.popup(self.order_button.mapToGlobal(below))

    def _chooser(self, order: Order) -> Callable[[], None]:
        return lambda: self.set_order(order)

    def set_order(self, order: Order) -> None:
        """Sort the list another way."""
        self._order = order
        self._ask()
