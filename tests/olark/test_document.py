import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given

from olark_inbox.olark import document
from olark_inbox.olark.document import (
    UnknownDocument,
    as_text,
    as_written,
    from_document,
    texts_of,
    to_document,
    values_of,
)
from olark_inbox.olark.merge import first, merge, rank
from olark_inbox.olark.reader import read_conversation
from olark_inbox.olark.values import parse
from tests.olark import strategies
from tests.olark.conftest import MANIFEST, read_case


@pytest.mark.parametrize("case", MANIFEST["cases"], ids=lambda case: case["file"])
def test_each_case_is_the_same_when_read_back(case):
    for conversation in read_case(case).conversations:
        merged = first(conversation, rank(conversation, 1_700_000_000_000, 7))
        assert from_document(to_document(merged)) == merged


@given(strategies.deliveries(3))
def test_any_conversation_is_the_same_when_read_back(payloads):
    merged = None
    for place, payload in enumerate(payloads):
        conversation = read_conversation(parse(json.dumps(payload).encode())[0])
        its_rank = rank(conversation, place)
        merged = merge(merged, conversation, its_rank) if merged else first(conversation, its_rank)
    document = to_document(merged)
    again = from_document(document)
    assert again == merged
    assert again.conversation == merged.conversation
    assert to_document(again) == document
    assert all(type(m.side) is type(n.side) for m, n in _lines(again, merged))


def _lines(one, other):
    return zip(one.winner.messages, other.winner.messages, strict=True)


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"nothing packed",
        zlib.compress(b"{}"),
        zlib.compress(b"[]"),
        zlib.compress(b'{"v":99}'),
        zlib.compress(b'{"v":1,"rank":[],"fills":[],"conversation":{"odd":1}}'),
        zlib.compress(b'{"v":1,"rank":[],"fills":[],"conversation":null}'),
    ],
)
def test_a_document_of_another_version_is_refused_not_guessed(document):
    for read in (from_document, as_written):
        with pytest.raises(UnknownDocument):
            read(document)


@given(strategies.deliveries(1), strategies.deliveries(1))
def test_as_plain_values_it_says_the_same(payloads, others):
    conversation, other = (
        read_conversation(parse(json.dumps(some[0]).encode())[0]) for some in (payloads, others)
    )
    whole = merge(first(conversation, rank(conversation, 1)), other, rank(other, 2))
    for merged in (first(conversation, rank(conversation, 1)), whole):
        values = values_of(merged.conversation)
        assert json.dumps(as_written(to_document(merged))) == json.dumps(values)


def test_as_plain_values_what_an_older_document_lacks_is_there():
    read = read_conversation({"kind": "Conversation", "id": "1", "items": [{"body": "One"}]})
    merged = first(read, rank(read, 1))
    text = json.loads(as_text(merged))
    del text["conversation"]["not_shown"]
    older = zlib.compress(json.dumps(text).encode())
    assert as_written(older) == values_of(merged.conversation)


def test_a_long_chat_stays_small(case):
    chat = case("60b")
    assert len(to_document(first(chat, rank(chat, 1)))) < 100_000


def test_texts_are_read_without_making_a_conversation_and_damage_is_said():
    payload = {
        "kind": "Conversation", "id": "1", "items": [{"body": "One"}, {"body": "Two"}],
        "visitor": {"emailAddress": "bob@example.com", "city": "Bristol"}, "tags": ["order"],
    }  # fmt: skip
    read = read_conversation(payload)
    document = to_document(first(read, rank(read, 1)))
    lines, others = texts_of(document)
    assert lines == ["One", "Two"]
    assert [text for text in others if text] == ["bob@example.com", "order", "Bristol", "1"]
    with pytest.raises(UnknownDocument):
        texts_of(document[:-5])


OLDER = (
    "783f13a5ceeec37420c47d3a064438cf10e42cb0fbc02c2a3a101a8f3a4afec064a493074c73e0e409b40f96e081"
    "ce83a66a200b9ea8816c789a06b261feb4aaae45c438c43402511b060f21a41806670da4080639aeb616002a3268"
    "84"
)


def test_a_document_kept_the_older_way_is_still_read():
    read = read_conversation({"kind": "Conversation", "id": "1", "items": [{"body": "One"}]})
    merged = first(read, rank(read, 1))
    assert from_document(bytes.fromhex(OLDER)) == merged
    assert from_document(zlib.compress(as_text(merged))) == merged
    with pytest.raises(UnknownDocument):
        from_document(bytes.fromhex(OLDER)[:-3])


@given(strategies.deliveries(1))
def test_in_pieces_it_is_the_same(payloads):
    conversation = read_conversation(parse(json.dumps(payloads[0]).encode())[0])
    merged = first(conversation, rank(conversation, 1))
    with pytest.MonkeyPatch.context() as small:
        small.setattr(document, "_AT_ONCE", 3)
        in_pieces = as_text(merged)
        assert from_document(to_document(merged)) == merged
    assert in_pieces == as_text(merged)


def test_a_long_line_is_the_same_when_read_back():
    said = 'é"\\\N{GRINNING FACE}\n' * 200_000
    sent = {"id": "c1", "items": [{"kind": "OfflineMessage", "body": said}]}
    conversation = read_conversation(sent)
    merged = first(conversation, rank(conversation, 1))
    assert from_document(to_document(merged)) == merged
    assert texts_of(to_document(merged))[0] == [said]


def test_half_of_a_pair_of_surrogates_is_read_back_as_it_was_kept():
    payload = {"kind": "Conversation", "id": "A", "items": [{"body": "cut"}]}
    read = read_conversation(parse(json.dumps(payload).encode())[0])
    line = read.messages[0]._replace(text="cut here \ud83d")
    merged = first(replace(read, messages=(line,)), (1,))
    assert from_document(to_document(merged)) == merged
    assert as_written(to_document(merged))["messages"][0][1] == "cut here \ud83d"
