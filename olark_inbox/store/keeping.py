"""Keeping the store safe: backups, a look after an unclean end, repairs. One thread, in idle time.

Only one process looks after a store at a time; the others can still ask for a backup or a restore.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import apsw

from olark_inbox.base.alone import Lock
from olark_inbox.base.clock import Clock
from olark_inbox.base.folders import Folders
from olark_inbox.base.said import said, to_parts
from olark_inbox.store import backup, fetch, futures, mending, roles
from olark_inbox.store.backup import Backup
from olark_inbox.store.connection import DISK_ERRORS, open_bare, unavailable
from olark_inbox.store.errors import StoreError, StoreUnavailable
from olark_inbox.store.readers import Number, Reader
from olark_inbox.store.writer import Writer

if TYPE_CHECKING:
    from olark_inbox.store.repair import Mended

_log = logging.getLogger(__name__)

T = TypeVar("T")

DAY_MS = 24 * 3_600_000
_LOOK_S = 600.0
_SAY_S = 30.0

BACKUP = "backup"
"""The state of the backups: at_ms, size, trouble, second_at_ms, second_trouble."""
MENDED = "mended"
"""What the last repair came to, until the owner has read it: the fields of Mended."""


class Keeping:
    """Looks after one store. Safe from any thread, like the inbox it belongs to."""

    def __init__(
        self,
        folders: Folders,
        writer: Writer,
        readers: tuple[Reader, Reader, Number],
        clock: Clock,
    ) -> None:
        self._folders, self._writer, self._clock = folders, writer, clock
        self._readers = readers
        for one in (writer, *readers[:2]):
            one.damaged = self.report_damage
        self._second: Callable[[], str] = str
        self._jobs: deque[Callable[[], None]] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._watching = False
        self._damaged = False
        self._unsure = False
        self._reading: apsw.Connection | None = None
        self._lock = Lock(folders.root / "care.lock")
        self._thread: threading.Thread | None = None
        self.looked: Future[bool] = Future()
        """Resolved once the store was taken over: False where it was damaged."""

    # From outside

    def start(self, second_place: Callable[[], str] = str) -> None:
        """Look after the store from now on: after an unclean end at once, then every day."""
        self._second = second_place
        with self._wake:
            self._watching = True
        self._begin()

    def close(self) -> None:
        """End; a backup under way is given up."""
        with self._wake:
            self._closing = True
            if self._reading is not None:
                self._reading.interrupt()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def report_damage(self) -> None:
        """Say that reading or writing met a damaged file; it is looked at, and mended if so."""
        with self._wake:
            self._damaged = True
            self._wake.notify()

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups there are, newest first."""
        return backup.all_in(self._folders.backups, self._clock())

    def back_up(self) -> "Future[Backup]":
        """Make a backup now."""
        return self._put(lambda: self._back_up("asked"))

    def restore(self, chosen: Path) -> "Future[Mended]":
        """Go back to a backup and its marks; what arrived since stays.

        Today's store is kept as a backup too, so that this can be taken back.
        """
        return self._put(lambda: self._restore(chosen))

    def copy_out(self, to: Path) -> "Future[None]":
        """Copy the store into an empty file."""
        return self._put(lambda: backup.vacuum(self._folders.store, to, self._hold))

    def told(self) -> "Future[None]":
        """Note that the owner has read what the last repair came to."""
        return self._writer.put(lambda batch: batch.set_state(MENDED, {}))

    def say_mended(self, mended: "Mended | None") -> None:
        """Tell what a repair came to, if there was one, until the owner has read it."""
        if mended is not None:
            self._say(MENDED, mended._asdict())

    # The thread

    def _begin(self) -> None:
        with self._wake:
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="store-care", daemon=True)
                self._thread.start()

    def _put(self, work: Callable[[], T]) -> "Future[T]":
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._wake:
            if self._closing:
                raise StoreUnavailable(said("The program is ending."))
            self._jobs.append(lambda: futures.resolve(future, lambda: _in_words(work)))
            self._wake.notify()
        self._begin()
        return future

    def _run(self) -> None:
        mine = False
        while not self._is_closing():
            if self._jobs:
                self._jobs.popleft()()
                continue
            if self._watching:
                mine = mine or self._take_over()
                if mine:
                    self._do_what_is_due()
            with self._wake:
                if not (self._jobs or self._closing or self._damaged):
                    self._wake.wait(_LOOK_S)
        if mine:
            self._hand_over()
        for left in self._jobs:
            left()

    def _hand_over(self) -> None:
        """Let the next one look after the store; without a sound look it looks first."""
        if not (self._unsure or self._damaged):
            self._mark.unlink(missing_ok=True)
        self._lock.let_go()

    def _is_closing(self) -> bool:
        return self._closing

    @property
    def _mark(self) -> Path:
        """Stands in the folder while somebody looks after the store; a crash leaves it behind."""
        return self._folders.root / "running"

    def _take_over(self) -> bool:
        """Become the one who looks after the store; after an unclean end, look at it first."""
        try:
            if not self._lock.take():
                return False
            unclean = self._mark.exists()
            self._mark.touch(mode=0o600)
        except OSError as error:
            _log.warning("the mark of running could not be made: %s", type(error).__name__)
            unclean = True
        sound = not unclean or self._is_sound()
        if unclean:
            _log.info("after an unclean end the store is %s", "sound" if sound else "damaged")
        self._damaged = self._damaged or not sound
        if not self.looked.done():
            self.looked.set_result(sound)
        return True

    def _do_what_is_due(self) -> None:
        """Mend, or back up; what fails is tried again at the next look."""
        with self._wake:
            damaged, self._damaged = self._damaged, False
        try:
            if damaged and not self._is_sound():
                self._mend()
            elif self._is_due():
                self._back_up("daily")
        except (StoreError, apsw.Error, OSError) as error:
            if self._closing:
                return
            _log.warning("looking after the store failed: %s", type(error).__name__)
            told = (error if isinstance(error, StoreError) else unavailable(error)).args[0]
            trouble = {"trouble": told, "trouble_said": to_parts(told)}
            self._say(BACKUP, {**self._said(), **trouble})

    # Backups

    def _is_due(self) -> bool:
        newest = next(iter(self.backups()), None)
        if newest is None:
            return bool(self._ask("select 1 from delivery limit 1"))
        # One that the clock of a wrong day dated ahead of today does not count.
        return not -DAY_MS < self._clock() - newest.at_ms < DAY_MS

    def _back_up(self, why: str) -> Backup:
        made = self._make(why)
        news = {**self._said(), "at_ms": made.at_ms, "size": made.size, "trouble": ""}
        place = self._second()
        if place:
            try:
                backup.copy_to(made, Path(place))
                news |= {"second_at_ms": made.at_ms, "second_trouble": ""}
            except StoreUnavailable as error:
                told = error.args[0]
                news |= {"second_trouble": told, "second_trouble_said": to_parts(told)}
        self._say(BACKUP, news)
        _log.info("a backup of %d bytes was made", made.size)
        return made

    def _make(self, why: str) -> Backup:
        store, folder = self._folders.store, self._folders.backups
        return backup.make(store, folder, self._clock(), why, self._hold)

    def _hold(self, connection: apsw.Connection | None) -> None:
        """Note what `close` may have to interrupt."""
        with self._wake:
            self._reading = connection
            if self._closing and connection is not None:
                raise StoreUnavailable(said("The program is ending."))

    def _said(self) -> dict[str, Any]:
        try:
            connection = open_bare(self._folders.store)
            try:
                entry = roles.state(connection).get(BACKUP)
            finally:
                connection.close()
        except apsw.Error:
            return {}
        return {} if entry is None else dict(entry.value)

    def _say(self, name: str, value: dict[str, Any]) -> None:
        try:
            self._writer.put(lambda batch: batch.set_state(name, value)).result(_SAY_S)
        except (StoreError, TimeoutError) as error:
            _log.warning("how the backups stand could not be stored: %s", type(error).__name__)

    # Damage

    def _is_sound(self) -> bool:
        """Look quickly, beside everybody who reads and writes; perhaps it is mended by now."""
        try:
            return self._ask("pragma quick_check(1)") == [("ok",)]
        except (apsw.InterruptError, StoreUnavailable):
            self._unsure = True  # the program ends: the next start looks again
            return True
        except (apsw.CorruptError, apsw.NotADBError):
            return False

    def _ask(self, sql: str) -> list[fetch.Values]:
        connection = open_bare(self._folders.store)
        try:
            self._hold(connection)
            return fetch.every(connection, sql)
        finally:
            self._hold(None)
            connection.close()

    def _mend(self) -> None:
        _log.error("the store is damaged; it is mended from the newest backup")
        mended = self._writer.alone(lambda: mending.mend(self._folders, self._clock)).result()
        self._renew()
        _log.info("%d deliveries were taken from the damaged store", mended.again)
        self.say_mended(mended)

    def _renew(self) -> None:
        for reader in self._readers:
            reader.renew()

    def _restore(self, chosen: Path) -> "Mended":
        if not backup.is_sound(chosen):
            raise StoreUnavailable(said("This backup is damaged, or of a newer version."))
        known = (one for one in self.backups() if one.path == chosen)
        base = next(known, None) or Backup(chosen, self._clock(), chosen.stat().st_size, "brought")
        former = self._make("restore")
        mended = self._writer.alone(
            lambda: mending.rebuild(self._folders, self._clock, former.path, base, marks=False)
        ).result()
        self._renew()
        return mended


def _in_words(work: Callable[[], T]) -> T:
    """Let nobody outside see what SQLite or the system raised."""
    try:
        return work()
    except DISK_ERRORS as error:
        raise unavailable(error) from error
    except apsw.Error as error:
        raise StoreUnavailable(said("The data file cannot be used.")) from error
    except OSError as error:
        raise StoreUnavailable(
            said("The disk refused: {0}.", error.strerror or said("an error"))
        ) from error
