"""The list as a screen reader meets it: a list whose items are the rows on the screen.

Qt offers a one-column table as a table, hidden headers and a million cells included.
"""

# ruff: noqa: N802, ARG002 - the names and the signatures are Qt's

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QTableView

from olark_inbox.ui.kit.spoken import kept
from olark_inbox.ui.list import phrases

if TYPE_CHECKING:
    from olark_inbox.ui.list.view import ConversationView


_PRESS = QAccessibleActionInterface.pressAction()
_FOCUS = QAccessibleActionInterface.setFocusAction()


class RowItem(QAccessibleWidget):
    """One conversation; it stands for its id, wherever the row has moved.

    It is no widget; but of Qt's ready interfaces only that of a widget can be pressed.
    """

    def __init__(self, view: "ConversationView", conversation: int) -> None:
        super().__init__(view, QAccessible.Role.ListItem)
        self._view = view
        self.conversation = conversation

    @property
    def place(self) -> int | None:
        """Where the row is now, None where it is not in the list any more."""
        return self._view.conversations.place_of(self.conversation)

    def isValid(self) -> bool:
        return self.place is not None

    def object(self) -> QObject | None:  # type: ignore[override] # Qt allows none
        return None

    def window(self) -> QWindow:
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        # Asked for each time: Qt may have made another one.
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # none
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        place = self.place
        if place is None:
            return QRect()
        inside = self._view.rect_of(place)
        return QRect(self._view.viewport().mapToGlobal(inside.topLeft()), inside.size())

    def text(self, kind: QAccessible.Text) -> str:
        row = None if self.place is None else self._view.conversations.row_at(self.place)
        if row is None or kind is not QAccessible.Text.Name:
            return ""
        return phrases.sentence(row, self._view.conversations.clock())

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a row cannot be renamed."""

    def actionNames(self) -> list[str]:
        return [_PRESS, _FOCUS]

    def doAction(self, name: str) -> None:
        """Open the conversation, whichever way a screen reader asks for it."""
        place = self.place
        if name in (_PRESS, _FOCUS) and place is not None:
            self._view.setFocus(Qt.FocusReason.TabFocusReason)
            self._view.select_place(place)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        place = self.place
        state.focusable = state.selectable = state.multiSelectable = 1
        if place is not None:
            current = self._view.currentIndex().row() == place
            state.focused = int(current and self._view.hasFocus())
            state.selected = int(self._view.is_selected(place))
        return state


class ListOfRows(QAccessibleWidget):
    """The list."""

    def __init__(self, view: "ConversationView") -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._items: dict[int, RowItem] = {}

    def item(self, place: int) -> RowItem | None:
        """Return the item of the row at a place."""
        row = self._view.conversations.row_at(place)
        if row is None:
            return None
        made = self._items.get(row.id)
        if made is None:
            made = kept(RowItem(self._view, row.id))
            QAccessible.registerAccessibleInterface(made)
            self._items[row.id] = made
        return made

    def _places(self) -> range:
        first, last = self._view.seen_places()
        return range(first, min(last + 1, self._view.conversations.total))

    def childCount(self) -> int:
        return len(self._places())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # none
        places = self._places()
        return self.item(places[index]) if 0 <= index < len(places) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self._view.viewport().mapFromGlobal(QPoint(x, y))
        return self.item(self._view.rowAt(at.y()))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        place = child.place if isinstance(child, RowItem) else None
        places = self._places()
        return place - places.start if place is not None and place in places else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.item(self._view.currentIndex().row())


def say_focus(view: "ConversationView") -> None:
    """Tell a screen reader, if there is one, which row the keyboard is on now."""
    if not QAccessible.isActive():
        return
    owner = QAccessible.queryAccessibleInterface(view)
    item = owner.item(view.currentIndex().row()) if isinstance(owner, ListOfRows) else None
    if item is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))


def _factory(name: str, widget: QObject) -> QAccessibleInterface | None:
    if name != _NAME or not isinstance(widget, QTableView):
        return None
    return kept(ListOfRows(cast("ConversationView", widget)))


_NAME = "ConversationView"
_installed: list[bool] = []


def install() -> None:
    """Have screen readers meet lists this way; once is enough."""
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed.append(True)
