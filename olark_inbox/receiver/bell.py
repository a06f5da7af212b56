"""Waiting on a loop for promises that another thread keeps, with one wake-up for a whole batch.

`asyncio.wrap_future` wakes the loop once for each promise; the writer keeps hundreds in one commit.
"""

import asyncio
from collections import deque
from concurrent.futures import Future
from typing import Any


class Bell:
    """Belongs to one loop; everybody waits `seconds` at most."""

    def __init__(self, loop: asyncio.AbstractEventLoop, seconds: float) -> None:
        self._loop = loop
        self._seconds = seconds
        self._waiting: deque[tuple[float, asyncio.Future[bool]]] = deque()
        """Until when each of them waits, in order: one timer for all, not one for each."""
        self._timer: asyncio.TimerHandle | None = None
        self._kept: deque[asyncio.Future[bool]] = deque()
        self._rung = False

    async def wait(self, promise: "Future[Any]") -> bool:
        """Return whether the promise was kept in time. The promise itself is never cancelled."""
        waiter: asyncio.Future[bool] = self._loop.create_future()
        self._forget()
        self._waiting.append((self._loop.time() + self._seconds, waiter))
        if self._timer is None:
            self._look()
        promise.add_done_callback(lambda _: self._keep(waiter))
        return await waiter

    def _forget(self) -> None:
        """Forget those before the first who still waits."""
        while self._waiting and self._waiting[0][1].done():
            self._waiting.popleft()

    def _look(self) -> None:
        """Let go who has waited too long, and look again when the next one has."""
        self._forget()
        while self._waiting and self._waiting[0][0] <= self._loop.time():
            _end(self._waiting.popleft()[1], kept=False)
            self._forget()
        first = self._waiting[0][0] if self._waiting else None
        self._timer = None if first is None else self._loop.call_at(first, self._look)

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


def _end(waiter: "asyncio.Future[bool]", *, kept: bool) -> None:
    if not waiter.done():
        waiter.set_result(kept)
