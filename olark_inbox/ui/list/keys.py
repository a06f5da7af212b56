"""What keys do over the list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from olark_inbox.ui.list.view import ConversationView

_MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End,
)  # fmt: skip
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Keys:
    """The keys of a list; single letters do something only where the owner switched them on."""

    def __init__(self, view: "ConversationView") -> None:
        self._view = view
        self.single_letters = False

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key says; False leaves it to Qt."""
        key = event.key()
        if key in _MOVES:
            self._view.ring.shown = True
            return self._jump(key, event.modifiers())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.go_in.emit()
            return True
        if event.modifiers() & _COMMANDS or not event.text().isprintable() or not event.text():
            return False
        return self._letter(event)

    def step(self, by: int) -> None:
        """Go to the next or the previous conversation."""
        self._view.select_place(max(0, self._view.currentIndex().row() + by))

    def _jump(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Home and End: Qt means columns by them."""
        if key not in (Qt.Key.Key_Home, Qt.Key.Key_End) or self._view.conversations.total == 0:
            return False
        place = 0 if key == Qt.Key.Key_Home else self._view.conversations.total - 1
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            return False
        self._view.select_place(place)
        return True

    def _letter(self, event: QKeyEvent) -> bool:
        if not self.single_letters:
            if event.text() == " ":
                return False
            if event.text() == "?":
                self._view.keys_wanted.emit()
                return True
            self._view.typed.emit(event.text())
            return True
        letter = event.text().lower()
        if letter in ("j", "k"):
            self._view.ring.shown = True
            self.step(1 if letter == "j" else -1)
        elif letter == "x":
            flags = QItemSelectionModel.SelectionFlag
            model = self._view.selectionModel()
            model.select(self._view.currentIndex(), flags.Toggle | flags.Rows)
        else:
            event.ignore()  # a shortcut of the window
        return True
