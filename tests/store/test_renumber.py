"""A store whose places an older program counted in thousandths of a second."""

import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.store import batch, renumber, schema
from olark_inbox.store.connection import open_writer
from olark_inbox.store.place import place_of
from olark_inbox.store.rows import View
from tests.store.makers import NOW, Ticking, chat, keys, post, row, rows

KEYS = ["c4", "c3", "c2", "c1", "c0"]
WORDS = ("wheel", "brake", "bell", "lamp", "saddle")


@pytest.fixture
def older(folders, monkeypatch):
    """Five chats in three seconds, the last but one in the bin, as the older program kept them."""
    now = schema.MIGRATIONS
    with monkeypatch.context() as past:
        past.setattr(schema, "MIGRATIONS", now[: now.index(renumber.in_seconds)])
        past.setattr(batch, "place_of", lambda received_ms: received_ms)
        inbox = Inbox.open(folders, Ticking())
        for number, word in enumerate(WORDS):
            said = chat(f"c{number}", lines=[f"about my {word}"], tags=["repair"])
            post(inbox, said, received_ms=NOW + number * 600)
        inbox.mark([row(inbox, "c3").id], binned=True).result()
        assert [one.arrival for one in rows(inbox, View.ALL)] == [
            NOW + 2400,
            NOW + 1200,
            NOW + 600,
            NOW,
        ]
        inbox.close()
    return folders


def test_every_chat_keeps_its_order_and_is_found(older):
    inbox = Inbox.open(older, Ticking())
    assert keys(inbox, View.ALL) == ["c4", "c2", "c1", "c0"]
    assert keys(inbox, View.BIN) == ["c3"]
    for number, word in enumerate(WORDS):
        view = View.BIN if number == 3 else View.ALL
        assert keys(inbox, view, words=word) == [f"c{number}"]
    assert keys(inbox, View.ALL, words="tag:repair about") == ["c4", "c2", "c1", "c0"]
    assert inbox.check().result().problems == ()
    inbox.close()


def test_each_gets_the_next_free_second_and_newer_ones_stand_above(older):
    inbox = Inbox.open(older, Ticking())
    first = place_of(NOW)
    places = sorted(row(inbox, key).arrival for key in KEYS)
    assert places == [first, first + 1, first + 2, first + 3, first + 4]
    post(inbox, chat("c5"), received_ms=NOW + 60_000)
    assert rows(inbox, View.ALL)[0].arrival == place_of(NOW + 60_000)
    inbox.close()


def test_a_chat_whose_text_is_lost_stands_in_nobodys_way(older, expect_log):
    expect_log("put together from its bodies")
    connection = open_writer(older.store)
    connection.execute("update document set body = x'7b' where conversation = 1")
    connection.execute("update delivery set body = x'' where id = 1")
    connection.close()
    inbox = Inbox.open(older, Ticking())
    assert keys(inbox, View.ALL) == ["c4", "c2", "c1", "c0"]
    assert keys(inbox, View.ALL, words="about") == ["c4", "c2", "c1"]
    inbox.close()
