"""A text broken into lines, every script in its own direction, links alive."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linkify_it import LinkifyIt  # type: ignore[import-untyped] # it ships no types
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from olark_inbox.export.pdf.complex import draw_line, melts
from olark_inbox.export.pdf.ink import color, font, kept_by_thread
from olark_inbox.export.pdf.pictures import (
    draw_pictures,
    is_coloured,
    may_have_pictures,
    name_pictures,
)
from olark_inbox.export.pdf.plain import Plain, plain

_MAY_HOLD_LINK = re.compile(r"[.@:](?:(?<=\w[.@])\w|(?<=:)//|(?<=mailto:))")
"""Begins with a sign: the letters before it, most of a text, are passed at once."""
_WHOLLY_LINK = re.compile(
    r"https?://(?:[a-z0-9-]+\.)+[a-z]+(?:/[a-z0-9/_-]*)?|[a-z0-9_.+-]*[a-z0-9]@(?:[a-z0-9-]+\.)+(?:com|org|net|[a-z]{2})",
    re.ASCII,
)
"""Addresses without anything odd, as most are: not looked for, but seen at once."""
_SAFE = ("http://", "https://", "mailto:")
_LONGEST_LINK = 2000
_LONGEST_SHORT = 1000
_PIECE = 1500
"""Characters laid out at a time: a text of a megabyte must not hold everybody up."""

PAGE_LINK = "olark-inbox-page:"
"""In front of a page number: a link inside the file, made so when the file is finished."""

_linkify = LinkifyIt()

_ENDLESS = 100_000.0
_ELIDE = Qt.TextElideMode.ElideRight
_LEFTWARDS = Qt.LayoutDirection.RightToLeft
_RIGHTWARDS = Qt.LayoutDirection.LeftToRight
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRONG = {"L": False, "R": True, "AL": True}


def _option(side: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    leftwards = side == Qt.AlignmentFlag.AlignRight
    option.setTextDirection(_LEFTWARDS if leftwards else _RIGHTWARDS)
    return option


_FROM_LEFT = _option(Qt.AlignmentFlag.AlignLeft)
_FROM_RIGHT = _option(Qt.AlignmentFlag.AlignRight)

Link = tuple[int, int, str]
"""Where it begins, how long it is (both in UTF-16 units), where it leads."""


def links_in(text: str) -> tuple[Link, ...]:
    """Return the links a reader may click; only to the web and to mail."""
    if _MAY_HOLD_LINK.search(text) is None:
        return ()
    if _WHOLLY_LINK.fullmatch(text) and len(text) <= _LONGEST_LINK:
        return ((0, len(text), text if "://" in text else f"mailto:{text}"),)
    return _links_in(text)


@functools.lru_cache(maxsize=256)
def _links_in(text: str) -> tuple[Link, ...]:
    found = _linkify.match(text) or ()
    return tuple(
        (units(text[: match.index]), units(match.text), match.url)
        for match in found
        if match.url.lower().startswith(_SAFE) and len(match.url) <= _LONGEST_LINK
    )


def units(text: str) -> int:
    """Return how long Qt takes a text to be."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def elided(text: str, used: QFont, width: float) -> str:
    """Return the text on one line, shortened with "…" where it is too long."""
    text = " ".join(text[:_LONGEST_SHORT].split())
    if QFontMetricsF(used).horizontalAdvance(text) <= width:
        return text
    return QFontMetricsF(used).elidedText(text, _ELIDE, width)


class Lines:
    """A text laid out at most `width` wide, its lines `step` apart.

    Taller scripts push their line down instead of running into the one above.
    """

    __slots__ = (
        "_at_once", "_layout", "_links", "_melts", "_pictures", "_runs", "_tops", "count", "height",
        "shift", "wide", "width",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        used: QFont,
        width: float,
        step: float,
        links: Sequence[Link] = (),
    ) -> None:
        layout = QTextLayout(text.replace("\n", "\u2028"), used)
        leftwards = _right_to_left(text)
        # A link is alive only where Qt draws the line itself.
        self._links = bool(links)
        self._melts = not links and melts(text)
        self._pictures = used if may_have_pictures(text) else None
        self._at_once = not (links or self._melts or self._pictures)
        self._runs: list[QGlyphRun] = []
        layout.setTextOption(_FROM_RIGHT if leftwards else _FROM_LEFT)
        if links:
            layout.setFormats([_link_format(link) for link in links])
        self._layout = layout
        self._tops: list[float] = []
        self.wide = width
        self.width = 0.0
        self._break(width, step)
        self.count = len(self._tops)
        self.shift = width - self.width if leftwards else 0.0

    def _break(self, width: float, step: float) -> None:
        layout = self._layout
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            tall = line.height()
            gap = max(0.0, (step - tall) / 2)
            line.setPosition(QPointF(0, top + gap))
            self._tops.append(top)
            top += max(step, tall)
            self.width = max(self.width, line.naturalTextWidth())
        layout.endLayout()
        self.height = top

    def draw(self, painter: QPainter, x: float, y: float, pen: QColor) -> None:
        """Draw all lines; right-to-left ones end where the widest ends."""
        if not self._at_once:
            self.draw_some(painter, QPointF(x, y), pen, (0, self.count))
            return
        # The shapes that were found when it was laid out: Qt would find them once more.
        self._runs = self._runs or self._layout.glyphRuns()
        painter.setPen(pen)
        at = QPointF(x - self.shift, y)
        for run in self._runs:
            painter.drawGlyphRun(at, run)

    def draw_some(
        self, painter: QPainter, place: QPointF, pen: QColor, lines: tuple[int, int]
    ) -> None:
        """Draw the lines from the first up to (not with) the second number, from the top down."""
        first, after = lines
        at = QPointF(place.x() - self.shift, place.y() - self._tops[first])
        for number in range(first, after):
            line = self._layout.lineAt(number)
            if self._melts:
                draw_line(painter, line, at, pen, self._layout.text())
            else:
                painter.setPen(pen)
                self._draw_line(painter, line, at)
            if self._pictures:
                name_pictures(painter, line, at, self._layout.text(), self._pictures)

    def _draw_line(self, painter: QPainter, line: QTextLine, at: QPointF) -> None:
        if self._links or not self._pictures:
            line.draw(painter, at)
            return
        for run in line.glyphRuns():
            if is_coloured(run.rawFont()):
                draw_pictures(painter, run, at)
            else:
                painter.drawGlyphRun(at, run)

    def top(self, number: int) -> float:
        """Return where a line begins; the number after the last gives the height."""
        return self._tops[number] if number < self.count else self.height

    def fitting(self, room: float) -> int:
        """Return how many whole lines fit."""
        return sum(1 for number in range(self.count) if self.top(number + 1) <= room)


AnyLines = Lines | Plain


class Type(NamedTuple):
    """How a short text is set."""

    points: float
    weight: int = 400
    step: float = 0.0


def single(text: str, longest: int = _LONGEST_SHORT) -> str:
    """Return a text for a place of one line: nothing in it turns the direction around it."""
    cut = text[:longest]
    return " ".join((cut if cut.isascii() else _TURNING.sub("", cut)).split())


@kept_by_thread
def short(text: str, type_: Type, room: float = _ENDLESS) -> Lines:
    """Return a name, a label or a time on one line, cut with "…" where there is too little room.

    Drawn often, laid out once: it is shared.
    """
    used = font(type_.points, type_.weight)
    lines = Lines(single(text), used, _ENDLESS, type_.step)
    if lines.width > room:
        lines = Lines(elided(text, used, room), used, _ENDLESS, type_.step)
    return lines


def pieces(text: str) -> Iterator[str]:
    """Return a text in pieces that can be laid out, cut between words where there are some."""
    while len(text) > _PIECE:
        end = max(text.rfind(blank, _PIECE // 2, _PIECE) for blank in "\n ")
        end = _PIECE if end < 0 else end
        yield text[:end]
        text = text[end:].removeprefix("\n")
    yield text


def text_lines(text: str, type_: Type, room: float) -> AnyLines:
    """Return a text as people wrote it, broken into lines, its links alive."""
    links = links_in(text)
    found = None if links else plain(text, *type_, room)
    return found or Lines(text, font(type_.points, type_.weight), room, type_.step, links)


def one_line(text: str, type_: Type, room: float = _ENDLESS) -> AnyLines:
    """Return what `short` does, for a text that will hardly be drawn again."""
    words = single(text)
    found = plain(words, *type_, room)
    return found if found is not None and found.count == 1 else short(text, type_, room)


def _right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction goes to the left."""
    if text.isascii():
        return False
    strong = (_STRONG.get(unicodedata.bidirectional(letter)) for letter in text[:1000])
    return next((leftwards for leftwards in strong if leftwards is not None), False)


@kept_by_thread
def _anchor(*, coloured: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setAnchor(True)
    if coloured:
        look.setForeground(color("accent"))
    return look


def _link_format(link: Link) -> QTextLayout.FormatRange:
    start, length, target = link
    look = QTextCharFormat(_anchor(coloured=not target.startswith(PAGE_LINK)))
    look.setAnchorHref(target)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, look
    return part
