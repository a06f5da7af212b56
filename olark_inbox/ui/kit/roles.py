"""What the parts of the window are to a screen reader, where Qt would call them nothing.

A painted part has no role of its own ("filler"), and a checkable button would be a check box.
"""

# ruff: noqa: N802 - the names are Qt's

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from olark_inbox.ui.kit.spoken import kept

_PRESS = QAccessibleActionInterface.pressAction()

_PARTS = {
    "Sidebar": QAccessible.Role.Grouping,
    "VisitorCard": QAccessible.Role.Grouping,
    "Strip": QAccessible.Role.Grouping,
    "StatePill": QAccessible.Role.StaticText,
    "Pill": QAccessible.Role.StaticText,
    "Elided": QAccessible.Role.StaticText,
    "Chips": QAccessible.Role.StaticText,
    "Banner": QAccessible.Role.AlertMessage,
    "Toast": QAccessible.Role.Notification,
}
"""By the names of their classes, as Qt asks."""
_CHOICES = ("PlaceButton", "_Segment")


class Choice(QAccessibleWidget):
    """One of several of which one holds."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton)
        self._button = button

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = 1
        state.checked = int(self._button.isChecked())
        return state

    def actionNames(self) -> list[str]:
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._button.click()
        else:
            super().doAction(name)


def _factory(name: str, widget: QObject) -> QAccessibleInterface | None:
    if name in _CHOICES and isinstance(widget, QAbstractButton):
        return kept(Choice(widget))
    if name in _PARTS and isinstance(widget, QWidget):
        return kept(QAccessibleWidget(widget, _PARTS[name]))
    return None


_installed: list[bool] = []


def install() -> None:
    """Have screen readers meet the parts this way; once is enough."""
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed.append(True)
