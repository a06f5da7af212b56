"""A small window to paste a message or chat that was missed, from the mail or from Olark."""

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.olark.pasted import pasted_chat, pasted_message, speakers
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Segments, Text, side_by_side
from olark_inbox.ui.kit.text_box import TextBox
from olark_inbox.ui.kit.words import translate

_MOST, _LONG = 4, 24
"""So many may be asked about, and so much of a name is shown."""


class PastePage(Dialog):
    """What is kept goes the same way in as what Olark sends, marked with a tag of its own."""

    help_page = "missing"

    kept = Signal(str)
    """A payload to keep, as text."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, translate("PastePage", "Paste what was missed"))
        self._offline = True
        self._speakers: tuple[str, ...] = ()
        self.visitor = ""
        """Who is the visitor; "": who speaks first."""
        self.choice = Segments(
            (
                ("offline", translate("PastePage", "Offline message")),
                ("chat", translate("PastePage", "Chat")),
            ),
            translate("PastePage", "What it is"),
        )
        self.choice.choose("offline")
        self.hint = Text("", 12, 400, "t2").wrapped()
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
        self.column.addWidget(self._field(), 1)
        self.names: Segments | None = None
        self._asked = Text(translate("PastePage", "Who is the visitor?"), 13, 500)
        self._who = side_by_side(self._asked, wide=False)
        self.column.addLayout(self._who)
        self.column.addLayout(buttons)
        self.resize(theme.px(560), theme.px(420))
        self.choice.chosen.connect(self._on_choice)
        self.text.textChanged.connect(self._on_text)
        self.keep_button.clicked.connect(self._on_keep)
        cancel.clicked.connect(self.close)
        self._asked.hide()
        self._on_choice("offline")
        self.text.setFocus()

    def _field(self) -> TextBox:
        box = TextBox(translate("PastePage", "The text to keep"), 8)
        self.text = box.text
        self.text.setPlaceholderText(translate("PastePage", "Paste the text here"))
        return box

    def _on_choice(self, key: str) -> None:
        self._offline = key == "offline"
        self.hint.setText(
            translate(
                "PastePage",
                "The text of the mail that Olark sent you, with its head if you like. Its subject "
                "says \u201cwrote you a note\u201d.",
            )
            if self._offline
            else translate(
                "PastePage",
                "The lines as they stand in Olark, each with a name before or above it.",
            )
        )
        self._show_speakers()

    def _on_text(self) -> None:
        self.keep_button.setEnabled(bool(self.text.toPlainText().strip()))
        self._show_speakers()

    def _show_speakers(self) -> None:
        """Ask who of them is the visitor, where several speak."""
        found = () if self._offline else speakers(self.text.toPlainText())[:_MOST]
        if found == self._speakers:
            return
        self._speakers, self.visitor = found, ""
        if self.names is not None:
            self.names.deleteLater()
            self.names = None
        self._asked.setVisible(len(found) > 1)
        if len(found) > 1:
            names = Segments(tuple((each, each[:_LONG]) for each in found), self._asked.text())
            names.choose(found[0])
            names.chosen.connect(self._on_visitor)
            self._who.insertWidget(1, names)
            self.names = names

    def _on_visitor(self, name: str) -> None:
        self.visitor = name

    def _on_keep(self) -> None:
        text = self.text.toPlainText()
        payload = pasted_message(text) if self._offline else pasted_chat(text, self.visitor)
        self.kept.emit(json.dumps(payload))
        self.close()
