"""Both tables: one row a conversation, or one row a message, as CSV that opens right anywhere.

Quoted, CRLF between rows, LF inside cells, UTF-8 with a mark in front that makes Excel read it as
such. What the shop's website passed along becomes a column each, found while writing: rows written
before a column was known are completed at the end. So the memory stays flat and the store is read
once.
"""

import tempfile
from collections.abc import Callable, Sequence
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
    Times,
    conversation_cells,
    message_cells,
    write_times,
)
from olark_inbox.export.guard import CELL_LIMIT, is_cut, joined
from olark_inbox.export.hidden import Hidden
from olark_inbox.export.wall import WallClock
from olark_inbox.store.plain import Plain

BOM = b"\xef\xbb\xbf"
CUSTOM = "custom_"
"""In front of the name of a column that the shop's website named."""
MOST_CUSTOM = 200
"""Columns from the website; what comes after goes into the column "custom_more"."""
CUSTOM_MORE = "custom_more"

EXCEL_ROWS = 1_048_576
"""So many rows a spreadsheet shows, with the one of the columns' names; the rest it leaves out."""

_BLOCK = 1024 * 1024
_Cells = Sequence[str]
Step = Callable[[], object]
"""Called now and then while a table is finished; may raise to stop."""


def _go_on() -> None:
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
    """Its columns are left out; what stands in words must be gone before it is added."""


class Table(Protocol):
    """A table that is being written: rows one conversation after another, then `finish`.

    That returns how many cells were cut, for they held more than a table cell can.
    """

    @property
    def rows_beyond(self) -> int: ...
    def add(self, plain: Plain) -> None: ...
    def finish(self, step: Step = ...) -> int: ...


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
        self._write = write_times(options.times, wall)
        names = columns_of(MESSAGE_COLUMNS, options)
        self._pick = _picker(MESSAGE_COLUMNS, names)
        self._rows = _Rows(file, options.separator)
        if options.bom:
            file.write(BOM)
        self._rows.add(names)

    @property
    def rows_beyond(self) -> int:
        """How many rows a spreadsheet does not show."""
        return self._rows.beyond

    def add(self, plain: Plain) -> None:
        for cells in message_cells(plain, self._write):
            self._rows.add(self._pick(cells))

    def finish(self, step: Step = _go_on) -> int:
        step()
        self._rows.flush()
        return self._rows.cut


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
        self._folder = folder
        self._rows = self._begin(())
        self._head = file.tell()
        self._parts: list[tuple[int, int]] = []
        """Where in the file the number of custom columns changed: (offset, columns before)."""

    @property
    def rows_beyond(self) -> int:
        """How many rows a spreadsheet does not show."""
        return self._rows.beyond

    def add(self, plain: Plain) -> None:
        cells = self._pick(conversation_cells(plain, self._write, self._wall))
        if self._with_custom and (custom := plain.written["visitor"].get("custom")):
            cells = (*cells, *self._custom_cells(custom))
        elif self._width():
            cells = (*cells, *("",) * self._width())
        self._rows.add(cells)

    def finish(self, step: Step = _go_on) -> int:
        """Where the website named columns, write anew: their names, and rows to full width."""
        step()
        self._end_part()
        custom = [CUSTOM + name for name in self._custom]
        if self._overflow:
            custom.append(CUSTOM_MORE)
        if custom:
            self._write_anew(custom, step)
        return self._rows.cut

    def _write_anew(self, custom: _Cells, step: Step) -> None:
        # Beside the file, for the system's own folder for such things is often kept in memory.
        with tempfile.TemporaryFile(dir=self._folder) as rows:
            self._file.seek(self._head)
            _copy(self._file, rows, self._parts[-1][0] - self._head, step)
            rows.seek(0)
            self._file.seek(0)
            self._begin(custom)
            begin = self._head
            for end, columns in self._parts:
                missing = self._missing(len(custom) - columns)
                _copy(rows, self._file, end - begin, step, missing)
                begin = end

    def _begin(self, custom: _Cells) -> "_Rows":
        """Write the head."""
        if self._options.bom:
            self._file.write(BOM)
        rows = _Rows(self._file, self._options.separator)
        rows.add((*self._names, *custom))
        rows.flush()
        return rows

    def _width(self) -> int:
        return len(self._custom) + self._overflow

    def _missing(self, columns: int) -> bytes:
        return f'{self._options.separator}""'.encode() * columns

    def _end_part(self) -> None:
        self._rows.flush()
        self._parts.append((self._file.tell(), self._width()))

    def _custom_cells(self, custom: Sequence[tuple[str, str]]) -> list[str]:
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

    _BATCH = 64 * 1024

    def __init__(self, file: BinaryIO, separator: str) -> None:
        self._file = file
        self._between = f'"{separator}"'
        self._lines: list[bytes] = []
        self._size = 0
        self.cut = 0
        """How many cells held more than a table cell can."""
        self._count = 0

    @property
    def beyond(self) -> int:
        """How many rows are more than a spreadsheet shows."""
        return max(0, self._count - EXCEL_ROWS)

    def add(self, cells: _Cells) -> None:
        self._count += 1
        line = joined(cells)
        if len(line) * 2 > CELL_LIMIT:
            self.cut += sum(map(is_cut, line.split("\0")))
        if '"' in line:
            line = line.replace('"', '""')
        line = line.replace("\0", self._between)
        # Each by itself: one sign from afar makes all that is joined with it four times as wide.
        self._lines.append(f'"{line}"\r\n'.encode("utf-8", "replace"))
        self._size += len(line)
        if self._size > self._BATCH:
            self.flush()

    def flush(self) -> None:
        self._file.write(b"".join(self._lines))
        self._lines.clear()
        self._size = 0


def _picker(every: Sequence[str], names: Sequence[str]) -> Callable[[_Cells], _Cells]:
    places = [every.index(name) for name in names]
    if places == list(range(len(every))):
        return lambda cells: cells
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[place] for place in places)


def _copy(source: BinaryIO, target: BinaryIO, size: int, step: Step, missing: bytes = b"") -> None:
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
