"""When to be reminded: the moments a menu offers, by the owner's own clock."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from olark_inbox.ui.kit.words import translate

MORNING = time(9)
_MONDAY = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """One moment, and what the menu calls it."""

    words: str
    at_ms: int


def offers(now_ms: int) -> tuple[Offer, ...]:
    """Return the moments to choose from, the nearest first."""
    now = datetime.fromtimestamp(now_ms / 1000).astimezone()
    tomorrow = now.date() + timedelta(days=1)
    monday = now.date() + timedelta(days=(_MONDAY - now.weekday() - 1) % 7 + 1)
    clock = MORNING.strftime("%H:%M").lstrip("0")
    return (
        Offer(translate("Reminders", "In an hour"), now_ms + 3_600_000),
        Offer(
            translate("Reminders", "Tomorrow, {0}").format(clock),
            moment_ms(datetime.combine(tomorrow, MORNING)),
        ),
        Offer(
            translate("Reminders", "Monday, {0}").format(clock),
            moment_ms(datetime.combine(monday, MORNING)),
        ),
    )


def told_when() -> str:
    """Say when a reminder can be told at all."""
    return translate(
        "Reminders",
        "You are told while Olark Inbox runs, and at its next start of what came due meanwhile.",
    )


def moment_ms(moment: datetime) -> int:
    """Return a moment of the owner's clock; what that clock skips is the hour after."""
    return int(moment.timestamp() * 1000)
