"""One process a file: the system lets go of it when its holder ends, however it ends.

`filelock` does the same with more patience and is used everywhere else; it takes a tenth of the
start to load, and this is asked before the window shows.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return True
        return False

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


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold a file for this process; False where another holds it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield not _taken(handle)
    finally:
        os.close(handle)
