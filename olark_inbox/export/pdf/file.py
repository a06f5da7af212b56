"""Pages written to a PDF file, one conversation after another."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QFile, QFileDevice, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from olark_inbox.export.facts import is_empty_start
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.book import Book, page_words
from olark_inbox.export.pdf.contents import Entry, front_pages
from olark_inbox.export.pdf.finish import Mark, Marks, finish
from olark_inbox.export.pdf.paper import POINT, UNITS, paper_named
from olark_inbox.export.pdf.words import conversations
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Opened

_FINE = QFileDevice.FileError.NoError
_ANEW = QIODevice.OpenModeFlag.ReadWrite | QIODevice.OpenModeFlag.Truncate

_TRIED = 1 << 20
"""So many bytes are tried where Qt could not write: enough to meet a full disk again."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known before the first page: it decides how many pages the list takes."""

    conversations: int
    left_out: int = 0
    chosen: str = ""
    """What was chosen, for the title page: "Search: wheel"."""
    now_ms: int = 0


class PdfFile:
    """One PDF: `add` conversations, then `finish`; `with` lets go of the file in any case."""

    def __init__(self, path: Path, options: PdfOptions, wall: WallClock, about: About) -> None:
        self._path = path
        self._about = about
        self._shop = options.shop
        paper = paper_named(options.paper)
        several = about.conversations > 1
        self._book = Book(paper, options, wall, letterhead=not several)
        self._front = front_pages(about.conversations, paper) if several else 0
        self._entries: list[Entry] = []
        self._painted = 0
        self._file = QFile(str(path))
        if not self._file.open(_ANEW):
            raise OSError(errno.EACCES, self._file.errorString(), str(path))
        self._writer = self._start()
        self._painter = QPainter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, opened: Opened, step: Callable[[], None]) -> None:
        """Write a conversation; `step`, called after each page at least, may raise to stop."""
        if is_empty_start(opened):
            return
        count, pages = self._book.pages(opened, step)
        entry = self._book.entry(opened, self._front + self._painted + 1)
        self._entries.append(entry)
        for number, page in enumerate(pages, 1):
            painter = self._next_page()
            self._book.paint(painter, page)
            of = page_words(number, count)
            if self._front:
                whole = str(self._front + self._painted)
                self._book.paint_foot(painter, entry.name, whole, of)
            else:
                self._book.paint_foot(painter, entry.name, of)
            self._check()
            step()

    def finish(self, step: Callable[[], object] = lambda: None) -> None:
        """Write the title pages and whatever else makes it a whole file."""
        about = self._about
        cover = self._book.cover(len(self._entries), about.left_out, about.chosen, about.now_ms)
        tail = self._file.pos()
        for number in range(self._front):
            self._book.paint_front(self._next_page(), number, self._entries, cover)
            step()
        self._painter.end()
        self._file.flush()
        self._check()
        self._file.close()
        marks = Marks()
        if self._front:
            each = (Mark(entry.name, entry.page) for entry in self._entries)
            marks = Marks(len(self._entries), each)
        finish(self._path, marks, self._front, tail, self._book.paper.left / POINT)

    def close(self) -> None:
        """Let go of the file, finished or not."""
        if self._painter.isActive():
            self._painter.end()
        self._file.close()

    def _start(self) -> QPdfWriter:
        paper = self._book.paper
        writer = QPdfWriter(self._file)
        writer.setResolution(UNITS)
        writer.setPageSize(QPageSize(paper.size))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setCreator("Olark Inbox")
        writer.setAuthor(self._shop)
        return writer

    def _title(self) -> str:
        if self._entries and not self._front:
            return f"{self._entries[0].name}, {self._entries[0].when}"
        return conversations(self._about.conversations)

    def _next_page(self) -> QPainter:
        if self._painted:
            self._writer.newPage()
        else:
            # Qt writes what the document is called before its first page.
            self._writer.setTitle(self._title())
            self._painter.begin(self._writer)
        self._painted += 1
        return self._painter

    def _check(self) -> None:
        """Raise where a page could not be written: Qt's writer itself says nothing."""
        if self._file.error() != _FINE:
            raise _why(self._path, self._file.errorString())


def _why(path: Path, said: str) -> OSError:
    """Return why no more could be written to a file: Qt knows hardly more than that it failed."""
    try:
        with path.open("ab") as file:
            file.write(bytes(_TRIED))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    return OSError(errno.EIO, said, str(path))
