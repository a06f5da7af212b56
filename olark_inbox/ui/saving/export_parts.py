"""What the saving dialog is made of: a choice with two lines of words, and a bar."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import baseline, fill_round, focus_ring, outline_round
from olark_inbox.ui.kit.paint import paint_dot
from olark_inbox.ui.kit.painted import PaintedButton


class ChoiceCard(PaintedButton):
    """One of several ways, with a line that says what it is good for."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._words = words
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        title = QFontMetrics(theme.font(13, 500)).horizontalAdvance(self.text())
        words = QFontMetrics(theme.font(12)).horizontalAdvance(self._words)
        return QSize(max(title, words) + theme.px(42 + 16), theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        chosen = self.isChecked()
        fill_round(painter, self.rect(), 8, colors["hover" if self.underMouse() else "base"])
        edge = colors["accent" if chosen else "line2"]
        outline_round(painter, self.rect(), 8, edge, 1.5 if chosen else 1.0)
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, self.rect(), 8)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._paint_button(painter, rtl=rtl)
        self._paint_words(painter, rtl=rtl)
        painter.end()

    def _paint_button(self, painter: QPainter, *, rtl: bool) -> None:
        colors, size = theme.current(), theme.px(18)
        x = self.width() - size - theme.px(12) if rtl else theme.px(12)
        circle = QRect(x, theme.px(10), size, size)
        chosen = self.isChecked()
        outline_round(
            painter, circle, size / 2, colors["accent" if chosen else "t3"], 2.0 if chosen else 1.25
        )
        if chosen:
            paint_dot(painter, QRectF(circle).center(), theme.px(8), colors["accent"])

    def _paint_words(self, painter: QPainter, *, rtl: bool) -> None:
        colors = theme.current()
        room = self.width() - theme.px(42 + 12)
        for text, font, shade, top in (
            (self.text(), theme.font(13, 500), "t1", 8),
            (self._words, theme.font(12), "t3", 27),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(colors[shade])
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            words = metrics.horizontalAdvance(shown)
            x = self.width() - theme.px(42) - words if rtl else theme.px(42)
            painter.drawText(x, baseline(metrics, theme.px(top), theme.px(18)), shown)


class Bar(QWidget):
    """How much is done."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._share = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show a part of the whole, from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    @property
    def share(self) -> float:
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        fill_round(painter, self.rect(), self.height() / 2, colors["chip"])
        width = round(self.width() * self._share)
        if width >= self.height():
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = self.width() - width if rtl else 0
            done = QRect(x, 0, width, self.height())
            fill_round(painter, done, self.height() / 2, colors["accent_fill"])
        painter.end()
