"""The pane without words: nothing open, or a chat whose words have not come."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olark_inbox.olark.model import Kind
from olark_inbox.olark.names import agent_labels
from olark_inbox.olark.standing import Standing
from olark_inbox.store.rows import Opened
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.controls import Pill
from olark_inbox.ui.kit.forms import Text, Tile
from olark_inbox.ui.kit.inline import talking


class Blank(QWidget):
    """A sign, a title, a sentence, and at most one pill, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._tile = Tile("message-circle")
        self.title = Text("", 18, 600)
        self.more = Text("", 14, 400, "t2")
        self.pill = Pill()
        self._column = QVBoxLayout(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._column.addStretch(5)
        self._column.addWidget(self._tile, 0, centre)
        self._column.addSpacing(20)
        self._column.addWidget(self.title.wrapped().centred())
        self._column.addSpacing(6)
        self._column.addWidget(self.more.wrapped().centred())
        self._column.addSpacing(18)
        self._column.addWidget(self.pill, 0, centre)
        self._column.addStretch(6)
        self._scale()

    def show_nothing(self) -> None:
        """Say that no conversation is open."""
        self._say(
            self.tr("No conversation open"), self.tr("Choose one from the list to read it here.")
        )

    def show_opened(self, opened: Opened, standing: Standing, now_ms: int) -> None:
        """Say why a conversation has no words to show."""
        conversation = opened.conversation
        began = opened.row.started_ms
        if conversation.kind is not Kind.START:
            self._say(
                self.tr("No words"), self.tr("Olark sent this conversation without any lines.")
            )
            return
        if standing is Standing.LIVE:
            who = talking(agent_labels(conversation.agents))
            title = self.tr("A chat has begun")
            if who:
                title = self.tr("{0} is talking with a visitor").format(who)
            self._tile.show_icon("radio", "live")
            self.title.setText(title)
            self.more.setText(
                self.tr(
                    "Olark sends the words when the chat ends. They show up here by themselves."
                )
            )
            moment = self.tr("Started {0}").format(times.clock_and_ago(began, now_ms))
            self.pill.show_kind(moment, "live", "clock")
            self.pill.show()
            return
        self._say(
            self.tr("No transcript arrived"),
            self.tr(
                "This chat began {0}. Olark has not sent its words: perhaps it is still open "
                "there, or “Send all transcripts automatically” is not ticked."
            ).format(times.full_time(began)),
            "circle-help",
        )

    def _say(self, title: str, more: str, icon: str = "message-circle") -> None:
        self._tile.show_icon(icon)
        self.title.setText(title)
        self.more.setText(more)
        self.pill.hide()

    def _scale(self) -> None:
        self._column.setContentsMargins(theme.px(48), 0, theme.px(48), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._scale()
