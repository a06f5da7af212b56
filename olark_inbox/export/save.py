"""One saving from beginning to end: what was chosen becomes a file, or nothing at all."""

import dataclasses
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from olark_inbox.base.clock import now_ms
from olark_inbox.base.said import said
from olark_inbox.export.archive import Archive
from olark_inbox.export.chosen import Chosen, Picked, pick
from olark_inbox.export.errors import ExportFailed, Stopped, failure
from olark_inbox.export.facts import is_empty_start
from olark_inbox.export.files import part_file
from olark_inbox.export.hidden import Hidden, without_contact, without_hidden
from olark_inbox.export.names import PATTERN, TakenNames
from olark_inbox.export.naming import named
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.table import ConversationTable, MessageTable, Table, TableOptions
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Inbox
from olark_inbox.store.archive import KeptMarks
from olark_inbox.store.plain import Plain, plain_of

if TYPE_CHECKING:
    from olark_inbox.export.pdf.file import About, PdfFile

Progress = Callable[[int, int, str], None]
"""Told after each conversation: how many are done, of how many, whose it was."""


class Format(StrEnum):
    """What kind of file; the words of the command line."""

    PDF = "pdf"
    CONVERSATIONS = "csv"
    MESSAGES = "csv-messages"
    ARCHIVE = "jsonl"

    @property
    def ending(self) -> str:
        return {Format.PDF: ".pdf", Format.ARCHIVE: ".jsonl"}.get(self, ".csv")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything about one saving."""

    chosen: Chosen
    format: Format
    target: Path
    """The file, or with `separate` the folder."""
    replace: bool = False
    """The owner agreed that a file of that name goes away."""
    separate: bool = False
    """A PDF for each conversation."""
    pattern: str = PATTERN
    """How their files are called."""
    table: TableOptions = field(default_factory=TableOptions)
    pdf: PdfOptions = field(default_factory=PdfOptions)

    def replacing(self) -> "Wanted":
        """Return the same, where the owner agreed to lose the file that is there."""
        return dataclasses.replace(self, replace=True)


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of it."""

    conversations: int
    files: tuple[Path, ...] = ()
    starts_left_out: int = 0
    samples_left_out: int = 0
    cells_cut: int = 0
    """How many texts are longer than a table cell may be."""
    rows_beyond: int = 0
    """How many rows of a table are past those a spreadsheet shows."""


class Saving:
    """Does the work, on whatever thread calls it; `stop` may be set from any other."""

    def __init__(
        self,
        inbox: Inbox,
        wanted: Wanted,
        progress: Progress = lambda _done, _total, _name: None,
        stop: threading.Event | None = None,
    ) -> None:
        self._inbox = inbox
        self._wanted = wanted
        self._progress = progress
        self._stop = stop or threading.Event()
        self._wall = WallClock()
        self._done = 0
        self._total = 0

    def run(self) -> Saved:
        """Write the file; raises ExportFailed, Stopped or what the store raises."""
        wanted = self._wanted
        if wanted.separate and wanted.format is Format.PDF:
            return self._separate()
        with part_file(wanted.target, replace=wanted.replace) as (part, file):
            saved = self._write(part, file)
            self._go_on()
        return dataclasses.replace(saved, files=(wanted.target,))

    def write_to(self, part: Path, file: BinaryIO) -> Saved:
        """Write into an open file; a PDF needs to know its path too."""
        return self._write(part, file)

    def _write(self, part: Path, file: BinaryIO) -> Saved:
        if self._wanted.format is Format.ARCHIVE:
            return self._archive(file)
        picked = self._pick()
        if self._wanted.format is Format.PDF:
            return self._pdf(part, picked)
        return self._table(part.parent, file, picked)

    def _pick(self) -> Picked:
        picked = pick(self._inbox, self._wanted.chosen, self._go_on)
        self._total = len(picked.ids)
        self._go_on()
        return picked

    def _table(self, folder: Path, file: BinaryIO, picked: Picked) -> Saved:
        table = self._new_table(folder, file)
        for plain in self._plain(picked.ids):
            table.add(plain)
            self._next(plain.written["name"])
        cut = table.finish(self._go_on)
        left_out = picked.samples
        return Saved(
            self._done, samples_left_out=left_out, cells_cut=cut, rows_beyond=table.rows_beyond
        )

    def _plain(self, ids: Iterable[int]) -> Iterator[Plain]:
        hidden = self._wanted.table.hidden
        if hidden == Hidden():
            return self._inbox.archiving.plain_each(ids)
        opened = self._inbox.archiving.opened_each(ids)
        return (plain_of(without_hidden(one, hidden)) for one in opened)

    def _new_table(self, folder: Path, file: BinaryIO) -> Table:
        options = self._wanted.table
        if self._wanted.format is Format.MESSAGES:
            return MessageTable(file, options, self._wall)
        return ConversationTable(file, options, self._wall, folder=folder)

    def _archive(self, file: BinaryIO) -> Saved:
        chosen = self._wanted.chosen
        picked = None if chosen.everything else self._pick()
        left_out = picked.samples if picked else self._inbox.counts().result().samples
        ids = picked.ids if picked else None
        deliveries = self._inbox.archiving.delivery_ids(ids, samples=chosen.samples).result()
        self._total = len(deliveries)
        archive = Archive(file)
        if chosen.everything:
            archive.add(self._inbox.archiving.kept_owner().result())
        conversations = 0
        for kept in self._inbox.archiving.kept(deliveries, samples=chosen.samples):
            archive.add(kept)
            if isinstance(kept, KeptMarks):
                conversations += 1
            else:
                self._next("")
        archive.finish()
        return Saved(conversations, samples_left_out=0 if chosen.samples else left_out)

    def _pdf(self, part: Path, picked: Picked) -> Saved:
        count = len(picked.ids) - picked.starts
        if not count:
            raise ExportFailed(_NOTHING_TO_READ if picked.starts else _NOTHING)
        from olark_inbox.export.pdf.file import About  # noqa: PLC0415 tables must not load Qt

        chosen = self._wanted.chosen.about
        if self._wanted.pdf.hidden.contact:
            chosen = without_contact(chosen)
        about = About(count, picked.starts, chosen, now_ms())
        with self._pdf_file(part, about) as pdf:
            for opened in self._inbox.archiving.opened_each(picked.ids):
                pdf.add(opened, self._go_on)
                self._next(opened.row.name)
            pdf.finish(self._go_on)
        return Saved(count, (), picked.starts, picked.samples)

    def _pdf_file(self, part: Path, about: "About") -> "PdfFile":
        from olark_inbox.export.pdf.file import PdfFile  # noqa: PLC0415 tables must not load Qt

        return PdfFile(part, self._pdf_options, self._wall, about)

    @cached_property
    def _pdf_options(self) -> PdfOptions:
        return self._wanted.pdf.with_tags(self._inbox.tags.every().result())

    def _separate(self) -> Saved:
        """Write a file for each; what is whole stays when it is stopped."""
        wanted = self._wanted
        picked = self._pick()
        if len(picked.ids) == picked.starts:
            raise ExportFailed(_NOTHING_TO_READ if picked.starts else _NOTHING)
        try:
            wanted.target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise failure(error, wanted.target / "") from error
        names = TakenNames(wanted.target)
        files = tuple(self._each(picked, names))
        return Saved(len(files), files, picked.starts, picked.samples)

    def _each(self, picked: Picked, names: TakenNames) -> Iterator[Path]:
        from olark_inbox.export.pdf.file import About  # noqa: PLC0415 tables must not load Qt

        number = 0
        for opened in self._inbox.archiving.opened_each(picked.ids):
            if not is_empty_start(opened):
                number += 1
                hidden, wall = self._wanted.pdf.hidden, self._wall
                name = named(self._wanted.pattern, opened, hidden, wall, ".pdf", number)
                target = self._wanted.target / names.take(name)
                with (
                    part_file(target, replace=False) as (part, _),
                    self._pdf_file(part, About(1, now_ms=now_ms())) as pdf,
                ):
                    pdf.add(opened, self._go_on)
                    pdf.finish()
                yield target
            self._next(opened.row.name)

    def _next(self, name: str) -> None:
        self._done += 1
        self._go_on()
        self._progress(self._done, self._total, name)

    def _go_on(self) -> None:
        """Between two steps: the owner may have stopped it."""
        if self._stop.is_set():
            raise Stopped


_NOTHING = said("There is nothing to save: no conversation was chosen.")
_NOTHING_TO_READ = said("There is nothing to read yet: the chosen chats have only begun.")
