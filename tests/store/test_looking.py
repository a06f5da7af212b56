"""Asking the data changes nothing, ends with the inbox, and long looks hold up no short ones."""

import threading

import pytest

from olark_inbox.store.errors import StoreUnavailable
from olark_inbox.store.looking import Looking
from olark_inbox.store.rows import Order, Query
from tests.store.makers import Ticking, chat, keys, post


@pytest.fixture
def looking(inbox, folders):
    """Looks at the store of an inbox, from beside it."""
    opened = Looking(folders.store, Ticking())
    yield opened
    opened.close()


def test_who_only_looks_sees_what_another_stores(inbox, looking):
    number = looking.number()
    post(inbox, chat("c1"))
    assert looking.number() > number
    assert [one.row.key for one in looking.changes_since(number).result(120).changes] == ["c1"]
    assert looking.counts().result(120) == inbox.counts().result(120)
    row = looking.by_key("c1").result(120)
    assert looking.row(row.id).result(120) == row
    assert looking.position(Query(), row.id).result(120) == 0
    assert looking.opened(row.id).result(120).row == row


def test_looking_at_everything_changes_nothing(inbox, looking):
    post(inbox, chat("c1"))
    number = inbox.number()
    row = looking.by_key("c1").result(120)
    looking.opened(row.id, "hello").result(120)
    for query in (Query(), Query(words="hello")):
        assert [one.id for one in looking.find(query).result(120).rows] == [row.id]
        assert looking.total(query).result(120) == 1
    assert looking.check().result(120).sound
    assert inbox.number() == number


@pytest.mark.parametrize("words", ["", "hello"])
def test_rows_come_in_brief_too_and_from_either_end(inbox, looking, words, monkeypatch):
    monkeypatch.setattr("olark_inbox.store.listing.PAGE", 2)
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    newest = list(looking.rows_of(Query(words=words)))
    assert [one.key for one in newest] == keys(inbox)
    assert [one.id for one in looking.briefs_of(Query(words=words))] == [one.id for one in newest]
    assert list(looking.rows_of(Query(words=words, order=Order.OLDEST))) == newest[::-1]
    assert list(looking.rows_of(Query(words=words, order=Order.NAME))) == newest


def test_a_long_look_is_taken_beside_the_short_ones(looking):
    go_on = threading.Event()
    long = looking._beside("store-check").call(lambda _: go_on.wait(120))
    assert looking.counts().result(120).total == 0
    assert not long.done()
    go_on.set()
    assert long.result(120)


def test_who_ended_answers_nobody(looking):
    looking.close()
    for ask in (looking.counts, looking.check, looking.number, lambda: looking.find(Query())):
        with pytest.raises(StoreUnavailable):
            ask()
