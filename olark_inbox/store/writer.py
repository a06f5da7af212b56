"""The one thread of this process that writes, and its group commit."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import apsw

from olark_inbox.base.clock import Clock
from olark_inbox.base.said import said
from olark_inbox.store import futures
from olark_inbox.store.batch import Batch
from olark_inbox.store.connection import DISK_ERRORS, open_writer, unavailable
from olark_inbox.store.errors import Busy, StoreDamaged, StoreUnavailable

_log = logging.getLogger(__name__)

T = TypeVar("T")

BATCH_ITEMS = 256
BATCH_BYTES = 8 * 1024 * 1024
WAITING_ITEMS = 2_000
WAITING_BYTES = 64 * 1024 * 1024
_PROBE_S = 1.0
_LOCKS = (apsw.BusyError, apsw.LockedError)
_MANY = 8
"""After so many in one commit more are on their way: it pays to wait for them."""
_GATHER_S = 0.015
"""Long enough to read a whole batch: a commit that goes ahead of half of it takes turns with the
reading at each statement, which costs a delivery in a flood a tenth."""
BULK_AFTER = 4
"""So many batches of deliveries may go first before one step of a bulk change gets its turn."""


@dataclass(slots=True)
class _Item:
    work: Callable[[Batch], Any]
    future: "Future[Any]"
    size: int
    prints: Sequence[int] = ()
    result: Any = None
    error: Exception | None = None
    done: bool = False


class Writer:
    """Runs work items in the order given, many to a transaction.

    A future resolves after the commit that holds its item, never before. A failing item does not
    fail its neighbours: the batch is rolled back and replayed one transaction an item, so work must
    be repeatable. Storing that fails (disk full, disk error) raises StoreUnavailable in the
    future; the next item tries again with a fresh connection.
    """

    def __init__(self, path: Path, clock: Clock, committed: Callable[[], None]) -> None:
        self._path = path
        self._clock = clock
        self._committed = committed
        self._urgent: deque[_Item] = deque()
        self._bulk: deque[_Item] = deque()
        self._alone: deque[Callable[[], None]] = deque()
        self._bytes = 0
        self._closing = False
        self._wake = threading.Condition()
        self._since_bulk = 0
        self._together = 0
        self._wanted = 0
        self.trouble = ""
        """Why storing fails now, one sentence; "" while it works. Read it from any thread."""
        self.damaged: Callable[[], None] = _nothing
        """Called, on this thread, when the data file proves to be damaged."""
        self._connection: apsw.Connection | None = open_writer(path)
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def put(
        self,
        work: Callable[[Batch], T],
        *,
        size: int = 0,
        bulk: bool = False,
        limited: bool = False,
        prints: Sequence[int] = (),
    ) -> "Future[T]":
        """Queue `work`. With `limited`, raise Busy instead of letting the queue grow for ever.

        `prints` are the keys of conversations it brings: looked up once for all that is written
        together, for each look gives Python's lock away.
        """
        future: Future[T] = Future()
        # From here on it happens: somebody who stops waiting does not undo a delivery.
        future.set_running_or_notify_cancel()
        item = _Item(work, future, size, prints)
        with self._wake:
            if self._closing:
                raise StoreUnavailable(said("The program is ending."))
            if limited and (
                len(self._urgent) >= WAITING_ITEMS or self._bytes + size > WAITING_BYTES
            ):
                raise Busy(said("Too much is waiting to be stored."))
            (self._bulk if bulk else self._urgent).append(item)
            self._bytes += size
            if len(self._urgent) >= self._wanted:
                self._wake.notify()
        return future

    def alone(self, work: Callable[[], T]) -> "Future[T]":
        """Run `work` next, on the writer's thread, with its connection closed."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._wake:
            if self._closing:
                raise StoreUnavailable(said("The program is ending."))
            self._alone.append(lambda: futures.resolve(future, work))
            self._wake.notify()
        return future

    def close(self) -> None:
        """Write what is queued, then end."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while (batch := self._next()) is not None:
            if not batch and self._alone:
                self._disconnect()
                self._alone.popleft()()
                continue
            self._write(batch or [_Item(_probe, Future(), 0)])
            with self._wake:
                self._bytes -= sum(item.size for item in batch)
        self._disconnect()

    def _next(self) -> list[_Item] | None:
        """Return what to write next; None: end.

        Nothing: something is to run alone, or it is time to look whether storing works again.
        """
        with self._wake:
            while not (self._urgent or self._bulk or self._alone):
                if self._closing:
                    return None
                if not self._wake.wait(_PROBE_S if self.trouble else None):
                    return []
            if self._alone:
                return []
            if self._bulk and (not self._urgent or self._since_bulk >= BULK_AFTER):
                self._since_bulk = 0
                return [self._bulk.popleft()]
            self._since_bulk += 1
            return self._taken()

    def _taken(self) -> list[_Item]:
        """Return all that goes into the next commit together. The lock is held."""
        if self._together >= _MANY:
            self._gather()
        items = [self._urgent.popleft()]
        size = items[0].size
        while self._urgent and len(items) < BATCH_ITEMS:
            size += self._urgent[0].size
            if size > BATCH_BYTES:
                break
            items.append(self._urgent.popleft())
        self._together = len(items)
        return items

    def _gather(self) -> None:
        """Wait a moment until as many wait as were written last. The lock is held.

        Meanwhile the thread that reads them has Python for itself. Wrested from it at each
        statement it would cost both more time than this, and a commit for half as many.
        """
        if len(self._urgent) < self._together and not (self._closing or self._alone):
            self._wanted = self._together
            self._wake.wait(_GATHER_S)
            self._wanted = 0

    def _write(self, items: list[_Item]) -> None:
        """Commit all items together, or else each alone; then resolve their futures."""
        said = False
        try:
            said = self._transaction(items)
        except Exception as error:  # noqa: BLE001 - the item's future carries it to who asked
            if len(items) == 1:
                items[0].error = error
            else:
                said = self._one_by_one(items)
        for item in items:
            if item.error is None:
                item.future.set_result(item.result)
            else:
                item.future.set_exception(self._told(item.error))
        if said:
            self._committed()

    def _one_by_one(self, items: list[_Item]) -> bool:
        said = False
        for item in items:
            try:
                said = self._transaction([item]) or said
            except Exception as error:  # noqa: BLE001 - as above
                item.error = error
            if isinstance(item.error, _LOCKS):
                # It has waited its time; the others need not each wait as long again.
                for late in items:
                    late.error = late.error or (None if late.done else item.error)
                break
            item.done = item.error is None
        return said

    def _transaction(self, items: list[_Item]) -> bool:
        connection = self._connected()
        try:
            connection.execute("begin immediate")
            prints = [one for item in items for one in item.prints]
            batch = Batch(connection, self._clock, prints)
            for item in items:
                item.result = item.work(batch)
            batch.finish()
            connection.execute("commit")
        except BaseException as error:
            self._roll_back(connection, error)
            raise
        if self.trouble:
            self.trouble = ""
            _log.info("storing works again")
            return True
        return batch.says_something

    def _roll_back(self, connection: apsw.Connection, error: BaseException) -> None:
        try:
            if connection.in_transaction:
                connection.execute("rollback")
        except apsw.Error:
            _log.info("rolling back failed; opening the store anew")
            self._disconnect()
        if isinstance(error, DISK_ERRORS):
            self._disconnect()

    def _connected(self) -> apsw.Connection:
        if self._connection is None:
            self._connection = open_writer(self._path)
        return self._connection

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.close()
            except apsw.Error as error:
                # The disk that made us close it may fail this too; what counts was said already.
                _log.info("closing the store failed: %s", type(error).__name__)

    def _told(self, error: Exception) -> Exception:
        if isinstance(error, DISK_ERRORS):
            name, told = type(error).__name__, unavailable(error)
        elif isinstance(error, StoreUnavailable):
            name, told = type(error.__cause__ or error).__name__, error
        else:
            return error
        if not self.trouble:  # said once, however many items meet it
            _log.error("storing failed: %s", name)
            self.trouble = str(told)
            self._committed()
        self.trouble = str(told)
        if isinstance(told, StoreDamaged):
            self.damaged()
        return told


def _nothing() -> None:
    """Stand for nobody who wants to know."""


def _probe(batch: Batch) -> None:
    """Write something small: it fails as long as a delivery would."""
    batch.set_state("stored", {"at_ms": batch.now_ms})
