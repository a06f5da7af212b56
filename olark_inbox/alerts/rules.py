"""Which changes are worth an alert: pure functions of (changes, wishes, moment).

Nothing here knows a tray, a bubble or a clock of its own; the window shows what these answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Change, Row

GAP_MS = 4_000
"""After an alert, what comes within this time is held and told as one."""

_NEWS = frozenset({"new", "lines"})
"""What Olark sent and nobody has seen; an exact repeat, an older version, a mark are not."""


class AlertKind(StrEnum):
    """What an alert is about; the owner switches each on or off."""

    OFFLINE = "offline"
    UNANSWERED = "unanswered"
    TRANSCRIPT = "transcript"
    START = "start"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner wants of one kind of alert."""

    on: bool = True
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Wishes:
    """All the owner's choices about alerts. A chat that starts is shown without sound."""

    offline: Wish = Wish()
    unanswered: Wish = Wish()
    transcript: Wish = Wish()
    start: Wish = Wish(sound=False)
    reminder: Wish = Wish()
    paused_until_ms: int = 0

    def of(self, kind: AlertKind) -> Wish:
        wish: Wish = getattr(self, kind.value)
        return wish


@dataclass(frozen=True, slots=True)
class Moment:
    """When the question is asked, and what the owner is looking at."""

    now_ms: int
    reading: int | None = None
    """The conversation that is open in the active window."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to tell. `kinds` counts conversations by kind where several were joined."""

    conversations: tuple[int, ...]
    kinds: tuple[tuple[AlertKind, int], ...]
    sound: bool
    who: str = ""
    agents: tuple[str, ...] = ()
    """Who may be in the chat: of one that only began, nobody knows which."""
    words: str = ""

    @property
    def kind(self) -> AlertKind:
        """The most urgent kind in it."""
        return self.kinds[0][0]

    @property
    def conversation(self) -> int | None:
        """The one it is about; None where several were joined."""
        return self.conversations[0] if len(self.conversations) == 1 else None


def kind_of(row: Row) -> AlertKind | None:
    """Say what an alert about this row would be; None for what is never a row."""
    if row.kind is Kind.START:
        return AlertKind.START
    if row.kind is Kind.OFFLINE:
        return AlertKind.OFFLINE
    if row.kind is Kind.TRANSCRIPT:
        return AlertKind.UNANSWERED if row.unanswered else AlertKind.TRANSCRIPT
    return None


def alerts_for(changes: Iterable[Change], wishes: Wishes, moment: Moment) -> tuple[Alert, ...]:
    """Return the alerts of one refresh, at most one a conversation, in the order they came."""
    if wishes.paused_until_ms > moment.now_ms:
        return ()
    told: dict[int, Alert] = {}
    for change in changes:
        alert = _alert(change, wishes, moment)
        if alert is not None:
            told.pop(change.conversation, None)
            told[change.conversation] = alert
    return tuple(told.values())


def _alert(change: Change, wishes: Wishes, moment: Moment) -> Alert | None:
    row = change.row
    if row is None or row.id == moment.reading:
        return None
    kind = _kind_of(change, row)
    if kind is None or not wishes.of(kind).on:
        return None
    return Alert(
        conversations=(row.id,),
        kinds=((kind, 1),),
        sound=wishes.of(kind).sound,
        who=row.name,
        agents=row.agents,
        words=row.preview,
    )


def _kind_of(change: Change, row: Row) -> AlertKind | None:
    if change.what == "due":
        return AlertKind.REMINDER if row.due else None
    return kind_of(row) if change.what in _NEWS and row.unread else None


def joined(alerts: Iterable[Alert]) -> Alert | None:
    """Make one alert of many; the newest about a conversation speaks for it."""
    newest: dict[int, Alert] = {}
    for alert in alerts:
        for conversation in alert.conversations:
            newest.pop(conversation, None)
            newest[conversation] = alert
    if not newest:
        return None
    single = {id(alert): alert for alert in newest.values()}
    if len(single) == 1 and len(newest) == 1:
        return next(iter(single.values()))
    return Alert(
        conversations=tuple(newest),
        kinds=_counted(newest.values()),
        sound=any(alert.sound for alert in single.values()),
    )


def _counted(alerts: Iterable[Alert]) -> tuple[tuple[AlertKind, int], ...]:
    counts = dict.fromkeys(AlertKind, 0)
    for alert in alerts:
        counts[alert.kind] += 1
    return tuple((kind, count) for kind, count in counts.items() if count)


@dataclass(frozen=True, slots=True)
class Burst:
    """What was heard and not yet told. Kept by the window, changed only by `hear`."""

    held: tuple[Alert, ...] = ()
    quiet_until_ms: int = 0


def hear(burst: Burst, alerts: Iterable[Alert], moment: Moment) -> tuple[Burst, Alert | None]:
    """Take new alerts in; return what to keep and what to tell now.

    The first is told at once, what follows within GAP_MS is told as one when that time is over:
    call again then with no alerts. What the owner opened meanwhile is not told any more.
    """
    held = tuple(
        alert
        for alert in (*burst.held, *alerts)
        if moment.reading is None or alert.conversations != (moment.reading,)
    )
    if not held:
        return replace(burst, held=()), None
    if moment.now_ms < burst.quiet_until_ms:
        return replace(burst, held=held), None
    return Burst(quiet_until_ms=moment.now_ms + GAP_MS), joined(held)
