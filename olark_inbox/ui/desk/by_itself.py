"""What happens without the owner: reminders come back, the bin empties, answered chats go."""

import asyncio

from PySide6.QtCore import QObject, QTimer

from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.ui.desk.flow import Flow

_DAY_MS = 24 * 3_600_000
_LOOK_MS = 5_000
"""How often is looked whether a reminder is due: late by less than anybody minds."""


class ByItself(QObject):
    """Looks after what is due, as long as the window is there."""

    def __init__(self, flow: Flow, inbox: Inbox, settings: Settings) -> None:
        super().__init__()
        self._flow, self._inbox, self._settings = flow, inbox, settings
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._daily = QTimer(self)
        self._daily.setInterval(_DAY_MS)
        self._daily.timeout.connect(self.tidy)

    def start(self) -> None:
        """Look now, and from now on."""
        self._looking.start()
        self._daily.start()
        self.look()
        self.tidy()

    def stop(self) -> None:
        """Look after nothing more."""
        self._looking.stop()
        self._daily.stop()

    def look(self) -> None:
        """Bring back what is due."""
        self._flow.start_task(self._look(), "reminders")

    async def _look(self) -> None:
        try:
            due = await asyncio.wrap_future(self._inbox.reminders.next_ms())
            if due is not None and due <= self._flow.clock():
                await asyncio.wrap_future(self._inbox.reminders.ring())
        except StoreError:
            return  # the flow says so; looked at again in a moment

    def tidy(self) -> None:
        """Empty the bin of what is old, put answered chats to Done where that is wanted."""
        self._flow.start_task(self._tidy(), "housekeeping")

    async def _tidy(self) -> None:
        try:
            days = self._settings.done_after_days
            await asyncio.wrap_future(self._inbox.housekeeping.daily(days))
        except StoreError:
            return  # tomorrow again
