"""The whole of it: what is new, how the program stands and the moment give what to tell now.

One value, `Memory`, goes in and comes out; nothing is told twice and nothing wanted is dropped:
what may not be told now is kept and told together afterwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from olark_inbox.alerts.burst import Burst, hear, joined, united
from olark_inbox.alerts.quiet import quiet
from olark_inbox.alerts.rules import (
    TROUBLE,
    Alert,
    AlertKind,
    Moment,
    News,
    Told,
    Wishes,
    alerts_for,
    waits,
)
from olark_inbox.alerts.trouble import Facts, Troubles, next_trouble_ms, still, troubles
from olark_inbox.store.rows import Row

_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """An alert that was told and is told again until it is seen."""

    alert: Alert
    again_ms: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What was told, what is held for a moment, what is kept until it is no longer quiet."""

    told: Told = field(default_factory=Told)
    troubles: Troubles = field(default_factory=Troubles)
    burst: Burst = field(default_factory=Burst)
    kept: tuple[Alert, ...] = ()
    waiting: tuple[Waiting, ...] = ()


def tell(
    memory: Memory, news: News, facts: Facts, wishes: Wishes, moment: Moment
) -> tuple[Memory, tuple[Alert, ...]]:
    """Return what to remember and what to tell now.

    Call it with no news when time has passed: see `next_ms`.
    """
    secret = any(alert.kind is AlertKind.UNREACHABLE for alert in memory.kept)
    if secret and not facts.unreachable:
        # Its beginning was not told, so its end is not either.
        memory = replace(memory, troubles=replace(memory.troubles, unreachable=False))
    memory = _without_seen(memory, {c.conversation: c.row for c in news.changes}, facts, moment)
    alerts, told = alerts_for(news, wishes, moment, memory.told)
    known, trouble = troubles(memory.troubles, facts, wishes, moment)
    memory = replace(memory, told=told, troubles=known)
    if quiet(wishes, moment) is not None:
        kept = (*memory.kept, *memory.burst.held, *alerts, *trouble)
        return replace(memory, kept=kept, burst=replace(memory.burst, held=())), ()
    kept, memory = memory.kept, replace(memory, kept=())
    burst, now = hear(memory.burst, _summed_up(kept, alerts), moment)
    said = [a for a in kept if a.kind in TROUBLE] + list(trouble)
    one = joined(now)
    if one is not None:
        said.append(replace(one, summary=any(a.summary for a in now) and one.conversation is None))
    troubles_said = [alert for alert in said if alert.kind in TROUBLE]
    memory = _watched(replace(memory, burst=burst), (*troubles_said, *united(now)), moment)
    memory, again = _again(memory, moment)
    return memory, (*said, *again)


def _summed_up(kept: Iterable[Alert], alerts: Iterable[Alert]) -> list[Alert]:
    chats = [replace(alert, summary=True) for alert in kept if alert.kind not in TROUBLE]
    return [*chats, *alerts]


def _without_seen(
    memory: Memory, rows: Mapping[int, Row | None], facts: Facts, moment: Moment
) -> Memory:
    """Forget what the owner has seen meanwhile, and troubles that are over."""

    def stays(alert: Alert) -> bool:
        if alert.kind in TROUBLE:
            return still(alert, facts)
        one = alert.conversations[0]
        if one == moment.reading:
            return False
        return one not in rows or waits(alert, rows[one])

    held, seen = memory.burst.held, {*rows, moment.reading}
    # Asked often while thousands are held: without news of theirs they all stay.
    if seen != {None} and not seen.isdisjoint([alert.conversations[0] for alert in held]):
        held = tuple(filter(stays, held))
    return replace(
        memory,
        burst=replace(memory.burst, held=held),
        kept=tuple(filter(stays, memory.kept)),
        waiting=tuple(each for each in memory.waiting if stays(each.alert)),
    )


def _watched(memory: Memory, told: Iterable[Alert], moment: Moment) -> Memory:
    """Remember what is to be told again, one entry a conversation or a trouble."""
    waiting = {_about(each.alert): each for each in memory.waiting}
    for alert in told:
        if alert.again_min and len(alert.conversations) <= 1:
            at = moment.now_ms + alert.again_min * _MINUTE_MS
            waiting[_about(alert)] = Waiting(replace(alert, summary=False), at)
    return replace(memory, waiting=tuple(waiting.values()))


def _about(alert: Alert) -> tuple[AlertKind | None, int]:
    one = alert.conversation
    return (alert.kind, 0) if one is None else (None, one)


def _again(memory: Memory, moment: Moment) -> tuple[Memory, tuple[Alert, ...]]:
    due = [each for each in memory.waiting if each.again_ms <= moment.now_ms]
    if not due:
        return memory, ()
    later = tuple(
        replace(each, again_ms=moment.now_ms + each.alert.again_min * _MINUTE_MS)
        if each in due
        else each
        for each in memory.waiting
    )
    said = [each.alert for each in due if each.alert.kind in TROUBLE]
    one = joined(each.alert for each in due)
    return replace(memory, waiting=later), (*said, *([one] if one is not None else []))


def resumed(memory: Memory, news: News, wishes: Wishes, moment: Moment) -> Memory:
    """Take in what came while the program was closed: it is told together, as after a pause."""
    alerts, told = alerts_for(news, wishes, moment, memory.told)
    return replace(memory, told=told, kept=(*memory.kept, *alerts))


def left(memory: Memory) -> int:
    """Return how many alerts are still to be told, or told again."""
    return len(memory.burst.held) + len(memory.kept) + len(memory.waiting)


def concerned(memory: Memory) -> frozenset[int]:
    """Return the conversations that are still to be told of, or told of again."""
    alerts = (*memory.burst.held, *memory.kept, *(each.alert for each in memory.waiting))
    return frozenset(one for alert in alerts for one in alert.conversations)


def next_ms(memory: Memory, wishes: Wishes, moment: Moment) -> int | None:
    """Return when to ask again without news; None: news come first."""
    hush = quiet(wishes, moment)
    if hush is not None:
        return hush.until_ms or None
    times = [each.again_ms for each in memory.waiting]
    if memory.burst.held:
        times.append(memory.burst.quiet_until_ms)
    over_ms = next_trouble_ms(memory.troubles)
    if over_ms is not None:
        times.append(over_ms)
    return min(times, default=None)
