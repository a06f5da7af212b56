"""Plain texts, as most are: words measured from memory, their letters shaped once, when drawn.

Alphabets whose letters stand side by side, one after another to the right, need no layout to be
broken into lines: a line is as wide as its words and the blanks between them.
"""

import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout

from olark_inbox.export.pdf.ink import font, kept_by_thread

# Latin, Greek and Cyrillic with their signs, without what may be a picture or changes its
# neighbours.
_PLAIN = re.compile(
    "[\n -~\u00a1-\u00a8\u00aa-\u00ac\u00af-\u024f\u0370-\u0373\u0376\u0377\u037b-\u03ff"
    "\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2012-\u2014\u2018-\u201e\u2022\u2026\u20ac]*"
)
_WORDS = 4000
"""Words whose width is remembered, of each font."""
_LONGEST_WORD = 40


class _Widths(dict[str, float]):
    """The widths of words, measured when they are first asked for."""

    def __init__(self, used: QFont) -> None:
        super().__init__()
        self.measured = QFontMetricsF(used).horizontalAdvance

    def __missing__(self, word: str) -> float:
        width = self.measured(word)
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _WORDS:
                self.clear()
            self[word] = width
        return width


class Ruler:
    """What is known of a font: how high its lines are, how wide words are in it."""

    __slots__ = ("_blank", "_widths", "base", "font", "tall")

    def __init__(self, points: float, weight: int) -> None:
        self.font = font(points, weight)
        self._widths = _Widths(self.font)
        self._blank = self._widths.measured(" ")
        layout = QTextLayout("x", self.font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        self.tall = line.height()
        self.base = line.ascent()

    def width(self, text: str) -> float:
        """Return how wide a line is."""
        words = text.split(" ")
        return sum(map(self._widths.__getitem__, words)) + self._blank * (len(words) - 1)

    def broken(self, text: str, room: float) -> tuple[list[str], float] | None:
        """Return the lines of a text and the widest one's width; None where a word is too wide."""
        if "\n" not in text and (whole := self.width(text)) <= room:
            return [text], whole
        lines: list[str] = []
        widest = 0.0
        for row in text.split("\n"):
            width = self.width(row)
            if width > room:
                width = self._fold(row, room, lines)
                if width > room:
                    return None
            else:
                lines.append(row)
            widest = max(widest, width)
        return lines, widest

    def _fold(self, row: str, room: float, lines: list[str]) -> float:
        """Add the lines of a row that is too wide; return the widest one's width."""
        widest = 0.0
        words: list[str] = []
        taken = -self._blank
        for word in row.split(" "):
            width = self._widths[word]
            if words and taken + self._blank + width > room:
                lines.append(" ".join(words))
                widest = max(widest, taken)
                words, taken = [], -self._blank
            words.append(word)
            taken += self._blank + width
        lines.append(" ".join(words))
        return max(widest, taken)


@kept_by_thread
def ruler(points: float, weight: int) -> Ruler:
    """Return the ruler of a font."""
    return Ruler(points, weight)


class Plain:
    """A plain text broken into lines `step` apart; it is drawn as `Lines` are."""

    __slots__ = ("_base", "_font", "_lines", "_pitch", "count", "height", "shift", "wide", "width")

    def __init__(
        self, lines: list[str], width: float, room: float, rule: Ruler, step: float
    ) -> None:
        self._lines = lines
        self._font = rule.font
        self._base = rule.base + max(0.0, (step - rule.tall) / 2)
        self._pitch = max(step, rule.tall)
        self.count = len(lines)
        self.height = self.count * self._pitch
        self.shift = 0.0
        self.wide = room
        self.width = width

    def draw(self, painter: QPainter, x: float, y: float, pen: QColor) -> None:
        """Draw all lines."""
        painter.setPen(pen)
        painter.setFont(self._font)
        left, y = round(x), y + self._base
        for line in self._lines:
            painter.drawText(left, round(y), line)
            y += self._pitch

    def draw_some(
        self, painter: QPainter, place: QPointF, pen: QColor, lines: tuple[int, int]
    ) -> None:
        """Draw the lines from the first up to (not with) the second number, from the top down."""
        painter.setPen(pen)
        painter.setFont(self._font)
        left, y = round(place.x()), place.y() + self._base
        for line in self._lines[slice(*lines)]:
            painter.drawText(left, round(y), line)
            y += self._pitch

    def top(self, number: int) -> float:
        """Return where a line begins; the number after the last gives the height."""
        return number * self._pitch

    def fitting(self, room: float) -> int:
        """Return how many whole lines fit."""
        return min(self.count, int((room + 1e-6) / self._pitch))


def plain(text: str, points: float, weight: int, step: float, room: float) -> Plain | None:
    """Return a text laid out at most `room` wide; None where it is not as plain as that."""
    if _PLAIN.fullmatch(text) is None:
        return None
    rule = ruler(points, weight)
    broken = rule.broken(text, room)
    return None if broken is None else Plain(*broken, room, rule, step)
