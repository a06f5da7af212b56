"""Putting a mended store in the place of a damaged one, open or not."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from olark_inbox.base.alone import alone_within
from olark_inbox.base.clock import Clock
from olark_inbox.base.folders import Folders
from olark_inbox.base.piecemeal import late_modules
from olark_inbox.store import backup, fetch, schema
from olark_inbox.store.backup import Backup
from olark_inbox.store.connection import open_bare
from olark_inbox.store.errors import StoreDamaged

if TYPE_CHECKING:
    from olark_inbox.store import repair
    from olark_inbox.store.repair import Mended
else:
    # A store that is sound needs nothing of it.
    globals().update(late_modules("olark_inbox.store", "repair"))

_log = logging.getLogger(__name__)

_PATIENCE_S = 60


def ready(folders: Folders, clock: Clock, *, mend: bool) -> "Mended | None":
    """Make the store, or bring it to today's version; with `mend`, mend what cannot be opened."""
    mended = mend_closed(folders, clock) if mend and is_lost(folders, clock) else None
    try:
        _prepare(folders, clock)
    except StoreDamaged:
        if not mend:
            raise
        mended = mend_closed(folders, clock)
        _prepare(folders, clock)
    return mended


def _prepare(folders: Folders, clock: Clock) -> None:
    schema.prepare(
        folders.store,
        folders.migration_lock,
        lambda: backup.make(folders.store, folders.backups, clock(), "migration"),
    )


def mend(folders: Folders, clock: Clock) -> "Mended":
    """Mend the store from the newest sound backup and from itself; a copy of it is kept."""
    now = clock()
    former = repair.set_aside(folders.store, folders.root / "damaged", now)
    return rebuild(folders, clock, former, backup.newest_sound(folders.backups, now))


def rebuild(
    folders: Folders, clock: Clock, former: Path, base: Backup | None, *, marks: bool = True
) -> "Mended":
    """Put in place what the backup and the former store make together.

    Nobody of this process may be writing. Whoever has the store open sees one large change.
    """
    candidate = folders.root / "mending.sqlite"
    try:
        mended = repair.build(former, base, candidate, clock, marks=marks)
        try:
            repair.put_in_place(candidate, folders.store)
        except (apsw.NotADBError, apsw.CorruptError, apsw.CantOpenError):
            # Not even its first page is one of a store, so the file itself is replaced.
            repair.replace(candidate, folders.store)
    finally:
        repair.remove(candidate)
    return mended


def mend_closed(folders: Folders, clock: Clock) -> "Mended | None":
    """Mend a store that cannot be opened; None where somebody else just did, or there is none."""
    with alone_within(_PATIENCE_S, folders.migration_lock):
        if not is_lost(folders, clock) and _opens(folders.store):
            return None
        _log.error("the store cannot be opened; it is mended from the newest backup")
        return mend(folders, clock)


def is_lost(folders: Folders, clock: Clock) -> bool:
    """Whether there were conversations and the file that held them is gone or empty.

    SQLite would take an empty file for a new store.
    """
    store = folders.store
    empty = not store.exists() or store.stat().st_size == 0
    wal = store.with_name(f"{store.name}-wal")
    beside = wal.exists() and wal.stat().st_size > 0
    return empty and not beside and bool(backup.all_in(folders.backups, clock()))


def _opens(store: Path) -> bool:
    try:
        connection = open_bare(store)
        try:
            fetch.one(connection, "select count(*) from sqlite_schema")
            connection.pragma("user_version")
        finally:
            connection.close()
    except (apsw.CorruptError, apsw.NotADBError):
        return False
    return True
