"""The questions of closing and quitting: go on receiving, or stop and what that costs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate


def cost() -> str:
    """Say what it costs to stop receiving."""
    return translate(
        "Closing",
        "Chats that end while it is not running are only kept by Olark: it tries again a few "
        "times, then not any more.",
    )


class _Question(Dialog):
    """Words and two buttons: keep receiving, or quit."""

    def __init__(self, parent: QWidget | None, title: str, says: str, more: str = "") -> None:
        super().__init__(parent, title)
        self.keep_button = PrimaryButton(translate("Closing", "Keep receiving"))
        self.quit_button = OutlineButton(translate("Closing", "Quit"))
        self.column.addWidget(Text(says, 13, 400, "t2").wrapped())
        if more:
            self.column.addSpacing(8)
            self.column.addWidget(Text(more, 12, 400, "t3").wrapped())
        self.column.addStretch(1)
        self.column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.quit_button)
        row.addWidget(self.keep_button)
        self.column.addLayout(row)
        self.setFixedWidth(theme.px(440))


class ClosingQuestion(_Question):
    """At the first close: says what closing will do and lets the owner choose."""

    chosen = Signal(str)
    """"tray" or "quit"; nothing where the question was put away."""

    def __init__(self, parent: QWidget | None, *, tray: bool = True) -> None:
        where = (
            translate("Closing", "Olark Inbox can stay beside the clock and go on receiving.")
            if tray
            else translate(
                "Closing",
                "This desktop shows no icons beside the clock, so closing only makes the window "
                "small: Olark Inbox stays in the bar of programs and goes on receiving.",
            )
        )
        more = translate("Closing", "You can change this in the settings.")
        super().__init__(parent, translate("Closing", "Keep receiving?"), f"{where} {cost()}", more)
        self.keep_button.clicked.connect(lambda: self._choose("tray"))
        self.quit_button.clicked.connect(lambda: self._choose("quit"))

    def _choose(self, what: str) -> None:
        self.accept()
        self.chosen.emit(what)


class QuitQuestion(_Question):
    """Before quitting, from the tray or the menu: says what it costs."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, translate("Closing", "Quit and stop receiving?"), cost())
        self.keep_button.clicked.connect(self.reject)
        self.quit_button.clicked.connect(self._quit)

    def _quit(self) -> None:
        self.accept()
        self.confirmed.emit()
