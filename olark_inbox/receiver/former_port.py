"""The port before the one in use: it stays open until an address is proven to lead to the new one.

What leads to this computer from outside (a tunnel, a router) knows only the port it was told, and
changing it there takes its owner's time. It is kept in the settings, so that it outlives a restart.
"""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from olark_inbox.receiver.port import PortTaken, bind, leave
from olark_inbox.settings import Settings, SettingsNotSaved

if TYPE_CHECKING:
    from olark_inbox.receiver.connection import Connections


class FormerPort:
    """Belongs to one loop."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._server: asyncio.Server | None = None
        self.number = 0
        """0: there is none."""

    async def begin(self, port: int, connections: "Connections") -> None:
        """Listen on it again after a start, where it is still needed beside `port`."""
        former = self._settings.former_port
        if self._server is not None or not former or former == port or not self._is_needed():
            return
        try:
            listener = bind(former)
        except PortTaken:
            return  # another program has it now
        loop = asyncio.get_running_loop()
        self._server, self.number = await loop.create_server(connections, sock=listener), former

    async def keep(self, server: asyncio.Server, port: int) -> None:
        """Let the port that is left stay open, where something may still lead to it."""
        await self.close()
        if not self._is_needed():
            await leave(server)
            return
        self._server, self.number = server, port
        self._remember(port)

    async def let_go_for(self, port: int) -> None:
        """Give the port free where it is wanted again."""
        if port == self.number:
            await self.close()

    async def sweep(self, *, proven: bool) -> bool:
        """Close it once it is not needed; returns whether it was closed now."""
        if self._server is None or not (proven or not self._is_needed()):
            return False
        await self.close()
        self._remember(0)
        return True

    async def close(self) -> None:
        """Listen there no more."""
        left, self._server, self.number = self._server, None, 0
        if left is not None:
            await leave(left)

    def _is_needed(self) -> bool:
        return self._settings.way != "none"

    def _remember(self, port: int) -> None:
        with suppress(SettingsNotSaved):  # it was logged; it holds until the program ends
            self._settings.former_port = port
