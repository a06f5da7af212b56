"""A copy of what is new, by itself: each day or week, into a folder the owner chose."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from olark_inbox.export import apart
from olark_inbox.export.arguments import SEPARATORS
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.errors import failure
from olark_inbox.export.names import free_name
from olark_inbox.export.save import Format, Wanted
from olark_inbox.export.table import TableOptions
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Inbox
from olark_inbox.store.place import place_of
from olark_inbox.store.rows import Query, View

T = TypeVar("T", "Schedule", "Made")

_DAY_MS = 24 * 60 * 60 * 1000
PERIODS = {"day": _DAY_MS, "week": 7 * _DAY_MS}
_OVERLAP_MS = 60 * 60 * 1000


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
    place: int = 0
    """What stands in the list up to there is in a copy: places grow, whatever the clock does."""
    newest: int = 0
    """And so is what is no newer than this conversation; what is erased leaves its place free."""
    until_ms: int = 0
    """What was received before then is in a copy: all that older programs remembered."""
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

    def in_places(self, now_ms: int) -> "Made":
        """Return it without a time: what came shortly before that time is copied once more."""
        until = 0 if self.until_ms > now_ms else self.until_ms
        place = self.place or max(0, place_of(until - _OVERLAP_MS))
        return replace(self, place=place, until_ms=0)


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
    made = made.of(schedule).in_places(now_ms)
    ids, reached = _new(inbox, made)
    count = len(ids)
    if count:
        chosen = Chosen(ids) if made.place else Chosen()
        kind = Format(schedule.format)
        target = _free_file(Path(schedule.folder), WallClock().day(now_ms), kind)
        table = TableOptions(separator=schedule.separator)
        saved = apart.save(inbox, Wanted(chosen, kind, target, table=table), stop=stop)
        count = saved.conversations
    return replace(reached, at_ms=now_ms, conversations=count, sentence="")


def _new(inbox: Inbox, made: Made) -> tuple[tuple[int, ...], Made]:
    """Return what is in no copy yet, and how far the copies have come when it is."""
    ids: list[int] = []
    place = newest = 0
    for one in inbox.briefs_of(Query(view=View.ALL)):
        if one.sample:
            continue
        if one.arrival > made.place or 0 < made.newest < one.id:
            ids.append(one.id)
        place, newest = max(place, one.arrival), max(newest, one.id)
    # Not the greater of then and now: a place that was left is going to be taken again.
    return tuple(ids), replace(made, place=place, newest=newest) if place else made


def _free_file(folder: Path, day: str, kind: Format) -> Path:
    name = f"Olark Inbox {day}{kind.ending}"
    try:
        return folder / free_name(name, lambda taken: (folder / taken).exists())
    except OSError as error:  # a network drive that is away, or a folder that may not be read
        raise failure(error, folder / name) from error
