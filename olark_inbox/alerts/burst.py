"""Many alerts at once are told as one: the first at once, what follows soon after together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from olark_inbox.alerts.rules import Alert, AlertKind, Moment

GAP_MS = 4_000
"""After an alert, what comes within this time is held and told as one."""


@dataclass(frozen=True, slots=True)
class Burst:
    """What was heard and not yet told. Changed only by `hear`."""

    held: tuple[Alert, ...] = ()
    quiet_until_ms: int = 0


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


def hear(burst: Burst, alerts: Iterable[Alert], moment: Moment) -> tuple[Burst, tuple[Alert, ...]]:
    """Take new alerts in; return what to keep and what to tell now, to be told as one.

    The first is told at once, what follows within GAP_MS is told when that time is over:
    call again then with no alerts. What the owner opened meanwhile is not told any more.
    """
    held = tuple(
        alert
        for alert in (*burst.held, *alerts)
        if moment.reading is None or alert.conversations != (moment.reading,)
    )
    if not held:
        return replace(burst, held=()), ()
    if moment.now_ms < burst.quiet_until_ms:
        return replace(burst, held=held), ()
    return Burst(quiet_until_ms=moment.now_ms + GAP_MS), held
