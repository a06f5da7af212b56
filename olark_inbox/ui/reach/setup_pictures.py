"""Small pictures of where to click: on ngrok's pages, in the mail, here, and on Olark's page.

They are painted in the colours of the theme and show places, not looks: a window, its parts in
grey, and in the accent what is to be pressed.
"""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import baseline, fill_round, outline_round, paint_icon

WIDTH, HEIGHT = 128, 84
_BAR = 14
_POINTER = ((0, 0), (0, 13), (4, 10), (6, 15), (8, 14), (6, 9), (11, 9))


class Scene(Enum):
    """What a picture shows."""

    SIGN_UP = auto()
    CONFIRM = auto()
    TOKEN = auto()
    PASTE = auto()


class Picture(QWidget):
    """One of the scenes. It only shows; what it means stands beside it in words."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        _window(painter, self.rect(), browser=self._scene is not Scene.PASTE)
        _SCENES[self._scene](painter)
        painter.end()


class Sign(QWidget):
    """An icon that only shows."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(16), theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._icon, theme.current()["t3"])
        painter.end()


class Box(QWidget):
    """A ticked box of Olark's page; here it only shows."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(18), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, inner = theme.current(), theme.px(14)
        fill_round(painter, self.rect(), 5, colors["accent_fill"])
        at = (self.width() - inner) // 2
        paint_icon(painter, QRect(at, at, inner, inner), "check", colors["on_accent"])
        painter.end()


class Plaque(QWidget):
    """The words of a button of Olark's page, in its shape; here it only shows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._metrics().horizontalAdvance(self.text) + theme.px(24), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, metrics = theme.current(), self._metrics()
        fill_round(painter, self.rect(), 7, colors["base"])
        outline_round(painter, self.rect(), 7, colors["line2"])
        painter.setFont(theme.font(12, 500))
        painter.setPen(colors["t1"])
        x = (self.width() - metrics.horizontalAdvance(self.text)) // 2
        painter.drawText(x, baseline(metrics, 0, self.height()), self.text)
        painter.end()

    @staticmethod
    def _metrics() -> QFontMetrics:
        return QFontMetrics(theme.font(12, 500))


def _rect(x: int, y: int, width: int, height: int) -> QRect:
    """Return a place in the picture, at the text size in use."""
    return QRect(theme.px(x), theme.px(y), theme.px(width), theme.px(height))


def _window(painter: QPainter, whole: QRect, *, browser: bool) -> None:
    colors = theme.current()
    fill_round(painter, whole, 8, colors["base"])
    bar = whole.adjusted(1, 1, -1, 0)
    bar.setHeight(theme.px(_BAR))
    fill_round(painter, bar, 7, colors["side"])
    painter.fillRect(0, theme.px(_BAR), whole.width(), 1, colors["line"])
    for place in range(3):
        fill_round(painter, _rect(7 + 7 * place, 6, 4, 4), 2, colors["line2"])
    if browser:
        fill_round(painter, _rect(34, 4, 86, 8), 4, colors["chip"])
    outline_round(painter, whole, 8, colors["line2"])


def _line(painter: QPainter, x: int, y: int, width: int, shade: str = "line2") -> None:
    fill_round(painter, _rect(x, y, width, 4), 2, theme.current()[shade])


def _field(painter: QPainter, x: int, y: int, width: int) -> None:
    colors, place = theme.current(), _rect(x, y, width, 13)
    fill_round(painter, place, 4, colors["field"])
    outline_round(painter, place, 4, colors["line2"])


def _dots(painter: QPainter, x: int, y: int, count: int) -> None:
    for place in range(count):
        fill_round(painter, _rect(x + 6 * place, y, 3, 3), 1.5, theme.current()["t3"])


def _press(painter: QPainter, x: int, y: int, width: int, height: int = 14) -> None:
    """Paint what is to be pressed, with the pointer on it."""
    colors, place = theme.current(), _rect(x, y, width, height)
    fill_round(painter, place, 4, colors["accent_fill"])
    inside = QRect(0, 0, place.width() // 2, theme.px(4))
    inside.moveCenter(place.center())
    fill_round(painter, inside, 2, colors["on_accent"])
    _pointer(painter, QPoint(place.right() - theme.px(10), place.center().y()))


def _pointer(painter: QPainter, at: QPoint) -> None:
    colors = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colors["base"])
    painter.setBrush(colors["t1"])
    painter.drawPolygon(
        QPolygon([QPoint(at.x() + theme.px(x), at.y() + theme.px(y)) for x, y in _POINTER]),
        Qt.FillRule.OddEvenFill,
    )
    painter.restore()


def _sign_up(painter: QPainter) -> None:
    _line(painter, 40, 22, 48, "t3")
    _field(painter, 24, 31, 80)
    _field(painter, 24, 47, 80)
    _press(painter, 24, 64, 80)


def _confirm(painter: QPainter) -> None:
    colors = theme.current()
    paint_icon(painter, _rect(10, 22, 16, 16), "mail", colors["t2"])
    _line(painter, 32, 24, 52, "t3")
    _line(painter, 32, 33, 34)
    painter.fillRect(_rect(10, 43, 108, 1), colors["line"])
    _line(painter, 10, 50, 96)
    _press(painter, 10, 61, 60)


def _token(painter: QPainter) -> None:
    colors = theme.current()
    painter.fillRect(_rect(1, _BAR + 1, 36, HEIGHT - _BAR - 8), colors["side"])
    for y in (22, 32, 52, 62):
        _line(painter, 8, y, 22)
    fill_round(painter, _rect(4, 39, 30, 10), 3, colors["sel"])
    _line(painter, 8, 42, 22, "accent")
    _line(painter, 46, 23, 44, "t3")
    _field(painter, 46, 34, 54)
    _dots(painter, 52, 39, 7)
    _press(painter, 103, 33, 17, 15)
    _line(painter, 46, 58, 66)
    _line(painter, 46, 67, 48)


def _paste(painter: QPainter) -> None:
    _line(painter, 12, 24, 60, "t3")
    _line(painter, 12, 33, 84)
    _field(painter, 12, 46, 66)
    paint_icon(painter, _rect(15, 47, 11, 11), "lock", theme.current()["t2"])
    _dots(painter, 30, 51, 7)
    _press(painter, 83, 46, 34)


_SCENES: dict[Scene, Callable[[QPainter], None]] = {
    Scene.SIGN_UP: _sign_up,
    Scene.CONFIRM: _confirm,
    Scene.TOKEN: _token,
    Scene.PASTE: _paste,
}
