from datetime import datetime

import pytest

from olark_inbox.ui.kit.reminder_times import moment_ms, offers


def at(*parts):
    return datetime(*parts)  # noqa: DTZ001 - the owner's clock


def moments(now):
    return [datetime.fromtimestamp(o.at_ms / 1000) for o in offers(moment_ms(now))]  # noqa: DTZ006


@pytest.mark.parametrize(("now", "monday"), [
    (at(2026, 3, 6, 14, 30), at(2026, 3, 9, 9)),
    (at(2026, 3, 8, 23, 59), at(2026, 3, 9, 9)),
    (at(2026, 3, 9, 8, 0), at(2026, 3, 16, 9)),
])  # fmt: skip
def test_an_hour_tomorrow_and_the_next_monday_are_offered(now, monday):
    hour, tomorrow, next_monday = moments(now)
    assert (hour - now).total_seconds() == 3_600
    assert (tomorrow.date() - now.date()).days == 1
    assert (tomorrow.hour, tomorrow.minute) == (9, 0)
    assert next_monday == monday


def test_the_menu_says_when():
    texts = [offer.words for offer in offers(moment_ms(at(2026, 3, 6, 14)))]
    assert texts == ["In an hour", "Tomorrow, 9:00", "Monday, 9:00"]
