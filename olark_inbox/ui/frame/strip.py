"""The status strip: how receiving stands, the address with Copy, the last arrival."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.announce import announce
from olark_inbox.ui.kit.controls import GhostButton, LinkButton, baseline, fill_round
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import StateWords, Tone, translate

HEIGHT = 36


class StatePill(QWidget):
    """How receiving stands, in a few words with a dot."""

    def __init__(self) -> None:
        super().__init__()
        self._words = StateWords("", Tone.QUIET, "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, words: StateWords) -> None:
        """Show how receiving stands; a screen reader hears the sentence too."""
        if words == self._words:
            return
        changed = words.pill != self._words.pill
        self._words = words
        self.setAccessibleName(f"{words.pill}. {words.sentence}".strip())
        self.setToolTip(words.sentence)
        if changed:
            announce(self, self.accessibleName(), urgent=words.tone is Tone.ALERT)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._words.pill

    def sizeHint(self) -> QSize:
        advance = QFontMetrics(theme.font(12, 500)).horizontalAdvance(self._words.pill)
        return QSize(advance + theme.px(27), theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, tone = theme.current(), self._words.tone
        quiet = tone is Tone.QUIET
        fill_round(painter, self.rect(), 6, colors["chip" if quiet else f"{tone}_bg"])
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        dot = theme.px(11)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["t3" if quiet else f"{tone}_dot"])
        centre = QPointF(self.width() - dot if rtl else dot, self.height() / 2)
        painter.drawEllipse(centre, theme.px(3), theme.px(3))
        painter.setFont(theme.font(12, 500))
        painter.setPen(colors["t2" if quiet else str(tone)])
        x = theme.px(8 if rtl else 19)
        painter.drawText(x, baseline(painter.fontMetrics(), 0, self.height()), self._words.pill)
        painter.end()


class Strip(QWidget):
    """The lowest line of the window. It says what is known and nothing more."""

    unreadable_wanted = Signal()
    alerts_wanted = Signal()
    keys_wanted = Signal()
    help_wanted = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._address = ""
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setAccessibleName(translate("Strip", "Status"))
        self.pill = StatePill()
        self._link = _Icon("link")
        self._host = Text("", 12, 400, "t2")
        self.copy_button = GhostButton(
            "copy", translate("Strip", "Copy the whole address"), height=28
        )
        self.checked = Text("", 12, 400, "t3")
        self.unreadable = LinkButton("")
        self.last = Text("", 12, 400, "t3")
        self._bell = GhostButton("bell", translate("Strip", "Alerts"), height=28)
        self._keys = GhostButton("keyboard", translate("Strip", "Keys (Shift+F1)"), height=28)
        self._help = GhostButton("circle-help", translate("Strip", "Help (F1)"), height=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.pill)
        row.addSpacing(6)
        for widget in (self._link, self._host, self.copy_button, self.checked, self.unreadable):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.last)
        row.addSpacing(4)
        row.addWidget(self._bell)
        row.addWidget(self._keys)
        row.addWidget(self._help)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_address("", "")
        self.show_checked("")
        self.show_unreadable(0)
        self.restyle()

    def _wire(self) -> None:
        self.copy_button.clicked.connect(self.copy)
        self.unreadable.clicked.connect(self.unreadable_wanted)
        self._bell.clicked.connect(self.alerts_wanted)
        self._keys.clicked.connect(self.keys_wanted)
        self._help.clicked.connect(self.help_wanted)

    def show_state(self, words: StateWords) -> None:
        """Show how receiving stands."""
        self.pill.show_state(words)

    def show_address(self, host: str, address: str) -> None:
        """Show where the address leads; only Copy gives the secret part."""
        self._address = address
        self._host.setText(host)
        for widget in (self._link, self._host, self.copy_button):
            widget.setVisible(bool(address))

    def show_checked(self, words: str) -> None:
        """Show when the address was last seen to lead here."""
        self.checked.setText(words)
        self.checked.setVisible(bool(words))

    def show_last(self, words: str) -> None:
        """Show when something arrived last, and from whom."""
        self.last.setText(words)

    def show_unreadable(self, count: int) -> None:
        """Show how many deliveries could not be read, if any."""
        self.unreadable.setVisible(count > 0)
        if count == 1:
            self.unreadable.setText(translate("Strip", "1 could not be read"))
        else:
            self.unreadable.setText(translate("Strip", "%Ln could not be read", "", count))
        self.unreadable.setAccessibleName(self.unreadable.text())

    def copy(self) -> None:
        """Put the whole address on the clipboard."""
        QGuiApplication.clipboard().setText(self._address)
        self.copied.emit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        painter.fillRect(self.rect(), colors["side"])
        painter.fillRect(0, 0, self.width(), 1, colors["line"])
        painter.end()

    def restyle(self) -> None:
        """Take the colours of the theme and the size of the text."""
        self.updateGeometry()
        self.update()


class _Icon(QWidget):
    """An icon that only shows."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(18), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        size = theme.px(14)
        at = QRect(0, (self.height() - size) // 2, size, size)
        picture = theme.pixmap(self._icon, theme.current()["t3"], size, self.devicePixelRatioF())
        painter.drawPixmap(at.topLeft(), picture)
        painter.end()
