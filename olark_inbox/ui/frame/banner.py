"""The banner over the list: what, since when, and one button. Never a dialog."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.announce import announce
from olark_inbox.ui.kit.controls import LinkButton, OutlineButton, PrimaryButton, paint_icon
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.help_button import HelpButton
from olark_inbox.ui.kit.mirrored import set_margins
from olark_inbox.ui.kit.words import Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing the owner must know. `key` tells notices apart; `do` is the button's words."""

    key: str
    tone: Tone
    title: str
    text: str = ""
    do: str = ""
    link: str = ""
    help: str = ""
    """The page of the Help about it."""


class Banner(QWidget):
    """Shows one notice at a time, the most urgent."""

    done = Signal(str)
    """The button of the notice with this key was pressed."""
    link_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notice: Notice | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        self._title = Text("", 13, 600)
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.help = HelpButton(height=20)
        self._text = Text("", 12).wrapped()
        self.button = PrimaryButton("")
        self.plain_button = OutlineButton("")
        self.link = LinkButton("")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for widget in (self.button, self.plain_button, self.link):
            self._buttons.addWidget(widget)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        set_margins(column, self, theme.px(46), 12, 16, 12)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addSpacing(5)
        column.addLayout(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def _wire(self) -> None:
        self.button.clicked.connect(self._on_done)
        self.plain_button.clicked.connect(self._on_done)
        self.link.clicked.connect(self._on_link)

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice, or nothing."""
        if notice == self.notice:
            return
        self.notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        quiet = notice.tone is Tone.QUIET
        self._title.setText(notice.title)
        self._title.set_shade("t1" if quiet else str(notice.tone))
        self._text.setText(notice.text)
        self._text.setVisible(bool(notice.text))
        for button, shown in ((self.button, not quiet), (self.plain_button, quiet)):
            button.setText(notice.do)
            button.setAccessibleName(notice.do)
            button.setVisible(shown and bool(notice.do))
            button.updateGeometry()
        self.link.setText(notice.link)
        self.link.setAccessibleName(notice.link)
        self.link.setVisible(bool(notice.link))
        self.help.lead_to(notice.help)
        self.setAccessibleName(f"{notice.title}. {notice.text}")
        announce(self, self.accessibleName(), urgent=notice.tone is Tone.ALERT)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if self.notice is None:
            return
        painter = QPainter(self)
        colors, tone = theme.current(), self.notice.tone
        quiet = tone is Tone.QUIET
        painter.fillRect(self.rect(), colors["panel" if quiet else f"{tone}_bg"])
        if quiet:
            painter.fillRect(0, self.height() - 1, self.width(), 1, colors["line"])
        size = theme.px(16)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - size - theme.px(18) if rtl else theme.px(18)
        icon = "info" if quiet else "triangle-alert"
        square = QRect(x, theme.px(13), size, size)
        paint_icon(painter, square, icon, colors["t2" if quiet else str(tone)])
        painter.end()

    def _on_done(self) -> None:
        if self.notice is not None:
            self.done.emit(self.notice.key)

    def _on_link(self) -> None:
        if self.notice is not None:
            self.link_clicked.emit(self.notice.key)
