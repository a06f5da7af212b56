"""The toast: what was just done, and Undo for six seconds."""

import functools
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.announce import announce
from olark_inbox.ui.kit.controls import LinkButton, fill_round, outline_round, paint_icon
from olark_inbox.ui.kit.words import translate

SHOWN_MS = 6_000
HEIGHT = 44
_SHADOW = 14
_LAYERS = 14


class _UndoButton(LinkButton):
    """Undo in amber: the toast is dark in both themes."""

    def label_font(self) -> QFont:
        result = QFont(theme.font(13, 600))
        result.setUnderline(self._hovered())
        return result

    def _ink(self) -> str:
        return "mark" if theme.current().name == "light" else "star"


class Toast(QWidget):
    """Lies over the lower edge of its parent; one at a time."""

    def __init__(self, parent: QWidget, over: Callable[[], QWidget] | None = None) -> None:
        super().__init__(parent)
        self._over = parent
        self._centre = over or (lambda: parent)
        self._text = ""
        self._icon = "check"
        self._action: Callable[[], None] | None = None
        self._also: tuple[str, Callable[[], None]] | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        self.button = _UndoButton("")
        self._row = QHBoxLayout(self)
        self.second = _UndoButton("")
        self._row.addStretch(1)
        self._row.addWidget(self.second)
        self._row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self.hide()

    def _wire(self) -> None:
        self._timer.timeout.connect(self.dismiss)
        self.button.clicked.connect(self._on_clicked)
        self.second.clicked.connect(self._on_second)
        self._over.installEventFilter(self)

    def say(
        self,
        text: str,
        action: Callable[[], None] | None = None,
        *,
        action_words: str = "",
        icon: str = "check",
        also: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a sentence, with one thing to press (Undo where nothing else is said) or two."""
        self._text, self._icon, self._action, self._also = text, icon, action, also
        self.second.setText(also[0] if also else "")
        self.second.setAccessibleName(self.second.text())
        self.second.setVisible(also is not None)
        self.button.setText(action_words or translate("Toast", "Undo"))
        self.button.setAccessibleName(self.button.text())
        self.button.setVisible(action is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.update()
        announce(self, text)
        self._timer.start()

    def text(self) -> str:
        """Return what stands there, "" while nothing is shown."""
        return self._text if self.isVisibleTo(self._over) else ""

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self._action = self._also = None
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        font = theme.font(13, 500)
        words = self._metrics_width(font)
        width = words + theme.px(54) + self._buttons_width()
        return QSize(width + 2 * _SHADOW, theme.px(HEIGHT) + 2 * _SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        light = colors.name == "light"
        box = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        if light:
            painter.drawPixmap(0, 0, _shadow(self.size(), self.devicePixelRatioF()))
        fill_round(painter, box, 10, colors["t1"] if light else colors["raised"])
        if not light:
            outline_round(painter, box, 10, colors["line2"])
        ink = colors["base"] if light else colors["t1"]
        self._paint_words(painter, box, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRect, ink: QColor) -> None:
        size, edge, gap = theme.px(16), theme.px(14), theme.px(8)
        taken = self._buttons_width() or edge
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        icon = QRect(box.x() + edge, box.y() + (box.height() - size) // 2, size, size)
        room = box.adjusted(edge + size + gap, 0, -taken, 0)
        if rtl:
            icon.moveRight(box.right() - edge)
            room = box.adjusted(taken, 0, -(edge + size + gap), 0)
        paint_icon(painter, icon, self._icon, ink)
        painter.setFont(theme.font(13, 500))
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, room.width()
        )
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, where, text)

    def _buttons_width(self) -> int:
        shown = [(self._action, self.button), (self._also, self.second)]
        widths = [button.sizeHint().width() for act, button in shown if act is not None]
        return sum(widths) + theme.px(12) * len(widths)

    def _metrics_width(self, font: QFont) -> int:
        return QFontMetrics(font).horizontalAdvance(self._text)

    def _place(self) -> None:
        parent = self._over
        end = _SHADOW + theme.px(12)
        self._row.setContentsMargins(end, _SHADOW, end, _SHADOW)
        size = self.sizeHint()
        width = min(size.width(), parent.width() - 16)
        below = self._centre()
        middle = below.mapTo(parent, below.rect().center()).x() if below is not parent else -1
        x = middle - width // 2 if middle >= 0 else (parent.width() - width) // 2
        x = max(8, min(x, parent.width() - width - 8))
        self.setGeometry(x, parent.height() - size.height() - 4, width, size.height())

    def _on_clicked(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def _on_second(self) -> None:
        also = self._also
        self.dismiss()
        if also is not None:
            also[1]()


@functools.lru_cache(maxsize=8)
def _shadow(size: QSize, dpr: float) -> QPixmap:
    """Return what lies under the sentence in the light, drawn once: it is painted often."""
    result = QPixmap(size * dpr)
    result.setDevicePixelRatio(dpr)
    result.fill(Qt.GlobalColor.transparent)
    box = QRectF(QPointF(0, 0), QSizeF(size)).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
    color = QColor(theme.theme("light")["shadow"])
    color.setAlphaF(0.012)
    painter = QPainter(result)
    for layer in range(_LAYERS):
        spread = _SHADOW * (1 - layer / _LAYERS)
        area = box.adjusted(-spread, -spread + 4, spread, min(spread + 4, _SHADOW))
        fill_round(painter, area, 10 + spread, color)
    painter.end()
    return result
