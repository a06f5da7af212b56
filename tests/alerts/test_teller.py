"""Everything together: promises held against any sequence of changes, pauses and marks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.alerts.burst import GAP_MS
from olark_inbox.alerts.quiet import quiet
from olark_inbox.alerts.rules import AlertKind, News, Wish, Wishes
from olark_inbox.alerts.teller import Memory, next_ms, tell
from olark_inbox.alerts.trouble import STEADY_MS, Facts
from olark_inbox.olark.model import Kind
from tests.alerts.makers import (
    NOW,
    make_change,
    make_moment,
    make_news,
    make_row,
    make_wishes,
)

MINUTE = 60_000
OFFLINE = make_change(make_row(1, Kind.OFFLINE))


class Teller:
    """Carries the memory from one moment to the next."""

    def __init__(self, wishes: Wishes | None = None) -> None:
        self.memory, self.wishes = Memory(), wishes or Wishes()

    def at(self, after_ms: int, *changes, facts: Facts | None = None, **moment):
        news = make_news(*changes)
        self.memory, told = tell(
            self.memory, news, facts or Facts(), self.wishes, make_moment(after_ms, **moment)
        )
        return told


def test_what_came_in_a_pause_is_summed_up_afterwards():
    teller = Teller(replace(Wishes(), paused_until_ms=NOW + MINUTE))
    assert teller.at(0, OFFLINE) == ()
    assert teller.at(9, make_change(make_row(2)), make_change(make_row(3))) == ()
    (summary,) = teller.at(MINUTE)
    assert summary.summary
    assert summary.kinds == ((AlertKind.OFFLINE, 1), (AlertKind.TRANSCRIPT, 2))
    assert teller.at(2 * MINUTE) == ()


def test_one_that_came_in_a_pause_is_told_as_itself():
    teller = Teller(replace(Wishes(), paused_until_ms=NOW + MINUTE))
    teller.at(0, OFFLINE)
    (alert,) = teller.at(MINUTE)
    assert (alert.summary, alert.conversation, alert.who) == (False, 1, "Priya Raman")


def test_what_was_read_in_a_pause_is_not_summed_up():
    teller = Teller(replace(Wishes(), paused_until_ms=NOW + MINUTE))
    teller.at(0, OFFLINE)
    teller.at(5, make_change(make_row(1, Kind.OFFLINE, unread=False), "mark"))
    assert teller.at(MINUTE) == ()


def test_a_trouble_that_passed_in_a_pause_is_not_told():
    teller = Teller(replace(Wishes(), paused_until_ms=NOW + MINUTE))
    deaf = Facts(unreachable="No connection.")
    teller.at(0, facts=deaf)
    assert teller.at(MINUTE) == ()
    teller.wishes = replace(Wishes(), paused_until_ms=NOW + 3 * MINUTE)
    teller.at(2 * MINUTE, facts=deaf)
    assert [a.kind for a in teller.at(3 * MINUTE, facts=deaf)] == [AlertKind.UNREACHABLE]


def test_an_offline_message_is_told_again_until_it_is_seen():
    teller = Teller(make_wishes(offline=Wish(again_min=5)))
    assert len(teller.at(0, OFFLINE)) == 1
    assert teller.at(5 * MINUTE - 1) == ()
    assert [a.conversation for a in teller.at(5 * MINUTE)] == [1]
    assert len(teller.at(10 * MINUTE)) == 1
    teller.at(11 * MINUTE, make_change(make_row(1, Kind.OFFLINE, unread=False), "mark"))
    assert teller.at(99 * MINUTE) == ()


def test_opening_it_ends_telling_it_again():
    teller = Teller(make_wishes(offline=Wish(again_min=5)))
    teller.at(0, OFFLINE)
    teller.at(9, reading=1)
    assert teller.at(5 * MINUTE) == ()


def test_several_that_wait_are_told_again_as_one():
    teller = Teller(make_wishes(offline=Wish(again_min=5)))
    teller.at(0, OFFLINE)
    teller.at(9, make_change(make_row(2, Kind.OFFLINE)))
    teller.at(GAP_MS)
    (again,) = teller.at(6 * MINUTE)
    assert again.kinds == ((AlertKind.OFFLINE, 2),)


def test_a_trouble_is_told_again_while_it_lasts():
    teller = Teller(make_wishes(unreachable=Wish(again_min=5)))
    deaf = Facts(unreachable="No connection.")
    teller.at(0, facts=deaf)
    assert [a.kind for a in teller.at(5 * MINUTE, facts=deaf)] == [AlertKind.UNREACHABLE]
    assert teller.at(6 * MINUTE) == ()
    assert [a.kind for a in teller.at(8 * MINUTE)] == [AlertKind.REACHABLE]
    assert teller.at(12 * MINUTE) == ()


def test_it_says_when_to_ask_again():
    teller = Teller(make_wishes(offline=Wish(again_min=5)))
    assert next_ms(teller.memory, teller.wishes, make_moment()) is None
    teller.at(0, OFFLINE)
    assert next_ms(teller.memory, teller.wishes, make_moment()) == NOW + 5 * MINUTE
    teller.at(1, make_change(make_row(2)))
    assert next_ms(teller.memory, teller.wishes, make_moment(1)) == NOW + GAP_MS
    paused = replace(teller.wishes, paused_until_ms=NOW + 9)
    assert next_ms(teller.memory, paused, make_moment(1)) == NOW + 9
    silent = make_moment(1, system_quiet=True)
    assert next_ms(teller.memory, teller.wishes, silent) is None


_rows = st.builds(
    make_row,
    st.integers(1, 5),
    st.sampled_from([Kind.START, Kind.TRANSCRIPT, Kind.OFFLINE]),
    unread=st.booleans(),
    unanswered=st.booleans(),
)
_changes = st.builds(make_change, _rows, st.sampled_from(["new", "lines", "update", "mark"]))
_steps = st.lists(
    st.tuples(
        st.lists(_changes, max_size=4, unique_by=lambda change: change.conversation),
        st.integers(1, 3 * GAP_MS),
        st.booleans(),
        st.one_of(st.none(), st.integers(1, 5)),
        st.sets(st.sampled_from(list(AlertKind)[7:])),
    ),
    max_size=12,
)


@given(_steps)
def test_no_sequence_tells_one_thing_twice_or_a_wanted_one_never(steps):
    memory, when, owed = Memory(), 0, set()
    for changes, passed, system_quiet, reading, off in steps:
        when += passed
        wishes = Wishes({kind: Wish(on=False) for kind in off})
        moment = make_moment(when, system_quiet=system_quiet, reading=reading)
        owed -= {reading}
        for change in changes:
            owed -= set() if change.row.unread else {change.conversation}
        owed |= {c.conversation for c in changes if _deserves(c, wishes, reading)}
        memory, told = tell(memory, News(changes), Facts(), wishes, moment)
        said = [one for alert in told for one in alert.conversations]
        assert len(said) == len(set(said))
        assert set(said) <= owed
        assert len(told) <= 1
        assert not (told and quiet(wishes, moment))
        owed -= set(said)
    for _ in range(2):
        when += GAP_MS
        memory, told = tell(memory, News(), Facts(), Wishes(), make_moment(when))
        owed -= {one for alert in told for one in alert.conversations}
    assert owed == set()


def _deserves(change, wishes, reading) -> bool:
    row = change.row
    if row.id == reading or not row.unread or change.what not in {"new", "lines"}:
        return False
    usual = AlertKind.UNANSWERED if row.unanswered else AlertKind.TRANSCRIPT
    kinds = {Kind.START: AlertKind.START, Kind.OFFLINE: AlertKind.OFFLINE}
    return wishes.of(kinds.get(row.kind, usual)).on


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 200_000)), max_size=15))
def test_each_time_of_being_deaf_is_told_once_and_ends_once(steps):
    memory, when, told_deaf, well_since = Memory(), 0, False, None
    for down, passed in steps:
        when += passed
        facts = Facts(unreachable="No connection." if down else "")
        memory, told = tell(memory, News(), facts, Wishes(), make_moment(when))
        well_since = None if down else (when if well_since is None else well_since)
        over = told_deaf and well_since is not None and when - well_since >= STEADY_MS
        kind = AlertKind.UNREACHABLE if down and not told_deaf else AlertKind.REACHABLE
        assert [a.kind for a in told] == ([kind] if over or (down and not told_deaf) else [])
        told_deaf = down or (told_deaf and not over)
