"""The bar over a transcript that counts hits and goes from one to the next."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from olark_inbox.ui.detail.lines import Elided
from olark_inbox.ui.detail.phrases import count
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import GhostButton, hairline, paint_icon
from olark_inbox.ui.kit.mirrored import set_margins

HEIGHT = 40


class FindBar(QWidget):
    """Words, how many hits, up and down. Esc closes it."""

    words_changed = Signal(str)
    next_clicked = Signal()
    previous_clicked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setAccessibleName(self.tr("Find in this chat"))
        self.field.setPlaceholderText(self.tr("Find in this chat"))
        self.field.setStyleSheet("QLineEdit{background:transparent;border:none}")
        self.figure = Elided(12, 400, "t3")
        self.previous = GhostButton("chevron-up", self.tr("Previous hit (Shift+F3)"), height=28)
        self.next = GhostButton("chevron-down", self.tr("Next hit (F3)"), height=28)
        self.close_button = GhostButton("x", self.tr("Close (Esc)"), height=28)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1)
        for widget in (self.figure, self.previous, self.next, self.close_button):
            self._row.addWidget(widget)
        self._scale()

    def _wire(self) -> None:
        self.field.textEdited.connect(self.words_changed)
        self.previous.clicked.connect(self.previous_clicked)
        self.next.clicked.connect(self.next_clicked)
        self.close_button.clicked.connect(self.closed)

    def show_words(self, words: str) -> None:
        """Show what is looked for, without looking for it."""
        if self.field.text() != words:
            self.field.setText(words)

    def show_hits(self, current: int, total: int) -> None:
        """Show which hit of how many stands in view; `current` counts from 0."""
        if total:
            text = self.tr("{0} of {1} in this chat").format(count(current + 1), count(total))
        else:
            text = self.tr("Not in these words") if self.field.text().strip() else ""
        self.figure.show_text(text)
        self.previous.setEnabled(total > 1)
        self.next.setEnabled(total > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_clicked if back else self.next_clicked).emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._scale()

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self.field.setFont(theme.font(13, 500))
        set_margins(self._row, self, theme.px(42), 0, theme.px(12), 1)
        self._row.setSpacing(theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, size = theme.current(), theme.px(16)
        painter.fillRect(self.rect(), colors["panel"])
        hairline(painter, 0, self.height() - 1, self.width())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - theme.px(20) - size if mirrored else theme.px(20)
        square = QRect(x, (self.height() - size) // 2, size, size)
        paint_icon(painter, square, "search", colors["t2"])
        painter.end()
