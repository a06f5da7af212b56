"""The small shapes every pane draws: avatars, pills, key caps, hairlines, the focus ring."""

import unicodedata
import zlib
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from olark_inbox.ui.kit import theme

PILL_HEIGHT = 18
RING = 2.0


def text_direction(text: str) -> Qt.LayoutDirection:
    """Return the direction of a text by its first strong letter, whatever the window's is."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def baseline(metrics: QFontMetrics, top: int, height: int) -> int:
    """Return the y of a line's baseline: fallback fonts are taller, so lines go by baseline."""
    return top + metrics.ascent() + (height - metrics.height()) // 2


def hue_of(key: str) -> int:
    """Return which of the eight avatar or tag colours stands for a text, the same for ever."""
    return zlib.crc32(key.encode("utf-8", "replace")) % 8


_chosen_hues: dict[str, int] = {}


def choose_tag_hues(hues: dict[str, int]) -> None:
    """Let tags have the colours the owner chose for his own."""
    _chosen_hues.clear()
    _chosen_hues.update({tag.casefold(): hue for tag, hue in hues.items()})


def tag_color(tag: str) -> QColor:
    """Return the colour of a tag's dot: the one the owner chose, or else one by its name."""
    dots, folded = theme.current().tag_dots, tag.casefold()
    return dots[_chosen_hues.get(folded, hue_of(folded)) % len(dots)]


def initials(name: str) -> str:
    """Return one or two letters for an avatar: "PR", "田", "ل"; "" where there is no letter."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return ""
    first, last = words[0][0], words[-1][0]
    if len(words) > 1 and first.upper() != first.lower() and last.upper() != last.lower():
        return (first.upper() + last.upper())[:2]
    return first.upper()[:1]


def fill_round(painter: QPainter, rect: QRectF | QRect, radius: float, color: QColor) -> None:
    """Fill a rounded rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(rect), radius, radius)


def outline_round(
    painter: QPainter, rect: QRectF | QRect, radius: float, color: QColor, width: float = 1.0
) -> None:
    """Draw the edge of a rounded rectangle, all of it inside."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(
        QRectF(rect).adjusted(half, half, -half, -half), radius - half, radius - half
    )


def focus_ring(painter: QPainter, rect: QRectF | QRect, radius: float) -> None:
    """Draw the keyboard's place: two pixels of accent inside a shape."""
    outline_round(painter, rect, radius, theme.current()["accent"], RING)


def hairline(painter: QPainter, x: int, y: int, length: int, *, vertical: bool = False) -> None:
    """Draw one pixel of `line` along a row (or a column): filled, a pen blurs at 150 %."""
    rect = QRect(x, y, 1, length) if vertical else QRect(x, y, length, 1)
    painter.fillRect(rect, theme.current()["line"])


def paint_dot(painter: QPainter, center: QPointF, diameter: float, color: QColor) -> None:
    """Fill a small disc."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(center, diameter / 2, diameter / 2)


def dpr_of(painter: QPainter) -> float:
    """Return the device's pixels a point; a grab or a print has another than the screen."""
    return painter.device().devicePixelRatioF()


def paint_icon(
    painter: QPainter, square: QRect, name: str, color: QColor, *, filled: bool = False
) -> None:
    """Draw an icon in a square of whole pixels."""
    picture = theme.pixmap(name, color, square.width(), dpr_of(painter), filled=filled)
    painter.drawPixmap(square.topLeft(), picture)


# ---------------------------------------------------------------------------------------- avatar


@dataclass(frozen=True)
class Face:
    """Who an avatar stands for: `key` (the visitor's id) chooses the colour."""

    name: str
    key: str = ""
    anonymous: bool = False
    live: bool = False


def paint_avatar(
    painter: QPainter,
    rect: QRect,
    face: Face,
    *,
    disc: QColor | None = None,
    around: QColor | None = None,
) -> None:
    """Draw an avatar. `disc` replaces its fill (on a selected row), `around` is what it lies on."""
    colors = theme.current()
    letters = "" if face.anonymous else initials(face.name)
    back, front = colors.avatars[hue_of(face.key or face.name) if letters else 7]
    painter.save()
    fill_round(painter, rect, rect.width() / 2, disc or back)
    if letters:
        painter.setFont(_letters_font(rect.height()))
        painter.setPen(front)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    else:
        size = round(rect.width() * 0.5)
        square = QRect(0, 0, size, size)
        square.moveTopLeft(rect.topLeft() + QPoint(*[(rect.width() - size) // 2] * 2))
        paint_icon(painter, square, "user", front)
    if face.live:
        _paint_live_dot(painter, rect, around or colors["base"])
    painter.restore()


def _letters_font(height: int) -> QFont:
    result = QFont(theme.font(13, 600))
    result.setPixelSize(max(8, round(height * 0.36)))
    return result


def _paint_live_dot(painter: QPainter, rect: QRect, around: QColor) -> None:
    size = max(8.0, rect.width() * 10 / 36)
    center = QPointF(rect.right() + 1 - size / 2, rect.bottom() + 1 - size / 2)
    paint_dot(painter, center, size + 4, around)
    paint_dot(painter, center, size, theme.current()["live_dot"])


# ------------------------------------------------------------------------------- pills, key caps


@dataclass(frozen=True)
class PillLook:
    """A pill's words and colours; at most one of `icon` and `dot` stands before the words."""

    text: str
    fg: QColor
    bg: QColor
    icon: str = ""
    dot: QColor | None = None


def pill_font() -> QFont:
    """Return the font of pills."""
    return theme.font(11, 500)


def pill_width(look: PillLook) -> int:
    """Return how wide a pill is in full."""
    words = QFontMetrics(pill_font()).horizontalAdvance(look.text)
    return theme.px(6) + _lead(look) + words + theme.px(6)


def _lead(look: PillLook) -> int:
    if look.icon:
        return theme.px(14)
    return theme.px(10) if look.dot is not None else 0


def paint_pill(
    painter: QPainter, x: int, y: int, look: PillLook, *, width: int | None = None
) -> int:
    """Draw a pill with its top left at (x, y), elided where `width` is less; return its width."""
    height, lead = theme.px(PILL_HEIGHT), _lead(look)
    full = pill_width(look)
    width = full if width is None else min(width, full)
    painter.save()
    fill_round(painter, QRect(x, y, width, height), theme.px(8), look.bg)
    if look.icon:
        size = theme.px(12)
        square = QRect(x + theme.px(5), y + (height - size) // 2, size, size)
        paint_icon(painter, square, look.icon, look.fg)
    elif look.dot is not None:
        center = QPointF(x + theme.px(9), y + height / 2)
        paint_dot(painter, center, theme.px(6), look.dot)
    metrics = QFontMetrics(pill_font())
    room = width - lead - theme.px(12)
    text = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, room + 1)
    painter.setFont(pill_font())
    painter.setPen(look.fg)
    painter.drawText(x + theme.px(6) + lead, baseline(metrics, y, height), text)
    painter.restore()
    return width


def key_cap_width(text: str) -> int:
    """Return how wide a key cap is."""
    return QFontMetrics(theme.font(11)).horizontalAdvance(text) + theme.px(10)


def paint_key_cap(painter: QPainter, rect: QRect, text: str) -> None:
    """Draw the name of a key in its cap."""
    colors = theme.current()
    painter.save()
    outline_round(painter, rect, 4, colors["line2"])
    painter.setFont(theme.font(11))
    painter.setPen(colors["t3"])
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
