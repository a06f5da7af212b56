"""Alerts about the program itself: nobody can reach it, it cannot store, it could not read."""

from collections.abc import Iterator
from dataclasses import dataclass

from olark_inbox.alerts.rules import Alert, AlertKind, Moment, Wishes

GRACE_MS = 120_000
"""No trouble is told so soon after a start or a waking: most of it passes by itself."""


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
    alerts = tuple(_alerts(before, facts, wishes, (count or 0) - (known or 0)))
    return Troubles(bool(facts.unreachable), bool(facts.store), count), alerts


def _alerts(before: Troubles, facts: Facts, wishes: Wishes, fresh: int) -> Iterator[Alert]:
    if facts.store and not before.store:
        yield from _one(AlertKind.STORE, facts.store, wishes)
    if facts.unreachable and not before.unreachable:
        yield from _one(AlertKind.UNREACHABLE, facts.unreachable, wishes)
    if before.unreachable and not facts.unreachable:
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
