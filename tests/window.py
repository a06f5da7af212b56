"""A whole window over a real inbox, with a real receiver where a story wants one."""

import asyncio
import json
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent

from olark_inbox.base.folders import open_folders
from olark_inbox.household import House
from olark_inbox.inbox import Body, Inbox
from olark_inbox.receiver.thread import ReceiverThread
from olark_inbox.settings import Settings
from olark_inbox.store import language
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit import theme

PATIENCE_S = 120


class Scene:
    """One window and what stands around it."""

    def __init__(self, house, inbox, settings, folders, ended, receiver):
        self.house, self.inbox, self.settings = house, inbox, settings
        self.folders, self.ended, self.receiver = folders, ended, receiver
        self.window, self.desk, self.flow = house.window, house.desk, house.flow
        self.list, self.detail = house.window.list, house.window.detail

    async def until(self, true: Callable[[], object], what: str = "") -> None:
        """Wait until something is so, serving the window meanwhile."""
        end = time.monotonic() + PATIENCE_S
        while not true():
            if time.monotonic() > end:
                pytest.fail(f"never happened: {what or true}")
            await asyncio.sleep(0.005)

    async def store(self, *payloads) -> list[int]:
        """Put payloads into the inbox by its own door and wait until the window knows."""
        found = []
        for payload in payloads:
            raw = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
            receipt = await asyncio.wrap_future(self.inbox.accept(Body(raw, "application/json")))
            found += receipt.conversations
        await self.caught_up()
        return found

    async def caught_up(self) -> None:
        """Wait until the window has heard of everything there is, figures included."""
        feed = self.flow._feed
        await self.until(lambda: feed.number == self.inbox.number(), "the news")
        await self.until(lambda: feed._task is None or feed._task.done(), "the refresh")
        await self.until(lambda: not busy(), "the tasks")
        await self.list.model.settle()

    async def listening(self) -> str:
        """Wait until the window shows its address."""
        await self.until(lambda: self.desk.board.address, "an address")
        return self.desk.board.address

    def row(self, place: int):
        return self.list.model.row_at(place)

    def names(self) -> list[str]:
        rows = [self.list.model.row_at(n) for n in range(self.list.model.total)]
        return [row.name if row else "?" for row in rows]


def busy() -> bool:
    from olark_inbox.base import tasks  # noqa: PLC0415 - read at the moment of asking

    return any(task is not asyncio.current_task() for task in tasks.running())


@asynccontextmanager
async def window_on(
    root: Path,
    *,
    receiving: bool = False,
    tray: bool = False,
    port: int = 0,
    hidden: bool = False,
    settled: bool = True,
) -> AsyncIterator[Scene]:
    """Open the window on a data folder as the program does, and end it the same way."""
    folders = open_folders(root)
    settings = Settings(folders)
    inbox = Inbox.open(folders)
    ended = asyncio.Event()
    house = House(InboxWindow(settings), inbox, settings, folders, ended, tray=tray)
    receiver = ReceiverThread(inbox, settings, folders, port=port) if receiving else None
    try:
        await house.enter(hidden=hidden)
        if settled:
            house.settle()
        if receiver is not None:
            receiver.start()
        yield Scene(house, inbox, settings, folders, ended, receiver)
    finally:
        await house.leave()
        house.destroy()
        if receiver is not None:
            receiver.stop()
        inbox.close()


def story_runner(qapp) -> Iterator[Callable]:
    """Give a function that runs a coroutine to its end on a loop that serves Qt too."""
    loop = qasync.QEventLoop(qapp)
    loop.slow_callback_duration = 60.0
    asyncio.set_event_loop(loop)
    theme.apply(qapp, "light")
    theme.set_text_size(qapp, 100)

    def run(story) -> None:
        loop.run_until_complete(asyncio.wait_for(story, 900))

    yield run
    end(loop)


def end(loop: qasync.QEventLoop) -> None:
    """Close a loop and delete its timers now: Python may find them later, on any thread."""
    loop.close()
    asyncio.set_event_loop(None)
    # Searches understand the language of the last window.
    language.speak(language.Language())
    loop._timer.deleteLater()
    QCoreApplication.sendPostedEvents(loop._timer, QEvent.Type.DeferredDelete)


async def in_thread(work: Callable[[], object]):
    """Do blocking work beside the window."""
    done: Future = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # noqa: BLE001 - carried to whoever awaits
            done.set_exception(error)

    thread = threading.Thread(target=run, name="beside")
    thread.start()
    try:
        return await asyncio.wrap_future(done)
    finally:
        thread.join()


def post(address: str, payload) -> int:
    """Post a payload as Olark does; return the answer's status."""
    data = urllib.parse.urlencode({"data": json.dumps(payload)}).encode()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(address, data), timeout=300) as answer:  # noqa: S310
        return answer.status


def chat(chat_id: str, *lines: str, name: str = "Priya Raman", agent: str = "Maya", **more):
    """Make a transcript: lines by turns from visitor and agent."""
    items = []
    for number, text in enumerate(lines or ("Hello",)):
        kind = "MessageToVisitor" if number % 2 else "MessageToOperator"
        item = {"kind": kind, "body": text, "timestamp": f"{1_763_639_000 + number * 60}"}
        if number % 2:
            item |= {"nickname": agent, "operatorId": "7"}
        items.append(item)
    visitor = {"kind": "Visitor", "id": f"V-{chat_id}", "fullName": name}
    return {
        "kind": "Conversation",
        "id": chat_id,
        "tags": more.pop("tags", []),
        "groups": more.pop("groups", []),
        "items": items,
        "operators": {"7": {"id": "7", "nickname": agent, "username": agent.lower()}},
        "visitor": visitor | more.pop("visitor", {}),
        **more,
    }


def offline(chat_id: str, text: str = "Please call me", name: str = "Marcus Bell"):
    """Make an offline message."""
    made = chat(chat_id, name=name)
    made["items"] = [{"kind": "OfflineMessage", "body": text, "timestamp": "1763639000"}]
    del made["operators"]
    return made


def started(chat_id: str, agent: str = "Maya"):
    """Make the event of a chat that begins."""
    return {
        "kind": "Conversation",
        "id": chat_id,
        "eventType": "start",
        "operators": {"7": {"id": "7", "nickname": agent, "username": agent.lower()}},
    }
