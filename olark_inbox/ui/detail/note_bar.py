"""What the owner noted for himself, between the name and the words: a note and a reminder."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail.lines import Elided
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.controls import GhostButton, focus_ring, hairline, paint_icon
from olark_inbox.ui.kit.mirrored import set_margins

_IDLE_MS = 1_200
"""So long after the last letter the note is kept; leaving the field keeps it at once."""
_MOST_LINES = 6


class _Paper(QPlainTextEdit):
    """As high as its words, up to a few lines; Tab leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the words."""
        lines = max(1, min(self._lines(), _MOST_LINES))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + theme.px(8))

    def _lines(self) -> int:
        return round(self.document().size().height())  # a plain document counts lines

    def restyle(self) -> None:
        """Take the colours of the theme."""
        colors, palette = theme.current(), self.palette()
        roles = {
            QPalette.ColorRole.Base: colors["panel"],
            QPalette.ColorRole.Text: colors["t1"],
            QPalette.ColorRole.PlaceholderText: colors["t3"],
        }
        if any(palette.color(role) != color for role, color in roles.items()):
            for role, color in roles.items():
                palette.setColor(role, color)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class NoteBar(QWidget):
    """The note is kept by itself; an empty one goes away again."""

    written = Signal(int, str)
    """The note on a conversation, as it is to be kept."""
    reminder_cleared = Signal()
    left = Signal()
    """Esc: back to the words."""

    def __init__(self) -> None:
        super().__init__()
        self._conversation: int | None = None
        self._kept = ""
        self._begun = False
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.reminder = Elided(12, 500, "t2")
        self.clear = GhostButton("x", self.tr("No reminder"), height=24)
        self._when = QWidget()
        line = QHBoxLayout(self._when)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.reminder, 1)
        line.addWidget(self.clear)
        self.paper = _Paper()
        self.paper.setAccessibleName(self.tr("Private note"))
        self.paper.setPlaceholderText(self.tr("A note only you see"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._when)
        self._column.addWidget(self.paper)
        self._idle = QTimer(self, interval=_IDLE_MS)
        self._idle.setSingleShot(True)
        self._scale()
        self.hide()

    def _wire(self) -> None:
        self.clear.clicked.connect(self.reminder_cleared)
        self.paper.textChanged.connect(self._on_typed)
        self.paper.left.connect(self.left)
        self.paper.installEventFilter(self)
        self._idle.timeout.connect(self.keep)

    def begin(self) -> None:
        """Let the owner write."""
        self._begun = True
        self._fit()
        self.paper.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.paper.moveCursor(self.paper.textCursor().MoveOperation.End)

    def show_opened(self, opened: Opened, now_ms: int) -> None:
        """Show note and reminder of a conversation; what is being typed stays."""
        row = opened.row
        if row.id != self._conversation:
            self.keep()
            self._begun = False
            self._conversation = row.id
            self._take(opened.note)
        elif opened.note != self._kept and not self._is_dirty():
            self._take(opened.note)
        self._when.setVisible(row.remind_ms is not None)
        if row.remind_ms is not None:
            self.reminder.show_text(_reminder_words(row.remind_ms, now_ms, due=row.due))
        self._fit()

    def forget(self) -> None:
        """Nothing is open any more; what was typed is kept."""
        self.keep()
        self._conversation, self._begun = None, False
        self.hide()

    def keep(self) -> None:
        """Keep the note as it stands, if it changed."""
        self._idle.stop()
        if self._conversation is not None and self._is_dirty():
            self._kept = self.paper.toPlainText()
            self.written.emit(self._conversation, self._kept)

    def _take(self, note: str) -> None:
        self._kept = note
        if self.paper.toPlainText() != note:
            self.paper.setPlainText(note)
        self._idle.stop()

    def _is_dirty(self) -> bool:
        return self.paper.toPlainText() != self._kept

    def _on_typed(self) -> None:
        if self._is_dirty():
            self._idle.start()

    def _fit(self) -> None:
        written = self._begun or bool(self.paper.toPlainText())
        self.paper.setVisible(written)
        self.setVisible(written or self._when.isVisibleTo(self))
        self.paper.fit()

    def _scale(self) -> None:
        set_margins(self._column, self, theme.px(46), theme.px(6), theme.px(16), theme.px(7))
        self._column.setSpacing(theme.px(2))
        self.paper.setFont(theme.font(13))
        self.paper.restyle()
        self.paper.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
            if not self.paper.toPlainText():
                self._begun = False
                self._fit()
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._scale()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        painter.fillRect(self.rect(), colors["panel"])
        hairline(painter, 0, self.height() - 1, self.width())
        for part, icon in ((self._when, "alarm-clock"), (self.paper, "pencil")):
            if part.isVisible():
                self._paint_icon(painter, part, icon)
        if self.paper.hasFocus():
            focus_ring(painter, self.paper.geometry().adjusted(-4, -1, 4, 1), 6)
        painter.end()

    def _paint_icon(self, painter: QPainter, part: QWidget, icon: str) -> None:
        size = theme.px(14)
        x, y = theme.px(22), part.y() + (min(part.height(), theme.px(25)) - size) // 2
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - size
        paint_icon(painter, QRect(x, y, size, size), icon, theme.current()["t2"])


def _reminder_words(at_ms: int, now_ms: int, *, due: bool) -> str:
    when = times.full_time(at_ms)
    if due or at_ms <= now_ms:
        return QCoreApplication.translate("NoteBar", "You wanted to be reminded: {0}").format(when)
    return QCoreApplication.translate("NoteBar", "Reminder on {0}").format(when)
