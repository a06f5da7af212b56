"""Both tables: one row a conversation, or one row a message, as CSV that opens right anywhere.

Quoted, CRLF between rows, LF inside cells, UTF-8 with a mark in front that makes Excel read it as
such. What the shop's website passed along becomes a column each, found while writing: rows written
before a column was known are completed when the parts are put together. So the memory stays flat
and everything is read once.
"""

import csv
import io
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, Protocol

from olark_inbox.export.columns import (
    CONTACT_COLUMNS,
    CONVERSATION_COLUMNS,
    MESSAGE_COLUMNS,
    NOTE_COLUMNS,
    TECHNICAL_COLUMNS,
    Cell,
    Times,
    conversation_cells,
    message_cells,
    write_times,
)
from olark_inbox.export.guard import cell
from olark_inbox.export.hidden import Hidden, without_hidden
from olark_inbox.export.wall import WallClock
from olark_inbox.store.rows import Opened

BOM = b"\xef\xbb\xbf"
CUSTOM = "custom_"
"""In front of the name of a column that the shop's website named."""
MOST_CUSTOM = 200
"""Columns from the website; what comes after goes into the column "custom_more"."""
CUSTOM_MORE = "custom_more"

_SHORT = 1000
_ODD = re.compile("[\\r\\0]")
_BLOCK = 1024 * 1024
_Cells = tuple[Cell, ...]
Step = Callable[[], object]
"""Called now and then while a table is finished; may raise to stop."""


def _on() -> None:
    """Go on."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table is written."""

    separator: str = ","
    bom: bool = True
    times: Times = Times.ISO
    columns: tuple[str, ...] = ()
    """Names from CONVERSATION_COLUMNS or MESSAGE_COLUMNS, plus "custom"; empty means all."""
    hidden: Hidden = field(default_factory=Hidden)


class Table(Protocol):
    """A table that is being written: rows one conversation after another, then `finish`."""

    def add(self, opened: Opened) -> None: ...
    def finish(self, step: Step = ...) -> None: ...
    def close(self) -> None: ...


def columns_of(every: Sequence[str], options: TableOptions) -> tuple[str, ...]:
    """Return the columns a table gets: the chosen ones, in their own order, without hidden ones."""
    hidden: frozenset[str] = frozenset()
    if options.hidden.technical:
        hidden |= TECHNICAL_COLUMNS
    if options.hidden.contact:
        hidden |= CONTACT_COLUMNS
    if options.hidden.notes:
        hidden |= NOTE_COLUMNS
    return tuple(
        name
        for name in every
        if name not in hidden and (not options.columns or name in options.columns)
    )


class MessageTable:
    """One row a message."""

    def __init__(self, file: BinaryIO, options: TableOptions, wall: WallClock) -> None:
        self._options = options
        self._write = write_times(options.times, wall)
        names = columns_of(MESSAGE_COLUMNS, options)
        self._pick = _picker(MESSAGE_COLUMNS, names)
        self._rows = _Rows(file, options.separator)
        if options.bom:
            file.write(BOM)
        self._rows.add(names)

    def add(self, opened: Opened) -> None:
        opened = without_hidden(opened, self._options.hidden)
        for cells in message_cells(opened, self._write):
            self._rows.add(self._pick(cells))

    def finish(self, step: Step = _on) -> None:
        step()
        self._rows.flush()

    def close(self) -> None:
        """Nothing is left beside the file."""


class ConversationTable:
    """One row a conversation, with a column for each thing the shop's website passed along."""

    def __init__(
        self,
        file: BinaryIO,
        options: TableOptions,
        wall: WallClock,
        *,
        folder: Path | None = None,
    ) -> None:
        self._file = file
        self._options = options
        self._wall = wall
        self._write = write_times(options.times, wall)
        self._names = columns_of(CONVERSATION_COLUMNS, options)
        self._pick = _picker(CONVERSATION_COLUMNS, self._names)
        self._with_custom = not options.columns or "custom" in options.columns
        self._custom: dict[str, int] = {}
        self._overflow = False
        # The rows wait beside the file until all columns are known; the system's own folder for
        # such things is often kept in memory.
        self._body = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 closed in close()
        self._rows = _Rows(self._body, options.separator)
        self._parts: list[tuple[int, int]] = []
        """Where in the body the number of custom columns changed: (offset, columns before)."""

    def add(self, opened: Opened) -> None:
        opened = without_hidden(opened, self._options.hidden)
        cells = self._pick(conversation_cells(opened, self._write, self._wall))
        if self._with_custom and (custom := opened.conversation.visitor.custom):
            cells = (*cells, *self._custom_cells(custom))
        elif self._width():
            cells = (*cells, *("",) * self._width())
        self._rows.add(cells)

    def finish(self, step: Step = _on) -> None:
        """Write head and rows into the file, rows of the beginning completed to full width."""
        self._end_part()
        custom = [CUSTOM + name for name in self._custom]
        if self._overflow:
            custom.append(CUSTOM_MORE)
        if self._options.bom:
            self._file.write(BOM)
        head = _Rows(self._file, self._options.separator)
        head.add((*self._names, *custom))
        head.flush()
        self._body.seek(0)
        begin = 0
        for end, columns in self._parts:
            missing = self._missing(len(custom) - columns)
            _complete(self._body, self._file, end - begin, missing, step)
            begin = end

    def close(self) -> None:
        self._body.close()

    def _width(self) -> int:
        return len(self._custom) + self._overflow

    def _missing(self, columns: int) -> bytes:
        return f'{self._options.separator}""'.encode() * columns

    def _end_part(self) -> None:
        self._rows.flush()
        self._parts.append((self._body.tell(), self._width()))

    def _custom_cells(self, custom: tuple[tuple[str, str], ...]) -> list[str]:
        new = list(dict.fromkeys(name for name, _ in custom if name not in self._custom))
        room = MOST_CUSTOM - len(self._custom)
        if new and not self._overflow:
            self._end_part()
            for name in new[:room]:
                self._custom[name] = len(self._custom)
            self._overflow = len(new) > room
        cells = [""] * self._width()
        more = []
        for name, value in custom:
            place = self._custom.get(name)
            if place is None:
                more.append(f"{name}: {value}")
            else:
                cells[place] = value
        if more:
            cells[-1] = "\n".join(more)
        return cells


class _Rows:
    """Turns rows into quoted lines and writes them a batch at a time."""

    _BATCH = 256 * 1024

    def __init__(self, file: BinaryIO, separator: str) -> None:
        self._file = file
        self._lines = io.StringIO(newline="")
        self._writer = csv.writer(self._lines, delimiter=separator, quoting=csv.QUOTE_ALL)

    def add(self, cells: Iterable[Cell]) -> None:
        self._writer.writerow(
            [
                # Most cells begin with a letter or a figure and are short: nothing to be done.
                value
                if not value
                or type(value) is not str
                or (value[0].isalnum() and len(value) < _SHORT and not _ODD.search(value))
                else cell(value)
                for value in cells
            ]
        )
        if self._lines.tell() > self._BATCH:
            self.flush()

    def flush(self) -> None:
        self._file.write(self._lines.getvalue().encode("utf-8", "replace"))
        self._lines.seek(0)
        self._lines.truncate()


def _picker(every: Sequence[str], names: Sequence[str]) -> Callable[[_Cells], _Cells]:
    places = [every.index(name) for name in names]
    if places == list(range(len(every))):
        return tuple
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[place] for place in places)


def _complete(source: BinaryIO, target: BinaryIO, size: int, missing: bytes, step: Step) -> None:
    """Copy `size` bytes of rows, each line made longer by the cells it lacks."""
    kept = b""
    while size:
        step()
        block = source.read(min(_BLOCK, size))
        size -= len(block)
        # A row ends in CR LF, and no cell holds a CR; a block may end between the two.
        block = kept + block
        kept = b"\r" if block.endswith(b"\r") else b""
        target.write(block.removesuffix(kept).replace(b"\r\n", missing + b"\r\n"))
