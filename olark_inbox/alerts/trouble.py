"""Alerts about the program itself: nobody can reach it, it cannot store, it could not read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from olark_inbox.alerts.rules import Alert, AlertKind, Moment, Wishes

GRACE_MS = 120_000
"""No trouble is told so soon after a start or a waking: most of it passes by itself."""

STEADY_MS = 120_000
"""So long a way must hold before it is called reachable again: outages in between are one."""


@dataclass(frozen=True, slots=True)
class Facts:
    """How the program stands; the texts are sentences to tell, "" where nothing is the matter."""

    unreachable: str = ""
    store: str = ""
    unreadable: int | None = None
    """How many arrivals could not be read and are not settled; None: not counted yet."""


@dataclass(frozen=True, slots=True)
class Troubles:
    """What was told of troubles. `unreadable` None: not looked at since the start."""

    unreachable: bool = False
    store: bool = False
    unreadable: int | None = None
    well_ms: int | None = None
    """Since when it is reachable again, where that is still to be told."""


def troubles(
    before: Troubles, facts: Facts, wishes: Wishes, moment: Moment
) -> tuple[Troubles, tuple[Alert, ...]]:
    """Return what to remember and what to tell: each trouble once, and when it is over."""
    count = before.unreadable if facts.unreadable is None else facts.unreadable
    known = count if before.unreadable is None else min(before.unreadable, count or 0)
    if moment.now_ms < moment.awake_ms + GRACE_MS:
        over = Troubles(
            before.unreachable and bool(facts.unreachable),
            before.store and bool(facts.store),
            known,
        )
        return over, ()
    well_ms = None
    if before.unreachable and not facts.unreachable:
        well_ms = moment.now_ms if before.well_ms is None else before.well_ms
    steady = well_ms is not None and moment.now_ms - well_ms >= STEADY_MS
    alerts = tuple(_alerts(before, facts, wishes, (count or 0) - (known or 0), steady=steady))
    if well_ms is not None and not steady:
        return replace(before, store=bool(facts.store), unreadable=count, well_ms=well_ms), alerts
    return Troubles(bool(facts.unreachable), bool(facts.store), count), alerts


def next_trouble_ms(known: Troubles) -> int | None:
    """Return when to ask again without news; None: news come first."""
    return None if known.well_ms is None else known.well_ms + STEADY_MS


def _alerts(
    before: Troubles, facts: Facts, wishes: Wishes, fresh: int, *, steady: bool
) -> Iterator[Alert]:
    if facts.store and not before.store:
        yield from _one(AlertKind.STORE, facts.store, wishes)
    if facts.unreachable and not before.unreachable:
        yield from _one(AlertKind.UNREACHABLE, facts.unreachable, wishes)
    if steady:
        yield from _one(AlertKind.REACHABLE, "", wishes)
    if fresh > 0:
        yield from _one(AlertKind.UNREADABLE, "", wishes, fresh)


def _one(kind: AlertKind, words: str, wishes: Wishes, count: int = 1) -> Iterator[Alert]:
    wish = wishes.of(kind)
    if wish.on:
        again = 0 if kind is AlertKind.REACHABLE else wish.again_min
        yield Alert((), ((kind, count),), wish.sound, words=words, again_min=again)


def still(alert: Alert, facts: Facts) -> bool:
    """Whether what a trouble's alert told is so even now."""
    return {
        AlertKind.STORE: bool(facts.store),
        AlertKind.UNREACHABLE: bool(facts.unreachable),
        AlertKind.REACHABLE: not facts.unreachable,
        AlertKind.UNREADABLE: bool(facts.unreadable),
    }[alert.kind]
