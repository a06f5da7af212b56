"""What the owner chose about alerts, read from the settings; what is not understood is left out."""

from typing import Any

from olark_inbox.alerts.rules import AlertKind, Wish, Wishes
from olark_inbox.settings import Settings

CHOSEN = tuple(kind for kind in AlertKind if kind is not AlertKind.REACHABLE)
"""Kinds with a choice of their own: "reachable again" goes with "not reachable"."""
_MINUTES = 24 * 60
_DAYS = 7


def wishes_of(settings: Settings) -> Wishes:
    """Return what is wanted now."""
    return Wishes(
        kinds={kind: _wish(settings, kind) for kind in CHOSEN},
        words=tuple(word for word in settings.alerts_words if isinstance(word, str) and word),
        hours=_hours(settings.alerts_hours),
        paused_until_ms=settings.alerts_paused_until_ms,
        heed_system=settings.alerts_heed_system,
    )


def _wish(settings: Settings, kind: AlertKind) -> Wish:
    on = getattr(settings, f"alerts_{kind}")
    again = settings.alerts_again.get(str(kind), 0)
    return Wish(on, getattr(settings, f"alerts_{kind}_sound"), again if _is_minute(again) else 0)


def _hours(chosen: dict[str, Any]) -> dict[int, tuple[int, int]]:
    hours = {}
    for day in range(_DAYS):
        span = chosen.get(str(day))
        if isinstance(span, list) and len(span) == 2 and all(map(_is_minute, span)):  # noqa: PLR2004 - from, to
            hours[day] = (span[0], span[1])
    return hours


def _is_minute(value: Any) -> bool:
    return type(value) is int and value in range(_MINUTES)
