"""Hears that something changed, and asks what: the window's only way to learn of news."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, QTimer, Signal

from olark_inbox.base import tasks
from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Changes

POLL_MS = 250
"""Asked this often even without a wake-up: another process has no way to wake this one."""

_REST_S = 0.04
"""Between two refreshes, so that a burst costs a few refreshes and not one a chat."""
_LONG_REST_S = 0.25
_FLOOD_REST_S = 0.5
_FLOOD = 450
"""So many changes a second: nobody reads along, and receiving needs the time more."""
_SHARE = 5
"""Refreshing takes at most so small a part of the window's time: the rest is the owner's."""


Prepare = Callable[[Changes], Awaitable[None]]


async def nothing(_changes: Changes) -> None:
    """Prepare nothing."""


def rest(changes: Changes, seconds: float, cost: float) -> float:
    """Return how long to rest after these changes, which came within so many seconds.

    `cost` is the processor time that showing a refresh took the window last.
    """
    if len(changes.changes) > _FLOOD * seconds:
        return _FLOOD_REST_S
    if changes.reset:
        return _LONG_REST_S
    return min(max(_REST_S, cost * (_SHARE - 1)), _LONG_REST_S)


class Feed(QObject):
    """Joins wake-ups of any number into one refresh; a missed one heals by the poll."""

    changed = Signal(object)
    """The Changes since the last time."""
    failed = Signal(object)
    """The store could not be read: the exception. It is asked again at the next poll."""
    healed = Signal()

    def __init__(self, inbox: Inbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self.prepare: Prepare = nothing
        """Done before changes are told."""
        self.number = 0
        self._woken = False
        self._again = False
        self._broken = False
        self._told_at = 0.0
        self._cost = 0.0
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_poll)

    def start(self, number: int) -> None:
        """Tell of everything that comes after this change number. Needs the running loop."""
        self.number = number
        self._loop = asyncio.get_running_loop()
        self._unsubscribe = self._inbox.wakeups.subscribe(self._wake)
        self._timer.start()

    def stop(self) -> None:
        """Hear nothing more."""
        self._timer.stop()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._task is not None:
            self._task.cancel()

    def _wake(self) -> None:
        """On the writer's thread: only the first of many wake-ups crosses over."""
        if not self._woken:
            self._woken = True
            self._loop.call_soon_threadsafe(self._on_woken)

    def _on_woken(self) -> None:
        self._woken = False
        self._again = True
        if self._unsubscribe is not None and (self._task is None or self._task.done()):
            self._task = tasks.start(self._refresh(), name="refresh")

    def _on_poll(self) -> None:
        try:
            newer = self._inbox.number() != self.number
        except StoreError as error:
            self._say_broken(error)
            return
        self._say_healed()
        if newer:
            self._on_woken()

    async def _refresh(self) -> None:
        while self._again:
            self._again = False
            try:
                changes = await asyncio.wrap_future(self._inbox.changes_since(self.number))
            except StoreError as error:
                self._say_broken(error)
                return
            self._say_healed()
            if changes.number != self.number:
                self.number = changes.number
                await self._tell(changes)

    async def _tell(self, changes: Changes) -> None:
        """Tell, and rest while it is shown: what that costs decides the next rest."""
        now, began = self._loop.time(), time.thread_time()
        await self.prepare(changes)
        self.changed.emit(changes)
        pause = rest(changes, max(now - self._told_at, _REST_S), self._cost)
        self._told_at = now
        await asyncio.sleep(pause)
        self._cost = time.thread_time() - began

    def _say_broken(self, error: StoreError) -> None:
        if not self._broken:
            self._broken = True
            self.failed.emit(error)

    def _say_healed(self) -> None:
        if self._broken:
            self._broken = False
            self.healed.emit()
