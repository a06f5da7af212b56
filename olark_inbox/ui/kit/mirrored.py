"""Start and end instead of left and right: where a window is read from decides which is which."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def from_right(widget: QWidget) -> bool:
    """Say whether a widget is read from right to left."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def set_margins(
    layout: QLayout, widget: QWidget, start: int, top: int, end: int, bottom: int
) -> None:
    """Set the margins of a widget's layout; Qt mirrors what is in it, but not these."""
    left, right = (end, start) if from_right(widget) else (start, end)
    layout.setContentsMargins(left, top, right, bottom)


def at_start(widget: QWidget) -> Qt.AlignmentFlag:
    """Return where a line of words begins, whatever its own direction is."""
    side = Qt.AlignmentFlag.AlignRight if from_right(widget) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
