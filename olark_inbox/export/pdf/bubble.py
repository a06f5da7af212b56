"""What somebody said: a bubble at his side of the page, with name and time above the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from olark_inbox.export.pdf.blocks import Page, cut_at
from olark_inbox.export.pdf.ink import color
from olark_inbox.export.pdf.lines import AnyLines, Type, pieces, short, text_lines
from olark_inbox.export.pdf.paper import POINT

_PAD_X = 10.0 * POINT
_PAD_Y = 5.5 * POINT
_PAD_CUT = 2.5 * POINT
"""Air where a page ends in the middle of a bubble."""
_RADIUS = 9.0 * POINT
_CAPTION = 13.5 * POINT
_WIDEST = 0.76
_SEAM = 0.3 * POINT

_BODY = Type(10, step=14 * POINT)
_NAME = Type(8, 600)
_TIME = Type(8)


class Caption(NamedTuple):
    """Who said it, and when."""

    name: str
    time: str


@dataclass(frozen=True, slots=True)
class BubbleLook:
    """How one side's bubbles are drawn."""

    fill: str
    name: str
    right: bool


VISITOR = BubbleLook("bub_v", "name_v", right=False)
AGENT = BubbleLook("bub_o", "name_o", right=True)


def bubbles(
    text: str, look: BubbleLook, caption: Caption | None, width: float, before: float
) -> "Iterator[Bubble]":
    """Return the bubble of a text; a very long text comes in pieces that join without a seam."""
    inner = width * _WIDEST - 2 * _PAD_X
    several = list(pieces(text))
    for number, piece in enumerate(several):
        bubble = Bubble(text_lines(piece, _BODY, inner), look, width, hug=len(several) == 1)
        bubble.opens = number == 0
        bubble.closes = number == len(several) - 1
        bubble.before = before if number == 0 else 0.0
        bubble.caption = caption if number == 0 else None
        bubble.measure()
        yield bubble


def paint_backs(painter: QPainter, page: Page, x: float, y: float) -> None:
    """Draw what stands behind the words of a page, one side after the other."""
    painter.setPen(Qt.PenStyle.NoPen)
    for look in (VISITOR, AGENT):
        painter.setBrush(color(look.fill))
        for top, block in page:
            if isinstance(block, Bubble) and block.look is look:
                block.paint_back(painter, x, y + top)


class Bubble:
    """One bubble, or what of it stands on one page."""

    keep = False
    __slots__ = (
        "_hug", "_lines", "_part", "_width", "before", "caption", "closes", "height", "look",
        "opens",
    )  # fmt: skip

    def __init__(self, lines: AnyLines, look: BubbleLook, width: float, *, hug: bool) -> None:
        self._lines = lines
        self.look = look
        self._width = width
        self._hug = hug
        self._part = (0, lines.count)
        self.opens = self.closes = True
        self.caption: Caption | None = None
        self.before = 0.0
        self.height = 0.0

    def measure(self) -> None:
        """Find the height, after part, caption and ends are known."""
        self.height = (
            (_CAPTION if self.caption else 0)
            + (_PAD_Y if self.opens else _PAD_CUT)
            + self._text_height()
            + (_PAD_Y if self.closes else _PAD_CUT)
        )

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the words; what stands behind them is drawn before, by `paint_backs`."""
        left, top = self._corner(x, y)
        if self.caption:
            self._paint_caption(painter, self.caption, x, y)
        top += _PAD_Y if self.opens else _PAD_CUT
        # Pieces of one text share the full width, whatever each would need.
        shift = 0.0 if self._hug else self._lines.shift
        place = QPointF(left + _PAD_X + shift, top)
        self._lines.draw_some(painter, place, color("t1"), self._part)

    def paint_back(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the bubble itself, with the painter's brush."""
        left, top = self._corner(x, y)
        width, height = self._box_width, y + self.height - top
        if self.opens and self.closes:
            radius = min(_RADIUS, height / 2)
            painter.drawRoundedRect(
                round(left), round(top), round(width), round(height), radius, radius
            )
        else:
            box = QRectF(left, top, width, height)
            painter.drawPath(_outline(box, opens=self.opens, closes=self.closes))

    def cut(self, room: float) -> "tuple[Bubble, Bubble] | None":
        used = (_CAPTION if self.caption else 0) + (_PAD_Y if self.opens else _PAD_CUT) + _PAD_CUT
        middle = cut_at(self._lines, self._part, room - used)
        if middle is None:
            return None
        first, after = self._part
        return self._piece(first, middle, closes=False), self._piece(middle, after, opens=False)

    def _piece(
        self, first: int, after: int, *, opens: bool = True, closes: bool = True
    ) -> "Bubble":
        piece = Bubble(self._lines, self.look, self._width, hug=self._hug)
        piece._part = (first, after)
        piece.opens = self.opens and opens
        piece.closes = self.closes and closes
        piece.caption = self.caption if opens else None
        piece.measure()
        return piece

    def _text_height(self) -> float:
        first, after = self._part
        return self._lines.top(after) - self._lines.top(first)

    @property
    def _box_width(self) -> float:
        return (self._lines.width if self._hug else self._lines.wide) + 2 * _PAD_X

    def _corner(self, x: float, y: float) -> tuple[float, float]:
        """Return where left and top of the bubble are, below its caption."""
        left = x + self._width - self._box_width if self.look.right else x
        return left, y + _CAPTION if self.caption else y

    def _paint_caption(self, painter: QPainter, caption: Caption, x: float, y: float) -> None:
        who = short(caption.name, _NAME, self._width * 0.6)
        when = short(caption.time, _TIME)
        gap = 6 * POINT if caption.time else 0
        if self.look.right:
            edge = x + self._width
            who.draw(painter, edge - who.width, y, color(self.look.name))
            when.draw(painter, edge - who.width - gap - when.width, y, color("t3"))
        else:
            who.draw(painter, x, y, color(self.look.name))
            when.draw(painter, x + who.width + gap, y, color("t3"))


def _outline(box: QRectF, *, opens: bool, closes: bool) -> QPainterPath:
    """Return round corners where the text begins or ends, straight ones where it goes on."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, _RADIUS, _RADIUS)
    half = QRectF(box)
    if opens:
        half.setTop(box.top() + min(_RADIUS, box.height() / 2))
    if closes:
        half.setBottom(box.bottom() - min(_RADIUS, box.height() / 2))
    if not closes:
        half.setBottom(box.bottom() + _SEAM)
    path.addRect(half)
    return path.simplified()
