"""Copies of the store: made beside everything else, proven sound before they count, seven kept."""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import apsw

from olark_inbox.base.files import sync_folder
from olark_inbox.base.said import said
from olark_inbox.store import fetch, schema
from olark_inbox.store.connection import open_bare, unavailable
from olark_inbox.store.errors import StoreUnavailable

KEPT = 7
_NAME = re.compile(r"inbox-(\d{8}-\d{6})-(\d\d)-([a-z]+)\.sqlite")
_SLACK_MS = 3_600_000
_DAY_MS = 24 * 3_600_000
_STAMP = "%Y%m%d-%H%M%S"


Begun = Callable[[apsw.Connection | None], None]
"""Told which connection reads, and None when it has ended."""


def _nobody(_: apsw.Connection | None) -> None:
    """Stand for nobody who would interrupt."""


class Backup(NamedTuple):
    """One copy of the store."""

    path: Path
    at_ms: int
    size: int
    why: str
    """"daily", "asked", "migration" (before one) or "restore" (before one)."""


def all_in(folder: Path, now_ms: int) -> tuple[Backup, ...]:
    """Return the backups of a folder, newest first; what else lies there is nobody's business.

    One of the future was made while the clock was wrong: it counts as older than all others.
    """
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match is None:
                continue
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            at_ms = int(at.timestamp() * 1000)
            found.append(Backup(path, at_ms, path.stat().st_size, match[3]))
    latest = now_ms + _SLACK_MS
    found.sort(key=lambda one: (one.at_ms <= latest, one.at_ms, one.path.name), reverse=True)
    return tuple(found)


def make(store: Path, folder: Path, at_ms: int, why: str, begun: Begun = _nobody) -> Backup:
    """Copy the store by VACUUM INTO; deliveries go on meanwhile. Raises StoreUnavailable.

    The copy counts (and older ones go) only once it was opened and found sound. `begun` is given
    the connection that reads, to interrupt it.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        path = _free_name(folder, at_ms, why)
        with _part_of(path) as part:
            vacuum(store, part, begun)
            if not is_sound(part):
                raise StoreUnavailable(
                    said("The backup was made, but it is damaged; it does not count.")
                )
        thin(folder, at_ms)
        return Backup(path, at_ms, path.stat().st_size, why)
    except apsw.Error as error:
        raise unavailable(error) from error
    except OSError as error:
        raise StoreUnavailable(
            said("The backup could not be written: {0}.", _why(error))
        ) from error


def vacuum(store: Path, to: Path, begun: Begun = _nobody) -> None:
    """Copy a store that others write to into an empty file."""
    connection = open_bare(store)
    try:
        begun(connection)
        # It reads and writes from end to end: what it keeps in memory is not used again.
        connection.execute("pragma cache_size = -500").fetchall()
        connection.execute("vacuum into ?", (str(to),)).fetchall()
    finally:
        begun(None)
        connection.close()


def is_sound(path: Path) -> bool:
    """Open a copy, and look whether it is a whole store of this or an older version."""
    try:
        connection = open_still(path)
        try:
            found = fetch.every(connection, "pragma quick_check(1)")
            fetch.one(connection, "select count(*) from conversation, tally where tally.id = 1")
            known = 1 <= schema.version(connection) <= len(schema.MIGRATIONS)
        finally:
            connection.close()
    except apsw.Error:
        return False
    return known and found == [("ok",)]


def open_still(path: Path) -> apsw.Connection:
    """Open a copy nobody writes to; nothing is made beside it."""
    address = f"file:{quote(path.as_posix())}?immutable=1"
    return apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def newest_sound(folder: Path, now_ms: int) -> Backup | None:
    """Return the newest backup that can be restored."""
    return next((one for one in all_in(folder, now_ms) if is_sound(one.path)), None)


def copy_to(backup: Backup, place: Path) -> None:
    """Put a copy in a second place; raises StoreUnavailable, in words about that place."""
    if not place.is_dir():
        raise StoreUnavailable(said("The second place for backups is not there now."))
    try:
        with _part_of(place / backup.path.name) as part:
            shutil.copyfile(backup.path, part)
            if not is_sound(part):
                raise StoreUnavailable(said("The copy in the second place is damaged."))
        thin(place, backup.at_ms)
    except OSError as error:
        sentence = said("The second place for backups cannot be written to: {0}.", _why(error))
        raise StoreUnavailable(sentence) from error


def thin(folder: Path, now_ms: int) -> None:
    """Let go of all but the newest, and of what a crash left half made."""
    old = (one.path for one in all_in(folder, now_ms)[KEPT:])
    for path in (*old, *folder.glob(".inbox-*.part")):
        with suppress(OSError):
            path.unlink()


def last_day_ms(folders: Iterable[Path], now_ms: int) -> int | None:
    """Return when the last of today's backups is gone, at one a day; None where there is none."""
    newest = [kept[0].at_ms for folder in folders if (kept := all_in(folder, now_ms))]
    return max(newest) + KEPT * _DAY_MS if newest else None


def _free_name(folder: Path, at_ms: int, why: str) -> Path:
    stamp = datetime.fromtimestamp(at_ms / 1000, UTC).strftime(_STAMP)
    names = (folder / f"inbox-{stamp}-{number:02}-{why}.sqlite" for number in range(100))
    return next(name for name in names if not name.exists())


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """Give an empty private file; on success it is on disk under its name, else it is gone."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield part
        handle = os.open(part, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
