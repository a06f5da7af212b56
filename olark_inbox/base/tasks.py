"""Starting coroutines: the one place that keeps their tasks and reports their failures."""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")

Failed = Callable[[str, BaseException], None]
"""Told the task's name and what it raised, on the loop's thread."""

_log = logging.getLogger(__name__)
_running: set[asyncio.Task[Any]] = set()


def _say(name: str, error: BaseException) -> None:
    _log.error("the task %s failed", name, exc_info=error)


on_failure: Failed = _say
"""What a failed task is reported to; the window sets its own: `tasks.on_failure = …`."""


def start(coroutine: Coroutine[Any, Any, T], *, name: str) -> asyncio.Task[T]:
    """Run the coroutine on the running loop; keep its task; report what it raises."""
    task = asyncio.get_running_loop().create_task(coroutine, name=name)
    _running.add(task)
    task.add_done_callback(_ended)
    return task


def running() -> tuple[asyncio.Task[Any], ...]:
    """Return the tasks of the running loop that have not ended, for an orderly end."""
    loop = asyncio.get_running_loop()
    return tuple(task for task in list(_running) if task.get_loop() is loop)


def _ended(task: asyncio.Task[Any]) -> None:
    _running.discard(task)
    if task.cancelled():
        return
    error = task.exception()
    if error is None:
        return
    try:
        on_failure(task.get_name(), error)
    except Exception as worse:  # noqa: BLE001 - the last place a failure can be caught
        _say(task.get_name(), error)
        _say("reporting a failure", worse)


async def beside(work: Callable[[], T]) -> T:
    """Run what blocks on a thread of its own; whoever stops waiting does not stop it."""
    future: Future[T] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - the future carries it to who asked
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=run, name="beside", daemon=True).start()
    return await asyncio.wrap_future(future)


class Latest:
    """Runs one coroutine at a time: a newer run cancels the older (search as you type)."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._task: asyncio.Task[Any] | None = None

    def start(self, coroutine: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Cancel the run before and start this one."""
        self.cancel()
        task = start(coroutine, name=self._name)
        self._task = task
        return task

    def cancel(self) -> None:
        """End the run that is under way, if any."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
