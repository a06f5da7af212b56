"""Payloads as Olark might ever send them, for the reader and for whoever posts them over HTTP."""

import gzip
import json
import urllib.parse
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
MULTIPART = "multipart/form-data; boundary=cut"

anything_written = st.text(st.characters(exclude_categories=()), max_size=40)
"""Any text a JSON string can hold, halves of characters and NUL included."""

valid_text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
"""Text that has to come back exactly."""

numbers = st.one_of(
    st.integers(),
    st.integers(min_value=10**15, max_value=10**19),
    st.floats(),
    st.just(10**4000),
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, anything_written),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(anything_written, inner, max_size=4)
    ),
    max_leaves=12,
)
"""Any JSON value."""

_KINDS = ("MessageToVisitor", "MessageToOperator", "OfflineMessage", "messagetovisitor", "Note")
stamps = st.one_of(
    st.integers(1_300_000_000, 4_200_000_000).map(str),
    st.floats(1.3e9, 4.2e9).map(lambda second: f"{second:.6f}"),
)
names = st.one_of(st.sampled_from(["Dana", "USA (Leeds, ENG) #12", ""]), anything_written)
ids = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
    .map(lambda text: f"id{text}")
    .filter(lambda text: not text.startswith("NOTAREAL")),
    st.integers(1, 10**16),
)


def _mostly(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What usually stands there, and now and then anything at all."""
    return st.integers(0, 5).flatmap(lambda n: values if n == 0 else usual)


items = st.fixed_dictionaries(
    {"kind": _mostly(st.sampled_from(_KINDS)), "body": _mostly(anything_written)},
    optional={
        "timestamp": _mostly(stamps),
        "nickname": _mostly(names),
        "operatorId": _mostly(ids),
        "visitor_nickname": _mostly(names),
        "unheardOf": values,
    },
)
operators = st.fixed_dictionaries(
    {}, optional={"id": _mostly(ids), "nickname": _mostly(names), "emailAddress": _mostly(names)}
)
scores = st.fixed_dictionaries(
    {},
    optional={
        "overall_chat": _mostly(st.integers(1, 5)),
        "friendliness": _mostly(st.integers(1, 5)),
        "comments": _mostly(anything_written),
    },
)
visitors = st.fixed_dictionaries(
    {},
    optional={
        "id": _mostly(ids),
        "fullName": _mostly(names),
        "emailAddress": _mostly(anything_written),
        "city": _mostly(anything_written),
        "customFields": _mostly(st.dictionaries(anything_written, values, max_size=4)),
        "chat_feedback": _mostly(scores),
        "unheardOf": values,
    },
)
payloads = st.fixed_dictionaries(
    {"kind": st.just("Conversation"), "id": ids, "items": _mostly(st.lists(_mostly(items)))},
    optional={
        "eventType": _mostly(st.sampled_from(["start", "", "transfer"])),
        "manuallySubmitted": _mostly(st.booleans()),
        "tags": _mostly(st.lists(anything_written, max_size=4)),
        "groups": _mostly(st.lists(st.fixed_dictionaries({"name": names}), max_size=3)),
        "operators": _mostly(st.dictionaries(ids.map(str), operators, max_size=3)),
        "visitor": _mostly(visitors),
        "unheardOf": values,
    },
)
"""A conversation with an id, any part of which may be anything."""


@dataclass(frozen=True)
class Sent:
    """A body with its headers."""

    raw: bytes
    content_type: str = ""
    content_encoding: str = ""


def as_form(payload: Any) -> Sent:
    text = json.dumps(payload)
    return Sent(b"data=" + urllib.parse.quote_plus(text).encode(), FORM)


def as_form_with_blanks_as_percent_20(payload: Any) -> Sent:
    return Sent(b"data=" + urllib.parse.quote(json.dumps(payload)).encode(), FORM)


def as_json(payload: Any) -> Sent:
    return Sent(json.dumps(payload).encode(), JSON)


def as_json_called_a_form(payload: Any) -> Sent:
    return Sent(json.dumps(payload).encode(), FORM)


def as_form_called_json(payload: Any) -> Sent:
    return Sent(as_form(payload).raw, JSON)


def as_object_in_data(payload: Any) -> Sent:
    return as_json({"data": payload})


def as_text_in_data(payload: Any) -> Sent:
    return as_json({"data": json.dumps(payload)})


def as_list_of_texts_in_data(payload: Any) -> Sent:
    return as_json({"data": [json.dumps(payload)]})


def as_multipart(payload: Any) -> Sent:
    head = '--cut\r\nContent-Disposition: form-data; name="data"\r\n\r\n'
    return Sent(f"{head}{json.dumps(payload)}\r\n--cut--\r\n".encode(), MULTIPART)


def as_multipart_file(payload: Any) -> Sent:
    head = (
        '--cut\r\nContent-Disposition: form-data; name="data"; filename="chat.json"\r\n'
        "Content-Type: application/json\r\n\r\n"
    )
    return Sent(f"{head}{json.dumps(payload)}\r\n--cut--\r\n".encode(), MULTIPART)


def as_gzip(payload: Any) -> Sent:
    return Sent(gzip.compress(as_form(payload).raw), FORM, "gzip")


def as_marked_utf_8(payload: Any) -> Sent:
    return Sent(b"\xef\xbb\xbf" + json.dumps(payload).encode(), "application/json; charset=x-odd")


def as_utf_16(payload: Any) -> Sent:
    return Sent(json.dumps(payload).encode("utf-16"), "application/json; charset=utf-16")


WAYS = (
    as_form, as_form_with_blanks_as_percent_20, as_json, as_json_called_a_form, as_form_called_json,
    as_object_in_data, as_text_in_data, as_list_of_texts_in_data, as_multipart, as_multipart_file,
    as_gzip, as_marked_utf_8, as_utf_16,
)  # fmt: skip
"""The ways a payload reaches us; each has to be read the same."""


@st.composite
def deliveries(draw: st.DrawFn, most: int = 4) -> list[Any]:
    """Several payloads of one conversation, as they come when chats are sent again and again."""
    count = draw(st.integers(1, most))
    own_id = draw(ids)
    return [draw(payloads) | {"id": own_id} for _ in range(count)]
