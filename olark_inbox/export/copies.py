"""A copy of what is new, by itself: each day or week, into a folder the owner chose."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from olark_inbox.export.arguments import SEPARATORS
from olark_inbox.export.chosen import Chosen, pick
from olark_inbox.export.names import free_name
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.export.table import TableOptions
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Inbox

T = TypeVar("T", "Schedule", "Made")

_DAY_MS = 24 * 60 * 60 * 1000
PERIODS = {"day": _DAY_MS, "week": 7 * _DAY_MS}


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the owner chose: how often, as what, where to. It stands in the settings."""

    every: str = ""
    """"day", "week", or "" for never."""
    format: str = Format.ARCHIVE.value
    folder: str = ""
    separator: str = ","
    """Between the cells of a table: what is usual where the owner lives."""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Schedule":
        """Return a remembered schedule; what makes no sense is as it is at first."""
        found = _filled(cls(), kept)
        if found.every not in PERIODS:
            found = replace(found, every="")
        if found.format not in (Format.ARCHIVE.value, Format.CONVERSATIONS.value):
            found = replace(found, format=Format.ARCHIVE.value)
        if found.separator not in SEPARATORS.values():
            found = replace(found, separator=",")
        return found

    def written(self) -> dict[str, Any]:
        """Return it as it is remembered."""
        return asdict(self)

    def due(self, made: "Made", now_ms: int) -> bool:
        """Return whether it is time; after a clock that was wrong, it is."""
        if not self.every or not self.folder:
            return False
        since = now_ms - made.of(self).at_ms
        return not 0 <= since < PERIODS[self.every]


@dataclass(frozen=True, slots=True)
class Made:
    """How far the copies have come. It stands in the store, for whoever receives makes them."""

    format: str = ""
    folder: str = ""
    until_ms: int = 0
    """What was received before then is in a copy."""
    at_ms: int = 0
    """When the last one succeeded."""
    conversations: int = 0
    """How many were in it."""
    sentence: str = ""
    """Why the last one failed, "" where it did not."""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Made":
        """Return what another process left, or may have left."""
        return _filled(cls(), kept)

    def written(self) -> dict[str, Any]:
        """Return it as the store keeps it."""
        return asdict(self)

    def of(self, schedule: Schedule) -> "Made":
        """Return it, or the very beginning where another folder or kind of file was chosen."""
        if (self.format, self.folder) == (schedule.format, schedule.folder):
            return self
        return Made(schedule.format, schedule.folder)


def _filled(found: T, kept: Mapping[str, Any]) -> T:
    """Return it with the values that are of the right type."""
    fit: dict[str, Any] = {
        entry.name: kept[entry.name]
        for entry in fields(found)
        if type(kept.get(entry.name)) is type(getattr(found, entry.name))
    }
    return replace(found, **fit)


def copy_new(
    inbox: Inbox, schedule: Schedule, made: Made, now_ms: int, stop: threading.Event | None = None
) -> Made:
    """Copy what came since the last time; return how far it has come.

    Where nothing came there is no file. Raises ExportFailed, Stopped or what the store raises.
    """
    made = made.of(schedule)
    since = made.until_ms if 0 < made.until_ms <= now_ms else None
    chosen = Chosen(since_ms=since, until_ms=None if since is None else now_ms)
    count = len(pick(inbox, chosen).ids)
    if count:
        kind = Format(schedule.format)
        folder = Path(schedule.folder)
        name = f"Olark Inbox {WallClock().day(now_ms)}{kind.ending}"
        target = folder / free_name(name, lambda taken: (folder / taken).exists())
        table = TableOptions(separator=schedule.separator)
        saved = Saving(inbox, Wanted(chosen, kind, target, table=table), stop=stop).run()
        count = saved.conversations
    return replace(made, until_ms=now_ms, at_ms=now_ms, conversations=count, sentence="")
