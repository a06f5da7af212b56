"""The morning card: when nothing could be heard, what was fetched afterwards, where to look."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from olark_inbox.store.reach import Gap
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.browser import open_page
from olark_inbox.ui.kit.controls import LinkButton, OutlineButton, paint_icon
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.help_button import HelpButton
from olark_inbox.ui.kit.mirrored import set_margins
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.reach import reach_words

# Olark's help names the page but not its address. This is the one its customers give each other;
# where it should move, Olark's site leads on, and the words of the card say what to look for.
TRANSCRIPTS = "https://www.olark.com/transcripts"
_MAIL = "mailto:"
_LISTED = 3


class GapCard(QWidget):
    """Stays until it is ticked. It is no alarm: what is past cannot be mended by hurry."""

    paste_wanted = Signal()
    looked = Signal(list)
    """The owner looked after these gaps (their ids)."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: tuple[Gap, ...] = ()
        self.title = Text("", 13, 600).wrapped()
        self.text = Text("", 12, 400, "t2").wrapped()
        self.transcripts = LinkButton(
            translate("GapCard", "Open Olark's transcripts"), "external-link"
        )
        self.mail = LinkButton(translate("GapCard", "Open my e-mail"), "mail")
        self.paste = LinkButton(translate("GapCard", "Paste what was missed"), "plus")
        self.tick = OutlineButton(translate("GapCard", "I have looked"), "check")
        column = QVBoxLayout(self)
        set_margins(column, self, theme.px(46), 12, 16, 12)
        column.setSpacing(4)
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.help = HelpButton("sleep", height=20)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.text)
        for link in (self.transcripts, self.mail, self.paste):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self.tick)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.transcripts.clicked.connect(lambda: open_page(TRANSCRIPTS))
        self.mail.clicked.connect(lambda: open_page(_MAIL))
        self.paste.clicked.connect(self.paste_wanted)
        self.tick.clicked.connect(self._on_tick)
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap], now_ms: int) -> None:
        """Show what the owner has not looked after; nothing hides the card."""
        self._gaps = tuple(gap for gap in gaps if gap.until_ms is not None)
        self.setVisible(bool(self._gaps))
        if not self._gaps:
            return
        if len(self._gaps) == 1:
            (gap,) = self._gaps
            when = reach_words.gap(gap, now_ms)
            self.title.setText(translate("GapCard", "Not listening {0}").format(when))
            lines = [reach_words.gap_reason(gap)]
        else:
            times_ = len(self._gaps)
            self.title.setText(translate("GapCard", "%Ln times not listening", "", times_))
            lines = [
                f"{reach_words.gap(gap, now_ms)}: {reach_words.gap_reason(gap)}"
                for gap in self._gaps[:_LISTED]
            ]
        fetched = sum(gap.recovered for gap in self._gaps)
        if fetched:
            lines.append(reach_words.recovered(fetched))
        lines.append(
            translate(
                "GapCard",
                "What Olark sent then may be missing here. Look in Olark under Transcripts, and in "
                "your mail for \u201cwrote you a note\u201d.",
            )
        )
        self.text.setText("\n".join(lines))
        self.setAccessibleName(f"{self.title.text()}. {self.text.text()}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, size = theme.current(), theme.px(16)
        painter.fillRect(self.rect(), colors["panel"])
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors["line"])
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - size - theme.px(18) if rtl else theme.px(18)
        paint_icon(painter, QRect(x, theme.px(13), size, size), "moon", colors["t2"])
        painter.end()

    def _on_tick(self) -> None:
        self.looked.emit([gap.id for gap in self._gaps])
