"""The book of gaps and standings: written in order, and kept until the store can take it."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.tunnel.standing import STATE, Standing

_log = logging.getLogger(__name__)
T = TypeVar("T")
_MOST = 100


class Ledger:
    """Writes for the watcher. A store that fails is told later what it missed."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._waiting: deque[tuple[str, Callable[[], Future[None]]]] = deque(maxlen=_MOST)
        self._writing = asyncio.Lock()
        self._said: Standing | None = None
        self.failing = False
        """The store did not take the last entry."""

    async def begin(self, from_ms: int, noticed_ms: int, reason: str, join_ms: int) -> None:
        """Begin a gap, unless one is open."""
        reach = self._inbox.reach
        await self._write(lambda: reach.begin_gap(from_ms, noticed_ms, reason, join_ms=join_ms))

    async def end(self, until_ms: int) -> None:
        """End the open gap."""
        await self._write(lambda: self._inbox.reach.end_gap(until_ms))

    async def recovered(self, count: int) -> None:
        """Add what was fetched afterwards to the newest gap."""
        await self._write(lambda: self._inbox.reach.recovered(count))

    async def alive(self, at_ms: int) -> None:
        """Note until when we were reachable as far as known."""
        await self._write(lambda: self._inbox.reach.alive(at_ms), only_newest="alive")

    async def say(self, standing: Standing) -> None:
        """Tell every window how we stand, if it is news."""
        if standing != self._said:
            self._said = standing
            await self._write(
                lambda: self._inbox.set_state(STATE, standing.written()), only_newest="standing"
            )

    async def tell(self, name: str, value: dict[str, object]) -> None:
        """Write another state."""
        await self._write(lambda: self._inbox.set_state(name, value))

    async def read(self, ask: Callable[[], "Future[T]"]) -> T | None:
        """Read something; None where the store cannot."""
        try:
            return await asyncio.wrap_future(ask())
        except StoreError as error:
            _log.debug("the store could not be read: %s", type(error).__name__)
            return None

    async def again(self) -> None:
        """Write what is still waiting, in order and each once, whoever calls."""
        async with self._writing:
            while self._waiting:
                try:
                    await asyncio.wrap_future(self._waiting[0][1]())
                except StoreError:
                    self.failing = True
                    return
                self._waiting.popleft()
            self.failing = False

    async def _write(self, entry: Callable[[], "Future[None]"], *, only_newest: str = "") -> None:
        """Write an entry; of those waiting with the same `only_newest` the newest counts."""
        for place in range(len(self._waiting) - 1, 0, -1):  # the first may be under way
            if only_newest and self._waiting[place][0] == only_newest:
                del self._waiting[place]
        self._waiting.append((only_newest, entry))
        await self.again()
