"""Whose paper it is: the shop's logo and name above a conversation that stands by itself."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from olark_inbox.export.pdf.blocks import Whole
from olark_inbox.export.pdf.ink import color
from olark_inbox.export.pdf.lines import Type, short
from olark_inbox.export.pdf.paper import POINT

_LOGO = QSizeF(130.0 * POINT, 32.0 * POINT)
_AIR = 20.0 * POINT
_NAME = Type(10.5, 600, 14 * POINT)
_SHARPLY = QPainter.RenderHint.LosslessImageRendering
"""Else Qt makes a photograph of it, with blurred edges."""


class Letterhead(Whole):
    """The logo at the left, the name at the right; at the left where there is no logo."""

    def __init__(self, shop: str, logo: QImage | None, width: float) -> None:
        self._width = width
        self._logo = logo
        self._size = logo_size(logo, _LOGO) if logo is not None else QSizeF(0, 0)
        self._name = short(shop, _NAME, width - self._size.width() - _AIR)
        self.height = max(self._size.height(), self._name.height) + _AIR

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        tall = self.height - _AIR
        if self._logo is not None:
            paint_logo(painter, self._logo, x, y + (tall - self._size.height()) / 2, self._size)
        left = x if self._logo is None else x + self._width - self._name.width
        self._name.draw(painter, left, y + (tall - self._name.height) / 2, color("t2"))


def logo_size(logo: QImage, room: QSizeF) -> QSizeF:
    """Return how large a logo is drawn to fill a room, as wide to its height as it is."""
    return QSizeF(logo.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


def paint_logo(painter: QPainter, logo: QImage, x: float, y: float, size: QSizeF) -> None:
    """Draw a logo as sharp as it is."""
    painter.setRenderHint(_SHARPLY)
    painter.drawImage(QRectF(x, y, size.width(), size.height()), logo)
    painter.setRenderHint(_SHARPLY, on=False)
