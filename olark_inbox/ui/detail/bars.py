"""The quiet bars under a transcript: somebody waits, where to answer, where a link leads."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail.links import Target
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.controls import GhostButton, OutlineButton, hairline, paint_icon
from olark_inbox.ui.kit.forms import Text


class Bar(QWidget):
    """A sign, words that take the lines they need, and room for buttons."""

    def __init__(self, icon: str, shade: str) -> None:
        super().__init__()
        self._icon, self._shade = icon, shade
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.words: QLabel = Text().wrapped()
        self.words.setMinimumWidth(60)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.words, 1)
        self._scale()

    def set_sign(self, icon: str, shade: str) -> None:
        """Show another sign before the words."""
        self._icon, self._shade = icon, shade
        self.update()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self.words.setText(text)
        self.setAccessibleName(text)

    def _scale(self) -> None:
        self.setMinimumHeight(theme.px(56))
        self.row.setContentsMargins(theme.px(50), theme.px(8), theme.px(24), theme.px(8))
        self.row.setSpacing(theme.px(12))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, size = theme.current(), theme.px(16)
        painter.fillRect(self.rect(), colors["panel"])
        hairline(painter, 0, 0, self.width())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - theme.px(24) - size if mirrored else theme.px(24)
        square = QRect(x, (self.height() - size) // 2, size, size)
        paint_icon(painter, square, self._icon, colors[self._shade])
        painter.end()


class WaitingBar(Bar):
    """Says how long a visitor has been waiting."""

    done_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("clock", "offline")
        self.done = OutlineButton(self.tr("Mark as done"), "check")
        self.done.clicked.connect(self.done_clicked)
        self.row.addWidget(self.done)

    def show_opened(self, opened: Opened, now_ms: int) -> None:
        """Show the bar for what waits for an answer, nothing for the rest."""
        row = opened.row
        waits = (row.kind is Kind.OFFLINE or row.unanswered) and not row.automatic
        self.setVisible(waits and not row.done and row.binned_ms is None)
        self.set_sign("clock", "offline" if row.kind is Kind.OFFLINE else "alert")
        waited = now_ms - row.received_ms
        if waited < times.MINUTE_MS:
            self.say(self.tr("Waiting for your answer"))
        else:
            self.say(self.tr("Waiting for your answer for {0}").format(times.duration(waited)))


class OlarkBar(Bar):
    """Says, beside a live chat, that answering happens in Olark."""

    def __init__(self) -> None:
        super().__init__("radio", "live")
        self.say(self.tr("You answer chats in Olark. This window keeps them."))


class LinkBar(Bar):
    """Asks before a link is opened whose place may not be what it looks like."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("triangle-alert", "offline")
        self._url = ""
        self.open_button = OutlineButton(self.tr("Open it"))
        self.close_button = GhostButton("x", self.tr("Leave it closed"))
        self.open_button.clicked.connect(self._on_open)
        self.close_button.clicked.connect(self.hide)
        self.row.addWidget(self.open_button)
        self.row.addWidget(self.close_button)
        self.hide()

    def ask(self, target: Target) -> None:
        """Show where a link really leads."""
        self._url = target.url
        # A break may be needed inside a long host name.
        host = "\u200b".join(target.host[n : n + 24] for n in range(0, len(target.host), 24))
        self.say(self.tr("This link leads to {0}").format(host))
        self.show()

    def _on_open(self) -> None:
        self.hide()
        self.opened.emit(self._url)
