"""Alerts about the program itself."""

import pytest

from olark_inbox.alerts.rules import AlertKind, Wish, Wishes
from olark_inbox.alerts.trouble import (
    GRACE_MS,
    STEADY_MS,
    Facts,
    Troubles,
    next_trouble_ms,
    still,
    troubles,
)
from tests.alerts.makers import NOW, make_moment, make_wishes

WELL, DEAF = Facts(unreadable=0), Facts(unreachable="No connection.", unreadable=0)


def told(*facts: Facts, wishes: Wishes | None = None, **moment) -> list[AlertKind]:
    """Let the program stand like this, one after the other, and say what is told."""
    before, kinds = Troubles(), []
    for step, each in enumerate(facts):
        now = make_moment(step * STEADY_MS, **moment)
        before, alerts = troubles(before, each, wishes or Wishes(), now)
        kinds += [alert.kind for alert in alerts]
    return kinds


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        ((WELL, WELL), []),
        ((WELL, DEAF), [AlertKind.UNREACHABLE]),
        ((DEAF, DEAF, DEAF), [AlertKind.UNREACHABLE]),
        ((DEAF, WELL, WELL), [AlertKind.UNREACHABLE, AlertKind.REACHABLE]),
        ((Facts(store="Full."), Facts(store="Full."), WELL), [AlertKind.STORE]),
        ((Facts(unreadable=3), Facts(unreadable=3)), []),
        ((Facts(), Facts(unreadable=3)), []),
        ((WELL, Facts(), Facts(unreadable=1)), [AlertKind.UNREADABLE]),
        ((WELL, Facts(unreadable=1), Facts(unreadable=2)), [AlertKind.UNREADABLE] * 2),
        ((Facts(unreadable=2), WELL, Facts(unreadable=1)), [AlertKind.UNREADABLE]),
    ],
)
def test_each_trouble_is_told_once_and_its_end_where_that_matters(facts, kinds):
    assert told(*facts) == kinds


def test_outages_with_short_times_between_them_are_one():
    before, kinds = Troubles(), []
    for minute, facts in enumerate((DEAF, WELL, DEAF, WELL, DEAF, WELL, WELL, WELL, DEAF)):
        before, alerts = troubles(before, facts, Wishes(), make_moment(minute * 60_000))
        kinds.append([alert.kind for alert in alerts])
    assert kinds == [
        [AlertKind.UNREACHABLE], [], [], [], [], [], [], [AlertKind.REACHABLE],
        [AlertKind.UNREACHABLE],
    ]  # fmt: skip


def test_it_says_when_the_end_of_an_outage_is_to_be_told():
    before, _ = troubles(Troubles(), DEAF, Wishes(), make_moment())
    assert next_trouble_ms(before) is None
    before, _ = troubles(before, WELL, Wishes(), make_moment(7))
    assert next_trouble_ms(before) == NOW + 7 + STEADY_MS
    before, _ = troubles(before, WELL, Wishes(), make_moment(7 + STEADY_MS))
    assert next_trouble_ms(before) is None


def test_no_trouble_is_told_in_the_first_two_minutes():
    late = NOW + 2 * STEADY_MS - GRACE_MS
    assert told(DEAF, WELL, DEAF, awake_ms=late + 1) == []
    assert told(DEAF, awake_ms=NOW - GRACE_MS) == [AlertKind.UNREACHABLE]


def test_a_trouble_that_outlives_the_first_minutes_is_told_then():
    before, alerts = troubles(Troubles(), DEAF, Wishes(), make_moment(awake_ms=NOW))
    assert alerts == ()
    _, alerts = troubles(before, DEAF, Wishes(), make_moment(GRACE_MS, awake_ms=NOW))
    assert [alert.kind for alert in alerts] == [AlertKind.UNREACHABLE]


def test_what_could_not_be_read_in_the_first_minutes_is_told_after_them():
    before, _ = troubles(Troubles(), WELL, Wishes(), make_moment(awake_ms=NOW))
    before, _ = troubles(before, Facts(unreadable=2), Wishes(), make_moment(1, awake_ms=NOW))
    _, alerts = troubles(before, Facts(unreadable=2), Wishes(), make_moment(GRACE_MS, awake_ms=NOW))
    assert [alert.kinds for alert in alerts] == [((AlertKind.UNREADABLE, 2),)]


def test_a_trouble_that_is_over_before_a_sleep_ends_is_not_called_over():
    before, _ = troubles(Troubles(), DEAF, Wishes(), make_moment())
    after, alerts = troubles(before, WELL, Wishes(), make_moment(1, awake_ms=NOW + 1))
    assert (alerts, after.unreachable) == ((), False)


def test_reachable_again_goes_with_not_reachable():
    assert told(DEAF, WELL, wishes=make_wishes(unreachable=Wish(on=False))) == []


def test_a_trouble_says_what_is_the_matter():
    _, (alert,) = troubles(Troubles(), DEAF, Wishes(), make_moment())
    assert (alert.words, alert.conversation, alert.sound) == ("No connection.", None, True)


@pytest.mark.parametrize(
    ("kind", "facts", "yes"),
    [
        (AlertKind.UNREACHABLE, DEAF, True), (AlertKind.UNREACHABLE, WELL, False),
        (AlertKind.REACHABLE, WELL, True), (AlertKind.REACHABLE, DEAF, False),
        (AlertKind.STORE, Facts(store="Full."), True), (AlertKind.STORE, WELL, False),
        (AlertKind.UNREADABLE, Facts(unreadable=1), True), (AlertKind.UNREADABLE, WELL, False),
    ],
)  # fmt: skip
def test_whether_it_is_so_even_now(kind, facts, yes):
    over_ms = NOW - STEADY_MS if kind is AlertKind.REACHABLE else None
    _, alerts = troubles(
        Troubles(unreachable=over_ms is not None, unreadable=0, well_ms=over_ms),
        {
            AlertKind.UNREACHABLE: DEAF,
            AlertKind.REACHABLE: WELL,
            AlertKind.STORE: Facts(store="Full."),
            AlertKind.UNREADABLE: Facts(unreadable=1),
        }[kind],
        Wishes(),
        make_moment(),
    )
    assert [alert.kind for alert in alerts] == [kind]
    assert still(alerts[0], facts) is yes
