import pytest

from olark_inbox.store.errors import Gone
from olark_inbox.store.rows import Outcome
from tests.store.makers import chat, post, raw, row, send_test


def test_the_log_says_what_each_delivery_changed(inbox, clock):
    post(inbox, chat())
    post(inbox, chat(lines=["Hello", "Hi, Maya here", "a", "b"]))
    post(inbox, chat())
    late, more, first = inbox.deliveries().result()
    assert first.names == more.names == ("Bob Doe",)
    assert first.conversations == (row(inbox).id,)
    assert more.summary == "2 new lines"
    assert late.summary == "nothing new"
    assert (first.outcome, first.kind, first.size) == (
        Outcome.STORED,
        "transcript",
        len(raw(chat())),
    )
    assert first.received_ms < more.received_ms < late.received_ms <= clock.at


def test_the_log_is_read_page_by_page(inbox):
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    first = inbox.deliveries(limit=3).result()
    second = inbox.deliveries(before=first[-1].id, limit=3).result()
    assert [d.id for d in first + second] == [5, 4, 3, 2, 1]


def test_only_unreadable_ones_can_be_listed(inbox):
    post(inbox, chat())
    torn = post(inbox, b"data=%7B%22kind%22")
    post(inbox, send_test())
    assert [d.id for d in inbox.deliveries(unreadable_only=True).result()] == [torn.delivery]


def test_raw_bytes_come_back_as_they_came(inbox):
    body = raw(chat(lines=["100% of %7B é 😀"]))
    receipt = post(inbox, body)
    assert inbox.raw(receipt.delivery).result() == body
    with pytest.raises(Gone):
        inbox.raw(99).result()


def test_a_repaired_body_and_a_sample_say_so(inbox):
    body = (
        b'data={"kind":"Conversation","id":"c1","items":[{"kind":"MessageToVisitor","body":"x"},]}'
    )
    post(inbox, body, sample=True)
    (delivery,) = inbox.deliveries().result()
    assert delivery.repaired
    assert delivery.sample


def test_discarding_what_was_read_does_nothing(inbox):
    receipt = post(inbox, chat())
    inbox.discard(receipt.delivery).result()
    assert inbox.raw(receipt.delivery).result() == raw(chat())
