"""The lines of the settings about the link agents see in Olark after `!lead`, with a preview."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olark_inbox.olark.template import EXAMPLE, filled, problem
from olark_inbox.settings import Settings
from olark_inbox.ui.kit.forms import Field, Segments, Text
from olark_inbox.ui.kit.words import translate


class ReplyLines(QWidget):
    """Which link, the owner's own template, and what it becomes for an example visitor."""

    chosen = Signal(str, object)
    """Setting and value: to be saved now."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._wish = settings.reply
        self.choice = Segments(
            (
                ("nothing", translate("ReplyLines", "None")),
                ("open", translate("ReplyLines", "Open it here")),
                ("template", translate("ReplyLines", "My own")),
            ),
            translate("ReplyLines", "Link for the agent"),
        )
        self.choice.choose(self._wish)
        self.template = Field(name=translate("ReplyLines", "My own link"), height=32)
        self.template.line.setPlaceholderText("https://crm.example/?mail={email}")
        self.template.line.setText(settings.reply_template)
        self.hint = Text("", 12, 400, "t2").wrapped()
        self.preview = Text("", 12, 400, "t2").wrapped().selectable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addWidget(self.template)
        column.addWidget(self.hint)
        column.addWidget(self.preview)
        self.choice.chosen.connect(self._on_choice)
        self.template.line.textChanged.connect(self._on_typed)
        self.template.line.editingFinished.connect(self._on_finished)
        self._show()

    def _on_choice(self, wish: str) -> None:
        self._wish = wish
        self.chosen.emit("reply", wish)
        self._show()

    def _on_typed(self, _text: str) -> None:
        self._show()

    def _on_finished(self) -> None:
        text = self._text()
        if not text or not problem(text):
            self.chosen.emit("reply_template", text)

    def _text(self) -> str:
        return self.template.line.text().strip()

    def _show(self) -> None:
        own = self._wish == "template"
        self.template.setVisible(own)
        self.preview.setVisible(own)
        self.hint.setText(self._hint())
        text = self._text()
        wrong = problem(text) if text else ""
        link = filled(text, EXAMPLE)
        self.preview.set_shade("alert" if wrong else "t2")
        self.preview.setText(
            wrong or (translate("ReplyLines", "For example: {0}").format(link) if link else "")
        )

    def _hint(self) -> str:
        if self._wish == "open":
            return translate(
                "ReplyLines",
                "When an agent hands on a chat with the lead command, Olark shows a link that "
                "opens it in this program. It works on this computer only.",
            )
        if self._wish == "template":
            return translate(
                "ReplyLines",
                "When an agent hands on a chat with the lead command, Olark shows this link. "
                "{id}, {name}, {email} and {phone} are filled in; where none of those it asks for "
                "is known, there is no link.",
            )
        return translate("ReplyLines", "Olark shows agents no link when they hand on a chat.")
