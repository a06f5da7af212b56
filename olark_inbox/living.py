"""All that lives together while the window is open: built in order, ended in the reverse order.

The receiver comes first, and what the window holds is loaded when it answers: a chat that is sent
in this moment finds somebody at home.
"""

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AsyncExitStack, ExitStack, contextmanager, suppress
from functools import partial
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from olark_inbox.base import litter, tasks, terminal, turns
from olark_inbox.base.allocator import give_back_what_is_free
from olark_inbox.base.folders import Folders
from olark_inbox.base.running import RunMark
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from olark_inbox.household import House
    from olark_inbox.receiver.thread import ReceiverThread
    from olark_inbox.ui.frame.window import InboxWindow

_log = logging.getLogger(__name__)
_MOMENT_S = 1.0
_RUSH_S = 3.0
"""So long after the window stands nothing of its start is under way any more."""


async def live(
    app: "QApplication",
    window: "InboxWindow",
    folders: Folders,
    settings: Settings,
    port: int | None,
    *,
    hidden: bool,
) -> bool:
    """Live until somebody quits, then end in the reverse order; returns whether to begin again."""
    ended, faults, standing = asyncio.Event(), Faults(), Future[None]()
    async with AsyncExitStack() as stack:
        stack.enter_context(_ended_by_signals(ended))
        stack.enter_context(_failures_said(faults.say))
        inbox = await _opened(folders, window, partial(_dress, app, settings), ended)
        mark = RunMark(folders)
        fallen = mark.begin()
        stack.callback(mark.end)
        stack.callback(inbox.close)
        receiver = _receiver(inbox, settings, folders, port, standing)
        stack.callback(receiver.stop)
        loading = stack.enter_context(ExitStack())
        loading.enter_context(turns.short())  # an answer of the receiver takes some meanwhile
        await _begin_to_receive(receiver, ended)
        from olark_inbox import household
        from olark_inbox.ui.desk.session import SessionEnd

        _dress(app, settings)
        house = household.House(window, inbox, settings, folders, ended)
        stack.callback(house.destroy)
        session = SessionEnd(app, partial(_save, house, mark), ended.set)
        stack.callback(session.stop)
        stack.enter_context(faults.said_by(house.say))
        stack.push_async_callback(house.leave)
        await house.enter(hidden=hidden)
        terminal.say(terminal.what_closing_means())
        house.desk.board.say_fallen(fallen)
        house.settle()
        household.repair_starts(folders)
        inbox.keeping.start(lambda: settings.backup_place)
        stack.callback(_come_to_rest().cancel)
        loading.close()
        standing.set_result(None)
        await ended.wait()
    return house.again


def _come_to_rest() -> asyncio.Handle:
    """Keep what is loaded by now, and give back what loading it left free."""
    litter.look_seldom()
    return asyncio.get_running_loop().call_later(_RUSH_S, give_back_what_is_free)


def _save(house: "House", mark: RunMark) -> None:
    house.save()
    mark.end()


class Faults:
    """What failed: logged by others, and kept here while there is no window to say it in."""

    def __init__(self) -> None:
        self._kept: list[BaseException] = []
        self._say: Callable[[BaseException], None] = self._kept.append

    def say(self, error: BaseException) -> None:
        """Say it now, or as soon as it can be said."""
        self._say(error)

    @contextmanager
    def said_by(self, say: Callable[[BaseException], None]) -> Iterator[None]:
        """Say by this what was kept, and what comes until the window ends."""
        self._say = say
        while self._kept:
            say(self._kept.pop(0))
        yield
        self._say = self._kept.append


def _dress(app: "QApplication", settings: Settings) -> None:
    from olark_inbox.ui.kit import theme

    setting: Any = settings.theme
    theme.apply(app, setting)


async def _opened(
    folders: Folders, window: "InboxWindow", dress: Callable[[], None], ended: asyncio.Event
) -> Inbox:
    try:
        return Inbox.open(folders, mend=True)
    except StoreError as error:
        if window.isVisible():
            window.hide()
            dress()
            await _show_trouble(error, ended)
        raise


async def _begin_to_receive(receiver: "ReceiverThread", ended: asyncio.Event) -> None:
    """Start the receiver and wait until it listens, unless another process receives already."""
    if receiver.start():
        await _until_receiving(receiver.begun, ended)


async def _until_receiving(begun: Future[Any], ended: asyncio.Event) -> None:
    """Wait a moment for the receiver: what Python loads at the same time would hold it up."""
    either = {asyncio.wrap_future(begun), tasks.start(ended.wait(), name="the end")}
    await asyncio.wait(either, timeout=_MOMENT_S, return_when=asyncio.FIRST_COMPLETED)


def _receiver(
    inbox: Inbox,
    settings: Settings,
    folders: Folders,
    port: int | None,
    standing: Future[None],
) -> "ReceiverThread":
    from olark_inbox.receiver.thread import ReceiverThread
    from olark_inbox.tunnel.beside import keeping_address

    wanted = settings.port if port is None else port
    companion = keeping_address(inbox, settings, after=standing)
    return ReceiverThread(inbox, settings, folders, port=wanted, companion=companion)


async def _show_trouble(error: StoreError, ended: asyncio.Event) -> None:
    """Say why there is nothing to show; whoever clicked an icon reads no terminal."""
    from olark_inbox.ui.pages.trouble import Trouble

    window = Trouble(error)
    window.closed.connect(ended.set)
    window.show()
    await ended.wait()
    window.deleteLater()


def _ended_by_signals(ended: asyncio.Event) -> ExitStack:
    """Let SIGTERM and Ctrl+C end the program cleanly.

    Python runs the handlers at the next of the window's own timers, four times a second.
    """
    loop = asyncio.get_running_loop()

    def end(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(ended.set)

    stack = ExitStack()
    for number in (signal.SIGTERM, signal.SIGINT):
        former = signal.signal(number, end)
        stack.callback(signal.signal, number, former)
    return stack


def _failures_said(say: Callable[[BaseException], None]) -> ExitStack:
    """Log every failure of a slot, a task or a thread, and show it as one sentence.

    Tasks of the receiver fail on its thread; what shows it runs on the window's.
    """
    stack, loop = ExitStack(), asyncio.get_running_loop()
    hook, thread_hook, failed = sys.excepthook, threading.excepthook, tasks.on_failure

    def say_there(error: BaseException) -> None:
        with suppress(RuntimeError):
            # Raised where the window has ended: nobody is there to be told.
            loop.call_soon_threadsafe(say, error)

    def on_slot(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        _log.error("a slot failed", exc_info=(kind, error, at))
        say(error)

    def on_task(name: str, error: BaseException) -> None:
        failed(name, error)
        say_there(error)

    def on_thread(failure: threading.ExceptHookArgs) -> None:
        name = failure.thread.name if failure.thread is not None else ""
        error = failure.exc_value or failure.exc_type()
        _log.error("the thread %s failed", name, exc_info=error)
        say_there(error)

    sys.excepthook, threading.excepthook, tasks.on_failure = on_slot, on_thread, on_task
    stack.callback(setattr, sys, "excepthook", hook)
    stack.callback(setattr, threading, "excepthook", thread_hook)
    stack.callback(setattr, tasks, "on_failure", failed)
    return stack
