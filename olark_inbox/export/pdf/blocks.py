"""What stands on a page, from top to bottom: blocks that know their height and how to be cut."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from olark_inbox.export.pdf.ink import color, round_pen
from olark_inbox.export.pdf.lines import AnyLines, Type, short
from olark_inbox.export.pdf.paper import POINT

_FEWEST = 2
"""Lines that must stand together before or after a page ends."""
_HAIR = 6
"""Six tenths of a point."""


class Block(Protocol):
    """A strip of a page."""

    height: float
    before: float
    """Space above it, unless it begins a page."""
    keep: bool
    """It must not end a page: what it announces comes next."""

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it; x is the left margin, y its top."""

    def cut(self, room: float) -> "tuple[Block, Block] | None":
        """Return the part that fits in the room and the rest, or None where it stays whole."""


Placed = tuple[float, Block]
Page = list[Placed]


def paginate(blocks: Iterable[Block], room: float) -> Iterator[Page]:
    """Put blocks on pages, each with the distance of its top from the top of the page."""
    page: Page = []
    y = 0.0
    for block in blocks:
        rest: Block | None = block
        while rest is not None:
            top = y + rest.before if page else y
            if top + rest.height <= room:
                page.append((top, rest))
                y = top + rest.height
                break
            fits, rest = _cut(rest, room - top, whole=not page)
            if fits is not None:
                page.append((top, fits))
            page, carried = _announcing(page)
            yield page
            page, y = _restart(carried)
    if page:
        yield page


def _cut(block: Block, room: float, *, whole: bool) -> tuple[Block | None, Block | None]:
    """Return what still goes on this page, and what must go on the next."""
    parts = block.cut(room)
    if parts is not None:
        return parts
    # A block that fits on no page at all is drawn as far as the paper reaches.
    return (block, None) if whole else (None, block)


def _announcing(page: Page) -> tuple[Page, list[Block]]:
    """Take from the end of a page what announces the next block."""
    carried: list[Block] = []
    while len(page) > 1 and page[-1][1].keep:
        carried.insert(0, page.pop()[1])
    return page, carried


def _restart(carried: list[Block]) -> tuple[Page, float]:
    page: Page = []
    y = 0.0
    for block in carried:
        page.append((y, block))
        y += block.height
    return page, y


class Whole:
    """A block that is never cut."""

    height = 0.0
    before = 0.0
    keep = False

    def cut(self, room: float) -> None:  # noqa: ARG002 the protocol's signature
        return None


class Words:
    """A paragraph, cut between lines where a page ends."""

    keep = False

    def __init__(
        self, lines: AnyLines, pen: QColor, *, indent: float = 0, before: float = 0
    ) -> None:
        self._lines = lines
        self._pen = pen
        self._indent = indent
        self._part = (0, lines.count)
        self.before = before
        self.height = lines.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        left = x + self._indent
        if self._part == (0, self._lines.count):
            self._lines.draw(painter, left, y, self._pen)
        else:
            self._lines.draw_some(painter, QPointF(left, y), self._pen, self._part)

    def cut(self, room: float) -> "tuple[Words, Words] | None":
        first, after = self._part
        middle = cut_at(self._lines, self._part, room)
        if middle is None:
            return None
        return self._piece(first, middle), self._piece(middle, after)

    def _piece(self, first: int, after: int) -> "Words":
        piece = Words(self._lines, self._pen, indent=self._indent)
        piece._part = (first, after)
        piece.height = self._lines.top(after) - self._lines.top(first)
        return piece


def cut_at(lines: AnyLines, part: tuple[int, int], room: float) -> int | None:
    """Return the line before which a page may end, or None where too few would stand alone."""
    first, after = part
    if after - first < 2 * _FEWEST:
        return None
    middle = lines.fitting(lines.top(first) + room)
    middle = min(middle, after - _FEWEST)
    return middle if middle - first >= _FEWEST else None


class DayLine(Whole):
    """The day the lines below were said, between two hairlines."""

    keep = True
    height = 22.0 * POINT

    def __init__(self, text: str, width: float) -> None:
        self._lines = short(text, Type(8.5, 600, 12 * POINT), width)
        self._width = width
        self.before = 12.0 * POINT

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        words = self._lines.width
        left = x + (self._width - words) / 2
        self._lines.draw(painter, left, y + 5 * POINT, color("t2"))
        line = y + 11 * POINT
        gap = 12 * POINT
        hairline(painter, x, line, left - gap - x)
        hairline(painter, left + words + gap, line, x + self._width - left - words - gap)


def hairline(painter: QPainter, x: float, y: float, width: float) -> None:
    """Draw the thin line that parts things."""
    if width > 0:
        painter.fillRect(round(x), round(y), round(width), _HAIR, color("line"))


def disc(painter: QPainter, middle: QPointF, radius: float, fill: QColor) -> None:
    """Fill a circle."""
    painter.setPen(round_pen(fill, 2 * radius))
    painter.drawPoint(middle)


def capsule(painter: QPainter, box: QRectF, fill: QColor) -> None:
    """Fill a box whose ends are round."""
    half = box.height() / 2
    middle = box.y() + half
    painter.setPen(round_pen(fill, box.height()))
    painter.drawLine(QPointF(box.x() + half, middle), QPointF(box.right() - half, middle))


def rounded(painter: QPainter, box: QRectF, radius: float, fill: QColor) -> None:
    """Fill a box with round corners."""
    painter.setPen(round_pen(fill, 2 * radius))
    painter.setBrush(fill)
    painter.drawRect(box.adjusted(radius, radius, -radius, -radius))
    painter.setBrush(Qt.BrushStyle.NoBrush)
