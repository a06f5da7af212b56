"""The head of a conversation on paper: who, when, where, and how it was rated."""

import functools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from olark_inbox.export.facts import agent_name
from olark_inbox.export.pdf.blocks import Block, Whole, Words, capsule, disc, hairline
from olark_inbox.export.pdf.ink import avatar, color, font, kept_by_thread, tag_dot
from olark_inbox.export.pdf.lines import (
    AnyLines,
    Lines,
    Type,
    links_in,
    one_line,
    pieces,
    short,
    text_lines,
)
from olark_inbox.export.pdf.paper import POINT
from olark_inbox.export.pdf.plain import ruler
from olark_inbox.export.pdf.words import Calendar, kind_of
from olark_inbox.export.text import place
from olark_inbox.olark.model import Kind, Rating
from olark_inbox.store.rows import Opened

translate = QCoreApplication.translate

_DISC = 34.0 * POINT
_COLUMNS = 3
_GAP = 16.0 * POINT
_STEP = 13.0 * POINT
_STARS = 5
_LONGEST = 200
"""Characters of a fact that may stand beside others."""
_BESIDE_DISC = 11.0 * POINT
_PAD = 7.0 * POINT
_DOT = 8.0 * POINT
_BETWEEN_PILLS = 5.0 * POINT
_LONGEST_PILL = 160.0 * POINT
_LETTERS = Type(12.5, 600)
_NAME = Type(17, 600, 22 * POINT)
_LABEL = Type(7.5, 500, 10 * POINT)
_VALUE = Type(9, step=_STEP)
_LONG_LABEL = Type(7.5, 500, 11 * POINT)
_PILL = Type(8, 500, 10)


class Fact(NamedTuple):
    """One thing known about the visitor or the chat."""

    name: str
    value: str
    often: bool = False
    """Whether many others have the same: it is laid out once."""


class Title(Whole):
    """Name and avatar, with what kind of conversation it is and its tags."""

    height = 46.0 * POINT

    def __init__(self, opened: Opened, width: float, hues: Mapping[str, int]) -> None:
        row = opened.row
        self._width = width
        anonymous = opened.conversation.anonymous
        self._letters = "" if anonymous else _initials(row.name)
        self._disc = avatar(row.visitor_id or row.name if self._letters else "")
        name = one_line(row.name, _NAME)
        room = width - _DISC - _GAP
        self._name = name if name.width <= room else one_line(row.name, _NAME, room)
        self.whole_name = self._name is name and row.name == opened.conversation.name
        every = list(_pills(opened, hues))
        self._pills = list(_fitting(every, width - _DISC - _BESIDE_DISC))
        self.all_tags = self._pills == every and all(pill.is_whole for pill in every)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        back, front = self._disc
        middle = QPointF(x + _DISC / 2, y + 2 * POINT + _DISC / 2)
        disc(painter, middle, _DISC / 2, back)
        if self._letters:
            letters = short(self._letters, _LETTERS)
            corner = middle - QPointF(letters.width / 2, letters.height / 2)
            letters.draw(painter, corner.x(), corner.y(), front)
        else:
            _paint_person(painter, middle, front)
        left = x + _DISC + _BESIDE_DISC
        self._name.draw(painter, left, y, color("t1"))
        for pill in self._pills:
            pill.paint(painter, left, y + 24 * POINT)
            left += pill.width + _BETWEEN_PILLS


@dataclass(frozen=True, slots=True)
class Pill:
    """A few words in a rounded box, with a dot for a tag."""

    text: str
    ink: str = "t2"
    back: str = "chip"
    dot: QColor | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing of its words is cut."""
        return short(self.text, _PILL).width <= _LONGEST_PILL

    @property
    def width(self) -> float:
        return self._words.width + 2 * _PAD + (_DOT if self.dot else 0.0)

    @property
    def _words(self) -> Lines:
        return short(self.text, _PILL, _LONGEST_PILL)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        height = 14.0 * POINT
        capsule(painter, QRectF(x, y, self.width, height), color(self.back))
        left = x + _PAD
        if self.dot:
            disc(painter, QPointF(left + 2.5 * POINT, y + height / 2), 2.5 * POINT, self.dot)
            left += _DOT
        words = self._words
        words.draw(painter, left, y + (height - words.height) / 2, color(self.ink))


def _fitting(pills: Sequence[Pill], room: float) -> Iterator[Pill]:
    for pill in pills:
        if pill.width <= room:
            yield pill
            room -= pill.width + _BETWEEN_PILLS


def _pills(opened: Opened, hues: Mapping[str, int]) -> Iterator[Pill]:
    row = opened.row
    if row.unanswered:
        yield Pill(kind_of(row), "alert", "alert_bg")
    elif row.kind is Kind.OFFLINE:
        yield Pill(kind_of(row), "offline", "offline_bg")
    else:
        yield Pill(kind_of(row))
    for tag in (*row.tags, *row.own_tags):
        yield Pill(tag, dot=tag_dot(tag, hues.get(tag.casefold())))


class FactRow(Whole):
    """Facts side by side, each a small name over its value."""

    def __init__(self, cells: Sequence[tuple[Fact, AnyLines, float]], width: float) -> None:
        self._cells = cells
        self._column = (width - _GAP * (_COLUMNS - 1)) / _COLUMNS
        self.before = 9.0 * POINT
        self.height = 11 * POINT + max(value.height for _, value, _ in cells)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for fact, value, left in self._cells:
            name = short(fact.name, _LABEL, self._column)
            name.draw(painter, x + left, y, color("t3"))
            value.draw(painter, x + left, y + 11 * POINT, color("t1"))


def fact_blocks(facts: Sequence[Fact], width: float) -> Iterator[Block]:
    """Return rows of facts: short ones three in a row, longer ones over the whole width."""
    column = (width - _GAP * (_COLUMNS - 1)) / _COLUMNS
    cells: list[tuple[Fact, AnyLines, float]] = []
    for fact in facts:
        lines = _value(fact, column)
        if lines is not None:
            cells.append((fact, lines, len(cells) * (column + _GAP)))
            if len(cells) == _COLUMNS:
                yield FactRow(cells, width)
                cells = []
            continue
        if cells:
            yield FactRow(cells, width)
            cells = []
        yield from _long_fact(fact, width)
    if cells:
        yield FactRow(cells, width)


def _value(fact: Fact, column: float) -> AnyLines | None:
    """Return a value on one line of a column, None where it needs more."""
    value = fact.value
    if len(value) > _LONGEST or "\n" in value:
        return None
    links = links_in(value)
    if links:
        if ruler(_VALUE.points, _VALUE.weight).width(value) > column + 1:
            return None  # seen without laying it out, which is done over the whole width then
        lines = Lines(value, font(9), column, _STEP, links)
        return lines if lines.count == 1 else None
    line = short(value, _VALUE) if fact.often else one_line(value, _VALUE)
    return line if line.width <= column else None


def _long_fact(fact: Fact, width: float) -> Iterator[Block]:
    name = short(fact.name, _LONG_LABEL, width)
    head = Words(name, color("t3"), before=9 * POINT)
    head.keep = True
    yield head
    for piece in pieces(fact.value):
        lines = _address if "://" in piece and len(piece) <= _LONGEST else text_lines
        yield Words(lines(piece, _VALUE, width), color("t1"))


_address = kept_by_thread(text_lines)
"""Many visitors come from the same page: laid out once."""


def facts_of(opened: Opened, calendar: Calendar) -> Iterator[Fact]:
    """Return what the visitor card shows, in its order, without what is not known."""
    conversation = opened.conversation
    visitor = conversation.visitor
    browser = ", ".join(part for part in (visitor.browser, visitor.operating_system) if part)
    answered = [agent_name(agent) for agent in conversation.agents if agent.answered]
    agents = answered or [agent_name(agent) for agent in conversation.agents]
    facts = (
        Fact(translate("pdf", "When"), calendar.course(opened)),
        Fact(translate("pdf", "Agents"), ", ".join(agents), often=True),
        Fact(translate("pdf", "Groups"), ", ".join(conversation.groups), often=True),
        Fact(translate("pdf", "E-mail"), visitor.email),
        Fact(translate("pdf", "Phone"), visitor.phone),
        Fact(translate("pdf", "Organization"), visitor.organization),
        Fact(translate("pdf", "Place"), place(conversation)),
        *(Fact(name, value) for name, value in visitor.custom),
        Fact(translate("pdf", "Page"), visitor.page),
        Fact(translate("pdf", "Came from"), visitor.referrer),
        Fact(translate("pdf", "Browser"), browser, often=True),
        Fact(translate("pdf", "IP address"), visitor.ip),
        *(Fact(name, value) for name, value in (*visitor.more, *conversation.more)),
    )
    return (fact for fact in facts if fact.value.strip())


class Stars(Whole):
    """A rating: five stars, and the single scores beside them."""

    height = 26.0 * POINT

    def __init__(self, rating: Rating, width: float) -> None:
        self.before = 10.0 * POINT
        self._rating = rating
        self._width = width

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        size = 11.0 * POINT
        left = x
        name = short(translate("pdf", "Rating"), _LABEL)
        name.draw(painter, x, y, color("t3"))
        y += 11 * POINT
        if self._rating.overall is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            for number in range(_STARS):
                given = number < self._rating.overall
                painter.setBrush(color("star" if given else "line2"))
                painter.drawPath(_star(size / 2).translated(left + size / 2, y + 6.5 * POINT))
                left += size + 1.5 * POINT
            painter.setBrush(Qt.BrushStyle.NoBrush)
            left += 4 * POINT
        for text, weight, ink in self._scores():
            words = short(text, Type(9, weight, _STEP))
            words.draw(painter, left, y, color(ink))
            left += words.width + 12 * POINT

    def _scores(self) -> Iterator[tuple[str, int, str]]:
        rating = self._rating
        if rating.overall is not None:
            yield translate("pdf", "%1 of 5").replace("%1", str(rating.overall)), 600, "t1"
        parts = (
            (translate("pdf", "Friendly"), rating.friendliness),
            (translate("pdf", "Knows the subject"), rating.knowledge),
            (translate("pdf", "Quick"), rating.responsiveness),
        )
        for name, score in parts:
            if score is not None:
                yield f"{name} {score}", 400, "t2"


def head_blocks(
    opened: Opened, width: float, calendar: Calendar, hues: Mapping[str, int]
) -> Iterator[Block]:
    """Return everything above the words of a conversation."""
    title = Title(opened, width, hues)
    yield title
    facts = (*_cut_above(title, opened), *facts_of(opened, calendar))
    yield from fact_blocks(facts, width)
    rating = opened.conversation.rating
    if rating is not None:
        if any(
            score is not None
            for score in (
                rating.overall, rating.friendliness, rating.knowledge, rating.responsiveness,
            )
        ):  # fmt: skip
            yield Stars(rating, width)
        if rating.comments:
            yield from _quote(rating.comments, width)
    yield Rule(width)


def _cut_above(title: Title, opened: Opened) -> Iterator[Fact]:
    """Return what the title has no room for."""
    if not title.whole_name:
        yield Fact(translate("pdf", "Name"), opened.conversation.name)
    if not title.all_tags:
        tags = ", ".join((*opened.row.tags, *opened.row.own_tags))
        yield Fact(translate("pdf", "Tags"), tags)


def _quote(comments: str, width: float) -> Iterator[Block]:
    for piece in pieces(f"“{comments}”"):
        yield Words(text_lines(piece, _VALUE, width), color("t2"), before=2 * POINT)


class Rule(Whole):
    """A hairline over the whole width, with air around it."""

    height = 0.6 * POINT

    def __init__(self, width: float) -> None:
        self._width = width
        self.before = 14.0 * POINT

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        hairline(painter, x, y, self._width)


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return ""
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper() if words[0][0] < "\u0590" else words[0][0]


@functools.cache
def _star(radius: float) -> QPainterPath:
    path = QPainterPath()
    for number in range(2 * _STARS):
        far = radius if number % 2 == 0 else radius * 0.45
        angle = math.pi * number / _STARS
        point = QPointF(far * math.sin(angle), -far * math.cos(angle))
        if number:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


def _paint_person(painter: QPainter, middle: QPointF, ink: QColor) -> None:
    size = _DISC
    disc(painter, middle - QPointF(0, size * 0.12), size * 0.14, ink)
    shoulders = QRectF(middle.x() - size * 0.24, middle.y() + size * 0.08, size * 0.48, size * 0.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawChord(shoulders, 0, 180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
