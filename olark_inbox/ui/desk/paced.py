"""Doing something at once, and in a flood no more often than anybody can follow."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from olark_inbox.base import tasks

_LONG_AGO = float("-inf")


class Paced:
    """Does the work when asked; asked again within a moment, it does it once more, at its end."""

    def __init__(
        self, name: str, work: Callable[[], Coroutine[Any, Any, None]], moment_s: float
    ) -> None:
        self._name, self._work, self._moment_s = name, work, moment_s
        self._done_at = _LONG_AGO
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    def ask(self) -> None:
        """Have it done, now or when the moment has passed. Needs the running loop."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = tasks.start(self._run(), name=self._name)

    def stop(self) -> None:
        """Do nothing that was asked for and is left."""
        if self._task is not None:
            self._task.cancel()

    async def _run(self) -> None:
        while self._wanted:
            left = self._done_at + self._moment_s - time.monotonic()
            if left > 0:
                await asyncio.sleep(left)
            self._wanted = False
            await self._work()
            self._done_at = time.monotonic()
