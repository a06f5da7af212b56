"""Blocking work beside a loop, on a thread that may be left behind.

Looking up a name, or a key store that waits for its owner, can take minutes, and nothing can stop
it. The usual executor would be waited for at the end; the program must be able to quit meanwhile.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def aside(work: Callable[[], T], *, name: str) -> T:
    """Run `work` on a thread of its own and return what it returns or raises."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - the future carries it to who waits
            if not future.cancelled():
                future.set_exception(error)
        else:
            if not future.cancelled():
                future.set_result(result)

    future.set_running_or_notify_cancel()
    threading.Thread(target=run, name=name, daemon=True).start()
    return await asyncio.wrap_future(future)
