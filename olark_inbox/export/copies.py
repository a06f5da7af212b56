"""A copy of what is new, by itself: each day or week, into a folder the owner chose."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from olark_inbox.export.chosen import Chosen, pick
from olark_inbox.export.names import free_name
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Inbox

_DAY_MS = 24 * 60 * 60 * 1000
PERIODS = {"day": _DAY_MS, "week": 7 * _DAY_MS}


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often, as what, where to, and how far it has come."""

    every: str = ""
    """"day", "week", or "" for never."""
    format: str = Format.ARCHIVE.value
    folder: str = ""
    until_ms: int = 0
    """What was received before then is in a copy."""
    at_ms: int = 0
    """When the last one succeeded."""
    conversations: int = 0
    """How many were in it."""
    trouble: str = ""
    """Why the last one failed, "" where it did not."""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Schedule":
        """Return a remembered schedule; what makes no sense is as it is at first."""
        found = cls()
        fit: dict[str, Any] = {
            n: v for n, v in kept.items() if type(v) is type(getattr(found, n, None))
        }
        found = replace(found, **{name: fit[name] for name in cls.__slots__ if name in fit})
        if found.every not in PERIODS:
            found = replace(found, every="")
        if found.format not in (Format.ARCHIVE.value, Format.CONVERSATIONS.value):
            found = replace(found, format=Format.ARCHIVE.value)
        return found

    def written(self) -> dict[str, Any]:
        """Return it as it is remembered."""
        return {name: getattr(self, name) for name in self.__slots__}

    def due(self, now_ms: int) -> bool:
        """Return whether it is time; after a clock that was wrong, it is."""
        if not self.every or not self.folder:
            return False
        return now_ms - self.at_ms >= PERIODS[self.every] or self.at_ms > now_ms


def copy_new(
    inbox: Inbox, schedule: Schedule, now_ms: int, stop: threading.Event | None = None
) -> Schedule:
    """Copy what came since the last time; return the schedule with how far it has come.

    Where nothing came there is no file. Raises ExportFailed, Stopped or what the store raises.
    """
    since = schedule.until_ms if 0 < schedule.until_ms <= now_ms else None
    chosen = Chosen(since_ms=since, until_ms=None if since is None else now_ms)
    count = len(pick(inbox, chosen).ids)
    if count:
        kind = Format(schedule.format)
        folder = Path(schedule.folder)
        name = f"Olark Inbox {WallClock().day(now_ms)}{kind.ending}"
        target = folder / free_name(name, lambda taken: (folder / taken).exists())
        saved = Saving(inbox, Wanted(chosen, kind, target), stop=stop).run()
        count = saved.conversations
    return replace(schedule, until_ms=now_ms, at_ms=now_ms, conversations=count, trouble="")
