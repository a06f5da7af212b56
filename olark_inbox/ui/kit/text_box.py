"""A field of several lines to type in or to paste into."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import fill_round, focus_ring, outline_round


class TextBox(QWidget):
    """The words are in `text`; Tab leaves it."""

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.text = QPlainTextEdit()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        # The box is the surface; the text lies on it without one of its own.
        self.text.viewport().setAutoFillBackground(False)
        self.text.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        self.restyle()

    def restyle(self) -> None:
        """Take the size of the text."""
        self.text.setFont(theme.font(13))
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * self._lines)
        edge = theme.px(6)
        self._column.setContentsMargins(edge, edge, edge, edge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        fill_round(painter, self.rect(), 8, colors["field"])
        if self.text.hasFocus():
            focus_ring(painter, self.rect(), 8)
        else:
            outline_round(painter, self.rect(), 8, colors["line"])
        painter.end()
