"""The program's own sign: the window's icon, the mark in the sidebar, and the tray's glyph."""

import functools
from enum import StrEnum

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from olark_inbox.base.resources import resource
from olark_inbox.ui.kit import theme

SIZES = (16, 20, 22, 24, 32, 40, 48, 64, 128, 256)
_SIMPLE_BELOW = 28
_MOST_SHOWN = 9


class TrayState(StrEnum):
    """What the glyph's corner shows beside the number of unread."""

    CALM = "calm"
    PAUSED = "paused"
    TROUBLE = "trouble"


@functools.cache
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(resource("icons", name)))


def mark(size: int, ratio: float = 1.0) -> QPixmap:
    """Return the sign at a size; small ones from a simpler drawing on whole pixels."""
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    name = "app-16.svg" if pixels < _SIMPLE_BELOW else "app.svg"
    _renderer(name).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def app_icon() -> QIcon:
    """Return the icon of the program at every size a desktop asks for."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(mark(size))
    return icon


def pictures(sizes: tuple[int, ...] = (16, 24, 32, 48, 64, 128, 256, 512)) -> dict[int, bytes]:
    """Return the sign as PNG by its size, and as the drawing itself under 0."""
    drawn = {0: resource("icons", "app.svg").read_bytes()}
    for size in sizes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        mark(size).save(buffer, "PNG")
        drawn[size] = bytes(buffer.data().data())
    return drawn


def tray_icon(unread: int, state: TrayState) -> QIcon:
    """Return the tray's glyph: the sign, the number of unread (9+), and a mark for trouble."""
    icon = QIcon()
    for size in SIZES[:8]:
        icon.addPixmap(tray_glyph(size, unread, state))
    return icon


def tray_glyph(size: int, unread: int, state: TrayState) -> QPixmap:
    """Draw the tray's glyph at one size in pixels."""
    pixmap = mark(size)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if unread > 0:
        _badge(painter, size, unread)
    if state is TrayState.TROUBLE:
        _corner(painter, size, _red())
    if state is TrayState.PAUSED:
        _pause(painter, size)
    painter.end()
    return pixmap


def _red() -> QColor:
    return theme.theme("light")["alert_dot"]


def _corner(painter: QPainter, size: int, color: QColor) -> None:
    radius = max(size * 0.22, 3.5)
    centre = QPointF(size - radius, size - radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawEllipse(centre, radius + size / 16, radius + size / 16)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(color)
    painter.drawEllipse(centre, radius, radius)


def _badge(painter: QPainter, size: int, unread: int) -> None:
    """Put a number in the upper right corner, cut free from the sign to read on any panel."""
    text = str(unread) if unread <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
    height = max(round(size * 0.6), 10)
    font = theme.font(1, 600)
    font.setPixelSize(max(round(height * 0.85), 9))
    painter.setFont(font)
    advance = painter.fontMetrics().horizontalAdvance(text)
    width = min(max(advance + max(size // 8, 2), height), size)
    box = QRectF(size - width, 0, width, height)
    gap = max(size / 16, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawRoundedRect(box.adjusted(-gap, -gap, gap, gap), height / 2 + gap, height / 2 + gap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(QColor("#FFC44D"))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(QColor("#1A1C20"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _pause(painter: QPainter, size: int) -> None:
    """Put two bars in the lower left corner: alerts are paused."""
    bar, height = max(round(size * 0.12), 2), max(round(size * 0.36), 6)
    left, top = 0, size - height
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawRect(left, top - 1, 3 * bar + 1, height + 1)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(QColor("#FFC44D"))
    painter.drawRect(left, top, bar, height)
    painter.drawRect(left + 2 * bar, top, bar, height)


class AppMark(QWidget):
    """The sign as a small widget of a fixed size."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(size, size)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.drawPixmap(0, 0, mark(self._size, self.devicePixelRatioF()))
        painter.end()
