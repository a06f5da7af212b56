"""One JSON object of Olark, read into a Conversation. Any field may hold anything."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from olark_inbox.olark import lines, people
from olark_inbox.olark.model import OFFLINE, Conversation, Kind
from olark_inbox.olark.names import shown_as
from olark_inbox.olark.text import pairs_of, text_of, to_utf8, word_of
from olark_inbox.olark.values import Unreadable, parse

TEST_ID = "NOTAREALTRANSCRIPT"
TEST_VISITOR = "NOTAREALVISITORIDS"

_KNOWN = frozenset(
    {
        "kind", "id", "eventType", "manuallySubmitted", "items", "tags", "operators", "groups",
        "visitor", "visitor_nickname", "visitorNickname",
    }
)  # fmt: skip
_OBJECTS = ("items", "tags", "operators", "groups", "visitor")
_SORTED = 10_000
_YES = frozenset({"true", "1", "yes"})


def read_conversation(sent: Mapping[str, Any]) -> Conversation:
    """Read the conversation an object describes, whatever of it is there."""
    values = _opened(sent)
    agents = people.read_agents(values.get("operators"))
    found = lines.read_lines(values.get("items"), agents)
    nickname = _own_nickname(values) or found.visitor_nickname
    visitor, rating = people.read_visitor(values.get("visitor"), nickname)
    groups, group_more = people.read_groups(values.get("groups"))
    own_id = word_of(values.get("id"))
    event_type = word_of(values.get("eventType"))
    shown = shown_as(visitor, found.messages)
    return Conversation(
        id=own_id,
        key=own_id or _key_of(sent),
        kind=_kind(own_id, visitor.id, event_type, found),
        event_type=event_type,
        manually_submitted=text_of(values.get("manuallySubmitted")).strip().casefold() in _YES,
        messages=shown.messages,
        tags=people.read_tags(values.get("tags")),
        groups=groups,
        agents=people.who_was_there(agents, found.writers),
        visitor=visitor,
        rating=rating,
        more=pairs_of(values, _KNOWN) + group_more + found.more,
        not_shown=found.not_shown,
        name=shown.name,
        anonymous=shown.anonymous,
        preview=shown.preview,
    )


def _opened(sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the fields with objects and lists that a relay wrote as text read again."""
    written = {
        name: value
        for name in _OBJECTS
        if isinstance(value := sent.get(name), str | bytes)
        and value.lstrip()[:1] in ("{", "[", b"{", b"[")
    }
    if not written:
        return sent
    return {**sent, **{name: _object_in(value) for name, value in written.items()}}


def _object_in(text: str | bytes) -> Any:
    try:
        value, repaired = parse(to_utf8(text) if isinstance(text, str) else text)
    except Unreadable:
        return text
    return text if repaired else value


def _key_of(values: Mapping[str, Any]) -> str:
    """Make a key of the content, so that an exact repeat finds its row and nothing else does."""
    content = hashlib.sha256()
    for piece in _pieces(values):
        content.update(piece.encode())
    return "no-id:" + content.hexdigest()


def _pieces(value: Any) -> Iterator[str]:
    """Write a value as JSON, always the same for the same, in small pieces."""
    if isinstance(value, dict):
        # More names than any chat has are left in their order: sorting them holds up all threads.
        names = sorted(value) if len(value) <= _SORTED else value
        yield "{"
        for number, name in enumerate(names):
            yield f"{',' if number else ''}{json.dumps(name)}:"
            yield from _pieces(value[name])
        yield "}"
    elif isinstance(value, list):
        yield "["
        for number, entry in enumerate(value):
            yield "," if number else ""
            yield from _pieces(entry)
        yield "]"
    else:
        yield hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else json.dumps(value)


def _own_nickname(values: Mapping[str, Any]) -> str:
    return word_of(values.get("visitor_nickname")) or word_of(values.get("visitorNickname"))


def _kind(own_id: str, visitor_id: str, event_type: str, found: lines.Lines) -> Kind:
    if own_id.lstrip().startswith(TEST_ID) or visitor_id.lstrip().startswith(TEST_VISITOR):
        return Kind.TEST
    event = event_type.strip().casefold()
    if event == "start":
        return Kind.START
    if any(message.side is OFFLINE for message in found.messages):
        return Kind.OFFLINE
    if event and not found.messages and not found.not_shown:
        return Kind.EVENT
    return Kind.TRANSCRIPT
