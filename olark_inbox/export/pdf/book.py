"""Conversations as pages, the same for a file, a printer and a preview."""

import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from olark_inbox.export.facts import began_ms
from olark_inbox.export.hidden import without_hidden
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.blocks import Page, hairline, paginate
from olark_inbox.export.pdf.bubble import paint_backs
from olark_inbox.export.pdf.contents import Cover, Entry, entries_on, paint_cover, paint_list
from olark_inbox.export.pdf.ink import color
from olark_inbox.export.pdf.letterhead import Letterhead
from olark_inbox.export.pdf.lines import Type, one_line, single
from olark_inbox.export.pdf.paper import POINT, Paper
from olark_inbox.export.pdf.plain import Plain
from olark_inbox.export.pdf.talk import conversation_blocks
from olark_inbox.export.pdf.words import (
    Calendar,
    conversations,
    in_owners_words,
    kind_of,
    translate,
)
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Opened

_LONG = 800
"""Lines of a conversation whose layout is not kept while its pages are counted."""
_LOGO_PIXELS = 1200
_TITLE = 200
_FOOT = Type(8, step=10 * POINT)
_BLANK = 2.3 * POINT
"""Between two words of the foot."""
_KEEP = Qt.AspectRatioMode.KeepAspectRatio


class Book:
    """Lays conversations out and paints their pages."""

    def __init__(
        self, paper: Paper, options: PdfOptions, wall: WallClock, *, letterhead: bool = False
    ) -> None:
        """Where there is no title page, each conversation has a letterhead."""
        self.paper = paper
        self._options = options
        self._logo = read_logo(options.logo)
        self._letterhead = letterhead and bool(options.shop or self._logo)
        self._wall = wall
        self._calendar = Calendar(wall)
        self._days: tuple[int, int] | None = None

    def pages(
        self, opened: Opened, step: Callable[[], object] = lambda: None
    ) -> tuple[int, Iterator[Page]]:
        """Return how many pages a conversation takes, and the pages.

        A long one is laid out twice, so that its layout never fills the memory; `step` is called
        after each page that was only counted.
        """
        opened = self._told(opened)
        began = began_ms(opened)
        first, last = self._days or (began, began)
        self._days = (min(first, began), max(last, began))
        if len(opened.conversation.messages) <= _LONG:
            pages = list(self._lay(opened))
            return len(pages), iter(pages)
        count = 0
        for _ in self._lay(opened):
            count += 1
            step()
        return count, self._lay(opened)

    def lay(self, opened: Opened) -> Iterator[Page]:
        """Lay the pages of a conversation out, one at a time; their number is known at the end."""
        return self._lay(self._told(opened))

    def entry(self, opened: Opened, page: int) -> Entry:
        """Return the conversation's line in the list of the title page."""
        opened = self._told(opened)
        began = began_ms(opened)
        when = f"{self._calendar.short_day(began)} {self._calendar.time(began)}"
        name = single(opened.row.name, _TITLE)
        return Entry(name, when, sys.intern(kind_of(opened.row)), page)

    def paint(self, painter: QPainter, page: Page) -> None:
        """Paint the words of a page."""
        x, y = self.paper.left, self.paper.top
        paint_backs(painter, page, x, y)
        for top, block in page:
            block.paint(painter, x, y + top)

    def paint_foot(self, painter: QPainter, whose: str, right: str, of: str = "") -> None:
        """Paint what stands below: whose page it is, which of his pages, and its number."""
        paper = self.paper
        hairline(painter, paper.left, paper.foot, paper.inner)
        number = one_line(right, _FOOT)
        y = paper.foot + 7 * POINT
        number.draw(painter, paper.right - number.width, y, color("t3"))
        room = paper.inner - number.width - 20 * POINT
        words = " · ".join(part for part in (self._options.shop, whose) if part)
        left = one_line(f"{words} · {of}" if of else words, _FOOT, room)
        if of and not isinstance(left, Plain):
            # The name may be too long, or turn what stands behind it to its other side.
            behind = one_line(f"· {of}", _FOOT)
            left = one_line(words, _FOOT, room - behind.width - _BLANK)
            behind.draw(painter, paper.left + left.width + _BLANK, y, color("t3"))
        left.draw(painter, paper.left, y, color("t3"))

    def paint_front(
        self, painter: QPainter, number: int, entries: list[Entry], cover: Cover
    ) -> None:
        """Paint a page of the front: the first has the title, all have a part of the list."""
        if number == 0:
            paint_cover(painter, self.paper, cover)
        part = entries[entries_on(number, self.paper)]
        paint_list(painter, self.paper, part, below_title=number == 0)
        self.paint_foot(painter, "", str(number + 1))

    def cover(self, count: int, left_out: int, about: str, now_ms: int) -> Cover:
        """Return what the title page says, once all conversations are laid out."""
        lines = []
        if self._days:
            first, last = (self._calendar.day(day) for day in self._days)
            span = translate("pdf", "%1 to %2").replace("%1", first).replace("%2", last)
            lines.append(first if first == last else span)
        if about:
            lines.append(about)
        saved = f"{self._calendar.day(now_ms)}, {self._calendar.time(now_ms)}"
        lines.append(translate("pdf", "Saved on %1").replace("%1", saved))
        if left_out:
            lines.append(left_out_words(left_out))
        title = conversations(count)
        return Cover(self._options.shop, title, tuple(lines), self._logo)

    def _told(self, opened: Opened) -> Opened:
        """Return what may be told, in the owner's language."""
        return in_owners_words(without_hidden(opened, self._options.hidden))

    def _lay(self, opened: Opened) -> Iterator[Page]:
        width = self.paper.inner
        blocks = conversation_blocks(opened, width, self._calendar, self._options.tag_hues)
        if self._letterhead:
            blocks = chain([Letterhead(self._options.shop, self._logo, width)], blocks)
        return paginate(blocks, self.paper.room)


def left_out_words(number: int) -> str:
    """Return the sentence about chats that only began."""
    if number == 1:
        return translate("pdf", "1 chat that only began is left out: it has no words yet.")
    return translate(
        "pdf", "%Ln chats that only began are left out: they have no words yet.", "", number
    )


def page_words(number: int, count: int) -> str:
    """Return "Page 2 of 3"."""
    return translate("pdf", "Page %1 of %2").replace("%1", str(number)).replace("%2", str(count))


def read_logo(file: str) -> QImage | None:
    """Return the shop's logo, not larger than paper needs; None where there is none to read."""
    if not file or not Path(file).is_file():
        return None
    reader = QImageReader(file)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LOGO_PIXELS:
        reader.setScaledSize(size.scaled(_LOGO_PIXELS, _LOGO_PIXELS, _KEEP))
    image = reader.read()
    return None if image.isNull() else image
