"""What can be pressed: whether it has a name, says what it does, and does anything."""

from PySide6.QtCore import SIGNAL
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QWidget

_SIGNALS = ("clicked()", "clicked(bool)", "toggled(bool)", "pressed()", "released()")


def faults(root: QWidget) -> list[str]:
    """Return what is wrong with the buttons that can be seen."""
    found = []
    for button in root.findChildren(QAbstractButton):
        if not button.isVisible() or _is_qts(button):
            continue
        name = button.accessibleName() or button.text()
        if not name:
            found.append(f"{type(button).__name__} has no name")
        if not button.text() and not button.toolTip():
            found.append(f"{name}: an icon that does not say what it does")
        if not _does_something(button):
            found.append(f"{name}: nothing happens")
    return found


def _is_qts(button: QAbstractButton) -> bool:
    """Of a calendar: its arrows are Qt's own."""
    parent = button.parent()
    while parent is not None and not isinstance(parent, QCalendarWidget):
        parent = parent.parent()
    return parent is not None


def _does_something(button: QAbstractButton) -> bool:
    """Somebody listens, or it is a choice that is read when it matters."""
    heard = any(button.receivers(SIGNAL(name)) > 0 for name in _SIGNALS)
    return heard or button.group() is not None or button.isCheckable()
