"""When alerts are quiet: the owner's pause, his quiet hours, and the desktop's own wish."""

from dataclasses import dataclass
from enum import StrEnum

from olark_inbox.alerts.rules import Moment, Wishes

_DAY = 24 * 60
_MINUTE_MS = 60_000


class Why(StrEnum):
    """What makes alerts quiet."""

    PAUSED = "paused"
    HOURS = "hours"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Why it is quiet, and until when as far as that is known."""

    why: Why
    until_ms: int = 0


def quiet(wishes: Wishes, moment: Moment) -> Quiet | None:
    """Return why alerts are quiet now; None: they are told."""
    if wishes.paused_until_ms > moment.now_ms:
        return Quiet(Why.PAUSED, wishes.paused_until_ms)
    left = _left_of_hours(wishes, moment)
    if left:
        # To the full minute: the moment lies somewhere within one.
        until = (moment.now_ms // _MINUTE_MS + left) * _MINUTE_MS
        return Quiet(Why.HOURS, until)
    if wishes.heed_system and moment.system_quiet:
        return Quiet(Why.SYSTEM)
    return None


def _left_of_hours(wishes: Wishes, moment: Moment) -> int:
    """Return how many minutes of quiet hours are left, those of last night included."""
    left = 0
    for days_ago in (0, 1):
        span = wishes.hours.get((moment.weekday - days_ago) % 7)
        if span is None:
            continue
        begin, end = span
        if end <= begin:
            end += _DAY
        now = moment.minute + days_ago * _DAY
        if begin <= now < end:
            left = max(left, end - now)
    return left
