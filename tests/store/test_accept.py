import itertools

import pytest

from olark_inbox.store.rows import Outcome, View
from tests.store.makers import HOUR, NOW, chat, keys, offline, post, row, rows, send_test, start


def test_a_conversation_posted_twice_is_kept_once(inbox):
    first = post(inbox, chat())
    again = post(inbox, chat())
    assert (first.changed, again.changed) == (True, False)
    assert first.conversations == again.conversations
    assert keys(inbox) == ["c1"]
    assert len(inbox.deliveries().result()) == 2


def test_an_exact_repeat_changes_neither_place_nor_read_mark(inbox):
    post(inbox, chat())
    inbox.seen(row(inbox).id).result()
    before, number = row(inbox), inbox.number()
    post(inbox, chat())
    assert row(inbox) == before
    assert not inbox.changes_since(number).result().changes


def test_new_lines_make_it_unread_and_bring_it_to_the_top(inbox):
    post(inbox, chat("c1"))
    post(inbox, chat("c2"))
    inbox.seen(row(inbox).id).result()
    post(inbox, chat("c1", ["Hello", "Hi, Maya here", "One more thing"]))
    assert row(inbox).unread
    assert keys(inbox) == ["c1", "c2"]
    assert inbox.opened(row(inbox).id).result().seen_lines == 2


def test_a_rating_alone_does_not_make_it_unread(inbox):
    post(inbox, chat())
    inbox.seen(row(inbox).id).result()
    visitor = {"id": "v1", "fullName": "Bob Doe", "chat_feedback": {"overall_chat": 4}}
    receipt = post(inbox, chat(visitor=visitor))
    assert receipt.changed
    assert row(inbox).rating == 4
    assert not row(inbox).unread


@pytest.mark.parametrize("away", ["done", "binned"])
def test_new_words_of_the_visitor_bring_it_back_and_keep_its_star(inbox, away):
    post(inbox, chat(tags=["sale"]))
    inbox.mark([row(inbox).id], starred=True, **{away: True}).result()
    assert keys(inbox) == []
    post(inbox, chat(lines=["Hello", "Hi", "Are you there?"], tags=["sale"]))
    back = row(inbox)
    assert (back.done, back.binned_ms, back.starred) == (False, None, True)
    assert keys(inbox, View.TAG, label="sale") == ["c1"]


def test_a_line_of_ours_alone_leaves_it_done(inbox):
    post(inbox, chat(lines=["Hello"]))
    inbox.mark([row(inbox).id], done=True).result()
    post(inbox, chat(lines=["Hello", "Hi there"]))
    assert row(inbox).done


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_start_lead_and_finished_chat_end_the_same_in_every_order(inbox, order):
    lead = chat(lines=["Hello", "Hi"], manuallySubmitted=True)
    finished = chat(lines=["Hello", "Hi", "Thanks"], tags=["won"], manuallySubmitted=False)
    sequence = [start(), lead, finished]
    for at in order:
        post(inbox, sequence[at])
    one = row(inbox)
    assert (one.kind, one.lines, one.tags, one.live_until_ms) == ("transcript", 3, ("won",), None)
    assert len(rows(inbox, View.ALL)) == 1


def test_a_start_is_live_until_its_transcript_comes(inbox):
    post(inbox, start())
    assert keys(inbox, View.LIVE) == ["c1"]
    assert inbox.counts().result().live == 1
    post(inbox, chat())
    assert keys(inbox, View.LIVE) == []
    assert row(inbox).kind == "transcript"


def test_a_start_without_transcript_is_missing_after_three_hours(inbox, clock):
    post(inbox, start())
    assert inbox.counts().result().missing == 0
    clock.at += 3 * HOUR
    assert keys(inbox, View.MISSING) == ["c1"]
    figures = inbox.counts().result()
    assert (figures.live, figures.missing) == (0, 1)


def test_a_test_from_olark_is_logged_and_shown_nowhere(inbox, clock):
    for _ in range(2):
        receipt = post(inbox, send_test())
        assert receipt.outcome is Outcome.TEST
        assert inbox.state().result()["test"].value["at_ms"] == clock.at - 1
    assert inbox.counts().result().total == 0
    assert keys(inbox, View.ALL, words="hello") == []
    assert [d.outcome for d in inbox.deliveries().result()] == [Outcome.TEST] * 2


def test_an_unknown_event_is_only_logged(inbox):
    receipt = post(inbox, {"kind": "Conversation", "id": "c1", "eventType": "rated"})
    assert receipt.outcome is Outcome.EVENT
    assert keys(inbox, View.ALL) == []


def test_whatever_was_posted_last_counts_as_the_last_arrival(inbox):
    def last():
        return inbox.state().result()["last"].value

    post(inbox, chat(), received_ms=NOW)
    assert last() == {"at_ms": NOW, "conversation": row(inbox).id}
    event = {"kind": "Conversation", "id": "c2", "eventType": "rated"}
    for later, sent in enumerate((event, b'data={"items": [', b'data={"items": ['), 1):
        assert not post(inbox, sent, received_ms=NOW + later).conversations
        assert last() == {"at_ms": NOW + later, "conversation": None}
    for sent in (chat("s"), b'data={"items": [1'):
        post(inbox, sent, received_ms=NOW + 9, sample=True)
    post(inbox, send_test(), received_ms=NOW + 9)
    assert last() == {"at_ms": NOW + 3, "conversation": None}


def test_a_real_delivery_never_inherits_the_mark_of_a_sample(inbox):
    post(inbox, chat(), sample=True)
    assert row(inbox).sample
    post(inbox, chat())
    assert not row(inbox).sample
    post(inbox, chat(lines=["a", "b", "c"]), sample=True)
    assert not row(inbox).sample


def test_what_is_foreign_is_refused_and_not_kept(inbox):
    receipt = post(inbox, b"hello=world")
    assert receipt.outcome is Outcome.FOREIGN
    assert receipt.reason
    assert inbox.deliveries().result() == ()


def test_an_array_gives_several_conversations_in_one_delivery(inbox):
    receipt = post(inbox, [chat("c1"), offline("o1"), send_test()])
    assert len(receipt.conversations) == 2
    (delivery,) = inbox.deliveries().result()
    assert delivery.names == ("Bob Doe", "John Roe")
    assert delivery.conversations == receipt.conversations


def test_a_clock_that_jumps_keeps_the_order_of_arrival(inbox, clock):
    for identity, jump in (("c1", 0), ("c2", 30 * 365 * 24 * HOUR), ("c3", -40 * 365 * 24 * HOUR)):
        clock.at += jump
        post(inbox, chat(identity))
    assert keys(inbox) == ["c3", "c2", "c1"]


def test_what_is_not_olarks_is_counted_and_not_kept(inbox):
    for foreign in (b"hello=1", b"{}", b""):
        assert post(inbox, foreign).outcome is Outcome.FOREIGN
    post(inbox, chat())
    assert inbox.state().result()["foreign"].value["count"] == 3
    assert inbox.check().result().deliveries == 1
