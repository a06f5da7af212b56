"""The threads that read: each with a connection of its own, none of them ever writes."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import apsw

from olark_inbox.base.said import said
from olark_inbox.store.connection import DISK_ERRORS, open_reader, unavailable
from olark_inbox.store.errors import StoreDamaged, StoreUnavailable, Superseded

T = TypeVar("T")

_STEPS = 20_000
"""How many steps of SQLite's machine go by between two looks at whether to stop: about 1 ms."""


@dataclass(slots=True)
class _Task:
    read: Callable[[apsw.Connection], Any]
    future: "Future[Any]"
    stopped: bool = False


class Reader:
    """Runs reads one after another, each within one read transaction.

    A failing disk gives StoreUnavailable; the next read opens the store anew.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._connection: apsw.Connection | None = None
        self._tasks: deque[_Task] = deque()
        self._running: _Task | None = None
        self._closing = False
        self._stale = False
        self.damaged: Callable[[], None] | None = None
        """Called, on this thread, when the data file proves to be damaged."""
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def call(self, read: Callable[[apsw.Connection], T]) -> "Future[T]":
        """Queue `read`; a future that is cancelled while it waits is skipped."""
        return self._put(read)

    def renew(self) -> None:
        """Open the store anew before the next read: another file may lie in its place."""
        self._stale = True

    def close(self) -> None:
        """Finish nothing that waits, interrupt what runs, and end."""
        with self._wake:
            self._closing = True
            self._drop(StoreUnavailable(said("The program is ending.")))
            self._wake.notify()
        self._thread.join()

    def _put(self, read: Callable[[apsw.Connection], T]) -> "Future[T]":
        future: Future[T] = Future()
        with self._wake:
            if self._closing:
                raise StoreUnavailable(said("The program is ending."))
            self._tasks.append(_Task(read, future))
            self._wake.notify()
        return future

    def _drop(self, error: Exception) -> None:
        """Answer all that waits with `error` and interrupt what runs. The lock is held."""
        while self._tasks:
            future = self._tasks.popleft().future
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
        if self._running is not None and self._connection is not None:
            # `interrupt` stops a statement that runs; one about to begin sees the flag.
            self._running.stopped = True
            self._connection.interrupt()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            if not task.future.set_running_or_notify_cancel():
                continue
            try:
                result = self._read(task)
            except Exception as error:  # noqa: BLE001 - the future carries it to who asked
                task.future.set_exception(self._told(error))
            else:
                task.future.set_result(result)
        self._disconnect()

    def _next(self) -> _Task | None:
        with self._wake:
            self._running = None
            while not self._tasks:
                if self._closing:
                    return None
                self._wake.wait()
            self._running = self._tasks.popleft()
            return self._running

    def _read(self, task: _Task) -> Any:
        if self._stale:
            self._stale = False
            self._disconnect()
        connection = self._connection
        if connection is None:
            connection = open_reader(self._path)
            connection.set_progress_handler(self._is_stopped, _STEPS)
            with self._wake:
                self._connection = connection
        if connection.in_transaction:  # an interrupt can hit the very end of the read before
            connection.execute("rollback")
        connection.execute("begin")
        try:
            return task.read(connection)
        finally:
            if connection.in_transaction:
                connection.execute("rollback")

    def _is_stopped(self) -> bool:
        running = self._running
        return running is not None and running.stopped

    def _disconnect(self) -> None:
        with self._wake:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _told(self, error: Exception) -> Exception:
        if isinstance(error, apsw.InterruptError):
            return Superseded("A newer search took its place.")
        if isinstance(error, DISK_ERRORS):
            self._disconnect()
            told = unavailable(error)
            if isinstance(told, StoreDamaged) and self.damaged is not None:
                self.damaged()
            return told
        return error


class NewestReader(Reader):
    """A reader for searches while somebody types: only the newest read matters.

    Whatever waits or runs when a new one comes raises Superseded.
    """

    def call(self, read: Callable[[apsw.Connection], T]) -> "Future[T]":
        """Queue `read` in place of all before it."""
        with self._wake:
            self._drop(Superseded("A newer search took its place."))
        return self._put(read)


class Number:
    """The newest change number, asked often and from any thread: a few microseconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: apsw.Connection | None = None
        self._closed = False

    def read(self) -> int:
        """Return it; other processes' commits are seen too."""
        with self._lock:
            if self._closed:
                raise StoreUnavailable(said("The program is ending."))
            try:
                if self._connection is None:
                    self._connection = open_reader(self._path)
                row = self._connection.execute("select max(number) from change").fetchone()
            except DISK_ERRORS as error:
                self._forget()
                raise unavailable(error) from error
        return int(row[0] or 0) if row else 0

    def renew(self) -> None:
        """Open the store anew before the next read."""
        with self._lock:
            self._forget()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._forget()

    def _forget(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
