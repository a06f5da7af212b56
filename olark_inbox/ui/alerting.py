"""From news to alerts: asks the rules what to tell, and when to ask them again."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from olark_inbox.alerts.quiet import Quiet, quiet
from olark_inbox.alerts.rules import Alert, Moment, News, Wishes
from olark_inbox.alerts.teller import Memory, concerned, next_ms, tell
from olark_inbox.alerts.trouble import Facts
from olark_inbox.alerts.wishes import wishes_of
from olark_inbox.base import tasks
from olark_inbox.inbox import Inbox
from olark_inbox.olark.model import Side
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Change, Changes, Counts, Opened, Query, View
from olark_inbox.ui.board import Board
from olark_inbox.ui.disturbing import Disturbing
from olark_inbox.ui.flow import Flow
from olark_inbox.ui.words import Tone

_SLEPT_MS = 120_000
"""The clock was asked for half a minute ago at the latest: so much more means sleep."""
_LONGEST_WAIT_MS = 600_000
_MISSED = 500
"""Of a flood that was too much to be told one by one, so many of the newest are looked at."""


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
        self._reading = asyncio.Lock()
        self.last: Alert | None = None
        """The alert that was told last."""
        self.quiet: Quiet | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.ask)
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
        """Look whether the desktop wants to be left in peace."""
        self._disturbing.look()

    def stop(self) -> None:
        """Tell nothing more, whatever the window hears while it goes."""
        self._over = True
        self._later.stop()
        self._disturbing.stop()

    def ask(self) -> None:
        """Ask the rules anew: time has passed, or a choice was made."""
        self._tell(News())

    # What comes in

    def _on_changed(self, changes: Changes) -> None:
        if changes.reset:
            tasks.start(self._look_after_flood(self._asked_ms), name="look after a flood")
        elif self._settings.alerts_words and any(
            c.what in ("new", "lines") for c in changes.changes
        ):
            tasks.start(self._read_words(changes.changes), name="look for words")
        else:
            self._tell(News(changes.changes))

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

    async def _read_words(self, changes: Sequence[Change]) -> None:
        """Read what visitors wrote that the owner has not seen, then tell."""
        texts: dict[int, str] = {}
        async with self._reading:
            for change in changes:
                if change.what not in ("new", "lines"):
                    continue
                try:
                    opened = await asyncio.wrap_future(self._inbox.opened(change.conversation))
                except StoreError:
                    break  # the feed says so; the alert comes without its words
                if opened is not None:
                    texts[change.conversation] = unseen_words(opened)
        self._tell(News(changes, texts))

    async def _look_after_flood(self, since_ms: int) -> None:
        """Tell what came in a flood: only the newest rows are known, not each change.

        What was seen in it is looked up, so that nothing is told again that was read meanwhile.
        """
        found = await asyncio.wrap_future(self._inbox.find(Query(View.INBOX), 0, _MISSED))
        rows = [row for row in found.rows if row.received_ms >= since_ms and row.unread]
        changes = [Change(found.number, row.id, "new", None, row) for row in rows]
        for one in concerned(self._memory) - {row.id for row in rows}:
            now = await asyncio.wrap_future(self._inbox.row(one))
            changes.append(Change(found.number, one, "mark", None, now))
        self._tell(News(changes))

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
        self._memory, alerts = tell(self._memory, news, self.facts(), wishes, moment)
        hush = quiet(wishes, moment)
        if hush != self.quiet:
            self.quiet = hush
            self.hushed.emit()
        for alert in alerts:
            self.last = alert
            self.told.emit(alert)
        self._wait(next_ms(self._memory, wishes, moment), moment.now_ms)

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
