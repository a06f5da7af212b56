"""The floor of `latency` beside a bare request: bytes of a chat safely on the disk."""

import os
import time
from pathlib import Path

_CHAT = b"x" * 4096
_sync = getattr(os, "fdatasync", os.fsync)  # Windows and macOS have no fdatasync


def times_ms(file: Path, count: int) -> list[float]:
    """Return how long each of so many writes took until it was on the disk."""
    took = []
    handle = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    for _ in range(count):
        began = time.perf_counter()
        os.write(handle, _CHAT)
        _sync(handle)
        took.append((time.perf_counter() - began) * 1000)
    os.close(handle)
    return took
