"""Waiting on a loop for promises that another thread keeps, with one wake-up for a whole batch.

`asyncio.wrap_future` wakes the loop once for each promise; the writer keeps hundreds in one commit.
"""

import asyncio
from collections import deque
from concurrent.futures import Future
from typing import Any


class Bell:
    """Belongs to one loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._kept: deque[asyncio.Future[bool]] = deque()
        self._rung = False

    async def wait(self, promise: "Future[Any]", seconds: float) -> bool:
        """Return whether the promise was kept in time. The promise itself is never cancelled."""
        waiter: asyncio.Future[bool] = self._loop.create_future()
        promise.add_done_callback(lambda _: self._keep(waiter))
        late = self._loop.call_later(seconds, _end, waiter, False)  # noqa: FBT003 - what it is told
        try:
            return await waiter
        finally:
            late.cancel()

    def _keep(self, waiter: "asyncio.Future[bool]") -> None:
        """Note that a promise was kept. Runs on the thread that keeps it."""
        self._kept.append(waiter)
        if not self._rung:
            self._rung = True
            try:
                self._loop.call_soon_threadsafe(self._ring)
            except RuntimeError:
                # The loop has ended, and nobody waits any more.
                self._rung = False

    def _ring(self) -> None:
        # Lowered first: what is noted from here on rings again, so none is forgotten.
        self._rung = False
        while self._kept:
            _end(self._kept.popleft(), kept=True)


def _end(waiter: "asyncio.Future[bool]", kept: bool) -> None:  # noqa: FBT001 - a loop calls it
    if not waiter.done():
        waiter.set_result(kept)
