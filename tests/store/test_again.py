from dataclasses import replace

import pytest

from olark_inbox import inbox as door
from olark_inbox.olark.body import Failure, Reading, read_body
from olark_inbox.store import again
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.rows import Outcome, Query, View
from tests.store.makers import chat, keys, post, row, send_test


@pytest.fixture
def reader(monkeypatch):
    """Today's reader can be exchanged for yesterday's."""

    def exchange(read):
        monkeypatch.setattr(door, "read_body", read)

    return exchange


def dull(raw, content_type="", content_encoding=""):
    return Reading(failure=Failure(unreadable=True, reason="It could not be read."))


def nameless(raw, content_type="", content_encoding=""):
    reading = read_body(raw, content_type, content_encoding)
    told = tuple(replace(one, name="Somebody", tags=()) for one in reading.conversations)
    return reading._replace(conversations=told)


def test_what_could_not_be_read_is_there_once_the_reader_learned_it(inbox, reader):
    reader(dull)
    torn = post(inbox, chat())
    assert (torn.outcome, keys(inbox)) == (Outcome.UNREADABLE, [])
    reader(read_body)
    assert inbox.read_again([torn.delivery]).result() == 1
    assert keys(inbox) == ["c1"]
    assert row(inbox).unread
    (delivery,) = inbox.deliveries().result()
    assert (delivery.outcome, delivery.names, delivery.reason) == (
        Outcome.STORED,
        ("Bob Doe",),
        "",
    )
    assert inbox.counts().result().unreadable == 0
    assert inbox.check().result().sound


def test_reading_again_mends_what_was_read_wrongly_and_keeps_place_and_marks(inbox, reader):
    reader(nameless)
    post(inbox, chat("c1", tags=["sale"]))
    post(inbox, chat("c1", ["Hello", "Hi", "More"], tags=["sale"]))
    post(inbox, chat("c2"))
    inbox.mark([row(inbox).id], starred=True, done=True, unread=False).result()
    before = row(inbox)
    reader(read_body)
    number, progress = inbox.number(), []
    changed = inbox.read_again(progress=lambda *told: progress.append(told)).result()
    assert changed == 2
    assert progress[-1] == (3, 3, "")
    after = row(inbox)
    assert after == replace(before, name="Bob Doe", tags=("sale",))
    assert keys(inbox, View.ALL, words="bob") == ["c2", "c1"]
    assert keys(inbox, View.ALL, words="somebody") == []
    assert keys(inbox, View.TAG, label="sale") == ["c1"]
    assert {c.what for c in inbox.changes_since(number).result().changes} == {"update"}
    assert inbox.check().result().sound


def test_reading_again_with_the_same_reader_changes_nothing(inbox):
    for n in range(3):
        post(inbox, chat(f"c{n}"))
        post(inbox, chat(f"c{n}", ["Hello", "Hi", "More"]))
    post(inbox, send_test())
    post(inbox, b"data=%7Bcut")
    before = inbox.find(Query()).result().rows
    assert inbox.read_again().result() == 0
    assert inbox.find(Query()).result().rows == before
    assert inbox.counts().result().unreadable == 1


def test_what_was_erased_is_not_revived(inbox, reader, connection):
    reader(dull)
    post(inbox, chat())
    connection.execute("insert into erased values (?, 0)", (fingerprint("c1"),))
    reader(read_body)
    assert inbox.read_again().result() == 0
    assert keys(inbox, View.ALL) == []


def test_one_more_conversation_found_in_an_old_delivery_is_added(inbox, reader):
    def first_only(raw, content_type="", content_encoding=""):
        reading = read_body(raw, content_type, content_encoding)
        return reading._replace(conversations=reading.conversations[:1])

    reader(first_only)
    post(inbox, [chat("c1"), chat("c2")])
    reader(read_body)
    assert inbox.read_again().result() == 1
    assert keys(inbox) == ["c2", "c1"]
    assert inbox.check().result().sound


def test_a_discarded_body_cannot_be_read_again(inbox):
    torn = post(inbox, b"data=%7Bcut")
    inbox.discard(torn.delivery).result()
    assert inbox.read_again().result() == 0
    assert inbox.read_again([99]).result() == 0


def test_many_are_read_in_steps(inbox, reader, monkeypatch):
    monkeypatch.setattr(again, "STEP", 2)
    reader(nameless)
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    reader(read_body)
    told = []
    assert inbox.read_again(progress=lambda *step: told.append(step)).result() == 5
    assert told == [(2, 5, ""), (4, 5, ""), (5, 5, "")]
