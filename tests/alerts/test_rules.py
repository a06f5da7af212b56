"""The table of cases for alerts, and two promises held against any sequence of changes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.alerts.rules import (
    GAP_MS,
    Alert,
    AlertKind,
    Burst,
    Moment,
    Wish,
    Wishes,
    alerts_for,
    hear,
    joined,
)
from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Change, Row

NOW = 1_763_640_000_000


def make_row(identity: int = 1, kind: Kind = Kind.TRANSCRIPT, **only: object) -> Row:
    row = Row(
        id=identity, key=f"k{identity}", arrival=NOW, received_ms=NOW, started_ms=NOW, kind=kind,
        unanswered=False, automatic=False, live_until_ms=None, manual=False, name="Priya Raman",
        anonymous=False, email="", phone="", visitor_id="", preview="You are a star",
        agents=("Maya",), lines=3, tags=(), own_tags=(), groups=(), rating=None, unread=True,
        starred=False, done=False, binned_ms=None, sample=False,
    )  # fmt: skip
    return replace(row, **only)


def make_change(row: Row | None, what: str = "new", number: int = 1) -> Change:
    return Change(number, row.id if row else 1, what, None, row)


def kinds(*changes: Change, wishes: Wishes | None = None, **moment: int) -> list[AlertKind]:
    found = alerts_for(changes, wishes or Wishes(), Moment(now_ms=NOW, **moment))
    return [alert.kind for alert in found]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (make_row(), AlertKind.TRANSCRIPT),
        (make_row(unanswered=True), AlertKind.UNANSWERED),
        (make_row(kind=Kind.OFFLINE), AlertKind.OFFLINE),
        (make_row(kind=Kind.START), AlertKind.START),
        (make_row(sample=True), AlertKind.TRANSCRIPT),
        (make_row(manual=True, live_until_ms=NOW + 1), AlertKind.TRANSCRIPT),
    ],
)
def test_what_is_new_is_told_by_its_kind(row: Row, kind: AlertKind) -> None:
    assert kinds(make_change(row)) == [kind]


def test_new_lines_of_a_known_chat_are_told() -> None:
    assert kinds(make_change(make_row(), "lines")) == [AlertKind.TRANSCRIPT]


@pytest.mark.parametrize("what", ["update", "mark", "gone"])
def test_anything_else_is_never_told(what: str) -> None:
    assert kinds(make_change(make_row(), what)) == []


def test_a_conversation_that_is_gone_is_not_told() -> None:
    assert kinds(make_change(None)) == []


def test_what_the_owner_is_reading_is_not_told() -> None:
    assert kinds(make_change(make_row(7)), reading=7) == []
    assert kinds(make_change(make_row(7)), reading=8) == [AlertKind.TRANSCRIPT]


def test_what_was_read_before_it_could_be_told_is_not_told() -> None:
    assert kinds(make_change(make_row(unread=False))) == []


@pytest.mark.parametrize("kind", list(AlertKind))
def test_a_kind_that_is_off_is_not_told_and_the_others_are(kind: AlertKind) -> None:
    wishes = replace(Wishes(), **{kind.value: Wish(on=False)})
    all_kinds = [
        make_change(make_row(1, Kind.OFFLINE)), make_change(make_row(2, unanswered=True)),
        make_change(make_row(3)), make_change(make_row(4, Kind.START)),
        make_change(make_row(5, due=True, unread=False), "due"),
    ]  # fmt: skip
    assert kinds(*all_kinds, wishes=wishes) == [k for k in AlertKind if k is not kind]


def test_a_reminder_that_was_answered_meanwhile_is_not_told() -> None:
    assert kinds(make_change(make_row(due=False), "due")) == []


def test_a_pause_is_silent_until_it_is_over() -> None:
    assert kinds(make_change(make_row()), wishes=Wishes(paused_until_ms=NOW + 1)) == []
    assert kinds(make_change(make_row()), wishes=Wishes(paused_until_ms=NOW)) != []


def test_a_start_makes_no_sound_and_a_transcript_does() -> None:
    told = alerts_for(
        [make_change(make_row(1, Kind.START)), make_change(make_row(2))], Wishes(), Moment(NOW)
    )
    assert [alert.sound for alert in told] == [False, True]


def test_a_start_and_its_transcript_in_one_refresh_are_one_alert() -> None:
    changes = [
        make_change(make_row(1, Kind.START)),
        make_change(make_row(1), "lines", number=2),
    ]
    assert kinds(*changes) == [AlertKind.TRANSCRIPT]


def test_an_alert_names_who_and_brings_the_first_words() -> None:
    alert = alerts_for([make_change(make_row())], Wishes(), Moment(NOW))[0]
    assert (alert.who, alert.agents, alert.words) == ("Priya Raman", ("Maya",), "You are a star")
    assert alert.conversation == 1


def make_alert(identity: int, kind: AlertKind = AlertKind.TRANSCRIPT, **only: object) -> Alert:
    return replace(Alert((identity,), ((kind, 1),), sound=True, who=f"Visitor {identity}"), **only)


def test_the_first_is_told_at_once_and_the_rest_as_one() -> None:
    burst, told = hear(Burst(), [make_alert(1)], Moment(NOW))
    assert told == make_alert(1)
    burst, told = hear(burst, [make_alert(2)], Moment(NOW + 10))
    assert told is None
    burst, told = hear(burst, [make_alert(3, AlertKind.OFFLINE)], Moment(NOW + 20))
    assert told is None
    burst, told = hear(burst, (), Moment(NOW + GAP_MS))
    assert told is not None
    assert told.conversations == (2, 3)
    assert told.kinds == ((AlertKind.OFFLINE, 1), (AlertKind.TRANSCRIPT, 1))
    assert told.conversation is None
    assert hear(burst, (), Moment(NOW + 9 * GAP_MS))[1] is None


def test_what_was_opened_while_it_was_held_is_not_told() -> None:
    burst, _ = hear(Burst(), [make_alert(1)], Moment(NOW))
    burst, _ = hear(burst, [make_alert(2)], Moment(NOW + 1))
    _, told = hear(burst, (), Moment(NOW + GAP_MS, reading=2))
    assert told is None


def test_two_alerts_about_one_chat_are_told_as_the_newer() -> None:
    first, second = make_alert(1, AlertKind.START, words=""), make_alert(1, words="Hello")
    assert joined([first, second]) == second
    assert joined([]) is None


_rows = st.builds(
    make_row,
    st.integers(1, 6),
    st.sampled_from([Kind.START, Kind.TRANSCRIPT, Kind.OFFLINE]),
    unread=st.booleans(),
    unanswered=st.booleans(),
)
_batches = st.lists(
    st.lists(
        st.builds(make_change, _rows, st.sampled_from(["new", "lines", "update", "mark"])),
        max_size=5,
    ),
    max_size=8,
)


@given(_batches)
def test_nothing_new_is_kept_back_and_nothing_is_told_twice(batches: list[list[Change]]) -> None:
    burst, heard, wanted, when = Burst(), 0, 0, NOW
    for batch in batches:
        when += 1_500
        alerts = alerts_for(batch, Wishes(), Moment(when))
        deserving = {c.conversation for c in batch if _deserves(c)}
        assert [a.conversation for a in alerts] == list(
            dict.fromkeys(a.conversation for a in alerts)
        )
        assert {a.conversation for a in alerts} == deserving
        held = {c for alert in burst.held for c in alert.conversations}
        wanted += len(deserving - held)
        burst, told = hear(burst, alerts, Moment(when))
        heard += len(told.conversations) if told else 0
    _, told = hear(burst, (), Moment(when + GAP_MS))
    heard += len(told.conversations) if told else 0
    assert heard == wanted


def _deserves(change: Change) -> bool:
    assert change.row is not None
    return change.what in {"new", "lines"} and change.row.unread
