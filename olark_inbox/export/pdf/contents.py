"""The first pages of a file with several conversations: what it is, and what stands where."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from olark_inbox.export.pdf.blocks import hairline
from olark_inbox.export.pdf.ink import color, font
from olark_inbox.export.pdf.letterhead import logo_size, paint_logo
from olark_inbox.export.pdf.lines import PAGE_LINK, Lines, Type, one_line, short
from olark_inbox.export.pdf.paper import POINT, Paper
from olark_inbox.export.pdf.words import translate

_ROW = 22.0 * POINT
_TITLE_ROOM = 250.0 * POINT
_HEAD = 34.0 * POINT
_LOGO = QSizeF(170.0 * POINT, 54.0 * POINT)
_PAGE_COLUMN = 40.0 * POINT
_WHEN_COLUMN = 150.0 * POINT
_NAME = Type(9.5, 500, 13 * POINT)
_NUMBER = Type(9.5, step=13 * POINT)
_BESIDE = Type(8.5, step=13 * POINT)


@dataclass(frozen=True, slots=True)
class Entry:
    """One conversation in the list."""

    name: str
    when: str
    kind: str
    page: int


@dataclass(frozen=True, slots=True)
class Cover:
    """What the title page says above the list."""

    shop: str
    title: str
    lines: tuple[str, ...]
    logo: QImage | None = None


def front_pages(conversations: int, paper: Paper) -> int:
    """Return how many pages title and list will take."""
    first, others = _capacity(paper)
    return 1 + max(0, math.ceil((conversations - first) / others))


def _capacity(paper: Paper) -> tuple[int, int]:
    return int((paper.room - _TITLE_ROOM - _HEAD) / _ROW), int((paper.room - _HEAD) / _ROW)


def entries_on(number: int, paper: Paper) -> slice:
    """Return which entries stand on the front page with that number, counted from 0."""
    first, others = _capacity(paper)
    if number == 0:
        return slice(0, first)
    begin = first + (number - 1) * others
    return slice(begin, begin + others)


def paint_cover(painter: QPainter, paper: Paper, cover: Cover) -> None:
    """Draw the upper part of the title page."""
    x, y = float(paper.left), float(paper.top)
    if cover.logo is not None and not cover.logo.isNull():
        size = logo_size(cover.logo, _LOGO)
        paint_logo(painter, cover.logo, x, y, size)
        y += size.height() + 12 * POINT
    if cover.shop:
        shop = short(cover.shop, Type(11, 600, 10), paper.inner)
        shop.draw(painter, x, y, color("t2"))
    y = paper.top + 100 * POINT
    title = short(cover.title, Type(26, 600, 10), paper.inner)
    title.draw(painter, x, y, color("t1"))
    y += 42 * POINT
    for text in cover.lines:
        line = short(text, Type(10, step=16 * POINT), paper.inner)
        line.draw(painter, x, y, color("t2"))
        y += 16 * POINT


def paint_list(painter: QPainter, paper: Paper, entries: list[Entry], *, below_title: bool) -> None:
    """Draw a part of the list; each line leads to its page.

    Its number is the link, which becomes as wide as the line when the file is finished.
    """
    x = float(paper.left)
    y = paper.top + (_TITLE_ROOM if below_title else 0.0)
    heading = short(translate("pdf", "Conversations"), Type(9, 600, 12 * POINT))
    heading.draw(painter, x, y, color("t2"))
    page = short(translate("pdf", "Page"), Type(8, step=12 * POINT))
    page.draw(painter, paper.right - page.width, y, color("t3"))
    y += 18 * POINT
    hairline(painter, x, y, paper.inner)
    y += 5 * POINT
    for entry in entries:
        _paint_entry(painter, paper, entry, y)
        y += _ROW


def _paint_entry(painter: QPainter, paper: Paper, entry: Entry, y: float) -> None:
    name_room = paper.inner - _PAGE_COLUMN - 2 * _WHEN_COLUMN + 30 * POINT
    when_left = paper.left + name_room + 10 * POINT
    one_line(entry.name, _NAME, name_room).draw(painter, paper.left, y, color("t1"))
    kind = short(entry.kind, _BESIDE, _WHEN_COLUMN - 45 * POINT)
    kind.draw(painter, when_left, y, color("t3"))
    when = one_line(entry.when, _BESIDE, _WHEN_COLUMN)
    when.draw(painter, when_left + _WHEN_COLUMN - 35 * POINT, y, color("t3"))
    page = str(entry.page)
    link = (0, len(page), PAGE_LINK + page)
    number = Lines(page, font(*_NUMBER[:2]), paper.inner, _NUMBER.step, [link])
    number.draw(painter, paper.right - number.width, y, color("t1"))
    hairline(painter, paper.left, y + 16.5 * POINT, paper.inner)
