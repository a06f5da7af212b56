"""From news to alerts: asks the rules what to tell, and when to ask them again."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from olark_inbox.alerts.quiet import Quiet, quiet
from olark_inbox.alerts.remembering import Remembered, of_state, to_state, with_words
from olark_inbox.alerts.rules import Alert, Moment, News, Wishes
from olark_inbox.alerts.teller import Memory, concerned, left, next_ms, resumed, tell
from olark_inbox.alerts.trouble import Facts
from olark_inbox.alerts.wishes import wishes_of
from olark_inbox.base import tasks
from olark_inbox.inbox import Inbox
from olark_inbox.olark.model import Side
from olark_inbox.settings import Settings
from olark_inbox.store.batch import CHANGES_KEPT
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Change, Changes, Counts, Opened, Query, Row, View
from olark_inbox.ui.desk.board import Board
from olark_inbox.ui.desk.flow import Flow
from olark_inbox.ui.kit.words import Tone
from olark_inbox.ui.presence.disturbing import Disturbing

_SLEPT_MS = 120_000
"""The clock was asked for half a minute ago at the latest: so much more means sleep."""
_LONGEST_WAIT_MS = 600_000
_SAVE_MS = 1_000
"""What was told is kept so long after; a millisecond later for each that is still to be told."""
_PAGE = 500
_SAID = frozenset({"new", "lines"})
STATE = "alerts"
"""Under this name the store keeps what was told."""


class Alerting(QObject):
    """Beside one board. What it tells is shown elsewhere."""

    told = Signal(object)
    """An Alert to show now."""
    hushed = Signal()
    """Alerts have become quiet, or are told again: see `quiet`."""

    def __init__(
        self, flow: Flow, board: Board, inbox: Inbox, settings: Settings,
        disturbing: Disturbing | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._flow, self._board, self._inbox, self._settings = flow, board, inbox, settings
        self._disturbing = disturbing or Disturbing(self)
        self._memory = Memory()
        self._awake_ms = self._asked_ms = flow.clock()
        self._unread_store = ""
        self._counted = False
        self._over = False
        self._number = self._fed = inbox.number()
        """Up to which change it was told, and up to which the flow told us."""
        self._hearing = True
        self.last: Alert | None = None
        """The alert that was told last."""
        self.quiet: Quiet | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.ask)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.timeout.connect(self._save)
        self._wire()

    def _wire(self) -> None:
        flow = self._flow
        flow.changed.connect(self._on_changed)
        flow.ticked.connect(self._on_tick)
        flow.counted.connect(self._on_counted)
        flow.trouble.connect(self._on_trouble)
        flow.opened.connect(self._on_opened)
        self._board.shown.connect(self.ask)
        self._board.window.activated.connect(self.ask)
        self._disturbing.changed.connect(self.ask)

    def start(self) -> None:
        """Look whether the desktop wants to be left in peace, and what was told before."""
        self._disturbing.look()
        tasks.start(self._begin(), name="what was told before")

    def stop(self) -> None:
        """Tell nothing more, whatever the window hears while it goes."""
        self._over = True
        self._later.stop()
        self._disturbing.stop()
        if self._saving.isActive():
            self._saving.stop()
            self._save()

    def ask(self) -> None:
        """Ask the rules anew: time has passed, or a choice was made."""
        self._tell(News())

    # What comes in

    def _on_changed(self, changes: Changes) -> None:
        fed, self._fed = self._fed, changes.number
        if self._hearing or changes.number <= self._number:
            return  # whoever hears does not stop before all is heard
        words = self._settings.alerts_words and any(c.what in _SAID for c in changes.changes)
        if changes.reset or words or fed != self._number:
            tasks.start(self._hear(), name="hear news")
        else:
            self._take(changes.number, News(changes.changes))

    def _on_tick(self) -> None:
        self._disturbing.look()
        self.ask()

    def _on_counted(self, _counts: Counts) -> None:
        self._counted = True

    def _on_trouble(self, sentence: str) -> None:
        self._unread_store = sentence
        self.ask()

    def _on_opened(self, _opened: Opened, _words: str) -> None:
        self.ask()

    async def _begin(self) -> None:
        """Go on where the last start ended: what came since is told together."""
        try:
            state = await asyncio.wrap_future(self._inbox.state())
            entry = state.get(STATE)
            before = of_state(entry.value) if entry is not None else Remembered()
            if before.number is not None:
                rows = {
                    one: await asyncio.wrap_future(self._inbox.row(one))
                    for one in concerned(before.memory)
                }
                number, news = await self._news_since(before.number, before.asked_ms)
                memory = with_words(before.memory, rows)
                self._memory = resumed(memory, news, self.wishes(), self.moment())
                self._number = number
        except StoreError:
            pass  # the flow says so; what comes from now on is told
        finally:
            self._hearing = False
        if not self._over:
            await self._hear()

    async def _hear(self) -> None:
        """Read all that is new, with what visitors wrote in it where words are looked for."""
        self._hearing = True
        try:
            while self._inbox.number() != self._number and not self._over:
                number, news = await self._news_since(self._number, self._asked_ms)
                self._take(number, news)
        except StoreError:
            pass  # the flow says so; it is asked again when there is news
        finally:
            self._hearing = False
        self.ask()

    async def _news_since(self, number: int, since_ms: int) -> tuple[int, News]:
        """Return what came after a change, and up to which one; exact for thousands of them."""
        found = await asyncio.wrap_future(self._inbox.changes_since(number, CHANGES_KEPT))
        changes = await self._flood_since(since_ms) if found.reset else found.changes
        return found.number, News(changes, await self._words(changes))

    async def _words(self, changes: Sequence[Change]) -> dict[int, str]:
        """Return what visitors wrote that the owner has not seen."""
        texts: dict[int, str] = {}
        for change in changes if self._settings.alerts_words else ():
            if change.what in _SAID:
                opened = await asyncio.wrap_future(self._inbox.opened(change.conversation))
                if opened is not None:
                    texts[change.conversation] = unseen_words(opened)
        return texts

    async def _flood_since(self, since_ms: int) -> list[Change]:
        """Return what came where single changes are not known any more: the rows tell it.

        What is still to be told is looked up, so that nothing is told that was read meanwhile.
        """
        changes: list[Change] = []
        after: Row | None = None
        while True:
            query = self._inbox.find(Query(View.INBOX), 0, _PAGE, after=after)
            found = await asyncio.wrap_future(query)
            rows = [row for row in found.rows if row.received_ms >= since_ms]
            changes += [Change(found.number, r.id, "new", None, r) for r in rows if r.unread]
            if len(rows) < _PAGE:
                break
            after = rows[-1]
        for one in concerned(self._memory) - {change.conversation for change in changes}:
            now = await asyncio.wrap_future(self._inbox.row(one))
            changes.append(Change(0, one, "mark", None, now))
        return changes

    def _take(self, number: int, news: News) -> None:
        self._number = number
        self._tell(news)

    # What goes out

    def wishes(self) -> Wishes:
        """Return what the owner wants now."""
        return wishes_of(self._settings)

    def moment(self) -> Moment:
        """Return the moment, and what the owner looks at in it."""
        now, flow = self._flow.clock(), self._flow
        here = datetime.fromtimestamp(now / 1000).astimezone()
        return Moment(
            now,
            flow.open_id if flow.watching() else None,
            here.weekday(),
            here.hour * 60 + here.minute,
            self._disturbing.unwanted,
            self._awake_ms,
        )

    def facts(self) -> Facts:
        """Return how the program stands."""
        state = self._board.state
        deaf = (state.sentence or state.pill) if state.tone is Tone.ALERT else ""
        store = self._unread_store or self._inbox.trouble()
        return Facts(deaf, store, self._flow.counts.unreadable if self._counted else None)

    def _tell(self, news: News) -> None:
        if self._over:
            return
        if self._flow.clock() - self._asked_ms > _SLEPT_MS:
            self._awake_ms = self._flow.clock()
        wishes, moment = self.wishes(), self.moment()
        self._asked_ms = moment.now_ms
        before = self._memory
        self._memory, alerts = tell(before, news, self.facts(), wishes, moment)
        if not self._saving.isActive() and (news.changes or self._memory != before):
            self._saving.start(_SAVE_MS + left(self._memory))
        hush = quiet(wishes, moment)
        if hush != self.quiet:
            self.quiet = hush
            self.hushed.emit()
        for alert in alerts:
            self.last = alert
            self.told.emit(alert)
        self._wait(next_ms(self._memory, wishes, moment), moment.now_ms)

    def _save(self) -> None:
        """Keep what was told for the next start."""
        told = Remembered(self._memory, self._number, self._asked_ms)
        with suppress(StoreError):  # said elsewhere; kept the next time
            self._inbox.set_state(STATE, to_state(told))

    def _wait(self, at_ms: int | None, now_ms: int) -> None:
        if at_ms is None:
            self._later.stop()
        else:
            self._later.start(min(max(at_ms - now_ms, 1), _LONGEST_WAIT_MS))

    def pause_until(self, until_ms: int) -> None:
        """Be quiet until then; 0: tell again."""
        self._settings.alerts_paused_until_ms = until_ms
        self.ask()


def unseen_words(opened: Opened) -> str:
    """Return what the visitor wrote since the owner opened the conversation last."""
    fresh = opened.conversation.messages[opened.seen_lines :]
    return "\n".join(message.text for message in fresh if message.side is Side.VISITOR)


def tomorrow_ms(now_ms: int, hour: int = 7) -> int:
    """Return tomorrow morning of this place."""
    here = datetime.fromtimestamp(now_ms / 1000).astimezone()
    today = here.replace(hour=hour, minute=0, second=0, microsecond=0, tzinfo=None)
    ordinal = today.toordinal() + 1
    tomorrow = datetime.combine(datetime.fromordinal(ordinal), today.time())
    return int(tomorrow.astimezone().timestamp() * 1000)
