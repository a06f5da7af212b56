"""What every button shares that paints itself: the keyboard's place and the pointer's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_STAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FocusRing:
    """Whether a widget shows its focus: after Tab, not after a click."""

    def __init__(self) -> None:
        self.shown = False

    def gained(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAY:
            self.shown = event.reason() in _KEYBOARD

    def pressed(self) -> None:
        """Show it no more: whoever uses the pointer sees where he is."""
        self.shown = False

    def lost(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAY:
            self.shown = False


class PaintedButton(QAbstractButton):
    """Tab reaches it, and it is painted anew under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = FocusRing()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.gained(event)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring.pressed()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring.lost(event)
        super().focusOutEvent(event)
