"""What the pointer is on: a row, and in it a button that stands there only for the pointer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from olark_inbox.ui.list.geometry import RowPlaces
from olark_inbox.ui.list.rowpaint import Action

if TYPE_CHECKING:
    from olark_inbox.ui.list.view import ConversationView

NO_ROW = -1


class Pointer:
    """The pointer over a list."""

    def __init__(self, view: "ConversationView") -> None:
        self._view = view
        self.under = NO_ROW
        self.hot = -1
        """Which of the row's buttons it is on."""
        self._held: tuple[int, Action] | None = None

    def is_over(self) -> bool:
        """Whether the pointer was moved onto a row and is there still."""
        return self.under != NO_ROW

    def moved(self, at: QPoint) -> None:
        """Note where the pointer is now."""
        place = self._view.rowAt(at.y())
        self._note(place, self._button_at(place, at))

    def left(self) -> None:
        """Note that it is over the list no more."""
        self._note(NO_ROW, -1)

    def look(self) -> None:
        """Note what came under a pointer that stayed while the rows moved."""
        if self.under == NO_ROW:
            return
        viewport = self._view.viewport()
        at = viewport.mapFromGlobal(self._view.cursor().pos())
        if viewport.rect().contains(at):
            self.moved(at)
        else:
            self.left()

    def pressed(self, event: QMouseEvent) -> bool:
        """Take a press that is not the list's: on a button, or for the menu."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return True
        at = event.position().toPoint()
        place = self._view.rowAt(at.y())
        row = self._view.conversations.row_at(place)
        number = self._button_at(place, at)
        if row is None or number < 0:
            return False
        self._held = (row.id, self._view.actions_shown()[number])
        return True

    def released(self, event: QMouseEvent) -> bool:
        """Do what the button says that was pressed, if the pointer is still on it."""
        held, self._held = self._held, None
        if held is None:
            return False
        at = event.position().toPoint()
        place = self._view.rowAt(at.y())
        row = self._view.conversations.row_at(place)
        number = self._button_at(place, at)
        if row is not None and number >= 0:
            conversation, action = held
            if (row.id, self._view.actions_shown()[number]) == held:
                view = self._view
                signals = {
                    "done": view.done_clicked, "star": view.star_clicked, "tag": view.tag_clicked,
                }  # fmt: skip
                signals[action].emit(conversation)
        return True

    def _note(self, place: int, hot: int) -> None:
        if (place, hot) == (self.under, self.hot):
            return
        old, self.under, self.hot = self.under, place, hot
        for changed in {old, place} - {NO_ROW}:
            self._view.update_rows(changed - 1, changed)

    def _button_at(self, place: int, at: QPoint) -> int:
        if place < 0 or self._view.conversations.row_at(place) is None:
            return -1
        rect = self._view.rect_of(place)
        places = RowPlaces(rect, self._view.compact, self._view.isRightToLeft())
        squares = places.actions(len(self._view.actions_shown()))
        return next((n for n, square in enumerate(squares) if square.contains(at)), -1)
