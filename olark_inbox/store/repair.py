"""A damaged store: what can be read of it joins the newest sound backup; nothing is deleted.

The same serves to go back to a backup: what arrived since is taken along, because what Olark was
told is kept stays kept.
"""

import logging
import os
import shutil
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from olark_inbox.base.clock import Clock
from olark_inbox.base.files import sync_folder
from olark_inbox.olark.body import read_body
from olark_inbox.store import archive, erasing, fetch, schema
from olark_inbox.store.archive import Kept
from olark_inbox.store.backup import Backup
from olark_inbox.store.batch import Batch
from olark_inbox.store.connection import open_bare, open_writer
from olark_inbox.store.restore import Restore

_log = logging.getLogger(__name__)

_STEP = 100
_BROKEN = (zlib.error, ValueError, LookupError, TypeError)
"""What reading a row of nonsense raises."""
_BESIDE = ("-wal", "-shm")
_OTHERS = (
    "erased", "reach", "reach_alive", "proof_key", "heard", "saved_search", "person_join",
)  # fmt: skip
"""Tables that do not come from bodies; copied as far as they can be read."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What a repair came to."""

    at_ms: int
    backup_ms: int | None
    """When the backup was made that was restored; None: there was no sound one."""
    kept: str
    """The file in which the former store is kept."""
    again: int
    """So many deliveries were taken from the former store."""
    whole: bool
    """All of the former store could be read: nothing is missing."""


def set_aside(store: Path, folder: Path, at_ms: int) -> Path:
    """Keep a copy of a store's files as they are now, and return its path. Copies stay for ever."""
    folder.mkdir(mode=0o700, exist_ok=True)
    numbered = (folder / f"damaged-{at_ms}-{number}.sqlite" for number in range(1_000))
    aside = next(path for path in numbered if not path.exists())
    for end in ("", *_BESIDE):
        source, target = _with(store, end), _with(aside, end)
        if source.exists():
            shutil.copyfile(source, target)
            target.chmod(0o600)
    sync_folder(folder)
    return aside


def build(
    former: Path, base: Backup | None, candidate: Path, clock: Clock, *, marks: bool = True
) -> Mended:
    """Make a sound store in `candidate`: the backup, and on top what the former store still says.

    With `marks` the owner's marks are those of the former store, else those of the backup. What
    was erased since stays erased. `former` is a file of its own by now; nobody writes to it.
    """
    remove(candidate)
    os.close(os.open(candidate, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if base is not None:
        shutil.copyfile(base.path, candidate)
    connection = open_writer(candidate)
    try:
        schema.migrate(connection)
        salvage = _Salvage(former)
        try:
            _forget(connection, salvage, clock)
            again = _take(connection, salvage, clock, marks=marks)
            salvage.copy_rest(connection)
        finally:
            salvage.close()
        connection.execute("pragma wal_checkpoint(truncate)").fetchall()
    finally:
        connection.close()
    backup_ms = None if base is None else base.at_ms
    return Mended(clock(), backup_ms, str(former), again, salvage.whole)


def put_in_place(candidate: Path, store: Path) -> None:
    """Replace a store's content in one transaction, under everybody who has it open."""
    source, target = open_bare(candidate), open_bare(store)
    try:
        with target.backup("main", source, "main") as copying:
            copying.step(-1)
        target.execute("pragma wal_checkpoint(truncate)").fetchall()
    finally:
        source.close()
        target.close()


def replace(candidate: Path, store: Path) -> None:
    """Put another file in a store's place; whoever has the former one open must open it anew."""
    for end in _BESIDE:
        _with(store, end).unlink(missing_ok=True)
    candidate.replace(store)
    sync_folder(store.parent)


def remove(candidate: Path) -> None:
    """Take away what `build` made."""
    for end in ("", *_BESIDE):
        _with(candidate, end).unlink(missing_ok=True)


def _with(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _forget(connection: apsw.Connection, salvage: "_Salvage", clock: Clock) -> None:
    """Erase from the backup what was erased after it was made."""
    sql = "select id from conversation where key_print = ?"
    prints = salvage.erased()
    ids = [one for mark in prints for (one,) in fetch.every(connection, sql, (mark,))]
    for at in range(0, len(ids), erasing.STEP):
        with connection:
            batch = Batch(connection, clock)
            erasing.erase(batch, ids[at : at + erasing.STEP])
            batch.finish()


def _take(connection: apsw.Connection, salvage: "_Salvage", clock: Clock, *, marks: bool) -> int:
    """Bring over the deliveries the candidate does not have, and the owner's marks."""
    run = Restore(archive.known(connection), read_body, overwrite=marks)
    for lines in salvage.lines():
        ready = run.prepare(lines)
        if not ready:
            continue
        with connection:
            batch = Batch(connection, clock)
            run.step(batch, ready)
            batch.finish()
    return run.new_deliveries


class _Salvage:
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

    def _newest(self, table: str) -> int:
        sql = f"select max(id) from {table}"  # noqa: S608 - our own tables
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
