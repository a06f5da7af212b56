"""The question at the first close: go on receiving, or quit. Asked once, kept in the settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.ui.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.dialog import Dialog
from olark_inbox.ui.forms import Text
from olark_inbox.ui.words import translate


class ClosingQuestion(Dialog):
    """Says what quitting costs and lets the owner choose."""

    chosen = Signal(str)
    """"tray" or "quit"; nothing where the question was put away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, translate("Closing", "Keep receiving?"))
        says = translate(
            "Closing",
            "Olark Inbox can stay beside the clock and go on receiving. Chats that end while it "
            "is not running are only kept by Olark: it tries again a few times, then not any more.",
        )
        self.keep_button = PrimaryButton(translate("Closing", "Keep receiving"))
        self.quit_button = OutlineButton(translate("Closing", "Quit"))
        self.column.addWidget(Text(says, 13, 400, "t2").wrapped())
        self.column.addSpacing(8)
        more = translate("Closing", "You can change this in the settings.")
        self.column.addWidget(Text(more, 12, 400, "t3").wrapped())
        self.column.addStretch(1)
        self.column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.quit_button)
        row.addWidget(self.keep_button)
        self.column.addLayout(row)
        self.keep_button.clicked.connect(lambda: self._choose("tray"))
        self.quit_button.clicked.connect(lambda: self._choose("quit"))
        self.setFixedWidth(440)

    def _choose(self, what: str) -> None:
        self.accept()
        self.chosen.emit(what)
