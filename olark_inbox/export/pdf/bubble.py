"""What somebody said: a bubble at his side of the page, with name and time above the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from olark_inbox.export.pdf.blocks import Page, cut_at
from olark_inbox.export.pdf.ink import color, round_pen
from olark_inbox.export.pdf.lines import AnyLines, Type, pieces, short, text_lines
from olark_inbox.export.pdf.paper import POINT

_PAD_X = 10.0 * POINT
_PAD_Y = 5.5 * POINT
_PAD_CUT = 2.5 * POINT
"""Air where a page ends in the middle of a bubble."""
_RADIUS = 9.0 * POINT
_CAPTION = 13.5 * POINT
_GAP = 6.0 * POINT
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
        lines = text_lines(piece, _BODY, inner)
        bubble = Bubble(lines, look, width, hug=len(several) == 1)
        bubble.opens = number == 0
        bubble.closes = number == len(several) - 1
        bubble.before = before if number == 0 else 0.0
        bubble.caption = caption if number == 0 else None
        bubble.measure()
        yield bubble


def paint_backs(painter: QPainter, page: Page, x: float, y: float) -> None:
    """Draw what stands behind the words of a page, one side after the other."""
    for look in (VISITOR, AGENT):
        fill = color(look.fill)
        painter.setPen(round_pen(fill, 2 * _RADIUS))
        painter.setBrush(fill)
        for top, block in page:
            if isinstance(block, Bubble) and block.look is look:
                block.paint_back(painter, x, y + top)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class Bubble:
    """One bubble, or what of it stands on one page."""

    keep = False
    __slots__ = (
        "_hug", "_left", "_lines", "_part", "_wide", "_width", "before", "caption", "closes",
        "height", "look", "opens",
    )  # fmt: skip

    def __init__(self, lines: AnyLines, look: BubbleLook, width: float, *, hug: bool) -> None:
        self._lines = lines
        self.look = look
        self._width = width
        self._hug = hug
        self._wide = (lines.width if hug else lines.wide) + 2 * _PAD_X
        self._left = width - self._wide if look.right else 0.0
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
            + self._lines.top(self._part[1])
            - self._lines.top(self._part[0])
            + (_PAD_Y if self.closes else _PAD_CUT)
        )

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the words; what stands behind them is drawn before, by `paint_backs`."""
        if self.caption:
            self._paint_caption(painter, self.caption, x, y)
            y += _CAPTION
        left = x + self._left + _PAD_X
        top = y + (_PAD_Y if self.opens else _PAD_CUT)
        if self.opens and self.closes:
            self._lines.draw(painter, left, top, color("t1"))
            return
        # Pieces of one text share the full width, whatever each would need.
        shift = 0.0 if self._hug else self._lines.shift
        self._lines.draw_some(painter, QPointF(left + shift, top), color("t1"), self._part)

    def paint_back(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the bubble itself, with the painter's brush, and its pen for round corners."""
        above = _CAPTION if self.caption else 0.0
        left, top = x + self._left, y + above
        width, height = self._wide, self.height - above
        if self.opens and self.closes:
            painter.drawRect(
                round(left + _RADIUS), round(top + _RADIUS),
                round(width - 2 * _RADIUS), round(height - 2 * _RADIUS),
            )  # fmt: skip
        else:
            outline = _outline(
                QRectF(left, top, width, height), opens=self.opens, closes=self.closes
            )
            painter.fillPath(outline, painter.brush())

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

    def _paint_caption(self, painter: QPainter, caption: Caption, x: float, y: float) -> None:
        who = short(caption.name, _NAME, self._width * 0.6)
        if self.look.right:
            x += self._width - who.width
        who.draw(painter, x, y, color(self.look.name))
        if caption.time:
            when = short(caption.time, _TIME)
            x += -_GAP - when.width if self.look.right else who.width + _GAP
            when.draw(painter, x, y, color("t3"))


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
