import gzip
import json

from olark_inbox.store import torn
from olark_inbox.store.rows import Outcome
from tests.store.makers import chat, post, raw, row


def cut(identity="c1", at=60):
    return raw(chat(identity))[:-at]


def test_a_cut_body_is_kept_counted_and_its_bytes_come_back(inbox):
    receipt = post(inbox, cut())
    assert receipt.outcome is Outcome.UNREADABLE
    assert receipt.reason
    assert inbox.counts().result().unreadable == 1
    assert inbox.raw(receipt.delivery).result() == cut()


def test_a_whole_copy_settles_the_torn_one_and_links_it(inbox):
    torn_one = post(inbox, cut())
    other = post(inbox, cut("c2"))
    post(inbox, chat())
    assert inbox.counts().result().unreadable == 1
    by_id = {d.id: d for d in inbox.deliveries().result()}
    assert by_id[torn_one.delivery].settled
    assert by_id[torn_one.delivery].conversations == (row(inbox).id,)
    assert not by_id[other.delivery].settled


def test_a_torn_body_in_a_relays_wrapper_is_settled_too(inbox):
    wrapped = json.dumps({"data": json.dumps(chat())}).encode()
    post(inbox, wrapped[:-40])
    assert inbox.counts().result().unreadable == 1
    post(inbox, wrapped)
    assert inbox.counts().result().unreadable == 0


def test_a_packed_torn_body_is_settled_by_a_whole_copy(inbox):
    packed = gzip.compress(raw(chat()))
    torn_one = post(inbox, packed[:-12])
    assert torn_one.outcome is Outcome.UNREADABLE
    post(inbox, packed)
    assert inbox.counts().result().unreadable == 0
    by_id = {d.id: d for d in inbox.deliveries().result()}
    assert by_id[torn_one.delivery].conversations == (row(inbox).id,)


def test_identical_torn_bodies_are_kept_once(inbox):
    first, second = post(inbox, cut()), post(inbox, cut())
    assert first.delivery == second.delivery
    (delivery,) = inbox.deliveries(unreadable_only=True).result()
    assert delivery.summary == "came 2 times"


def test_when_the_quota_is_full_no_more_is_kept(inbox, monkeypatch):
    monkeypatch.setattr(torn, "QUOTA_ITEMS", 3)
    outcomes = [post(inbox, cut(f"c{n}")).outcome for n in range(5)]
    assert outcomes == [Outcome.UNREADABLE] * 3 + [Outcome.FULL] * 2
    assert len(inbox.deliveries().result()) == 3
    assert "unreadable_full" in inbox.state().result()
    assert post(inbox, chat("whole")).outcome is Outcome.STORED


def test_the_quota_counts_bytes(inbox, monkeypatch):
    monkeypatch.setattr(torn, "QUOTA_BYTES", len(cut()) + 10)
    assert post(inbox, cut("c1")).outcome is Outcome.UNREADABLE
    assert post(inbox, cut("c2")).outcome is Outcome.FULL


def test_discarding_makes_room_and_leaves_a_line_in_the_log(inbox, monkeypatch):
    monkeypatch.setattr(torn, "QUOTA_ITEMS", 1)
    first = post(inbox, cut("c1"))
    inbox.discard(first.delivery).result()
    assert inbox.counts().result().unreadable == 0
    assert post(inbox, cut("c2")).outcome is Outcome.UNREADABLE
    old = inbox.deliveries().result()[-1]
    assert (old.id, old.settled) == (first.delivery, True)
    assert inbox.raw(first.delivery).result() == b""
