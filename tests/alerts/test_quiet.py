"""When it is quiet: a table of pauses, hours of a week, and the desktop's own wish."""

from dataclasses import replace

import pytest

from olark_inbox.alerts.quiet import Quiet, Why, quiet
from olark_inbox.alerts.rules import Wishes
from tests.alerts.makers import NOW, make_moment

NIGHT, FORENOON = (20 * 60, 8 * 60), (9 * 60, 12 * 60)
MONDAY, TUESDAY, SUNDAY = 0, 1, 6


@pytest.mark.parametrize(
    ("hours", "weekday", "minute", "left"),
    [
        ({MONDAY: NIGHT}, MONDAY, 19 * 60 + 59, None),
        ({MONDAY: NIGHT}, MONDAY, 20 * 60, 12 * 60),
        ({MONDAY: NIGHT}, TUESDAY, 7 * 60 + 59, 1),
        ({MONDAY: NIGHT}, TUESDAY, 8 * 60, None),
        ({MONDAY: NIGHT}, MONDAY, 3 * 60, None),
        ({SUNDAY: NIGHT}, MONDAY, 60, 7 * 60),
        ({MONDAY: FORENOON}, MONDAY, 9 * 60, 3 * 60),
        ({MONDAY: FORENOON}, MONDAY, 12 * 60, None),
        ({MONDAY: (0, 0)}, MONDAY, 12 * 60, 12 * 60),
        ({SUNDAY: NIGHT, MONDAY: (7 * 60, 10 * 60)}, MONDAY, 7 * 60 + 30, 150),
        ({}, MONDAY, 0, None),
    ],
)
def test_quiet_hours_begin_on_their_weekday_and_may_pass_midnight(hours, weekday, minute, left):
    found = quiet(replace(Wishes(), hours=hours), make_moment(weekday=weekday, minute=minute))
    assert found == (None if left is None else Quiet(Why.HOURS, NOW + left * 60_000))


def test_a_pause_is_quiet_until_it_is_over():
    wishes = replace(Wishes(), paused_until_ms=NOW + 1)
    assert quiet(wishes, make_moment()) == Quiet(Why.PAUSED, NOW + 1)
    assert quiet(wishes, make_moment(1)) is None


def test_the_desktops_wish_is_heeded_where_the_owner_wants_that():
    assert quiet(Wishes(), make_moment(system_quiet=True)) == Quiet(Why.SYSTEM)
    assert quiet(replace(Wishes(), heed_system=False), make_moment(system_quiet=True)) is None
