"""Whatever is posted over HTTP into a real store: what is promised of every delivery."""

import json

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from olark_inbox.olark.body import read_body
from olark_inbox.olark.merge import rank
from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Outcome
from tests.olark import strategies

_LOGGED = {Kind.TEST: Outcome.TEST, Kind.EVENT: Outcome.EVENT}
few = settings(max_examples=40)


def send(shop, sent):
    headers = [("Content-Type", sent.content_type)] if sent.content_type else [("X-No", "type")]
    if sent.content_encoding:
        headers.append(("Content-Encoding", sent.content_encoding))
    return shop.post(sent.raw, *headers)


def brief(shop, key):
    """What a list says of a conversation, without when and where it stands."""
    row = shop.inbox.by_key(key).result(120)
    return row and (row.kind, row.lines, row.tags, row.rating, row.agents, row.unanswered)


def newest(shop):
    return shop.inbox.deliveries(limit=1).result(120)[0]


@few
@given(strategies.payloads, st.sampled_from(strategies.WAYS))
def test_what_is_answered_with_200_is_listed_or_logged_and_every_byte_is_kept(
    busy_shop, payload, way
):
    sent = way(payload)
    reply = send(busy_shop, sent)
    assert (reply.status, reply.body) == (200, b"")
    kept = newest(busy_shop)
    assert busy_shop.inbox.raw(kept.id).result(120) == sent.raw
    (one,) = read_body(sent.raw, sent.content_type, sent.content_encoding).conversations
    if one.kind in _LOGGED:
        assert kept.outcome is _LOGGED[one.kind]
    else:
        assert busy_shop.inbox.by_key(one.key).result(120) is not None


@few
@given(strategies.payloads, st.sampled_from(strategies.WAYS))
def test_a_repeat_changes_nothing_in_any_way_it_comes(busy_shop, payload, way):
    send(busy_shop, strategies.as_form(payload))
    key = read_body(json.dumps(payload).encode()).conversations[0].key
    before = busy_shop.inbox.by_key(key).result(120)
    assert send(busy_shop, way(payload)).status == 200
    assert busy_shop.inbox.by_key(key).result(120) == before


@few
@given(st.one_of(strategies.values.map(strategies.as_json), st.binary().map(strategies.Sent)))
def test_anything_at_all_is_taken_or_refused_in_one_sentence(busy_shop, sent):
    reply = send(busy_shop, sent)
    assert reply.status in (200, 400)
    if reply.status == 400:
        assert reply.body.decode("ascii").strip().endswith(".")
        assert reply.body.count(b"\n") == 1


@few
@given(strategies.deliveries(), st.randoms(use_true_random=False), st.uuids())
def test_the_order_of_receipt_decides_only_between_equals(busy_shop, sent, random, new):
    complete = [rank(read_body(json.dumps(one).encode()).conversations[0], 0)[:4] for one in sent]
    assume(complete.count(max(complete)) == 1)
    ends = []
    for name in ("a", "b"):
        for one in sent:
            reply = send(busy_shop, strategies.as_json(one | {"id": f"{new}{name}"}))
            assert reply.status == 200
        ends.append(brief(busy_shop, f"{new}{name}"))
        random.shuffle(sent)
    assert ends[0] == ends[1]


@few
@given(strategies.valid_text, st.uuids(), st.sampled_from(strategies.WAYS))
def test_text_comes_back_exactly(busy_shop, text, new, way):
    payload = {"id": str(new), "items": [{"kind": "MessageToOperator", "body": text}]}
    assert send(busy_shop, way(payload)).status == 200
    row = busy_shop.inbox.by_key(str(new)).result(120)
    opened = busy_shop.inbox.opened(row.id).result(120)
    assert [message.text for message in opened.conversation.messages] == [text]
