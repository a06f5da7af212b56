"""What time it is where a visitor is."""

import pytest
from PySide6.QtCore import QDateTime, QLocale, QTimeZone

from olark_inbox.ui.detail import there
from olark_inbox.ui.detail.there import time_there, zones_of
from tests.ui.detail.makers import NOON, visitor

HOUR = 3_600


@pytest.fixture
def country(monkeypatch):
    """Give the visitor's country zones so many hours east of this computer's time."""
    here = QDateTime.fromMSecsSinceEpoch(NOON).offsetFromUtc()

    def has(*hours):
        zones = tuple(
            QTimeZone.fromSecondsAheadOfUtc(_within_a_day(here + h * HOUR)) for h in hours
        )
        monkeypatch.setattr(there, "zones_of", lambda _code: zones)

    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield has
    QLocale.setDefault(before)


def _within_a_day(offset):
    return (offset + 12 * HOUR) % (24 * HOUR) - 12 * HOUR


def clock(hours):
    at = QDateTime.fromMSecsSinceEpoch(NOON).addSecs(hours * HOUR)
    return at.time().toString("HH:mm")


def test_one_time_for_all_of_a_country_is_shown(country):
    country(1, 1)
    shown = time_there(visitor(country_code="XX"), NOON)
    assert shown.endswith(f"{clock(1)} there now")


def test_a_country_of_several_times_leaves_it_open(country):
    country(1, 2)
    assert time_there(visitor(country_code="XX"), NOON) == ""


def test_a_country_nobody_knows_leaves_it_open(country):
    country()
    assert time_there(visitor(), NOON) == ""


@pytest.mark.parametrize("code", ["", "??", "ZZ", "\N{LATIN SMALL LETTER E WITH ACUTE}"])
def test_no_country_has_no_zones(code):
    assert zones_of(code) == ()


def test_zones_are_those_of_the_country():
    names = {zone.id().data().decode() for zone in zones_of("JP")}
    known = {name.data().decode() for name in QTimeZone.availableTimeZoneIds(QLocale.Country.Japan)}
    assert names == known
