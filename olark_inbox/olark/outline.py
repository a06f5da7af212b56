"""A large conversation with its long texts told apart but not held: enough to compare copies."""

import hashlib
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from olark_inbox.olark.model import Conversation, Message, Rating, Visitor
from olark_inbox.olark.names import preview
from olark_inbox.olark.text import to_utf8

_LONGEST_LINE = 40
_LONGEST = 1_000
_STEP = 64 * 1024
_VISITOR_FIELDS = tuple(entry.name for entry in fields(Visitor))


class Brief(str):
    """Stands for a long text: the same for the same text, and like no text there is."""

    __slots__ = ()


def brief(text: str | bytes) -> Brief:
    """Return what stands for this text; bytes are its UTF-8."""
    hashed = hashlib.blake2b(digest_size=16)
    # In one, its bytes would be given four times their room at first.
    for at in range(0, len(text), _STEP):
        piece = text[at : at + _STEP]
        hashed.update(to_utf8(piece) if isinstance(piece, str) else piece)
    return Brief("\0" + hashed.hexdigest())


def line(message: Message) -> Message:
    """Return a line without its words, where they are many."""
    return message._replace(text=_short(message.text, _LONGEST_LINE))


def outline(whole: Conversation) -> Conversation:
    """Return the conversation with all that is long in brief."""
    messages = tuple([line(message) for message in whole.messages])
    visitor = {name: _value(getattr(whole.visitor, name)) for name in _VISITOR_FIELDS}
    return replace(
        whole,
        messages=messages,
        preview=preview(messages),
        visitor=Visitor(**visitor),
        rating=_rating(whole.rating),
        more=_value(whole.more),
    )


def is_whole(value: Any) -> bool:
    """Whether nothing in it is in brief."""
    if isinstance(value, tuple | list):
        return all(map(is_whole, value))
    return not isinstance(value, Brief)


def shows_labels(one: Conversation) -> bool:
    """Whether its tags, groups and agents are whole."""
    agents = chain.from_iterable((a.id, a.nickname, a.username, a.email) for a in one.agents)
    return is_whole((*one.tags, *one.groups, *agents))


def _rating(rating: Rating | None) -> Rating | None:
    return rating and replace(rating, comments=_short(rating.comments, _LONGEST))


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple([_value(entry) for entry in value])
    return _short(value, _LONGEST)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest or isinstance(text, Brief) else brief(text)
