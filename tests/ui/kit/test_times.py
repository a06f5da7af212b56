"""Moments as a person writes them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDateTime, QLocale

from olark_inbox.ui.kit import times

MINUTE = times.MINUTE_MS


def local(year, month, day, hour=12, minute=0):
    return int(datetime(year, month, day, hour, minute).astimezone().timestamp() * 1000)


NOW = local(2025, 11, 20, 15, 0)  # a Thursday


@pytest.fixture(autouse=True)
def _locale():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (local(2025, 11, 20, 14, 31), "14:31"),
        (local(2025, 11, 20, 0, 0), "00:00"),
        (local(2025, 11, 19, 23, 59), "Wed"),
        (local(2025, 11, 14), "Fri"),
        (local(2025, 11, 13), "13 Nov"),
        (local(2025, 1, 1), "1 Jan"),
        (local(2024, 11, 16), "16 Nov 2024"),
        (local(2025, 11, 21), "21 Nov"),
    ],
)
def test_the_time_of_a_row_is_as_short_as_it_can_be(at, shown):
    assert times.short_time(at, NOW) == shown


@pytest.mark.parametrize(
    ("locale", "old", "line"),
    [
        ("en_US", "Nov 16, 2024", "Saturday November 16"),
        ("de_DE", "16. Nov. 2024", "Samstag 16. November"),
        ("ja_JP", "2024年11月16日", "土曜日 11月16日"),
        ("es_ES", "16 de nov de 2024", "sábado 16 de noviembre"),
        ("hu_HU", "2024. nov. 16", "szombat november 16"),
        ("C", "16 Nov 2024", "Saturday 16 November"),
    ],
)
def test_dates_follow_the_language(locale, old, line):
    QLocale.setDefault(QLocale(locale))
    at = local(2024, 11, 16)
    assert times.short_time(at, NOW) == old
    assert times.day_line(at) == line


def test_a_day_of_another_year_says_its_year():
    assert times.day_line(local(2025, 11, 16), NOW) == "Sunday 16 November"
    assert times.day_line(local(2024, 11, 16), NOW) == "Saturday 16 November 2024"


def test_the_full_time_says_everything():
    assert times.full_time(local(2025, 11, 20, 14, 31)) == "Thursday 20 November 2025, 14:31"


@pytest.mark.parametrize(
    ("ms", "short", "long"),
    [
        (0, "less than a minute", "less than a minute"),
        (59_999, "less than a minute", "less than a minute"),
        (MINUTE, "1 min", "1 minute"),
        (9 * MINUTE, "9 min", "9 minutes"),
        (60 * MINUTE, "1 h", "1 hour"),
        (125 * MINUTE, "2 h 5 min", "2 hours"),
        (26 * 60 * MINUTE, "1 day", "1 day"),
        (73 * 60 * MINUTE, "3 days", "3 days"),
        (-5, "less than a minute", "less than a minute"),
    ],
)
def test_durations_have_at_most_two_parts(ms, short, long):
    assert (times.duration(ms), times.long_duration(ms)) == (short, long)


def test_a_live_chat_says_for_how_long():
    assert times.live_for(4 * MINUTE) == "for 4 min"
    assert times.live_for(10_000) == "just now"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW - 5_000, "just now"),
        (NOW - 4 * MINUTE, "4 minutes ago"),
        (NOW - 14 * 60 * MINUTE, "14 hours ago"),
        (local(2025, 11, 19, 1, 5), "yesterday 01:05"),
        (local(2025, 11, 1, 9, 30), "Saturday 1 November 2025, 09:30"),
    ],
)
def test_a_moment_can_be_said_aloud(at, said):
    assert times.ago(at, NOW) == said


def test_no_moment_is_too_strange():
    for at in (0, -1, 2**50, int(datetime.now(UTC).timestamp() * 1000)):
        assert times.short_time(at, NOW)
        assert times.full_time(at)
        assert times.ago(at, NOW)


def test_the_time_elsewhere_has_its_day_where_that_is_another():
    here = QDateTime.fromMSecsSinceEpoch(NOW).offsetFromUtc()
    assert times.clock_elsewhere(NOW, here) == "15:00"
    assert times.clock_elsewhere(NOW, here - 60 * 60) == "14:00"
    if here > 0:
        assert times.clock_elsewhere(NOW, here - 16 * 60 * 60) == "Wed 23:00"
    else:
        assert times.clock_elsewhere(NOW, here + 10 * 60 * 60) == "Fri 01:00"
