"""What happens between the store and the window: news come in, the owner's wishes go out."""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from olark_inbox.base import tasks
from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.inbox import Inbox, StateEntry, Undo
from olark_inbox.olark.samples import sample_payloads
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Changes, Counts, Opened, Row
from olark_inbox.ui.desk.feed import Feed, Prepare
from olark_inbox.ui.desk.paced import Paced

UNDOS = 50
"""So many things can be taken back, the last one first."""
_MOMENT_S = 0.25
"""Figures and the last arrival are read no more often: nobody reads faster."""
_TICK_MS = 30_000
"""A chat that was live becomes one without transcript by time alone: figures are asked anew."""


class Flow(QObject):
    """Knows what is open and what can be undone; shows nothing itself."""

    counted = Signal(object)
    """The Counts of now."""
    stated = Signal(object)
    """What every role said last: dict of StateEntry."""
    heard_last = Signal(object)
    """What arrived last and when: (its Row or None, ms)."""
    opened = Signal(object, str)
    """An Opened to show, with the words that were searched for."""
    refreshed = Signal(object)
    """The open conversation as it is now."""
    gone = Signal()
    """The open conversation is no more."""
    changed = Signal(object)
    marked = Signal(str, object)
    """What was done ("done", "unread", …) and the conversations."""
    did = Signal(str)
    """Something was done that can be undone: the sentence to say."""
    requested = Signal(object)
    """A Request of another process."""
    ticked = Signal()
    """Half a minute has passed: durations on the screen are old."""
    trouble = Signal(str)
    """The store cannot be used: the sentence, or "" when it can again."""

    def __init__(
        self, inbox: Inbox, settings: Settings, sentence: Callable[[BaseException], str],
        clock: Clock = now_ms,
    ) -> None:  # fmt: skip
        super().__init__()
        self.clock = clock
        self.open_id: int | None = None
        self.open_row: Row | None = None
        self.counts = Counts()
        self.watching: Callable[[], bool] = lambda: False
        """Whether the owner can be reading: the window is in front."""
        self._inbox = inbox
        self._settings = settings
        self._sentence = sentence
        self._undos: deque[Undo] = deque(maxlen=UNDOS)
        self._words = self._coming_words = ""
        self._kept_unread = False  # the owner marked what is open as unread: it stays so
        self._feed = Feed(inbox, self)
        self._coming: int | None = None
        """Asked for, and not shown yet."""
        self._opening = tasks.Latest("open a conversation")
        self._refreshing = tasks.Latest("show what is open anew")
        self._counting = Paced("count", self._read_counts, _MOMENT_S)
        self._hearing = Paced("state", self._hear, _MOMENT_S)
        self._wire()

    def _wire(self) -> None:
        self._feed.changed.connect(self._on_changed)
        self._feed.failed.connect(lambda error: self.trouble.emit(self._sentence(error)))
        self._feed.healed.connect(lambda: self.trouble.emit(""))
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._counting.ask)
        self._ticking.timeout.connect(self.ticked)

    async def start(self) -> None:
        """Read how everything stands and listen from there on."""
        self._feed.start(self._inbox.number())
        self._ticking.start()
        await self._read_counts()
        await self._hear()

    def prepare_by(self, prepare: Prepare) -> None:
        """Let this be done with every news before it is told."""
        self._feed.prepare = prepare

    def stop(self) -> None:
        """Listen no more; what is under way ends."""
        self._feed.stop()
        self._ticking.stop()
        self._opening.cancel()
        self._refreshing.cancel()
        self._counting.stop()
        self._hearing.stop()

    # News

    def _on_changed(self, changes: Changes) -> None:
        self._counting.ask()
        if changes.state_changed:
            self._hearing.ask()
        touched = {change.conversation for change in changes.changes}
        if self._coming is not None:
            # What is left for it needs no refresh, which must not overtake it either.
            if changes.reset or self._coming in touched:
                self.open(self._coming, self._coming_words)
        elif self.open_id is not None and (changes.reset or self.open_id in touched):
            self._refreshing.start(self._refresh(self.open_id, self._words))
        self.changed.emit(changes)

    async def _read_counts(self) -> None:
        try:
            self.counts = await asyncio.wrap_future(self._inbox.counts())
        except StoreError as error:
            self.trouble.emit(self._sentence(error))
            return
        self.counted.emit(self.counts)

    async def _hear(self) -> None:
        """Read what the other roles said, and take what they asked for."""
        await self._read_state()
        await self._take_requests()

    async def _read_state(self) -> None:
        try:
            state = await asyncio.wrap_future(self._inbox.state())
            last = await self._last(state)
        except StoreError:
            return  # the feed says so, and asks again
        self.stated.emit(state)
        if last is not None:
            self.heard_last.emit(last)

    async def _last(self, state: dict[str, StateEntry]) -> tuple[Row | None, int] | None:
        """Return what arrived last; its row is None where it was erased or could not be read."""
        said = state.get("last")
        if said is None:
            return None
        one = said.value["conversation"]
        row = None if one is None else await asyncio.wrap_future(self._inbox.row(int(one)))
        return (row, int(said.value["at_ms"]))

    async def _take_requests(self) -> None:
        try:
            requests = await asyncio.wrap_future(self._inbox.take_requests("window"))
        except StoreError:
            return  # taken with the next change
        for request in requests:
            self.requested.emit(request)

    # Opening

    def open(self, conversation: int, words: str = "") -> None:
        """Open a conversation; a newer one overtakes it."""
        self._refreshing.cancel()
        self._coming, self._coming_words = conversation, words
        self._opening.start(self._open(conversation, words))

    async def _open(self, conversation: int, words: str) -> None:
        try:
            opened = await asyncio.wrap_future(self._inbox.opened(conversation, words))
        except StoreError:
            self._coming = None
            raise
        self._coming = None
        if opened is None:
            self.close()
            return
        self._kept_unread = False
        self._hold(opened, words)
        self.opened.emit(opened, words)
        await self.see()

    async def _refresh(self, conversation: int, words: str) -> None:
        opened = await asyncio.wrap_future(self._inbox.opened(conversation, words))
        if opened is None:
            self.close()
            return
        self._hold(opened, words)
        self.refreshed.emit(opened)
        await self.see()

    def _hold(self, opened: Opened, words: str) -> None:
        self.open_id, self.open_row, self._words = opened.row.id, opened.row, words

    async def see(self) -> None:
        """Mark what is open as read, if the owner can be reading it."""
        row = self.open_row
        if row is not None and row.unread and self.watching() and not self._kept_unread:
            await asyncio.wrap_future(self._inbox.seen(row.id))

    def look(self) -> None:
        """Do it now: the window came to the front."""
        self.start_task(self.see(), "seen")

    def close(self) -> None:
        """Leave what is open."""
        self._opening.cancel()
        self._refreshing.cancel()
        self._coming = None
        self.open_id, self.open_row, self._kept_unread = None, None, False
        self.gone.emit()

    # The owner's marks

    def mark(self, what: str, conversations: Sequence[int], *, on: bool) -> None:
        """Set "done", "unread" or "starred" on conversations; it can be undone."""
        if conversations:
            self.start_task(self._mark(what, list(conversations), on=on), "mark")

    async def _mark(self, what: str, conversations: list[int], *, on: bool) -> None:
        if what == "unread" and on and self.open_id in conversations:
            self._kept_unread = True
        self.remember(await asyncio.wrap_future(self._inbox.mark(conversations, **{what: on})))
        self.marked.emit(what if on else f"not {what}", conversations)

    @property
    def can_undo(self) -> bool:
        return bool(self._undos)

    def undo(self) -> None:
        """Take back what was done last; asked again, what was done before that."""
        if self._undos:
            self.start_task(self._take_back(self._undos.pop()), "undo")

    def do(self, work: "Future[Undo]", sentence: str | Callable[[int], str]) -> None:
        """Say what the store is doing once it is done; it can be undone."""
        self.start_task(self._do(work, sentence), "follow up")

    async def _do(self, work: "Future[Undo]", sentence: str | Callable[[int], str]) -> None:
        undo = await asyncio.wrap_future(work)
        if undo:
            self.remember(undo)
            self.did.emit(sentence if isinstance(sentence, str) else sentence(undo.count))

    def remember(self, undo: Undo) -> None:
        """Keep what can be taken back."""
        if undo:
            self._undos.append(undo)

    async def _take_back(self, undo: Undo) -> None:
        await asyncio.wrap_future(self._inbox.undo(undo))

    # The rest

    def listen_on(self, port: int) -> None:
        """Ask whoever receives to listen on another port."""
        self.start_task(self._ask("receiver", "listen", str(port)), "ask the receiver")

    async def _ask(self, role: str, what: str, detail: str) -> None:
        await asyncio.wrap_future(self._inbox.ask(role, what, detail))

    def remove_samples(self) -> None:
        """Take all samples out."""
        self.start_task(self._remove_samples(), "remove samples")

    async def _remove_samples(self) -> None:
        await asyncio.wrap_future(self._inbox.remove_samples())

    def sample_bodies(self) -> tuple[str, ...]:
        """Return the samples as Olark would send them."""
        return tuple(json.dumps(payload) for payload in sample_payloads(self.clock()))

    def start_task(self, coroutine: Coroutine[Any, Any, None], name: str) -> None:
        """Run something of the store; its failure is said by whoever watches tasks."""
        tasks.start(coroutine, name=name)
