"""All that lives together while the window is open: built in order, ended in the reverse order."""

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AsyncExitStack, ExitStack, suppress
from functools import cached_property, partial
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from olark_inbox.base import tasks, terminal
from olark_inbox.base.autostart import autostart, own_command, repair
from olark_inbox.base.folders import Folders
from olark_inbox.base.report import report
from olark_inbox.base.running import RunMark
from olark_inbox.base.start_menu import start_menu
from olark_inbox.inbox import Inbox, Request
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.store.errors import StoreError
from olark_inbox.ui.desk.by_itself import ByItself
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.desk.flow import Flow
from olark_inbox.ui.desk.replaced import Replaced, own_program
from olark_inbox.ui.desk.safety import SafetyWatch
from olark_inbox.ui.desk.session import SessionEnd
from olark_inbox.ui.follow.follow import Follow
from olark_inbox.ui.follow.follow_open import FollowOpen
from olark_inbox.ui.follow.follow_tags import FollowTags
from olark_inbox.ui.follow.replying import Replying
from olark_inbox.ui.frame.furnishing import furnish
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit import words
from olark_inbox.ui.pages.pages import Pages
from olark_inbox.ui.presence.presence import Presence
from olark_inbox.ui.reach.reaching import Reaching
from olark_inbox.ui.search.searching import Searching

if TYPE_CHECKING:
    from olark_inbox.ui.pages.newer import Newer
    from olark_inbox.ui.saving.saving import Saving

_log = logging.getLogger(__name__)
_MOMENT_S = 1.0


async def live(
    app: QApplication,
    window: InboxWindow,
    folders: Folders,
    settings: Settings,
    port: int | None,
    *,
    hidden: bool,
) -> bool:
    """Live until somebody quits, then end in the reverse order; returns whether to begin again."""
    ended = asyncio.Event()
    async with AsyncExitStack() as stack:
        stack.enter_context(_ended_by_signals(ended))
        inbox = await _opened(folders, window, ended)
        mark = RunMark(folders)
        fallen = mark.begin()
        stack.callback(mark.end)
        house = House(window, inbox, settings, folders, ended)
        stack.callback(house.destroy)

        def save() -> None:
            house.save()
            mark.end()

        session = SessionEnd(app, save, ended.set)
        stack.callback(session.stop)
        stack.callback(inbox.close)
        receiver = _receiver(inbox, settings, folders, port)
        stack.callback(receiver.stop)
        stack.enter_context(_failures_said(house.say))
        stack.push_async_callback(house.leave)
        await house.enter(hidden=hidden)
        terminal.say(terminal.what_closing_means())
        house.desk.board.say_fallen(fallen)
        receiver.start()
        await _until_receiving(receiver.begun, ended)
        house.settle()
        _repair_starts(folders)
        inbox.keeping.start(lambda: settings.backup_place)
        await ended.wait()
    return house.again


async def _opened(folders: Folders, window: InboxWindow, ended: asyncio.Event) -> Inbox:
    try:
        return Inbox.open(folders, mend=True)
    except StoreError as error:
        if window.isVisible():
            window.hide()
            await _show_trouble(error, ended)
        raise


async def _until_receiving(begun: Future[Any], ended: asyncio.Event) -> None:
    """Wait a moment for the receiver: what Python loads at the same time would hold it up."""
    either = {asyncio.wrap_future(begun), tasks.start(ended.wait(), name="the end")}
    await asyncio.wait(either, timeout=_MOMENT_S, return_when=asyncio.FIRST_COMPLETED)


def _receiver(inbox: Inbox, settings: Settings, folders: Folders, port: int | None) -> Any:
    from olark_inbox.receiver.thread import ReceiverThread
    from olark_inbox.tunnel.beside import keeping_address

    wanted = settings.port if port is None else port
    companion = keeping_address(inbox, settings)
    return ReceiverThread(inbox, settings, folders, port=wanted, companion=companion)


async def _show_trouble(error: StoreError, ended: asyncio.Event) -> None:
    """Say why there is nothing to show; whoever clicked an icon reads no terminal."""
    from olark_inbox.ui.pages.trouble import Trouble

    window = Trouble(error)
    window.closed.connect(ended.set)
    window.show()
    await ended.wait()
    window.deleteLater()


class House:
    """The window and all that stands around it."""

    def __init__(
        self,
        window: InboxWindow,
        inbox: Inbox,
        settings: Settings,
        folders: Folders,
        ended: asyncio.Event,
        *,
        tray: bool | None = None,
    ) -> None:
        self._sentence = words.sentence
        self.window = window
        furnish(window, inbox, settings.shop_name)
        self.flow = Flow(inbox, settings, words.sentence)
        self.desk = Desk(self.window, self.flow, settings)
        self.reaching = Reaching(self.desk.board, inbox, settings)
        self.safety = SafetyWatch(self.desk.board, self.flow, inbox, settings, folders.root)
        self.presence = Presence(self.desk, inbox, settings, tray=tray)
        there = self.presence.tray is not None
        self.pages = Pages(self.desk, inbox, settings, folders.root, tray=there)
        self.follow = Follow(self.desk, inbox, settings, folders.backups)
        self.follow_tags = FollowTags(self.follow, inbox, settings)
        self.follow_open = FollowOpen(self.desk, inbox, self.follow)
        self.replying = Replying(self.desk, settings)
        self.searching = Searching(self.desk, inbox)
        self.by_itself = ByItself(self.flow, inbox, settings)
        self.replaced = Replaced(self.desk.board, own_program())
        self.again = False
        """The program is to be started anew when it has ended."""
        self._inbox, self._settings, self._ended = inbox, settings, ended
        self._wire()

    def _wire(self) -> None:
        self.presence.quit_wanted.connect(self._ended.set)
        self.desk.board.restart_wanted.connect(self._begin_again)
        self.presence.settings_wanted.connect(self.pages.settings)
        self.pages.alert_tried.connect(self.presence.try_alert)
        self.pages.address_made.connect(self.reaching.guide_to_paste)
        self.presence.deliveries_wanted.connect(self.pages.deliveries)
        self.window.menus.connect({"quit": self.presence.ask_to_quit})
        entries = ("save_pdf", "save_table", "save_again", "print", "bring_back")
        self.window.menus.connect({name: partial(self._save, name) for name in entries})
        self.window.detail.toolbar.save_clicked.connect(partial(self._save, "menu"))
        self.desk.bulk_save_wanted.connect(partial(self._save, "save_pdf"))
        self.flow.requested.connect(self._on_request)
        self.pages.settings_opening.connect(self._complete_settings)

    def _begin_again(self) -> None:
        self.again = True
        self._ended.set()

    @cached_property
    def newer(self) -> "Newer":
        """Looks for newer versions; nobody needs it to see the list."""
        from olark_inbox.ui.pages.newer import Newer

        return Newer(self.desk.board, self.pages, self._settings, self.flow.clock)

    @cached_property
    def saving(self) -> "Saving":
        """All of export: loaded when the window stands, or at once where it is wanted before."""
        from olark_inbox.ui.saving.saving import Saving

        saving = Saving(self.desk, self.pages, self._inbox, self._settings)
        saving.exporting.outside = partial(self.presence.bubbles.say, "Olark Inbox")
        return saving

    def _save(self, what: str) -> None:
        self.saving.save(what)

    def _complete_settings(self) -> None:
        """Bring in those that add to the settings, where these are opened before they are there."""
        for part in ("saving", "newer"):
            getattr(self, part)

    def _on_request(self, request: Request) -> None:
        """Bring back what was opened with the program, by a double-click on it."""
        if request.what == "bring_back":
            self.window.come_forward()
            self.saving.bring_back(Path(request.detail))

    async def enter(self, *, hidden: bool) -> None:
        """Show the window (in the tray alone where it is to be hidden and there is one)."""
        if not hidden:
            self.window.show()
        elif self.presence.tray is None:
            self.window.showMinimized()
        await self.flow.start()
        if self.window.kept.open:
            self.desk.show_conversation(self.window.kept.open)

    def settle(self) -> None:
        """Begin everything nobody waits for while the window opens."""
        self.safety.start()
        self.presence.start()
        self.saving.start()
        self.by_itself.start()
        self.searching.start()
        self.newer.start()
        self.replaced.start()

    def save(self) -> None:
        """Keep where everything stands; what was received is on the disk already."""
        try:
            self.window.remember(self.flow.open_id)
        except SettingsNotSaved as error:
            _log.warning("%s", error)

    async def leave(self) -> None:
        """Put everything away that needs the loop; the receiver still runs."""
        self.save()
        self.follow_open.close()
        self.follow.stop()
        self.by_itself.stop()
        self.searching.stop()
        self.saving.stop()
        self.newer.stop()
        self.replaced.stop()
        self.flow.stop()
        self.presence.stop()
        self.pages.close()
        self.reaching.close()
        self.safety.stop()
        self.window.hide()
        self.window.list.model.close()
        self.desk.board.finish()
        # While these end, the last events of the window may begin more.
        while left := [task for task in tasks.running() if task is not asyncio.current_task()]:
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    def destroy(self) -> None:
        """Take the window away, last of all."""
        self.window.ending = True
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def say(self, error: BaseException) -> None:
        """Show that something failed, in one sentence."""
        self.desk.board.say_fault(self._sentence(error), report(error))


def _repair_starts(folders: Folders) -> None:
    """Let what the owner's menu and his computer start be this program, wherever it lies now."""
    try:
        menu = start_menu(folders.root)
        repaired = repair(autostart(), own_command(folders.root))
        if menu is not None and repair(menu, own_command(folders.root, hidden=False)):
            repaired = True
    except OSError as error:
        _log.warning("what starts the program was not repaired: %s", type(error).__name__)
    else:
        if repaired:
            _log.info("what starts the program was brought up to date")


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
