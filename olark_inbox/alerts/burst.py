"""Many alerts at once are told as one: the first at once, what follows soon after together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from olark_inbox.alerts.rules import LASTING, Alert, AlertKind, Moment

GAP_MS = 4_000
"""After an alert, what comes within this time is held and told as one."""


@dataclass(frozen=True, slots=True)
class Burst:
    """What was heard and not yet told. Changed only by `hear`."""

    held: tuple[Alert, ...] = ()
    quiet_until_ms: int = 0


def united(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Make one alert of all about the same conversation, in the order of the newest of each."""
    found: dict[int, Alert] = {}
    for alert in alerts:
        if alert.conversation is not None:
            before = found.pop(alert.conversation, None)
            found[alert.conversation] = alert if before is None else _both(before, alert)
    return tuple(found.values())


def _both(old: Alert, new: Alert) -> Alert:
    """Let the newer speak, with the reasons of the older that it does not replace."""
    kinds = {kind for kind, _ in old.kinds if kind in LASTING} | {kind for kind, _ in new.kinds}
    again = [each.again_min for each in (old, new) if each.again_min]
    return replace(
        new,
        kinds=tuple((kind, 1) for kind in AlertKind if kind in kinds),
        sound=old.sound or new.sound,
        found=new.found or old.found,
        rating=new.rating or old.rating,
        again_min=min(again, default=0),
        summary=old.summary or new.summary,
    )


def joined(alerts: Iterable[Alert]) -> Alert | None:
    """Make one alert of many, each about a conversation; None of none."""
    each = united(alerts)
    if len(each) <= 1:
        return each[0] if each else None
    return Alert(
        conversations=tuple(one for alert in each for one in alert.conversations),
        kinds=_counted(each),
        sound=any(alert.sound for alert in each),
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
    held = (*burst.held, *alerts)
    if moment.reading is not None:
        held = tuple(alert for alert in held if alert.conversations != (moment.reading,))
    if not held:
        return replace(burst, held=()), ()
    if moment.now_ms < burst.quiet_until_ms:
        return replace(burst, held=held), ()
    return Burst(quiet_until_ms=moment.now_ms + GAP_MS), held
