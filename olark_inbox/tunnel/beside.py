"""What the roof gives whoever receives, so that a window and `receive` keep the address alike."""

from collections.abc import Callable, Coroutine
from typing import Any

from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings


def keeping_address(
    inbox: Inbox, settings: Settings
) -> Callable[[Callable[[], int]], Coroutine[Any, Any, None]]:
    """Return what keeps and proves the public address, on the loop it is started on."""

    async def keep(port: Callable[[], int]) -> None:
        from olark_inbox.tunnel.watch import Watcher  # noqa: PLC0415 - aiohttp loads in that thread

        await Watcher(inbox, settings, port).run()

    return keep
