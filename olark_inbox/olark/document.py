"""A merged conversation as bytes: compact, versioned, and exactly the same when read back."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

import orjson

from olark_inbox.base import squeeze
from olark_inbox.olark import outline, stepwise
from olark_inbox.olark.merge import Fill, Merged
from olark_inbox.olark.model import Agent, Conversation, Kind, Message, Rating, Side, Visitor

VERSION = 1
_AT_ONCE = 256 * 1024
"""Longer texts are written and read in steps, for no other thread to wait."""

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
# What older documents were begun with; they are still read.
_COMMON = (
    b'","45","",false],["visitor","your the and it for you have is to a that","Maya","",false],["'
    b'agent",,17500000,"false]],"tags":["],"groups":["],"agents":[["","","@",true,[]]],"visitor":{'
    b'"id":"V","full_name":"","email":"@example.com","phone":"+44 ","city":"","region":"",'
    b'"country":"United States","country_code":"US","ip":"","browser":"Chrome",'
    b'"operating_system":"Windows","page":"https://www."},"rating":{"overall":5,"comments":""},'
    b'"more":[],"not_shown":0,"name":"","anonymous":false,"preview":""}}{"v":1,"rank":[1,10,0,1,17,'
    b'1],"fills":[],"conversation":{"id":"","key":"","kind":"transcript","event_type":"",'
    b'"manually_submitted":false,"messages":[["visitor","'
)
_OF_CONVERSATION, _OF_VISITOR, _OF_RATING = (
    tuple(entry.name for entry in fields(kind)) for kind in (Conversation, Visitor, Rating)
)
_held_of_conversation, _held_of_visitor, _held_of_rating = (
    attrgetter(*names) for names in (_OF_CONVERSATION, _OF_VISITOR, _OF_RATING)
)
_DAMAGES = (zlib.error, ValueError, TypeError, LookupError, AttributeError)
_KINDS = {kind.value: kind for kind in Kind}
_SIDES = {side.value: side for side in Side}
_WIDTH = len(Message._fields)


class UnknownDocument(ValueError):
    """Written by a newer version of the program, or damaged."""


def to_document(merged: Merged) -> bytes:
    """Write the bytes the store keeps for one conversation."""
    return squeeze.squeeze(as_text(merged), squeeze.DOCUMENTS)


def as_text(merged: Merged) -> bytes | bytearray:
    """Write a document before it is squeezed."""
    whole = _whole(merged)
    if not _is_large(merged.winner):
        return _at_once(whole)
    # One piece after the other: a list of them beside the whole would be as large again.
    text = bytearray()
    for piece in _in_pieces(whole):
        text += piece.encode("utf-8", "surrogatepass")
    return text


def _at_once(value: Any) -> bytes:
    try:
        return orjson.dumps(value, list)  # a line is a named tuple, which it asks about
    except TypeError:  # half of a pair of surrogates
        return _written(value).encode("utf-8", "surrogatepass")


def _is_large(one: Conversation) -> bool:
    """Whether there is much text in it; quickly, for every delivery comes through here."""
    lines = sum([len(m.text) + len(m.name) + len(m.kind) for m in one.messages])
    *fields_of_visitor, custom, more = _held_of_visitor(one.visitor)
    texts = [one.id, *fields_of_visitor, *one.tags, *one.groups]
    texts += [text for _, text in custom + more + one.more]
    return lines + sum(map(len, texts)) > _AT_ONCE


def _is_long(value: Any) -> bool:
    """Whether a text in it is long."""
    if isinstance(value, str):
        return len(value) > _AT_ONCE
    if isinstance(value, dict):
        return any(map(_is_long, value.values()))
    return isinstance(value, list | tuple) and any(map(_is_long, value))


def _in_pieces(value: Any) -> Iterator[str]:
    if isinstance(value, str) and len(value) > _AT_ONCE:
        yield '"'
        for at in range(0, len(value), _AT_ONCE):
            yield _written(value[at : at + _AT_ONCE])[1:-1]
        yield '"'
    elif isinstance(value, dict) and value:
        for number, (name, inner) in enumerate(value.items()):
            yield f"{',' if number else '{'}{_written(name)}:"
            yield from _in_pieces(inner)
        yield "}"
    elif isinstance(value, list | tuple) and value:
        for number, inner in enumerate(value):
            yield "," if number else "["
            # Most entries are lines; one that is short goes in one piece.
            yield from _in_pieces(inner) if _is_long(inner) else (_written(inner),)
        yield "]"
    else:
        yield _written(value)


def _whole(merged: Merged) -> dict[str, Any]:
    return {
        "v": VERSION,
        "rank": merged.rank,
        "fills": [[fill.field, fill.rank, fill.value] for fill in merged.fills],
        "conversation": values_of(merged.winner),
    }


def from_document(document: bytes) -> Merged:
    """Read the conversation of a document; raises UnknownDocument."""
    try:
        return _merged(_read(document))
    except _DAMAGES as error:
        raise UnknownDocument("this conversation was not written by this version") from error


def as_written(document: bytes) -> dict[str, Any]:
    """Read what is shown of a conversation as plain values, in half the time a Conversation takes.

    Every field by its name; a line and an agent are lists of theirs, and of visitor and rating only
    what is known is there. Raises UnknownDocument.
    """
    try:
        written = _read(document)
        whole: dict[str, Any] = written["conversation"]
        simple = not written["fills"] and len(whole) == len(_OF_CONVERSATION)
        return whole if simple else values_of(_merged(written).conversation)
    except _DAMAGES as error:
        raise UnknownDocument("this conversation was not written by this version") from error


def outlined(document: bytes) -> Merged | None:
    """Read what tells a large conversation from another copy of it, without its long texts.

    None where it is not large, or where it has to be read whole.
    """
    try:
        text = _text(document)
        if len(text) <= _AT_ONCE:
            return None
        written, _ = stepwise.read(text, int, outline.brief, _line_in_brief)
        del text
        whole = _merged(_known(written))
    except _DAMAGES:
        return None
    winner = outline.outline(whole.winner)
    fills_are_whole = outline.is_whole([fill.value for fill in whole.fills])
    return (
        replace(whole, winner=winner) if fills_are_whole and outline.shows_labels(winner) else None
    )


def _line_in_brief(row: list[Any]) -> Any:
    """Read a line of a conversation at once; other lists stay as they are."""
    is_line = len(row) == _WIDTH and row[0] in _SIDES and isinstance(row[-1], bool)
    return outline.line(_line(row)) if is_line else row


def _merged(written: dict[str, Any]) -> Merged:
    return Merged(
        winner=_conversation(written["conversation"]),
        rank=tuple(written["rank"]),
        fills=tuple(Fill(n, tuple(r), _frozen(v)) for n, r, v in written["fills"]),
    )


def _read(document: bytes) -> dict[str, Any]:
    text = _text(document)
    if len(text) <= _AT_ONCE:
        return _known(_parsed(text))
    written, _ = stepwise.read(text, int, bytes)
    del text  # before its long texts become characters, four bytes each
    return _known(_in_characters(written))


def _parsed(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except ValueError:  # half of a pair of surrogates, which only Python takes for a character
        return json.loads(text.decode("utf-8", "surrogatepass"))


def _in_characters(value: Any) -> Any:
    """Decode, in place, the texts that were left in bytes for their length."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, dict | list):
        for place, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(inner, bytes | dict | list):
                value[place] = _in_characters(inner)
    return value


def _known(written: dict[str, Any]) -> dict[str, Any]:
    if written["v"] != VERSION:
        raise UnknownDocument(f"version {written['v']}")
    return written


def _text(document: bytes) -> bytes:
    return squeeze.unsqueeze(document) if squeeze.is_squeezed(document) else _older(document)


def _older(document: bytes) -> bytes:
    """Unpack a document as it was kept before dictionaries were trained."""
    engine = zlib.decompressobj(zdict=_COMMON)
    text = engine.decompress(document)
    if not engine.eof:
        raise UnknownDocument("cut off")
    return text


def values_of(conversation: Conversation) -> dict[str, Any]:
    """Return a conversation as the plain values that are written of it."""
    found = dict(zip(_OF_CONVERSATION, _held_of_conversation(conversation), strict=True))
    found["agents"] = [
        [a.id, a.nickname, a.username, a.email, a.answered, a.more] for a in conversation.agents
    ]
    found["visitor"] = _shallow(_OF_VISITOR, _held_of_visitor(conversation.visitor))
    rating = conversation.rating
    found["rating"] = _shallow(_OF_RATING, _held_of_rating(rating)) if rating else None
    return found


def _shallow(names: tuple[str, ...], held: tuple[Any, ...]) -> dict[str, Any]:
    """Return what is said; a nought is."""
    return {name: one for name, one in zip(names, held, strict=True) if one or one == 0}


_SAID_OF_VISITOR = (
    "page", "city", "region", "country", "browser", "operating_system", "ip", "referrer",
)  # fmt: skip


def texts_of(document: bytes) -> tuple[list[str], list[str]]:
    """Return what was said, line by line, and whatever else people look for, what tells most first.

    Quicker than all of it; raises UnknownDocument.
    """
    try:
        values = _read(document)["conversation"]
        visitor, rating = values["visitor"], values["rating"] or {}
        more = [*visitor.get("custom", ()), *visitor.get("more", ()), *values["more"]]
        others = [visitor.get(name, "") for name in ("email", "phone", "organization")]
        others += [*values["tags"], *values["groups"], rating.get("comments", "")]
        others += [f"{name}: {value}" for name, value in more]
        others += [visitor.get(name, "") for name in _SAID_OF_VISITOR]
        others += [agent[1] for agent in values["agents"]]
        others += [visitor.get("id", ""), values["id"]]
        return [row[1] for row in values["messages"]], others
    except _DAMAGES as error:
        raise UnknownDocument("this conversation was not written by this version") from error


def _conversation(values: dict[str, Any]) -> Conversation:
    rating = values["rating"]
    # Most of a document are its lines and people: they hold no lists that would have to be frozen.
    messages = tuple([_line(row) for row in values.pop("messages")])
    agents = tuple([_agent(row) for row in values.pop("agents")])
    visitor = Visitor(**{name: _frozen(value) for name, value in values.pop("visitor").items()})
    found = {name: _frozen(value) for name, value in values.items()}
    return Conversation(
        **found
        | {
            "kind": _KINDS[values["kind"]],
            "messages": messages,
            "agents": agents,
            "visitor": visitor,
            "rating": None if rating is None else Rating(**rating),
        }
    )


def _line(row: list[Any] | Message) -> Message:
    return row if isinstance(row, Message) else Message(_SIDES[row[0]], *row[1:])


def _agent(row: list[Any]) -> Agent:
    own_id, nickname, username, email, answered, more = row
    return Agent(own_id, nickname, username, email, answered, _frozen(more))


def _frozen(value: Any) -> Any:
    return tuple(_frozen(entry) for entry in value) if isinstance(value, list) else value
