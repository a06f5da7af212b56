"""Everything together: promises held against any sequence of changes, pauses and marks."""

import json
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.alerts.burst import GAP_MS
from olark_inbox.alerts.quiet import quiet
from olark_inbox.alerts.remembering import Remembered, of_state, to_state, with_words
from olark_inbox.alerts.rules import AlertKind, News, Wish, Wishes, alerts_for
from olark_inbox.alerts.teller import Memory, left, next_ms, resumed, tell
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


def test_what_is_left_to_tell_is_what_is_held_kept_or_told_again():
    teller = Teller(make_wishes(offline=Wish(again_min=5)))
    teller.at(0, OFFLINE)
    assert left(teller.memory) == 1
    teller.at(1, make_change(make_row(2)), make_change(make_row(3)))
    assert left(teller.memory) == 3
    teller.at(GAP_MS)
    assert left(teller.memory) == 1
    teller.wishes = replace(teller.wishes, paused_until_ms=NOW + MINUTE)
    teller.at(2 * GAP_MS, make_change(make_row(4)))
    assert left(teller.memory) == 2


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


_CHATS = list(AlertKind)[4:]
_WORDS = ("refund", "quote")
_rows = st.builds(
    make_row,
    st.integers(1, 5),
    st.sampled_from([Kind.START, Kind.TRANSCRIPT, Kind.OFFLINE]),
    unread=st.booleans(),
    unanswered=st.booleans(),
    rating=st.sampled_from([None, 1, 2, 5]),
    due=st.booleans(),
    remind_ms=st.sampled_from([1, 2]),
    done=st.sampled_from([False, False, False, True]),
)


def _as_stored(row, what):
    """New lines take a conversation out of Done, and so does a reminder."""
    return make_change(row if what == "mark" else replace(row, done=False), what)


_changes = st.builds(
    _as_stored, _rows, st.sampled_from(["new", "lines", "rated", "due", "update", "mark"])
)


@dataclass(frozen=True)
class _Step:
    """One refresh, and what the owner and his desktop did until then."""

    changes: list
    texts: dict
    passed_ms: int
    system_quiet: bool
    paused: bool
    minute: int
    reading: int | None
    off: frozenset
    restart: bool


_steps = st.lists(
    st.builds(
        _Step,
        st.lists(_changes, max_size=4, unique_by=lambda change: change.conversation),
        st.dictionaries(
            st.integers(1, 5), st.sampled_from(["a refund", "a quote", "refund, quote"])
        ),
        st.one_of(st.integers(1, 3 * GAP_MS), st.integers(1, 7 * MINUTE)),
        st.booleans(),
        st.booleans(),
        st.sampled_from([0, 12 * 60]),
        st.one_of(st.none(), st.integers(1, 5)),
        st.frozensets(st.sampled_from(_CHATS), max_size=3),
        st.booleans(),
    ),
    max_size=12,
)
_NIGHT = dict.fromkeys(range(7), (22 * 60, 7 * 60))


class _Owed:
    """What the owner has to hear of, told by plain rules of its own."""

    def __init__(self, again_min):
        self.again_min = again_min
        self.reasons, self.again, self.rows, self.known = [], {}, {}, set()

    def take(self, step, wishes):
        """Take in a refresh, as `tell` gets it."""
        news = {change.conversation: change.row for change in step.changes}
        self.rows |= news
        self._forget(news, step.reading)
        for change in step.changes:
            kinds = {kind for kind in self._kinds(change, step.texts) if wishes.of(kind).on}
            if kinds and change.conversation != step.reading:
                self.reasons.append((change.conversation, kinds))

    def _forget(self, news, reading):
        def waits(one, kinds):
            row = news.get(one)
            if row is None or one == reading or row.done:
                return row is None and one != reading
            read_or_not = AlertKind.RATING in kinds or (AlertKind.REMINDER in kinds and row.due)
            return read_or_not or (row.unread and kinds != {AlertKind.REMINDER})

        self.reasons = [(one, kinds) for one, kinds in self.reasons if waits(one, kinds)]
        self.again = {one: it for one, it in self.again.items() if waits(one, it[1])}

    def _kinds(self, change, texts):
        row, fresh = change.row, change.what in {"new", "lines"} and change.row.unread
        things = [(AlertKind.WORD, word) for word in _WORDS if word in texts.get(row.id, "")]
        things += [(AlertKind.RATING, row.rating)] if row.rating in {1, 2} else []
        things += [(AlertKind.REMINDER, row.remind_ms)] if row.due else []
        both = {AlertKind.RATING, AlertKind.REMINDER}
        heard = {"new": both, "lines": both, "rated": both - {AlertKind.REMINDER}}
        heard["due"] = both - {AlertKind.RATING}
        for kind, which in things:
            new = (row.id, kind, which) not in self.known
            if new and (fresh if kind is AlertKind.WORD else kind in heard.get(change.what, ())):
                yield kind
        self.known |= {(row.id, kind, which) for kind, which in things}
        usual = AlertKind.UNANSWERED if row.unanswered else AlertKind.TRANSCRIPT
        if fresh:
            yield {Kind.START: AlertKind.START, Kind.OFFLINE: AlertKind.OFFLINE}.get(
                row.kind, usual
            )

    def told(self, alerts, held, now_ms):
        """Check what was told: each thing once, nothing else, and again only when it was time."""
        said = [one for alert in alerts for one in alert.conversations]
        assert len(said) == len(set(said))
        for alert in alerts:
            for one in alert.conversations:
                self._one(alert, one, held, now_ms)

    def _one(self, alert, one, held, now_ms):
        owed = set().union(*(kinds for about, kinds in self.reasons if about == one), ())
        if owed and one not in held:
            lasting = owed & {AlertKind.WORD, AlertKind.RATING, AlertKind.REMINDER}
            assert alert.conversation is None or lasting <= {kind for kind, _ in alert.kinds}
            self.reasons = [(about, kinds) for about, kinds in self.reasons if about != one]
        else:
            assert one in self.again
            at_ms, owed = self.again[one]
            assert at_ms <= now_ms
        if self.again_min:
            self.again[one] = (now_ms + self.again_min * MINUTE, owed)


@given(_steps, st.sampled_from([0, 5]))
def test_no_sequence_tells_one_thing_twice_or_a_wanted_one_never(steps, again_min):
    memory, when, owed = Memory(), 0, _Owed(again_min)
    for step in steps:
        when += step.passed_ms
        wishes = Wishes(
            {
                kind: Wish(on=kind not in step.off, again_min=again_min)
                for kind in _CHATS
            },
            words=_WORDS,
            hours=_NIGHT,
            paused_until_ms=NOW + when + 1 if step.paused else 0,
        )  # fmt: skip
        moment = make_moment(
            when, system_quiet=step.system_quiet, reading=step.reading, minute=step.minute
        )
        if step.restart:
            memory = _restarted(memory, owed.rows)
        owed.take(step, wishes)
        news = News(step.changes, step.texts)
        memory, told = tell(memory, news, Facts(), wishes, moment)
        assert not (told and quiet(wishes, moment))
        owed.told(told, _held(memory), NOW + when)
    wishes = Wishes({kind: Wish(again_min=again_min) for kind in _CHATS}, words=_WORDS)
    for _ in range(2):
        when += GAP_MS
        memory, told = tell(memory, News(), Facts(), wishes, make_moment(when))
        owed.told(told, _held(memory), NOW + when)
    assert owed.reasons == []
    when += 6 * MINUTE
    expected = set(owed.again)
    memory, told = tell(memory, News(), Facts(), wishes, make_moment(when))
    assert {one for alert in told for one in alert.conversations} == expected


def _restarted(memory, rows):
    written = json.loads(json.dumps(to_state(Remembered(memory, 1, NOW))))
    return with_words(of_state(written).memory, rows)


def _held(memory):
    alerts = (*memory.burst.held, *memory.kept)
    return {one for alert in alerts for one in alert.conversations}


@given(_steps)
def test_what_came_while_it_was_closed_is_told_once_after_the_start(steps):
    changes = {change.conversation: change for step in steps for change in step.changes}
    news = News(list(changes.values()))
    wanted, _ = alerts_for(news, Wishes(), make_moment())
    memory = resumed(Memory(), news, Wishes(), make_moment())
    memory, told = tell(memory, News(), Facts(), Wishes(), make_moment(1))
    said = sorted(one for alert in told for one in alert.conversations)
    assert len(told) <= 1
    assert said == sorted(one for alert in wanted for one in alert.conversations)
    assert all(alert.summary for alert in told if alert.conversation is None)
    memory = _restarted(memory, {one: change.row for one, change in changes.items()})
    assert tell(memory, News(), Facts(), Wishes(), make_moment(3))[1] == ()


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
