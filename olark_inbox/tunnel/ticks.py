"""From tick to tick of whoever watches, and what happened outside meanwhile."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from olark_inbox.base import tasks
from olark_inbox.base.clock import Clock
from olark_inbox.tunnel import passing
from olark_inbox.tunnel.standing import Pace
from olark_inbox.tunnel.system_news import News, Tell

Listen = Callable[[Tell], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What happened since the last tick."""

    slept_ms: int | None = None
    """Since when the computer slept; None: it did not."""
    another_network: bool = False


class Ticks:
    """Belongs to one loop. A sleep is told by the system's own word, and by the clock's jump."""

    def __init__(
        self, pace: Pace, clock: Clock, passed_s: Callable[[], float], listen: Listen
    ) -> None:
        self._pace, self._clock, self._passed_s, self._listen = pace, clock, passed_s, listen
        self._seen_s, self._seen_ms = passed_s(), clock()
        self._network = passing.network()
        self._news = asyncio.Event()
        self._sleeps_ms: int | None = None
        self._woke = self._lost = False
        self._hearing: asyncio.Task[None] | None = None

    def hear(self) -> None:
        """Listen to the system from now on: what it needs is loaded only for who has a way."""
        if self._hearing is None:
            self._hearing = tasks.start(self._listen(self._on_news), name="hear the system")

    def end(self) -> None:
        """Hear nothing more."""
        if self._hearing is not None:
            self._hearing.cancel()

    async def next(self) -> Meanwhile:
        """Wait for the next tick, or for news."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.tick_s):
                await self._news.wait()
        self._news.clear()
        lost, self._lost = self._lost, False
        return Meanwhile(self._slept(), self._is_another() or lost)

    def _slept(self) -> int | None:
        jumped = self._passed_s() - self._seen_s > self._pace.jump_s + self._pace.tick_s
        slept = None
        if self._woke or jumped:
            # Both tell of the same sleep: who comes second finds it told.
            slept = self._seen_ms if self._sleeps_ms is None else self._sleeps_ms
            self._sleeps_ms, self._woke = None, False
        self._seen_s, self._seen_ms = self._passed_s(), self._clock()
        return slept

    def _is_another(self) -> bool:
        before, self._network = self._network, passing.network()
        return before != self._network

    def _on_news(self, news: News) -> None:
        if news is News.SLEEPS:
            self._sleeps_ms = self._clock()
            return
        self._woke = self._woke or (news is News.WOKE and self._sleeps_ms is not None)
        self._lost = self._lost or news is News.NETWORK
        self._news.set()
