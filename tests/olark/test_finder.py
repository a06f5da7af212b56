"""A chat is found in whatever a relay wraps around it."""

import gzip
import json
import urllib.parse

import pytest

from olark_inbox.olark.body import read_body
from olark_inbox.olark.finder import Finder

_INSIDE = {
    "kind": "Conversation",
    "id": "c1",
    "items": [{"kind": "MessageToOperator", "body": "x"}],
}
_TEXT = json.dumps(_INSIDE)


@pytest.mark.parametrize(
    "sent",
    [
        {"value": _TEXT},
        {"raw_body": "data=" + urllib.parse.quote_plus(_TEXT), "querystring": {}},
        {"steps": {"trigger": {"event": {"body": {"data": _TEXT}}}}},
        {"batch": [{"message": _INSIDE}]},
        {"request": {"body": json.dumps({"data": [_TEXT]}), "headers": {}}},
        {"kind": "webhook", "id": "evt_1", "data": _INSIDE},
        {"eventType": "olark.webhook", "id": "evt_1", "payload": _INSIDE},
        {"data": urllib.parse.quote_plus(_TEXT)},
    ],
)
def test_a_relay_may_wrap_a_chat_under_any_name(sent):
    (chat,) = read_body(json.dumps(sent).encode()).conversations
    assert (chat.id, len(chat.messages)) == ("c1", 1)


def test_a_form_may_stand_in_any_part():
    head = '--cut\r\nContent-Disposition: form-data; name="body"\r\n\r\n'
    sent = f"{head}data={urllib.parse.quote_plus(_TEXT)}\r\n--cut--\r\n".encode()
    (chat,) = read_body(sent, "multipart/form-data; boundary=cut").conversations
    assert chat.id == "c1"


def test_under_an_unknown_name_only_what_surely_is_a_chat_counts():
    for foreign in ({"kind": "calendar#event", "id": "e1"}, {"items": [1], "id": "o1"}, "{"):
        reading = read_body(json.dumps({"id": "evt_1", "object": foreign}).encode())
        assert reading.failure
        assert not reading.failure.unreadable


@pytest.mark.parametrize(
    ("sent", "listed"),
    [(_INSIDE, False), ([_INSIDE], True), ({"data": [_TEXT]}, False), ({"data": [_INSIDE]}, True)],
)
def test_an_array_of_chats_is_told_from_one(sent, listed):
    packed = gzip.compress(json.dumps(sent).encode())
    assert read_body(packed, "application/json", "gzip").listed is listed


def test_what_is_found_are_the_values_as_they_were_sent():
    finder = Finder()
    finder.look_in_bytes(json.dumps([_INSIDE, {"data": _TEXT}, "{cut"]).encode(), "")
    assert finder.found == [_INSIDE, _INSIDE]
    assert [torn.reason for torn in finder.torn] == ["It was cut off on the way."]
