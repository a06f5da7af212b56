"""What the roof gives whoever receives, so that a window and `receive` keep the address alike."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any

from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings

_LOOK_S = 0.25


def keeping_address(
    inbox: Inbox, settings: Settings, *, after: Future[None] | None = None
) -> Callable[[Callable[[], int]], Coroutine[Any, Any, None]]:
    """Return what keeps and proves the public address, on the loop it is started on.

    What it loads would hold up the window: it can be told to begin when that one stands, and loads
    nothing before. Most of it, which is large, is loaded when a way is chosen.
    """

    async def keep(port: Callable[[], int]) -> None:
        if after is not None:
            await asyncio.shield(asyncio.wrap_future(after))
        from olark_inbox.tunnel.ledger import Ledger  # noqa: PLC0415 - as said above
        from olark_inbox.tunnel.standing import Standing  # noqa: PLC0415 - as above

        if settings.way == "none":
            await Ledger(inbox).say(Standing())
            while settings.way == "none":  # noqa: ASYNC110 - the file tells nobody of a change
                await asyncio.sleep(_LOOK_S)
        from olark_inbox.tunnel.watch import Watcher  # noqa: PLC0415 - aiohttp loads in that thread

        await Watcher(inbox, settings, port).run()

    return keep
