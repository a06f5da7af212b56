"""All a person ever wrote and was answered, in order of time, as one transcript."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from olark_inbox.olark.model import Conversation, Kind, Message, Side
from olark_inbox.store.persons import Moment
from olark_inbox.ui.detail import phrases
from olark_inbox.ui.detail.blocks import Standpoint, lay_out
from olark_inbox.ui.detail.filled import START
from olark_inbox.ui.detail.sheet import Plan
from olark_inbox.ui.detail.transcript import Transcript
from olark_inbox.ui.kit import theme, times, words
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate


class Timeline(QDialog):
    """A window of its own over the open one; Esc closes it."""

    def __init__(
        self, parent: QWidget | None, name: str, moments: Sequence[Moment], now_ms: int
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = words.shortened(words.plain(name), 40)
        title = translate("Timeline", "All conversations with {0}").format(about)
        self.setWindowTitle(title)
        conversations = len({moment.row.id for moment in moments})
        figure = f"{_conversations(conversations)}, {_lines_said(len(moments))}"
        self.transcript = Transcript()
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(12))
        head.addWidget(Text(title, 18, 600))
        head.addWidget(Text(figure, 13, 400, "t2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.transcript, 1)
        self.resize(theme.px(720), theme.px(680))
        self._moments, self._now_ms = moments, now_ms

    def setVisible(self, visible: bool) -> None:  # noqa: N802, FBT001 - Qt's signature
        super().setVisible(visible)
        if visible:
            # Now that it has its width: laid out before, it would be laid out twice.
            self.transcript.show_plan(_plan(self._moments, self._now_ms), START)
            # Qt takes the first focus of a dialog for one by Tab: nobody pressed it.
            self.transcript.clearFocus()
            self.transcript.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()


def _lines(moments: Sequence[Moment]) -> Iterator[Message]:
    """Return the lines of all, with a line where another conversation begins."""
    last = None
    for one in moments:
        if one.row.id != last:
            last = one.row.id
            yield Message(Side.SYSTEM, _begins(one), one.at_ms)
        yield one.message._replace(at_ms=one.at_ms)


def _begins(moment: Moment) -> str:
    clock = times.clock(moment.at_ms)
    if moment.row.kind is Kind.OFFLINE:
        return translate("Timeline", "Offline message, {0}").format(clock)
    return translate("Timeline", "Chat, {0}").format(clock)


def _plan(moments: Sequence[Moment], now_ms: int) -> Plan:
    """Lay the lines of all conversations out as if they were of one."""
    messages = tuple(_lines(moments))
    whole = Conversation(id="", key="", kind=Kind.TRANSCRIPT, messages=messages)
    blocks = lay_out(whole, phrases.day_of, Standpoint(seen_lines=len(messages)))
    return Plan(blocks, messages, now_ms)


def _conversations(count: int) -> str:
    if count == 1:
        return translate("Timeline", "1 conversation")
    return translate("Timeline", "%Ln conversations", "", count)


def _lines_said(count: int) -> str:
    if count == 1:
        return translate("Timeline", "1 line")
    return translate("Timeline", "%Ln lines", "", count)
