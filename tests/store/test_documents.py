import pytest

from olark_inbox.olark.body import read_body
from olark_inbox.store import documents
from olark_inbox.store.errors import Gone
from tests.store.makers import chat, offline, post, raw, row, send_test, start


def readings(*payloads):
    return read_body(raw(list(payloads)))


def test_only_what_becomes_a_row_is_shown_with_its_place_in_the_delivery():
    parts = documents.shown(readings(send_test(), chat("c1"), offline("o1"), start("s1")))
    assert [(position, one.key) for position, one in parts] == [(1, "c1"), (2, "o1"), (3, "s1")]


def test_a_body_is_read_when_asked_and_anew_after_what_it_says_was_let_go():
    asked = []

    def read(*body):
        asked.append(body)
        return read_body(*body)

    one = documents.Arrived(raw(chat()), "", "", sample=False, received_ms=1, read=read)
    assert not asked
    former = one.reading
    assert one.reading is former
    one.let_go()
    assert one.reading == former
    assert asked == [(one.raw, "", "")] * 2


def test_of_two_equal_copies_the_one_received_later_ranks_higher():
    (one,) = readings(chat()).conversations
    ranks = [
        documents.rank_of(one, 1_000, 5, 0),
        documents.rank_of(one, 1_000, 5, 1),
        documents.rank_of(one, 1_000, 6, 0),
        documents.rank_of(one, 1_001, 1, 0),
    ]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 4


def test_a_text_is_put_together_from_all_its_bodies(inbox, connection):
    post(inbox, start())
    post(inbox, chat(lines=["Hello", "Hi", "More"]))
    one = row(inbox)
    stored = inbox.opened(one.id).result().conversation
    made = documents.put_together(connection, one.id, read_body)
    assert made.conversation == stored


def test_a_text_whose_bodies_are_gone_too_is_said_to_be_lost(inbox, connection, expect_log):
    expect_log("put together from its bodies")
    post(inbox, chat())
    connection.execute("delete from delivery_conversation")
    with pytest.raises(Gone):
        documents.merged(connection, row(inbox).id, b"garbage")
