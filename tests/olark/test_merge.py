import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olark_inbox.olark.merge import difference, first, join, merge, rank
from olark_inbox.olark.model import Kind
from olark_inbox.olark.reader import read_conversation
from olark_inbox.olark.values import parse
from tests.olark import strategies
from tests.olark.conftest import MANIFEST, brief, read_case


def _merged(deliveries):
    """Merge (conversation, rank) pairs in the order given, by key."""
    rows = {}
    for conversation, its_rank in deliveries:
        old = rows.get(conversation.key)
        rows[conversation.key] = (
            merge(old, conversation, its_rank) if old else first(conversation, its_rank)
        )
    return rows


@pytest.mark.parametrize("sequence", MANIFEST["sequences"], ids=lambda s: s["files"][0])
def test_each_sequence_ends_as_expected_in_every_order(sequence):
    cases = {case["file"]: case for case in MANIFEST["cases"]}
    for order in itertools.permutations(sequence["files"]):
        deliveries = [
            (conversation, rank(conversation, 1_000 + place, place))
            for place, name in enumerate(order)
            for conversation in read_case(cases[name]).conversations
        ]
        rows = _merged(deliveries)
        assert [brief(row.conversation) for row in rows.values()] == sequence["rows"]


received = st.integers(0, 3)


@given(strategies.deliveries(), st.data())
@settings(max_examples=60)
def test_the_order_of_deliveries_never_matters(payloads, data):
    deliveries = []
    # Several may come within a millisecond; each has a number of its own.
    numbers = data.draw(st.permutations(range(len(payloads))))
    for payload, number in zip(payloads, numbers, strict=True):
        value, _ = parse(json.dumps(payload).encode())
        conversation = read_conversation(value)
        deliveries.append((conversation, rank(conversation, data.draw(received), number)))
    ends = [_merged(order)[deliveries[0][0].key] for order in itertools.permutations(deliveries)]
    assert all(end == ends[0] for end in ends)
    singles = [first(*delivery) for delivery in deliveries]
    if len(singles) == 4:
        assert join(join(singles[0], singles[1]), join(singles[2], singles[3])) == ends[0]
    assert join(ends[0], singles[0]) == ends[0]


def test_a_finished_chat_wins_over_a_start_however_many_lines_the_start_has(read, line):
    start = read(eventType="start", items=[line(), line(), line()])
    finished = read(items=[line()])
    merged = merge(first(finished, rank(finished, 1)), start, rank(start, 2))
    assert merged.conversation.kind is Kind.TRANSCRIPT
    assert len(merged.conversation.messages) == 1


def test_more_lines_win_then_a_rating_then_not_sent_early_then_the_later_one(read, line):
    one, two = [line()], [line(), line()]
    rated = {"chat_feedback": {"overall_chat": 4}}
    behind_to_ahead = [
        rank(read(eventType="start"), 9),
        rank(read(items=one, visitor=rated), 8),
        rank(read(items=two, manuallySubmitted=True), 7),
        rank(read(items=two), 5, 1),
        rank(read(items=two), 5, 2),
        rank(read(items=two), 6, 0),
        rank(read(items=two, visitor=rated, manuallySubmitted=True), 4),
        rank(read(items=two, visitor=rated), 3),
    ]
    assert behind_to_ahead == sorted(behind_to_ahead)
    assert len(set(behind_to_ahead)) == len(behind_to_ahead)
    assert all(type(part) is int for part in behind_to_ahead[0])


def test_gaps_of_the_visitor_are_filled_and_nothing_else_is(read, line):
    start = read(
        eventType="start",
        visitor={"fullName": "Dana Reed", "city": "Leeds", "phoneNumber": "1"},
        tags=["old"],
    )
    finished = read(items=[line()], visitor={"id": "v1", "phoneNumber": "2"})
    merged = merge(first(start, rank(start, 1)), finished, rank(finished, 2))
    shown = merged.conversation
    assert (shown.name, shown.anonymous) == ("Dana Reed", False)
    assert (shown.visitor.city, shown.visitor.phone, shown.visitor.id) == ("Leeds", "2", "v1")
    assert shown.tags == ()
    assert shown.messages[0].name == "Dana Reed"
    assert merged.winner == finished


def test_the_time_received_is_the_winners(read, line):
    finished, start = read(items=[line()]), read(eventType="start")
    merged = merge(first(finished, rank(finished, 5)), start, rank(start, 9))
    assert merged.received_ms == 5


def test_equal_lines_in_one_delivery_stay_as_many_as_they_are(read, line):
    assert len(read(items=[line(timestamp="1700000000")] * 3).messages) == 3


def test_the_difference_says_what_is_new(read, line):
    before = read(items=[line("a"), line("b", "MessageToVisitor", nickname="Sam")])
    after = read(
        items=[line("a"), line("b", "MessageToVisitor", nickname="Sam"), line("a"), line("c")],
        visitor={"chat_feedback": {"overall_chat": 5}},
    )
    old, new = first(before, rank(before, 1)), first(after, rank(after, 2))
    found = difference(old, new)
    assert (found.new_lines, found.new_visitor_lines, found.rating_new) == (2, 2, 5)
    assert found.anything
    assert not found.kind_changed
    assert found.words() == "2 new lines, rating 5"


def test_a_repeat_is_no_difference(read, line):
    same = read(items=[line()])
    old = first(same, rank(same, 1))
    found = difference(old, merge(old, same, rank(same, 2)))
    assert not found.anything
    assert found.words() == "nothing new"


def test_the_difference_reads_well_in_every_case(read, line):
    start, chat = read(eventType="start"), read(items=[line()])
    offline = read(items=[line(kind="OfflineMessage")])
    tagged = read(items=[line()], tags=["vip"])
    known = read(items=[line()], visitor={"city": "Leeds"})
    odd = read(items=[line()], unheardOf=1)

    def words(old, new):
        return difference(first(old, rank(old, 1)) if old else None, first(new, (2,))).words()

    assert words(None, start) == "chat started"
    assert words(None, chat) == "chat, 1 line"
    assert words(None, offline) == "offline message, 1 line"
    assert words(start, chat) == "transcript arrived, 1 new line"
    assert words(chat, tagged) == "tags changed"
    assert words(chat, known) == "visitor's details changed"
    assert words(chat, odd) == "details changed"
