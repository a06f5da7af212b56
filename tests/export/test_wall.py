from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from olark_inbox.export.wall import WallClock

NOON = 1_795_348_800_000


def test_a_moment_is_written_for_programs_and_for_spreadsheets() -> None:
    wall = WallClock(timezone(timedelta(hours=5, minutes=45)))
    assert wall.iso(NOON + 61_500) == "2026-11-22T17:46:01+05:45"
    assert wall.local(NOON + 61_500) == "2026-11-22 17:46:01"
    assert (wall.day(NOON), wall.time(NOON)) == ("2026-11-22", "17:45")


def test_summer_and_winter_have_their_own_offset() -> None:
    wall = WallClock(ZoneInfo("Europe/Berlin"))
    assert wall.iso(NOON).endswith("13:00:00+01:00")
    assert wall.iso(NOON - 150 * 86_400_000).endswith("14:00:00+02:00")


@pytest.mark.parametrize("ms", [None, 10**18, -(10**18)])
def test_a_time_no_calendar_holds_is_written_as_nothing(ms: int | None) -> None:
    wall = WallClock(UTC)
    assert [wall.iso(ms), wall.local(ms), wall.day(ms), wall.time(ms)] == [""] * 4


def test_the_clock_forgets_rather_than_grow() -> None:
    wall = WallClock(UTC)
    for minute in range(10_050):
        wall.time(minute * 60_000)
    assert len(wall._minutes) <= 10_000
    assert wall.time(NOON) == "12:00"


def test_day_and_time_together_are_the_same_as_each_alone():
    wall = WallClock(UTC)
    for ms in (None, 0, 1_795_348_800_000, 10**18):
        assert wall.day_and_time(ms) == (wall.day(ms), wall.time(ms))
