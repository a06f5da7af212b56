"""The way of F6 through the parts of the window: places, list, conversation, visitor, strip."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from olark_inbox.ui.frame.window import InboxWindow


class Walk:
    """Puts the keyboard into the next part that is shown, or the one before."""

    def __init__(self, window: InboxWindow) -> None:
        self._window = window

    def step(self, by: int) -> None:
        """Go `by` parts on; from outside all of them to the first or the last."""
        parts = [(part, where) for part, where in self._parts() if where is not None]
        now = QApplication.focusWidget()
        inside = [n for n, (part, _) in enumerate(parts) if now is not None and _holds(part, now)]
        # The card lies within the conversation: the innermost part is where the keyboard is.
        at = inside[-1] if inside else (-1 if by > 0 else 0)
        if parts:
            parts[(at + by) % len(parts)][1].setFocus(
                Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
            )

    def _parts(self) -> Iterator[tuple[QWidget, QWidget | None]]:
        window, card = self._window, self._window.detail.card
        right = window.right.currentWidget()
        place = window.sidebar.button(window.sidebar.place)
        yield window.sidebar, place or _first(window.sidebar)
        shown = window.list.view.isVisible()
        yield window.list, window.list.view if shown else window.list.search.line
        words = window.detail.transcript
        if right is not None:
            yield right, words if words.isVisible() else _first(right)
        if card.isVisible():
            yield card, _first(card)
        yield window.strip, _first(window.strip)


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _first(part: QWidget) -> QWidget | None:
    """Return the first in a part that takes the keyboard, in the order of Tab."""
    widget: QWidget | None = part.nextInFocusChain()
    while widget is not None and widget is not part:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
        if takes and widget.isVisible() and part.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
