"""What can still be read of a damaged store, row by row where a page is broken."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from olark_inbox.olark.document import UnknownDocument, from_document
from olark_inbox.olark.merge import Merged, first, rank
from olark_inbox.olark.model import Conversation, Kind, Message, Side, Visitor
from olark_inbox.store import archive, fetch, listing
from olark_inbox.store.archive import Kept, KeptMarks, KeptOwner
from olark_inbox.store.columns import words_of
from olark_inbox.store.connection import open_bare

_STEP = 100
_BROKEN = (zlib.error, ValueError, LookupError, TypeError)
"""What reading a row of nonsense raises."""
_OTHERS = (
    "erased", "reach", "reach_alive", "proof_key", "heard", "saved_search", "person_join",
)  # fmt: skip
"""Tables that do not come from bodies; copied as far as they can be read."""
_ROW = (
    "select name, email, phone, preview, kind, sample, key, arrival, received_ms, started_ms,"
    " live_until_ms, unread, starred, done, binned_ms, seen_lines, remind_ms, due"
    " from conversation where id = ?"
)


class Saved(NamedTuple):
    """A conversation without its bodies; `marks` None where the owner's could not be read."""

    merged: Merged
    marks: KeptMarks | None
    sample: bool


def _of_row(row: fetch.Values, marks: KeptMarks) -> Merged:
    """Make of what the list showed as much of a conversation as there is in it."""
    name, email, phone, preview, kind = row[:5]
    visitor = Visitor(full_name=name, email=email, phone=phone)
    lines = (Message(Side.SYSTEM, preview),) if preview else ()
    only = Conversation("", marks.key, Kind(kind), messages=lines, visitor=visitor)
    only = replace(only, name=name, anonymous=False, preview=preview)
    return first(only, rank(only, marks.received_ms))


def _of_document(document: bytes) -> Merged | None:
    try:
        return from_document(document)
    except UnknownDocument:
        return None


class Salvage:
    """Reads what can be read, row by row where a page is broken."""

    def __init__(self, former: Path) -> None:
        self.whole = True
        self._connection: apsw.Connection | None = None
        try:
            self._connection = open_bare(former)
            fetch.one(self._connection, "select count(*) from sqlite_schema")
        except apsw.Error:
            self.whole = False

    def close(self) -> None:
        if self._connection is not None:
            with suppress(apsw.Error):
                self._connection.close()

    def lines(self) -> Iterator[Sequence[Kept]]:
        """Yield deliveries with the marks that follow them, around what cannot be read."""
        newest = self._newest("delivery")
        for low in range(1, newest + 1, _STEP):
            part = range(low, min(low + _STEP, newest + 1))
            lines = self._kept(part)
            if lines is not None:
                yield lines
                continue
            self.whole = False
            for one in part:
                yield self._kept([one]) or self._body(one)

    def erased(self) -> list[int]:
        """Return which keys were erased, as numbers."""
        return [mark for (mark,) in self._read("select key_print from erased", ()) or ()]

    def _kept(self, deliveries: Sequence[int]) -> Sequence[Kept] | None:
        if self._connection is None:
            return None
        try:
            return archive.kept(self._connection, deliveries, samples=True)
        except (apsw.Error, *_BROKEN):
            return None

    def _body(self, delivery: int) -> Sequence[Kept]:
        """Read a delivery alone, where its conversation cannot be read."""
        if self._connection is None:
            return ()
        try:
            found = archive.delivery(self._connection, delivery)
        except (apsw.Error, *_BROKEN):
            return ()
        return () if found is None else (found,)

    def tags(self) -> KeptOwner:
        """Return the owner's tags with their colours, worn or not."""
        sql = "select name, colour from own_tag join label on label.id = own_tag.label"
        found = self._read(f"{sql} where gone_ms is null", ()) or ()
        return KeptOwner(tags=tuple((name, colour) for name, colour in found))

    def conversations(self) -> Iterator[Sequence[Saved]]:
        """Yield conversations as they were shown, for those whose bodies cannot be read."""
        newest = max(self._newest("conversation"), self._newest("document", "conversation"))
        for low in range(1, newest + 1, _STEP):
            part = (self._conversation(one) for one in range(low, min(low + _STEP, newest + 1)))
            yield [one for one in part if one is not None]

    def _conversation(self, identity: int) -> Saved | None:
        """Put together what can be read: the document, and the row with the owner's marks."""
        found = self._read("select body from document where conversation = ?", (identity,))
        row = self._read(_ROW, (identity,))
        if not found and not row:
            return None
        merged = _of_document(found[0][0]) if found else None
        if not row:
            return None if merged is None else Saved(merged, None, sample=False)
        marks = self._marks(identity, row[0])
        return Saved(merged or _of_row(row[0], marks), marks, sample=row[0][5] == 1)

    def _marks(self, identity: int, row: fetch.Values) -> KeptMarks:
        key, arrival, received, started, live, unread, starred, done, binned, seen = row[6:16]
        return KeptMarks(
            key, arrival, received, started, live, unread == 1, starred == 1, done == 1, binned,
            seen, self._tags_of(identity), self._note_of(identity), row[16], row[17] == 1,
        )  # fmt: skip

    def _tags_of(self, identity: int) -> tuple[str, ...]:
        sql = f"select {listing.OWN_NAMES} from conversation where id = ?"  # noqa: S608 - a constant
        found = self._read(sql, (identity,))
        return words_of(found[0][0]) if found else ()

    def _note_of(self, identity: int) -> str:
        found = self._read("select text from note where conversation = ?", (identity,))
        return str(found[0][0]) if found else ""

    def _newest(self, table: str, column: str = "id") -> int:
        sql = f"select max({column}) from {table}"  # noqa: S608 - our own tables
        found = self._read(sql, ()) or self._read("select max(seq) from sqlite_sequence", ())
        return int(found[0][0] or 0) if found else 0

    def _read(self, sql: str, parameters: tuple[Any, ...]) -> list[fetch.Values] | None:
        if self._connection is None:
            return None
        try:
            return fetch.every(self._connection, sql, parameters)
        except apsw.Error:
            self.whole = False
            return None

    def copy_rest(self, to: apsw.Connection) -> None:
        """Copy what no body says, and let numbers grow on where the former store was."""
        for table in _OTHERS:
            rows = self._read(f"select * from {table}", ())  # noqa: S608 - our own tables
            if not rows:
                continue
            marks = ", ".join("?" * len(rows[0]))
            with suppress(apsw.SQLError), to:
                sql = f"insert or replace into {table} values ({marks})"  # noqa: S608
                to.executemany(sql, rows)
        numbers = self._read("select name, seq from sqlite_sequence", ()) or []
        with to:
            for name, seq in numbers:
                # Whoever shows a list asks what came after a number: it may never go back.
                to.execute(
                    "update sqlite_sequence set seq = max(seq, ?) where name = ?", (seq + 1, name)
                )
            to.execute("insert into change (conversation, what) values (null, 'reset')")
