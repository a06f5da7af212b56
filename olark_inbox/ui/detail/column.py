"""Where the words of a transcript stand: margins, gaps and fonts of each kind of block."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextLayout, QTextOption

from olark_inbox.ui.detail.blocks import Block, What
from olark_inbox.ui.kit import theme

EDGE = 24
SCROLL_BAR = 10
"""Lies in the edge beside the column, so that nothing moves when it comes and goes."""
WIDEST_COLUMN = 760
WIDEST_BUBBLE = 520
BUBBLE_SHARE = 0.8
PAD_X = 12
PAD_TOP = 6
PAD_BOTTOM = 8
"""Two more than above: a line's letters stand low in its 21 pixels."""
RADIUS = 12
LINE = 21
SMALL_LINE = 16
FIRST = 18
LAST = 24
_PILL_PAD = 4

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
_TO_LEFT = Qt.AlignmentFlag.AlignLeft | _ABSOLUTE
_TO_RIGHT = Qt.AlignmentFlag.AlignRight | _ABSOLUTE
_RTL = Qt.LayoutDirection.RightToLeft
BUBBLES = (What.SAID, What.MORE)
SPEECH = (What.SAID, What.MORE, What.NAME)


def pads(what: What) -> tuple[int, int]:
    """Return how far the shape behind a block reaches above and below its words."""
    if what is What.SAID:
        return PAD_TOP, PAD_BOTTOM
    return (_PILL_PAD, _PILL_PAD) if what is What.LIVE else (0, 0)


def gap(before: What | None, what: What) -> int:
    """Return the room between the shapes of two blocks."""
    if before is None:
        return 0
    if what in BUBBLES:
        return {What.SAID: 4, What.MORE: 4, What.NAME: 5}.get(before, 14)
    if what is What.DAY or before is What.DAY:
        return 21
    if what is What.NAME:
        return 15
    return 13 if what in (What.NEW, What.LIVE) else 11


@dataclass(frozen=True, slots=True)
class Column:
    """The room there is, in pixels of the screen, at one width and text size."""

    width: int
    """Of the whole page."""
    left: int
    right: int
    """Margins of the column in the page."""
    widest: int
    """The widest words a bubble holds."""
    mirrored: bool

    @classmethod
    def of(cls, width: int, *, mirrored: bool) -> "Column":
        """Return the column of a page so wide, the scroll bar not counted.

        It is the middle of a wide page and all of a narrow one.
        """
        edge = max(SCROLL_BAR + 2, min(theme.px(EDGE), width // 12))
        room = max(80, width + SCROLL_BAR - 2 * edge)
        column = min(room, theme.px(WIDEST_COLUMN))
        left = edge + (room - column) // 2
        if mirrored:
            left -= SCROLL_BAR
        bubble = min(int(column * BUBBLE_SHARE), theme.px(WIDEST_BUBBLE))
        return cls(width, left, width - left - column, bubble - 2 * theme.px(PAD_X), mirrored)

    def on_right(self, block: Block) -> bool:
        """Say on which side a block of speech stands."""
        return block.ours != self.mirrored


def measure(text: str, widest: int) -> float:
    """Return how wide the longest line of words is when they wrap at `widest`."""
    layout = QTextLayout(text, theme.font(14))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(widest)
        found = max(found, line.naturalTextWidth())
    layout.endLayout()
    return found


def bubble_format(
    column: Column, block: Block, top: int, words: float, *, rtl: bool
) -> QTextBlockFormat:
    """Return the format of words in a bubble; `words` is how wide they are."""
    result = _format(top, LINE)
    pad = theme.px(PAD_X)
    room = column.width - column.left - column.right
    # One pixel more than measured: a rounded width must not wrap the last word.
    rest = max(0, room - 2 * pad - int(min(words, column.widest)) - 2)
    on_right = column.on_right(block)
    result.setLeftMargin(column.left + pad + (rest if on_right else 0))
    result.setRightMargin(column.right + pad + (0 if on_right else rest))
    result.setAlignment(_TO_RIGHT if rtl else _TO_LEFT)
    result.setLayoutDirection(_RTL if rtl else Qt.LayoutDirection.LeftToRight)
    return result


def line_format(column: Column, block: Block, top: int) -> QTextBlockFormat:
    """Return the format of a name line or one of the grey lines."""
    result = _format(top, LINE if block.what is What.MORE else SMALL_LINE)
    inset = theme.px(2 if block.what is What.NAME else 24)
    dot = theme.px(14) if block.what is What.LIVE else 0
    result.setLeftMargin(column.left + inset + (0 if column.mirrored else dot))
    result.setRightMargin(column.right + inset + (dot if column.mirrored else 0))
    # A sentence of ours keeps our direction, whatever the name it begins with.
    result.setLayoutDirection(_RTL if column.mirrored else Qt.LayoutDirection.LeftToRight)
    if block.what is What.NAME:
        result.setAlignment(_TO_RIGHT if column.on_right(block) else _TO_LEFT)
    else:
        result.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return result


def _format(top: int, line: int) -> QTextBlockFormat:
    result = QTextBlockFormat()
    result.setTopMargin(top)
    result.setLineHeight(theme.px(line), _FIXED)
    return result


def top_margin(before: What | None, what: What) -> int:
    """Return the room above a block's words, in pixels of the screen."""
    below = pads(before)[1] if before is not None else 0
    return theme.px(below + gap(before, what) + pads(what)[0])


def char_format(font: QFont, token: str) -> QTextCharFormat:
    """Return a font in a colour of the theme."""
    result = QTextCharFormat()
    result.setFont(font)
    result.setForeground(QColor(theme.current()[token]))
    return result


def link_format(url: str) -> QTextCharFormat:
    """Return how a link looks among the words."""
    result = QTextCharFormat()
    result.setAnchor(True)
    result.setAnchorHref(url)
    result.setForeground(QColor(theme.current()["accent"]))
    result.setFontUnderline(True)
    return result


class Inks:
    """The character formats of the lines that are no words, built once a theme and size."""

    def __init__(self) -> None:
        meta = theme.font(12, tabular=True)
        self.time = char_format(meta, "t3")
        self.visitor = char_format(theme.font(12, 600), "name_v")
        self.agent = char_format(theme.font(12, 600), "name_o")
        self.quiet = char_format(theme.font(12), "t3")
        self.day = char_format(theme.font(12, 600), "t2")
        self.new = char_format(theme.font(12, 600), "accent")
        self.live = char_format(theme.font(12, 500), "live")
        self.alert = char_format(theme.font(12), "t3")

    def line(self, what: What) -> QTextCharFormat:
        """Return the ink of a grey line."""
        special = {What.DAY: self.day, What.NEW: self.new, What.LIVE: self.live}
        return special.get(what, self.quiet)
