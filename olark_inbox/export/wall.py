"""Times as the clock on the wall shows them, written often and therefore remembered."""

from datetime import UTC, datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_REMEMBERED = 10_000

_Minute = tuple[str, str, str]
"""Day, hour and minute, offset: what all milliseconds of one minute share."""


class WallClock:
    """Writes moments in one zone (None: this computer's own).

    A time no calendar holds is written as nothing; the archive keeps what was sent.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._minutes: dict[int, _Minute] = {}

    def day(self, ms: int | None) -> str:
        """Return "2026-11-22"."""
        return "" if ms is None else self._minute(ms)[0]

    def time(self, ms: int | None) -> str:
        """Return "14:31"."""
        return "" if ms is None else self._minute(ms)[1]

    def day_and_time(self, ms: int | None) -> tuple[str, str]:
        """Return both, looked up once."""
        return ("", "") if ms is None else self._minute(ms)[:2]

    def local(self, ms: int | None) -> str:
        """Return "2026-11-22 14:31:05": what a spreadsheet takes for a time."""
        if ms is None:
            return ""
        day, time, _ = self._minute(ms)
        return f"{day} {time}:{ms // 1000 % 60:02}" if day else ""

    def iso(self, ms: int | None) -> str:
        """Return "2026-11-22T14:31:05+01:00": what a program takes for a time anywhere."""
        if ms is None:
            return ""
        day, time, offset = self._minute(ms)
        return f"{day}T{time}:{ms // 1000 % 60:02}{offset}" if day else ""

    def _minute(self, ms: int) -> _Minute:
        minute = ms // 60_000
        known = self._minutes.get(minute)
        if known is None:
            if len(self._minutes) >= _REMEMBERED:
                self._minutes.clear()
            known = self._minutes[minute] = self._read(minute)
        return known

    def _read(self, minute: int) -> _Minute:
        try:
            at = (_EPOCH + timedelta(minutes=minute)).astimezone(self._zone)
        except (OverflowError, ValueError, OSError):
            return "", "", ""
        text = at.isoformat()  # several times as quick as strftime
        return text[:10], text[11:16], text[19:25]
