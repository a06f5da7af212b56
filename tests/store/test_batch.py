import threading

import pytest

from olark_inbox.inbox import Body
from olark_inbox.store import batch as batches
from olark_inbox.store.batch import Batch
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.place import place_of
from tests.store.makers import NOW, Ticking, chat, post, raw

TEXT = ("bob", "hello", "", "", "")


@pytest.fixture
def batch(connection):
    connection.execute("begin immediate")
    return Batch(connection, Ticking())


def found(connection, word):
    sql = "select rowid from words where words match ? order by rowid"
    return [rowid for (rowid,) in connection.execute(sql, (word,))]


def test_places_grow_whatever_the_clock_says(batch):
    places = [batch.arrive(at) for at in (NOW, NOW, NOW - 10_000, NOW + 5_000)]
    first = place_of(NOW)
    assert places == [first, first + 1, first + 2, first + 5]


def test_the_index_is_written_at_the_end_deletes_first(connection, batch):
    batch.index(5, TEXT)
    batch.index(3, TEXT)
    assert found(connection, "hello") == []
    batch.finish()
    assert found(connection, "hello") == [3, 5]
    again = Batch(connection, Ticking())
    again.unindex(3)
    again.index(3, ("bob", "goodbye", "", "", ""))
    again.unindex(5)
    again.index(9, TEXT)
    again.finish()
    assert (found(connection, "hello"), found(connection, "goodbye")) == ([9], [3])


def test_what_is_indexed_and_moved_within_one_batch_is_found_once(connection, batch):
    batch.index(5, TEXT)
    batch.unindex(5)
    batch.index(6, TEXT)
    batch.finish()
    assert found(connection, "bob") == [6]


def test_a_batch_that_changes_nothing_says_nothing(batch, connection):
    assert not batch.says_something
    batch.finish()
    assert connection.execute("select count(*) from change").fetchone() == (0,)


@pytest.mark.parametrize("tell", [
    lambda b: b.changed(1, "new", None), lambda b: b.deliveries_changed(),
    lambda b: b.set_state("x", {}),
])  # fmt: skip
def test_whatever_changes_is_told(batch, connection, tell):
    tell(batch)
    assert batch.says_something
    batch.finish()
    assert connection.execute("select count(*) from change").fetchone() == (1,)


def test_only_the_latest_changes_are_kept(connection, batch, monkeypatch):
    monkeypatch.setattr(batches, "CHANGES_KEPT", 3)
    for n in range(10):
        batch.changed(n, "mark", n)
    batch.finish()
    kept = connection.execute("select conversation from change order by number").fetchall()
    assert kept == [(7,), (8,), (9,)]


def test_keys_that_nobody_has_are_known_at_once(connection, inbox):
    post(inbox, chat("KNOWN"))
    prints = [fingerprint("KNOWN"), fingerprint("NEW")]
    assert Batch(connection, Ticking(), prints).unknown == {fingerprint("NEW")}
    assert Batch(connection, Ticking()).unknown == set()


def test_one_key_twice_in_one_batch_is_one_conversation(inbox):
    held = threading.Event()
    waits = inbox._writer.put(lambda _: held.wait())
    receipts = [inbox.accept(Body(raw(chat("C1", lines=["a", "b"][:n])))) for n in (1, 2, 2)]
    held.set()
    waits.result()
    found = {receipt.result().conversations for receipt in receipts}
    assert len(found) == 1
    assert inbox.counts().result().total == 1
