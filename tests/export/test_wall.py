from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    assert len(wall.minutes) <= 10_000
    assert wall.time(NOON) == "12:00"


@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns"]
)
@given(st.integers(-40_000_000, 40_000_000), st.integers(0, 90))
def test_a_minute_is_the_one_the_calendar_says(zone: str, first: int, after: int) -> None:
    wall = WallClock(ZoneInfo(zone))
    for minute in (first, first + after):
        at = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(
            ZoneInfo(zone)
        )
        text = at.isoformat()
        assert wall.minutes[minute] == (text[:10], text[11:16], text[19:25])


@pytest.mark.parametrize(
    ("zone", "changed"),
    [
        ("America/St_Johns", 20_083_831),
        ("America/St_Johns", 29_891_790),
        ("Europe/Berlin", 29_881_500),
        ("Australia/Lord_Howe", 29_850_690),
    ],
)
def test_the_minutes_around_a_change_of_the_clocks_are_right(zone: str, changed: int) -> None:
    wall, offsets = WallClock(ZoneInfo(zone)), set()
    for minute in range(changed - 130, changed + 130):
        at = datetime.fromtimestamp(minute * 60, ZoneInfo(zone))
        assert wall.iso(minute * 60_000) == at.isoformat()
        offsets.add(at.utcoffset())
    assert len(offsets) == 2
