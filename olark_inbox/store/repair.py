"""A damaged store: what can be read of it joins the newest sound backup; nothing is deleted.

The same serves to go back to a backup: what arrived since is taken along, because what Olark was
told is kept stays kept.
"""

import logging
import os
import shutil
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import apsw

from olark_inbox.base.clock import Clock
from olark_inbox.base.files import sync_folder
from olark_inbox.olark.body import read_body
from olark_inbox.store import archive, erasing, fetch, schema
from olark_inbox.store.backup import Backup
from olark_inbox.store.batch import Batch
from olark_inbox.store.connection import open_bare, open_writer
from olark_inbox.store.restore import Restore
from olark_inbox.store.salvage import Salvage

_log = logging.getLogger(__name__)

_BESIDE = ("-wal", "-shm")


class Mended(NamedTuple):
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
        salvage = Salvage(former)
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


def _forget(connection: apsw.Connection, salvage: "Salvage", clock: Clock) -> None:
    """Erase from the backup what was erased after it was made."""
    sql = "select id from conversation where key_print = ?"
    prints = salvage.erased()
    ids = [one for mark in prints for (one,) in fetch.every(connection, sql, (mark,))]
    for at in range(0, len(ids), erasing.STEP):
        with connection:
            batch = Batch(connection, clock)
            erasing.erase(batch, ids[at : at + erasing.STEP])
            batch.finish()


def _take(connection: apsw.Connection, salvage: "Salvage", clock: Clock, *, marks: bool) -> int:
    """Bring over the deliveries the candidate does not have, and the owner's marks."""
    run = Restore(archive.known(connection), read_body, overwrite=marks)
    for lines in chain(([salvage.tags()],), salvage.lines()):
        ready = run.prepare(lines)
        if not ready:
            continue
        with connection:
            batch = Batch(connection, clock)
            run.step(batch, ready)
            batch.finish()
    for without_bodies in salvage.conversations():
        with connection:
            batch = Batch(connection, clock)
            for one in without_bodies:
                run.bring(batch, one.merged, one.marks, sample=one.sample)
            batch.finish()
    return run.new_deliveries
