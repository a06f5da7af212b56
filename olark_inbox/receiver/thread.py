"""The receiver's own thread: it owns the port and says in the store how it stands.

aiohttp is imported in the thread, after its start: the window shows meanwhile.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from olark_inbox.base import tasks
from olark_inbox.base.alone import Lock
from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.base.folders import Folders
from olark_inbox.base.piecemeal import begin_empty
from olark_inbox.base.said import said, to_parts
from olark_inbox.inbox import Inbox
from olark_inbox.receiver.former_port import FormerPort
from olark_inbox.receiver.guard import Limits
from olark_inbox.receiver.port import LAST, PortTaken, bind, leave
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError

if TYPE_CHECKING:
    from olark_inbox.receiver.door import Door

_log = logging.getLogger(__name__)

_TICK_S = 0.25
_RETRY_S = 5.0
_STORE_S = 5.0
_CLOSE_S = 2.0

_MOVED = said("This inbox has moved to another computer. It receives the chats now.")

ROLE = "receiver"
Companion = Callable[[Callable[[], int]], Coroutine[Any, Any, None]]
"""Runs beside the receiver on its loop until cancelled; it is given who knows the port (0: none).
So whoever receives also keeps the public address, with a window and without."""
Status = Literal["listening", "port_taken", "stopped", "failed"]


class AlreadyReceiving(Exception):
    """Another process receives for this data folder; the text is one plain sentence."""


class Standing(NamedTuple):
    """How the receiver stands; the same as the state `receiver` of the store."""

    status: Status
    port: int
    since_ms: int
    sentence: str = ""
    """Why it does not listen, or why it does not where it was asked to; else ""."""
    background: bool = False
    """It runs without a window."""


class ReceiverThread:
    """Receives on a thread and a loop of its own until `stop`.

    In a window it waits patiently while another process receives, and takes over when that one
    ends. In the background (`background=True`) `start` raises AlreadyReceiving instead.
    """

    def __init__(  # noqa: PLR0913 - five keep their names at the call, and tests shorten the limits
        self,
        inbox: Inbox,
        settings: Settings,
        folders: Folders,
        *,
        port: int,
        background: bool = False,
        companion: Companion | None = None,
        limits: Limits | None = None,
        clock: Clock = now_ms,
    ) -> None:
        self._inbox = inbox
        self._settings = settings
        self._port = port
        self._background = background
        self._companion = companion
        self._limits = limits or Limits()
        self._clock = clock
        self._lock = Lock(folders.receiver_lock)
        self._thread = threading.Thread(target=self._run, name="olark-receiver", daemon=True)
        self._running = threading.Event()
        self._server: asyncio.Server | None = None
        self._former = FormerPort(settings)
        self.begun: Future[Standing] = Future()
        """Resolved when it listens for the first time, or cannot."""

    def start(self) -> bool:
        """Begin to receive; returns at once, whether nobody else receives for this folder.

        In the background raises AlreadyReceiving where somebody does.
        """
        alone = self._lock.take()
        if not alone and self._background:
            raise AlreadyReceiving(said("Olark Inbox already receives for this data folder."))
        self._thread.start()
        return alone

    def stop(self) -> None:
        """Take nothing more, answer what was taken, free the port, end the thread."""
        if self._thread.is_alive():
            self._running.wait()
            with contextlib.suppress(RuntimeError):
                # The loop may have ended by itself in this very moment.
                self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()

    @property
    def alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            # Without its client, which takes longer to load than all that is needed here.
            begin_empty("aiohttp", __version__="")
            from olark_inbox.receiver.door import Door  # noqa: PLC0415 - aiohttp loads in this thread

            asyncio.run(self._live(Door))
        finally:
            self._running.set()
            self._lock.let_go()
            self.begun.cancel()

    async def _live(self, make_door: "type[Door]") -> None:
        self._loop = asyncio.get_running_loop()
        # A busy computer is no fault of ours; only development mode would complain of it.
        self._loop.slow_callback_duration = 60.0
        self._stopping = asyncio.Event()
        self._running.set()
        while not self._lock.take():
            if await self._stopped_within(1.0):
                return
        while not self._stopping.is_set():
            serving = tasks.start(self._serve(make_door), name="receiving")
            await asyncio.wait({serving})
            if serving.exception() is None:
                break
            # The task starter has reported it; a fault must not leave the shop without ears.
            await self._say("failed", self._port, said("Receiving failed and is started again."))
            await self._stopped_within(_RETRY_S)
        await self._say("stopped", self._port)

    async def _serve(self, make_door: "type[Door]") -> None:
        door = make_door(self._inbox, self._settings, self._limits)
        beside: asyncio.Task[None] | None = None
        try:
            await self._listen(door, self._port)
            retry_at = self._loop.time() + _RETRY_S
            beside = self._accompany(None)
            while not await self._stopped_within(_TICK_S):
                door.sweep()
                self._settings.reload()
                await self._take_requests(door)
                if await self._former.sweep(proven=door.proven_port == self._port):
                    await self._say("listening", self._port)
                if self._server is not None and self._settings.moved_ms:
                    await self._listen(door, self._port)
                if self._server is None and self._loop.time() > retry_at:
                    await self._listen(door, self._port)
                    retry_at = self._loop.time() + _RETRY_S
                if beside is not None and beside.done() and self._loop.time() > retry_at:
                    beside = self._accompany(beside)
                    retry_at = self._loop.time() + _RETRY_S
        finally:
            if beside is not None:
                beside.cancel()
                await asyncio.wait({beside})
            await self._close(door)

    def _accompany(self, former: "asyncio.Task[None] | None") -> "asyncio.Task[None] | None":
        """Start what runs beside us, or start it again where it failed (which was reported)."""
        if self._companion is None or (former is not None and former.exception() is None):
            return former
        return tasks.start(self._companion(self._open_port), name="public address")

    def _open_port(self) -> int:
        return 0 if self._server is None else self._port

    async def _listen(self, door: "Door", port: int) -> None:
        """Listen on this port; where it is taken, stay where we were."""
        if self._settings.moved_ms:
            await self._step_aside(door)
            return
        await self._former.let_go_for(port)
        try:
            listener = bind(port)
        except PortTaken as error:
            await self._say_taken(port, error.args[0])
            return
        left, self._server = self._server, None
        if left is not None:
            await self._former.keep(left, self._port)
        self._port = listener.getsockname()[1]
        self._server = await self._loop.create_server(door.connections, sock=listener)
        await self._former.begin(self._port, door.connections)
        await self._say("listening", self._port)

    async def _step_aside(self, door: "Door") -> None:
        """Receive no more, not even on connections that are open: another computer does it now."""
        if self._server is not None:
            await self._leave_all()
            door.connections.pre_shutdown()
        if self._last is None or self._last.status != "stopped":
            await self._say("stopped", self._port, _MOVED)

    async def _say_taken(self, port: int, sentence: str) -> None:
        if self._server is not None:
            await self._say("listening", self._port, sentence)
        elif port != self._port or not self._taken_said():
            self._port = port
            await self._say("port_taken", port, sentence)

    def _taken_said(self) -> bool:
        """Whether the last word was already that this port is taken: the retries are silent."""
        return self._last is not None and self._last.status == "port_taken"

    _last: Standing | None = None

    async def _take_requests(self, door: "Door") -> None:
        """Do what the window asked for: listen somewhere else."""
        try:
            requests = await asyncio.wrap_future(self._inbox.take_requests(ROLE))
        except StoreError:
            # Asked again at the next tick.
            return
        for request in requests:
            port = int(request.detail) if request.detail.isdecimal() else -1
            if request.what == "listen" and port in range(LAST + 1):
                await self._listen_anew(door, port)

    async def _listen_anew(self, door: "Door", port: int) -> None:
        if self._server is None or port != self._port:
            await self._listen(door, port)

    async def _say(self, status: Status, port: int, sentence: str = "") -> None:
        """Write how we stand; a store that cannot be written must not keep us from listening."""
        standing = Standing(status, port, self._clock(), sentence, self._background)
        self._last = standing
        _log.info("receiver %s, port %d", status, port)
        value = {
            "status": status,
            "port": port,
            "since_ms": standing.since_ms,
            "sentence": sentence,
            "said": to_parts(sentence),
            "background": self._background,
            "former_port": self._former.number,
        }
        try:
            promise = asyncio.wrap_future(self._inbox.set_state(ROLE, value))
            await asyncio.wait_for(asyncio.shield(promise), _STORE_S)
        except (StoreError, TimeoutError) as error:
            _log.warning("how the receiver stands could not be stored: %s", type(error).__name__)
        if not self.begun.done():
            self.begun.set_result(standing)

    async def _close(self, door: "Door") -> None:
        await self._leave_all()
        door.connections.pre_shutdown()
        await door.connections.shutdown(_CLOSE_S)
        door.close()

    async def _leave_all(self) -> None:
        left, self._server = self._server, None
        if left is not None:
            await leave(left)
        await self._former.close()

    async def _stopped_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return False
        return True
