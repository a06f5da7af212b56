"""One process a file: the system lets go of it when its holder ends, however it ends."""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return True
        return False

    def _free(handle: int) -> None:
        with suppress(OSError):  # closing frees it too, though not always at once
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

    # A virus scanner or a folder kept in step has it open for a moment.
    _NOT_NOW: tuple[type[OSError], ...] = (PermissionError,)

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            # A file system that cannot lock: the program must open there all the same.
            return False
        return False

    def _free(handle: int) -> None:
        with suppress(OSError):  # closing frees it too, but not while a child has it open
            fcntl.flock(handle, fcntl.LOCK_UN)

    _NOT_NOW: tuple[type[OSError], ...] = ()


_LOOK_S = 0.05


class Lock:
    """A file that one process holds at a time; two of these in one process are as strangers."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether it is held here."""
        return self._handle is not None

    def take(self) -> bool:
        """Hold it from now on, unless another does; returns whether it is held here.

        Raises OSError where the file cannot be made.
        """
        if self._handle is None:
            try:
                handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            except _NOT_NOW:
                return False
            if _taken(handle):
                os.close(handle)
            else:
                self._handle = handle
        return self.held

    def let_go(self) -> None:
        """Hold it no more."""
        handle, self._handle = self._handle, None
        if handle is not None:
            _free(handle)
            os.close(handle)


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold a file for this process; False where another holds it."""
    lock = Lock(path)
    try:
        yield lock.take()
    finally:
        lock.let_go()


@contextmanager
def alone_within(seconds: float, path: Path) -> Iterator[None]:
    """Hold a file for this process once no other does; raises TimeoutError where that lasts."""
    lock, end = Lock(path), time.monotonic() + seconds
    pause = threading.Event()
    while not lock.take():
        if time.monotonic() > end:
            raise TimeoutError(f"{path.name} is held by another process")
        pause.wait(_LOOK_S)
    try:
        yield
    finally:
        lock.let_go()
