"""The drawing of one row, part by part."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from olark_inbox.store.rows import Row
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.paint import (
    baseline,
    fill_round,
    focus_ring,
    outline_round,
    paint_avatar,
    paint_dot,
    paint_icon,
    paint_pill,
)
from olark_inbox.ui.list.geometry import RowPlaces
from olark_inbox.ui.list.rowtext import (
    LEFT,
    RIGHT,
    Line,
    RowText,
    look_of,
    name_font,
    time_font,
    units,
)

Action = Literal["done", "star", "tag"]


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands in the view: everything its look depends on besides its words."""

    selected: Literal["", "sel", "sel_idle"] = ""
    hovered: bool = False
    ring: bool = False
    line_below: bool = True
    checked: bool = False
    """One of several selected: the avatar is a ticked box."""
    open: bool = False
    """The one that is being read: it has no unread dot."""
    compact: bool = False
    mirrored: bool = False
    actions: tuple[Action, ...] = ()
    """The buttons shown under the pointer, instead of the time."""
    hot: int = -1
    """Which of them the pointer is on."""


@dataclass(frozen=True)
class _Ink:
    """How a line is written, and the height (in the design's pixels) it is centred in."""

    font: QFont
    color: QColor
    height: int = 20


def paint_row(painter: QPainter, places: RowPlaces, text: RowText, state: RowState) -> None:
    """Paint a row whose words are known."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_surface(painter, places, state)
    colors = theme.current()
    if text.row.unread and not state.open:
        middle = places.avatar.center().y()
        dot = places.at(12, 0, 8, 8)
        center = QPointF(dot.left() + dot.width() / 2, middle + 1)
        paint_dot(painter, center, theme.px(8), colors["accent"])
    _paint_face(painter, places, text, state)
    if not state.actions:
        _paint_end(painter, places, text)
    _paint_words(painter, places, text, state)
    if state.ring:
        focus_ring(painter, places.surface, theme.px(8))


def paint_placeholder(painter: QPainter, places: RowPlaces, state: RowState) -> None:
    """Paint a row that is on its way: where its words will be, quietly."""
    _paint_surface(painter, places, state)
    color = theme.current()["field"]
    fill_round(painter, places.avatar, places.avatar.width() / 2, color)
    bars = ((8, 120), (26, 220)) if places.compact else ((12, 120), (34, 240), (52, 180))
    for y, width in bars:
        fill_round(painter, places.at(LEFT, y + 3, width, 9), theme.px(4), color)
    if state.ring:
        focus_ring(painter, places.surface, theme.px(8))


def _paint_surface(painter: QPainter, places: RowPlaces, state: RowState) -> None:
    colors = theme.current()
    painter.fillRect(places.rect, colors["base"])
    fill = state.selected or ("hover" if state.hovered else "")
    if fill:
        fill_round(painter, places.surface, theme.px(8), colors[fill])
    elif state.line_below:
        painter.fillRect(places.hairline, colors["line"])


def _paint_face(painter: QPainter, places: RowPlaces, text: RowText, state: RowState) -> None:
    colors = theme.current()
    if not state.checked:
        disc = colors["base"] if state.selected else None
        around = colors[state.selected or ("hover" if state.hovered else "base")]
        paint_avatar(painter, places.avatar, text.face, disc=disc, around=around)
        return
    size = theme.px(20)
    box = QRect(0, 0, size, size)
    box.moveCenter(places.avatar.center())
    fill_round(painter, box, theme.px(5), colors["accent_fill"])
    inset = theme.px(3)
    tick = box.adjusted(inset, inset, -inset, -inset)
    paint_icon(painter, tick, "check", colors["on_accent"])


def _paint_end(painter: QPainter, places: RowPlaces, text: RowText) -> None:
    """Paint star, kind glyph and time at the end of the name's line."""
    colors, px = theme.current(), theme.px
    strong = text.live or text.row.unread
    color = colors["live" if text.live else "accent" if text.row.unread else "t3"]
    place = places.from_end(RIGHT, 0, text.time_width, 20)
    ink = _Ink(time_font(strong=strong), color)
    _draw(painter, Line(text.time), ink, place.left(), places.name_top)
    end = RIGHT + 6
    used = text.time_width
    if text.glyph is not None:
        glyph = _square(places, end, used, 14)
        paint_icon(painter, glyph, text.glyph.icon, _badge_color(text))
        used += px(20)
    if text.row.starred:
        star = _square(places, end, used, 14)
        paint_icon(painter, star, "star", colors["star"], filled=True)


def _square(places: RowPlaces, end: int, used: int, side: int) -> QRect:
    px = theme.px
    size = px(side)
    left = places.rect.right() + 1 - px(end) - used - size
    top = places.name_top + (px(20) - size) // 2
    return places.mirror(QRect(left, top, size, size))


def _badge_color(text: RowText) -> QColor:
    look = text.glyph.look if text.glyph is not None else "chip"
    return theme.current()[look if look in ("live", "offline", "alert") else "t2"]


def _paint_words(painter: QPainter, places: RowPlaces, text: RowText, state: RowState) -> None:
    colors, px = theme.current(), theme.px
    name = _Ink(name_font(text.row), colors["t1"])
    _draw_at(painter, places, text.name, name, places.name_top)
    words = _Ink(theme.font(13), colors["t2"], 18)
    for number, line in enumerate(text.preview):
        top = places.preview_top + px(18) * number
        _draw_at(painter, places, line, words, top)
    for placed in text.badges:
        left = places.rect.left() + px(LEFT) + placed.x
        at = places.mirror(QRect(left, places.meta_top, placed.width, px(18)))
        look = look_of(placed.badge, selected=bool(state.selected))
        paint_pill(painter, at.left(), at.top(), look, width=placed.width)
    if text.who:
        font = theme.font(12)
        width = QFontMetrics(font).horizontalAdvance(text.who)
        left = places.rect.left() + px(LEFT) + text.who_x
        at = places.mirror(QRect(left, places.meta_top, width, px(18)))
        _draw(painter, Line(text.who), _Ink(font, colors["t3"], 18), at.left(), at.top())
    if text.rating:
        at = places.from_end(RIGHT, 70, text.rating_width, 18)
        ink = _Ink(time_font(strong=True), colors["t2"], 18)
        _draw(painter, Line(text.rating), ink, at.left(), at.top())


def _draw_at(painter: QPainter, places: RowPlaces, line: Line, ink: _Ink, top: int) -> None:
    """Draw a line at the leading edge of the words."""
    left = places.rect.left() + theme.px(LEFT)
    if places.mirrored:
        width = QFontMetrics(ink.font).horizontalAdvance(line.text)
        left = places.mirror(QRect(left, top, width, 1)).left()
    _draw(painter, line, ink, left, top)


def _draw(painter: QPainter, line: Line, ink: _Ink, left: int, top: int) -> None:
    """Draw one line by its baseline: fonts of other scripts are taller and must not jump."""
    direction = (
        Qt.LayoutDirection.RightToLeft if line.right_to_left else Qt.LayoutDirection.LeftToRight
    )
    base = baseline(QFontMetrics(ink.font), top, theme.px(ink.height))
    painter.setPen(ink.color)
    if not line.marks:
        painter.setFont(ink.font)
        painter.setLayoutDirection(direction)
        painter.drawText(QPoint(left, base), line.text)
        return
    layout = QTextLayout(line.text, ink.font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.setFormats([_mark(line.text, start, end) for start, end in line.marks])
    layout.beginLayout()
    first = layout.createLine()
    layout.endLayout()
    layout.draw(painter, QPointF(left, base - first.ascent()))


def _mark(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    colors = theme.current()
    result = QTextLayout.FormatRange()
    result.start = units(text, start)
    result.length = units(text, end) - result.start
    look = QTextCharFormat()
    look.setBackground(colors["mark"])
    look.setForeground(colors["mark_t"])
    result.format = look
    return result


# -------------------------------------------------------------------------------- under the pointer

_ICONS: dict[Action, tuple[str, str]] = {
    "done": ("circle-check", "undo-2"),
    "star": ("star", "star"),
    "tag": ("tag", "tag"),
}


def paint_actions(painter: QPainter, places: RowPlaces, row: Row, state: RowState) -> None:
    """Paint the buttons that stand where the time was."""
    colors = theme.current()
    for number, rect in enumerate(places.actions(len(state.actions))):
        action = state.actions[number]
        hot = number == state.hot
        fill_round(painter, rect, theme.px(6), colors["chip" if hot else "base"])
        if not hot:
            outline_round(painter, QRectF(rect), theme.px(6), colors["line"])
        on = {"done": row.done, "star": row.starred, "tag": False}[action]
        icon = _ICONS[action][1 if on else 0]
        size = theme.px(14)
        square = QRect(0, 0, size, size)
        square.moveTopLeft(rect.topLeft() + QPoint(*[(rect.width() - size) // 2] * 2))
        filled = action == "star" and on
        color = colors["star"] if filled else colors["t1" if hot else "t2"]
        paint_icon(painter, square, icon, color, filled=filled)
