"""Tooltips that name the keys: whoever points learns how to do it without pointing."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton

from olark_inbox.ui.frame.menus import Menus, shown_keys
from olark_inbox.ui.frame.window import InboxWindow


class KeyHints(QObject):
    """Puts the keys of an action behind the tooltip of each button that does the same."""

    def __init__(self, menus: Menus, buttons: Mapping[QAbstractButton, str]) -> None:
        super().__init__()
        self._hints = {
            button: f" ({shown_keys(menus.entries[name])})"
            for button, name in buttons.items()
            if name in menus.entries and menus.entries[name].keys
        }
        for button in self._hints:
            button.installEventFilter(self)
            self._write(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTipChange and isinstance(watched, QAbstractButton):
            self._write(watched)
        return super().eventFilter(watched, event)

    def _write(self, button: QAbstractButton) -> None:
        hint, tip = self._hints[button], button.toolTip() or button.accessibleName()
        if not tip.endswith(hint):
            button.setToolTip(tip + hint)


def hints_of(window: InboxWindow) -> KeyHints:
    """Return the hints of a window's buttons."""
    bar = window.detail.toolbar
    names = (
        "reply", "done", "star", "unread", "copy", "tag", "remind", "note", "bin", "previous",
        "next", "card",
    )  # fmt: skip
    buttons: dict[QAbstractButton, str] = {getattr(bar, name): name for name in names}
    buttons[bar.save] = "save_pdf"
    for place, button in window.sidebar.buttons().items():
        buttons[button] = f"view_{place.view.value}"
    return KeyHints(window.menus, buttons)
