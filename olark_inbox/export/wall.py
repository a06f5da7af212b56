"""Times as the clock on the wall shows them, written often and therefore remembered."""

from datetime import UTC, datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_REMEMBERED = 10_000
_DAY = 24

Minute = tuple[str, str, str]
"""Day, hour and minute, offset: what all milliseconds of one minute share."""


class WallClock:
    """Writes moments in one zone (None: this computer's own).

    A time no calendar holds is written as nothing; the archive keeps what was sent.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._minutes: dict[int, Minute] = {}
        self._hours: dict[int, Minute] = {}
        """Their first minutes."""

    def day(self, ms: int | None) -> str:
        """Return "2026-11-22"."""
        return "" if ms is None else self.minute(ms)[0]

    def time(self, ms: int | None) -> str:
        """Return "14:31"."""
        return "" if ms is None else self.minute(ms)[1]

    def local(self, ms: int | None) -> str:
        """Return "2026-11-22 14:31:05": what a spreadsheet takes for a time."""
        if ms is None:
            return ""
        day, time, _ = self.minute(ms)
        return f"{day} {time}:{ms // 1000 % 60:02}" if day else ""

    def iso(self, ms: int | None) -> str:
        """Return "2026-11-22T14:31:05+01:00": what a program takes for a time anywhere."""
        if ms is None:
            return ""
        day, time, offset = self.minute(ms)
        return f"{day}T{time}:{ms // 1000 % 60:02}{offset}" if day else ""

    def minute(self, ms: int) -> Minute:
        """Return day, time and offset, looked up once."""
        minute = ms // 60_000
        known = self._minutes.get(minute)
        if known is None:
            known = _remember(self._minutes, minute, self._by_hour(minute))
        return known

    def _by_hour(self, minute: int) -> Minute:
        """Most hours have one offset from end to end: their minutes need only be counted."""
        hour = minute // 60
        begin = self._hours.get(hour)
        if begin is None:
            first, last = self._read(hour * 60), self._read(hour * 60 + 59)
            begin = _remember(self._hours, hour, first if first[2] == last[2] else _CHANGING)
        day, time, offset = begin
        if not time:
            return self._read(minute)
        past, minutes = divmod(int(time[3:]) + minute % 60, 60)
        hours = int(time[:2]) + past
        return (day, f"{hours:02}:{minutes:02}", offset) if hours < _DAY else self._read(minute)

    def _read(self, minute: int) -> Minute:
        try:
            at = (_EPOCH + timedelta(minutes=minute)).astimezone(self._zone)
        except (OverflowError, ValueError, OSError):
            return "", "", ""
        text = at.isoformat()  # several times as quick as strftime
        return text[:10], text[11:16], text[19:25]


_CHANGING = ("", "", "")
"""An hour in which the clocks are changed, or that no calendar holds."""


def _remember(known: dict[int, Minute], number: int, found: Minute) -> Minute:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[number] = found
    return found
