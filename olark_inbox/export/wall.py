"""Times as the clock on the wall shows them, written often and therefore remembered."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_REMEMBERED = 10_000

Minute = tuple[str, str, str]
"""Day, hour and minute, offset: what all milliseconds of one minute share."""

NO_MINUTE: Minute = ("", "", "")
"""What no calendar holds."""
_SECONDS = tuple(f"{second:02}" for second in range(60))
_TIMES = tuple(f"{hour:02}:{minute:02}" for hour in range(24) for minute in range(60))
_MINUTES = {time: number for number, time in enumerate(_TIMES)}


class WallClock:
    """Writes moments in one zone (None: this computer's own).

    A time no calendar holds is written as nothing; the archive keeps what was sent.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self.minutes = _Remembered(self._by_hour)
        """Of each minute since 1970 its day, time and offset, looked up once."""
        self._hours = _Remembered(self._begin_of)
        """Their first minutes."""

    def day(self, ms: int | None) -> str:
        """Return "2026-11-22"."""
        return "" if ms is None else self.minutes[ms // 60_000][0]

    def time(self, ms: int | None) -> str:
        """Return "14:31"."""
        return "" if ms is None else self.minutes[ms // 60_000][1]

    def local(self, ms: int | None) -> str:
        """Return "2026-11-22 14:31:05": what a spreadsheet takes for a time."""
        if ms is None:
            return ""
        day, time, _ = self.minutes[ms // 60_000]
        return f"{day} {time}:{_SECONDS[ms // 1000 % 60]}" if day else ""

    def iso(self, ms: int | None) -> str:
        """Return "2026-11-22T14:31:05+01:00": what a program takes for a time anywhere."""
        if ms is None:
            return ""
        day, time, offset = self.minutes[ms // 60_000]
        return f"{day}T{time}:{_SECONDS[ms // 1000 % 60]}{offset}" if day else ""

    def _by_hour(self, minute: int) -> Minute:
        """Most hours have one offset from end to end: their minutes need only be counted."""
        day, time, offset = self._hours[minute // 60]
        if not time:
            return self._read(minute)
        past = _MINUTES[time] + minute % 60
        return (day, _TIMES[past], offset) if past < len(_TIMES) else self._read(minute)

    def _begin_of(self, hour: int) -> Minute:
        """Return an hour's first minute; none where the clocks are changed within it."""
        first, last = self._read(hour * 60), self._read(hour * 60 + 59)
        return first if first[2] == last[2] else NO_MINUTE

    def _read(self, minute: int) -> Minute:
        try:
            at = (_EPOCH + timedelta(minutes=minute)).astimezone(self._zone)
        except (OverflowError, ValueError, OSError):
            return NO_MINUTE
        text = at.isoformat()  # several times as quick as strftime
        return text[:10], text[11:16], text[19:25]


class _Remembered(dict[int, Minute]):
    """A dictionary that finds what it lacks; what it has costs no call."""

    def __init__(self, find: Callable[[int], Minute]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, number: int) -> Minute:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[number] = self._find(number)
        return found
