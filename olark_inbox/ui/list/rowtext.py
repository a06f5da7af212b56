"""A row's words cut to its width: measured once a row and width, painted many times."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from olark_inbox.olark.standing import Standing
from olark_inbox.store.rows import Row
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.paint import Face, PillLook, pill_width, tag_color, text_direction
from olark_inbox.ui.list import phrases

LEFT = 72
RIGHT = 16
_SHOWN_AT_ONCE = 400
"""No two lines hold more characters than this: longer previews are cut before measuring."""

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it is painted; `marks` are hits in it, in characters."""

    text: str
    right_to_left: bool = False
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class PlacedBadge:
    """A pill and how much room it has."""

    badge: phrases.Badge
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class RowText:
    """All that is painted in a row, measured. x counts from the row's leading edge."""

    row: Row
    live: bool
    face: Face
    name: Line
    time: str
    time_width: int
    glyph: phrases.Badge | None
    """In the compact row: the kind as an icon before the time; a live one has its dot."""
    preview: tuple[Line, ...]
    badges: tuple[PlacedBadge, ...]
    who: str
    who_x: int
    rating: str
    rating_width: int


def look_of(badge: phrases.Badge, *, selected: bool) -> PillLook:
    """Return a badge in the theme's colours; on a selected row its chip turns white."""
    colors = theme.current()
    if badge.look in ("live", "offline", "alert"):
        return PillLook(badge.text, colors[badge.look], colors[f"{badge.look}_bg"], badge.icon)
    dot = tag_color(badge.text) if badge.look == "tag" else None
    return PillLook(
        badge.text, colors["t2"], colors["base" if selected else "chip"], badge.icon, dot
    )


def name_font(row: Row) -> QFont:
    """Return the font of the name: stronger while it is unread."""
    return theme.font(13, 600 if row.unread else 500)


def time_font(*, strong: bool) -> QFont:
    """Return the font of the time."""
    return theme.font(12, 500 if strong else 400, tabular=True)


def prepare(row: Row, width: int, now_ms: int, *, compact: bool) -> RowText:
    """Measure and cut a row's words for a width."""
    px = theme.px
    live = phrases.standing_of(row, now_ms) is Standing.LIVE
    time = phrases.time(row, now_ms)
    time_width = QFontMetrics(time_font(strong=live or row.unread)).horizontalAdvance(time)
    kind = phrases.kind_badge(row, now_ms) if compact and not live else None
    glyph = kind if kind is not None and kind.icon else None
    room = width - px(LEFT) - px(RIGHT)
    taken = time_width + px(10) + (px(20) if row.starred else 0) + (px(20) if glyph else 0)
    rating = "" if compact else phrases.rating(row)
    rating_width = QFontMetrics(time_font(strong=True)).horizontalAdvance(rating)
    meta = room - (rating_width + px(10) if rating else 0)
    badges, who, who_x = ((), "", 0) if compact else _meta(row, now_ms, meta)
    return RowText(
        row=row,
        live=live,
        face=Face(row.name, row.visitor_id or row.email or row.name, row.anonymous, live),
        name=_one_line(row.name, row.name_marks, name_font(row), room - taken),
        time=time,
        time_width=time_width,
        glyph=glyph,
        preview=_preview(row, now_ms, room, 1 if compact else 2),
        badges=badges,
        who=who,
        who_x=who_x,
        rating=rating,
        rating_width=rating_width,
    )


# -------------------------------------------------------------------------------- the two lines


def _preview(row: Row, now_ms: int, room: int, lines: int) -> tuple[Line, ...]:
    font = theme.font(13)
    text, marks = row.snippet, row.marks
    if not text:
        text, marks = phrases.preview(row, now_ms), ()
    text = _plain(text)
    if lines == 1:
        return (_one_line(text, marks, font, room),)
    first = _first_break(text, font, room)
    if first >= len(text):
        return (_one_line(text, marks, font, room),)
    rest = text[first:]
    skipped = len(rest) - len(rest.lstrip())
    moved = _moved(marks, first + skipped)
    right_to_left = text_direction(text) is Qt.LayoutDirection.RightToLeft
    return (
        Line(text[:first].rstrip(), right_to_left, _cut(marks, first)),
        _one_line(rest.lstrip(), moved, font, room, right_to_left=right_to_left),
    )


def _plain(text: str) -> str:
    """Return the text, no longer than can be shown, with blanks for what is not for a line."""
    short = text[:_SHOWN_AT_ONCE]
    return "".join(" " if letter.isspace() or letter < " " else letter for letter in short)


def _first_break(text: str, font: QFont, room: int) -> int:
    """Return where the first line ends: between words, or in one that is wider than the row."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(text_direction(text))
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    layout.endLayout()
    return characters(text, line.textLength())


def characters(text: str, units: int) -> int:
    """Return how many characters of a text Qt's `units` (of UTF-16) are."""
    if text.isascii() or len(text.encode("utf-16-le")) == 2 * len(text):
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def units(text: str, count: int) -> int:
    """Return how many of Qt's units (of UTF-16) the first `count` characters are."""
    return len(text[:count].encode("utf-16-le", "surrogatepass")) // 2


def _one_line(
    text: str, marks: Marks, font: QFont, room: int, *, right_to_left: bool | None = None
) -> Line:
    text = _plain(text)
    if right_to_left is None:
        right_to_left = text_direction(text) is Qt.LayoutDirection.RightToLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
    kept = len(shown) - 1 if shown != text and shown.endswith("…") else len(shown)
    return Line(shown, right_to_left, _cut(marks, kept))


def _cut(marks: Marks, end: int) -> Marks:
    return tuple((start, min(stop, end)) for start, stop in marks if start < end)


def _moved(marks: Marks, by: int) -> Marks:
    return tuple((max(0, start - by), stop - by) for start, stop in marks if stop > by)


# -------------------------------------------------------------------------------- pills


def _meta(row: Row, now_ms: int, room: int) -> tuple[tuple[PlacedBadge, ...], str, int]:
    """Place the pills that fit, and who answered behind them if that fits too."""
    px, placed, x = theme.px, [], 0
    badges = phrases.badges(row, now_ms)
    for number, badge in enumerate(badges):
        width = pill_width(look_of(badge, selected=False))
        left = len(badges) - number - 1
        reserve = px(36) if left else 0
        if x + width + reserve > room:
            if x + px(56) + reserve <= room:
                width = room - x - reserve
            else:
                more = phrases.Badge(f"+{left + 1}", "chip")
                placed.append(PlacedBadge(more, x, pill_width(look_of(more, selected=False))))
                x += placed[-1].width + px(6)
                break
        placed.append(PlacedBadge(badge, x, width))
        x += width + px(6)
    who = phrases.who(row)
    x += px(2) if placed else 0
    fits = QFontMetrics(theme.font(12)).horizontalAdvance(who) <= room - x
    return tuple(placed), who if fits else "", x
