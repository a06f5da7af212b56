"""The pill "2 new" on top of a list that holds its place."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.paint import baseline, fill_round, outline_round, paint_icon


class NewPill(QAbstractButton):
    """Says how many rows arrived above what is seen; a click shows them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    def show_count(self, count: int, area: QRect) -> None:
        """Stand at the top of an area, or go where there is nothing new."""
        self.setVisible(count > 0)
        if count == 0:
            return
        self.setText(self.tr("%Ln new", "", count))
        self.setAccessibleName(self.tr("%Ln new above, show", "", count))
        size = self.sizeHint()
        left = area.left() + (area.width() - size.width()) // 2
        self.setGeometry(left, area.top() + theme.px(8), size.width(), size.height())
        self.raise_()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(12, 600)).horizontalAdvance(self.text())
        return QSize(words + theme.px(44), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        colors, px = theme.current(), theme.px
        painter = QPainter(self)
        fill = "accent_press" if self.isDown() else "accent_fill"
        if self.underMouse() and not self.isDown():
            fill = "accent_hover"
        fill_round(painter, self.rect(), self.height() / 2, colors[fill])
        outline_round(painter, self.rect(), self.height() / 2, colors["base"])
        size = px(14)
        square = QRect(px(12), (self.height() - size) // 2, size, size)
        paint_icon(painter, square, "arrow-up", colors["on_accent"])
        font = theme.font(12, 600)
        painter.setFont(font)
        painter.setPen(colors["on_accent"])
        painter.drawText(px(30), baseline(QFontMetrics(font), 0, self.height()), self.text())
        painter.end()
