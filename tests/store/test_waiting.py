import pytest

from olark_inbox.store.batch import Batch
from olark_inbox.store.waiting import insert
from tests.store.makers import Ticking, chat, keys, post


@pytest.mark.parametrize("count", [1, 2, 3, 63, 64, 65, 200])
def test_any_number_of_rows_is_inserted_in_order(connection, count):
    insert(connection, "change", [("mark", n, n) for n in range(count)])
    found = connection.execute("select conversation from change order by number").fetchall()
    assert found == [(n,) for n in range(count)]


def test_rows_go_in_few_statements(connection):
    asked = []
    connection.set_profile(lambda sql, _: asked.append(sql))
    insert(connection, "change", [("mark", n, n) for n in range(100)])
    connection.set_profile(None)
    assert len(asked) == 2


def test_whoever_reads_through_the_batch_sees_what_waits(connection):
    connection.execute("begin immediate")
    batch = Batch(connection, Ticking())
    document = batch.new_id("conversation")
    batch.insert("document", (document, b"text"))
    assert batch.lookup("select 1 from document", ()) is None
    assert batch.execute("select body from document").fetchone() == (b"text",)
    connection.execute("rollback")


def test_ids_follow_on_and_are_never_given_twice(inbox, connection):
    (first,) = post(inbox, chat("c1"), sample=True).conversations
    inbox.remove_samples().result()
    (second,) = post(inbox, chat("c2")).conversations
    assert second == first + 1
    connection.execute("begin immediate")
    batch = Batch(connection, Ticking())
    assert [batch.new_id("conversation") for _ in range(3)] == [second + n for n in (1, 2, 3)]
    connection.execute("rollback")


def test_the_same_conversation_twice_in_one_delivery_is_one(inbox):
    longer = chat("c1", ["Hello", "Hi", "More"])
    receipt = post(inbox, [chat("c1"), longer, chat("c1")])
    assert len(receipt.conversations) == 1
    assert keys(inbox) == ["c1"]
    assert inbox.opened(receipt.conversations[0]).result().row.lines == 3
    assert inbox.check().result().sound
