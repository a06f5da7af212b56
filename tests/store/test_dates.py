"""Dates as people type them become periods in the owner's time zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.store.dates import period
from olark_inbox.store.language import Language

ZONE = ZoneInfo("America/New_York")
NOW = round(datetime(2026, 11, 18, 23, 30, tzinfo=ZONE).timestamp() * 1000)  # a Wednesday


def days(text: str, *, month_first: bool = False) -> tuple[str, str] | None:
    found = period(text, NOW, ZONE, Language(month_first=month_first))
    if found is None:
        return None
    first = datetime.fromtimestamp(found.start_ms / 1000, tz=ZONE)
    end = datetime.fromtimestamp(found.end_ms / 1000, tz=ZONE)
    assert (first.hour, end.hour) == (0, 0)
    return str(first.date()), str(end.date() - timedelta(days=1))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("today", "2026-11-18", "2026-11-18"),
        ("Yesterday", "2026-11-17", "2026-11-17"),
        ("gestern", "2026-11-17", "2026-11-17"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("monday", "2026-11-16", "2026-11-16"),
        ("wednesday", "2026-11-18", "2026-11-18"),
        ("last wednesday", "2026-11-11", "2026-11-11"),
        ("thursday", "2026-11-12", "2026-11-12"),
        ("march", "2026-03-01", "2026-03-31"),
        ("december", "2025-12-01", "2025-12-31"),
        ("march 2025", "2025-03-01", "2025-03-31"),
        ("März 2025", "2025-03-01", "2025-03-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-03", "2025-03-01", "2025-03-31"),
        ("2025-03-14", "2025-03-14", "2025-03-14"),
        ("14 March 2025", "2025-03-14", "2025-03-14"),
        ("March 14, 2025", "2025-03-14", "2025-03-14"),
        ("14th march", "2026-03-14", "2026-03-14"),
        ("dec 24", "2025-12-24", "2025-12-24"),
        ("14.3.2025", "2025-03-14", "2025-03-14"),
        ("14.03.25", "2025-03-14", "2025-03-14"),
        ("14. März 2025", "2025-03-14", "2025-03-14"),
        ("14/3/2025", "2025-03-14", "2025-03-14"),
        ("3/14/2025", "2025-03-14", "2025-03-14"),
        ("3/2025", "2025-03-01", "2025-03-31"),
        ("3 days ago", "2026-11-15", "2026-11-15"),
        ("2 weeks ago", "2026-11-02", "2026-11-08"),
        ("11 months ago", "2025-12-01", "2025-12-31"),
        ("29 feb", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, first: str, last: str) -> None:
    assert days(typed) == (first, last)


@pytest.mark.parametrize(
    "typed",
    ["", "foo", "2025-13-01", "30 february 2025", "0000", "9999", "12345", "last", "last foo",
     "ago", "days ago", "march april", "march 2025 2026", "1/2", "999999 days ago", "٣", "²"],
)  # fmt: skip
def test_what_is_no_date_is_no_date(typed: str) -> None:
    assert days(typed) is None


def test_day_and_month_that_could_be_swapped_are_said_to_be_unsure() -> None:
    assert days("3/4/2025") == ("2025-04-03", "2025-04-03")
    assert days("3/4/2025", month_first=True) == ("2025-03-04", "2025-03-04")
    unsure = period("3/4/2025", NOW, ZONE)
    sure = period("3/14/2025", NOW, ZONE)
    assert unsure is not None
    assert sure is not None
    assert (unsure.unsure, sure.unsure) == (True, False)


def test_a_day_of_the_clock_change_has_its_own_length() -> None:
    found = period("2026-11-01", NOW, ZONE)
    assert found is not None
    assert found.end_ms - found.start_ms == 25 * 3_600_000


def test_today_depends_on_the_owners_zone() -> None:
    here, utc = period("today", NOW, ZONE), period("today", NOW, UTC)
    assert here is not None
    assert utc is not None
    assert (here.first, utc.first) == (date(2026, 11, 18), date(2026, 11, 19))


def test_without_a_zone_the_computers_own_is_used() -> None:
    found = period("today", NOW)
    assert found is not None
    assert found.start_ms <= NOW < found.end_ms


@given(st.dates(date(1990, 1, 1), date(2199, 12, 31)))
def test_every_iso_date_is_one_day(day: date) -> None:
    assert days(day.isoformat()) == (str(day), str(day))


@given(st.text(max_size=20), st.integers(-(10**15), 10**15))
def test_no_text_and_no_clock_raises(text: str, now_ms: int) -> None:
    for zone in (ZONE, None):
        found = period(text, now_ms, zone)
        assert found is None or found.start_ms < found.end_ms
