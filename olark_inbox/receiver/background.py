"""Receiving without a window, and the addresses that lead to whoever receives."""

import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from types import FrameType
from typing import Any

from olark_inbox.base import litter, terminal
from olark_inbox.base.folders import Folders
from olark_inbox.inbox import Inbox
from olark_inbox.receiver.port import HOST
from olark_inbox.receiver.thread import (
    ROLE,
    AlreadyReceiving,
    Companion,
    ReceiverThread,
    Standing,
)
from olark_inbox.settings import Settings

_LOOK_S = 0.5
_BEGIN_S = 60.0
_ENDED = "Receiving ended unexpectedly; the log file in the data folder says where."


@contextlib.contextmanager
def ended_by_signals() -> Iterator[threading.Event]:
    """Give an event that SIGTERM, SIGINT and a terminal that closes set. Main thread only."""
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    former = {s: signal.signal(s, end) for s in (signal.SIGTERM, signal.SIGINT)}
    try:
        with terminal.hang_up(end):
            yield ended
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def receive(  # noqa: PLR0913 - two of them keep their names at the call
    inbox: Inbox,
    settings: Settings,
    folders: Folders,
    port: int | None,
    ended: threading.Event,
    *,
    companion: Companion | None = None,
    begun: Callable[[], object] = lambda: None,
) -> str:
    """Receive until `ended`; returns the sentence why it cannot, or "" after a clean end.

    `begun` is called when it listens: what else is to be done meanwhile may be loaded then.
    """
    wanted = settings.port if port is None else port
    receiver = ReceiverThread(
        inbox, settings, folders, port=wanted, background=True, companion=companion
    )
    try:
        receiver.start()
    except AlreadyReceiving:
        return _who_receives(inbox)
    try:
        standing = _begun(receiver)
        if standing is None:
            return _ENDED
        if standing.status != "listening":
            return standing.sentence
        litter.look_seldom()
        print(  # noqa: T201 - a command says where it stands; the secret stays out of journals
            f"Receiving on {HOST} port {standing.port}. "
            "`olark-inbox address` prints the address to paste in Olark.",
            flush=True,
        )
        terminal.say(terminal.closing_ends())
        inbox.keeping.start(lambda: settings.backup_place)
        begun()
        # Looking now and then lets Ctrl+C through on Windows.
        while receiver.alive and not ended.wait(_LOOK_S):
            pass
        return "" if ended.is_set() else _ENDED
    finally:
        receiver.stop()


def _begun(receiver: ReceiverThread) -> Standing | None:
    try:
        return receiver.begun.result(_BEGIN_S)
    except (CancelledError, TimeoutError):
        return None


def addresses(inbox: Inbox, settings: Settings, port: int | None) -> tuple[str, ...]:
    """Return the addresses to paste in Olark, the local one first.

    The port is that of whoever receives, else the one that was asked for or chosen.
    """
    running = _state(inbox)
    used = running.get("port")
    if running.get("status") != "listening" or not _answers(used):
        used = port or settings.port
        return (f"http://{HOST}:{used}/olark/{settings.secret}",)
    public = _public(inbox)
    bases = dict.fromkeys((f"http://{HOST}:{used}", *public))
    return tuple(f"{base}/olark/{settings.secret}" for base in bases)


def _public(inbox: Inbox) -> tuple[str, ...]:
    """Return the public address, where it is proven that it leads to whoever receives now."""
    state = inbox.state().result()
    reach, running = state.get("reach"), state.get(ROLE)
    if reach is None or running is None or reach.pid != running.pid:
        return ()
    proven = reach.value.get("status") == "proven"
    return (str(reach.value["address"]),) if proven and reach.value.get("address") else ()


def _who_receives(inbox: Inbox) -> str:
    if _state(inbox).get("background"):
        return "Olark Inbox already receives in the background."
    return "The Olark Inbox window already receives."


def _state(inbox: Inbox) -> dict[str, Any]:
    entry = inbox.state().result().get(ROLE)
    return {} if entry is None else dict(entry.value)


def _answers(port: Any) -> bool:
    """Return whether somebody listens there: what the store says may stem from a killed process."""
    if not isinstance(port, int):
        return False
    try:
        with socket.create_connection((HOST, port), timeout=1):
            return True
    except OSError:
        return False
