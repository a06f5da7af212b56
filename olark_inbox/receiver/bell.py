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
        self._kept: deque[asyncio.Future[None]] = deque()
        self._rung = False

    async def wait(self, promise: "Future[Any]", seconds: float) -> bool:
        """Return whether the promise was kept in time. The promise itself is never cancelled."""
        waiter: asyncio.Future[None] = self._loop.create_future()
        promise.add_done_callback(lambda _: self._keep(waiter))
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            return False
        return True

    def _keep(self, waiter: "asyncio.Future[None]") -> None:
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
            waiter = self._kept.popleft()
            if not waiter.done():
                waiter.set_result(None)
