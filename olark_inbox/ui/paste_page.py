"""A small window to paste a message or chat that was missed, from the mail or from Olark."""

import json

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.olark.pasted import pasted_chat, pasted_message
from olark_inbox.ui import theme
from olark_inbox.ui.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.dialog import Dialog
from olark_inbox.ui.forms import Segments, Text
from olark_inbox.ui.setup_pages import Plate
from olark_inbox.ui.words import translate


class PastePage(Dialog):
    """What is kept goes the same way in as what Olark sends, marked with a tag of its own."""

    kept = Signal(str)
    """A payload to keep, as text."""

    def __init__(self, parent: QWidget | None, clock: Clock = now_ms) -> None:
        super().__init__(parent, translate("PastePage", "Paste what was missed"))
        self._clock = clock
        self._offline = True
        self.choice = Segments(
            (
                ("offline", translate("PastePage", "Offline message")),
                ("chat", translate("PastePage", "Chat")),
            ),
            translate("PastePage", "What it is"),
        )
        self.choice.choose("offline")
        self.hint = Text("", 12, 400, "t2").wrapped()
        self.text = QPlainTextEdit()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(translate("PastePage", "The text to keep"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(translate("PastePage", "Paste the text here"))
        self.text.setFont(theme.font(13))
        self.text.setMinimumHeight(QFontMetrics(self.text.font()).lineSpacing() * 8)
        self.keep_button = PrimaryButton(translate("PastePage", "Keep it"))
        self.keep_button.setEnabled(False)
        cancel = OutlineButton(translate("PastePage", "Close"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep_button)
        self.column.setSpacing(10)
        self.column.addWidget(self.choice)
        self.column.addWidget(self.hint)
        plate = Plate()
        plate.column.addWidget(self.text)
        # The plate is the surface; the text lies on it without one of its own.
        self.text.viewport().setAutoFillBackground(False)
        self.column.addWidget(plate, 1)
        self.column.addLayout(buttons)
        self.resize(theme.px(560), theme.px(420))
        self.choice.chosen.connect(self._on_choice)
        self.text.textChanged.connect(self._on_text)
        self.keep_button.clicked.connect(self._on_keep)
        cancel.clicked.connect(self.close)
        self._on_choice("offline")

    def _on_choice(self, key: str) -> None:
        self._offline = key == "offline"
        self.hint.setText(
            translate(
                "PastePage", "The text of the mail that Olark sent you, with name and e-mail."
            )
            if self._offline
            else translate(
                "PastePage",
                "The lines as they stand in Olark, each with a name before it. Who speaks first "
                "is taken for the visitor.",
            )
        )

    def _on_text(self) -> None:
        self.keep_button.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_keep(self) -> None:
        make = pasted_message if self._offline else pasted_chat
        self.kept.emit(json.dumps(make(self.text.toPlainText(), self._clock())))
        self.close()
