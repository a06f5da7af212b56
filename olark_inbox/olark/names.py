"""Who somebody is as shown: names of visitors, of their lines and of agents."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from olark_inbox.olark.model import (
    OFFLINE,
    SYSTEM,
    VISITOR,
    Agent,
    Conversation,
    Message,
    Side,
    Visitor,
)
from olark_inbox.olark.text import in_one_line

_MADE_UP = re.compile(r"([^()#]*+)(?:\(([^()]*+)\)\s*+)?#\s?[0-9]{1,12}")
_LONGEST = 400
_LONGEST_SHOWN = 200
"""So much of a name stands at each of its lines; the visitor's details keep all of it."""
_SHORT_COUNTRY = re.compile(r"[A-Z]{2,3}")
_PLAIN_WORDS = frozenset({"visitor", "anonymous", "guest", "unknown"})
_MESSAGE_PART = re.compile(r"^[ \t]*message[ \t]*:", re.IGNORECASE | re.MULTILINE)
_FORM_PART = re.compile(
    r"[ \t]*(?:(?:full |your )?name|e-?mail(?: address)?|phone(?: number)?)"
    r"[ \t]*:[^\n]*(?:\n|\Z)",
    re.IGNORECASE,
)
_FORM_BEGINS = re.compile(r"[^:\n]{1,60}:")


def made_up(name: str, country: str = "") -> bool:
    """Say whether Olark made the name up for somebody unknown: "USA (Coventry, RI) #2979"."""
    if "#" not in name:
        return False
    match = _MADE_UP.fullmatch(name[:_LONGEST].strip())
    if match is None:
        return False
    word = match[1].strip()
    if match[2] is not None or not word:
        return True
    return (
        bool(_SHORT_COUNTRY.fullmatch(word))
        or word.casefold() in _PLAIN_WORDS
        or word.casefold() == country.strip().casefold()
    )


def visitor_name(visitor: Visitor) -> tuple[str, bool]:
    """Find the name to show, and whether it is not one the visitor gave."""
    for name in (visitor.full_name, visitor.nickname):
        if name and not made_up(name, visitor.country):
            return name, False
    place = _place(visitor)
    return (f"Visitor from {place}" if place else "Visitor"), True


def _place(visitor: Visitor) -> str:
    if not visitor.city:
        for name in (visitor.full_name, visitor.nickname):
            match = _MADE_UP.fullmatch(name[:_LONGEST].strip())
            if match and match[2] and match[2].strip():
                return match[2].strip()
    country = visitor.country or visitor.country_code
    widest = visitor.region if visitor.city and visitor.region else country
    return ", ".join(part for part in (visitor.city or visitor.region, widest) if part)


def line_name(side: Side, nickname: str, agent_id: str, agents: Mapping[str, Agent]) -> str:
    """Who said a line, before the visitor's own name is known."""
    if side is VISITOR or side is OFFLINE:
        return "" if made_up(nickname) else nickname[:_LONGEST_SHOWN]
    known = agents.get(agent_id) if agent_id else None
    said = nickname or (known.nickname or known.username or known.email if known else "")
    return said[:_LONGEST_SHOWN]


def agent_labels(agents: Iterable[Agent]) -> tuple[str, ...]:
    """Name agents in their order, told apart where two have the same."""
    listed = tuple(agents)
    names = [agent.nickname or agent.username or agent.email or agent.id for agent in listed]
    if len(names) < 2:  # noqa: PLR2004 - nobody to be told apart from
        return tuple(names)
    often = Counter([name.casefold() for name in names])
    if len(often) == len(names):
        return tuple(names)
    names = _apart(names, [agent.email or agent.username or agent.id for agent in listed])
    return tuple(_apart(names, [agent.id for agent in listed]))


def _apart(names: list[str], marks: list[str]) -> list[str]:
    """Put the mark behind each name that more than one has."""
    often = Counter([name.casefold() for name in names])
    return [
        f"{name} ({mark})" if often[name.casefold()] > 1 and mark else name
        for name, mark in zip(names, marks, strict=True)
    ]


class Shown(NamedTuple):
    """How a conversation looks once its visitor is known."""

    name: str
    anonymous: bool
    messages: tuple[Message, ...]
    preview: str


def shown_as(visitor: Visitor, messages: tuple[Message, ...], nameless: str = "") -> Shown:
    """Find the visitor's name, and give it to his lines that carry none (or `nameless`)."""
    name, anonymous = visitor_name(visitor)
    said_by, nameless = name[:_LONGEST_SHOWN], nameless[:_LONGEST_SHOWN]
    carried = {m.name for m in messages}
    if "" in carried or (nameless in carried and nameless != said_by):
        messages = tuple(
            m._replace(name=said_by)
            if m.name in ("", nameless) and (m.side is VISITOR or m.side is OFFLINE)
            else m
            for m in messages
        )
    return Shown(name, anonymous, messages, preview(messages))


def named(conversation: Conversation, visitor: Visitor) -> Conversation:
    """Give the conversation this visitor, and his name to its lines that carry none."""
    nameless = conversation.name if conversation.anonymous else ""
    name, anonymous, messages, words = shown_as(visitor, conversation.messages, nameless)
    return replace(
        conversation,
        visitor=visitor,
        messages=messages,
        name=name,
        anonymous=anonymous,
        preview=words,
    )


def preview(messages: tuple[Message, ...]) -> str:
    """Find the words a list shows: what an offline form says, else the last line with words."""
    for message in messages:
        if message.side is OFFLINE and message.text.strip():
            return in_one_line(message_part(message.text)) or in_one_line(message.text)
    spoken = [m for m in messages if m.side is not SYSTEM] or messages
    for message in reversed(spoken):
        if words := in_one_line(message.text):
            return words
    return ""


def message_part(form: str) -> str:
    """Find the Message part of an offline form; all of it where it is no form."""
    found = _MESSAGE_PART.search(form)
    if found and (found.start() == 0 or _FORM_BEGINS.match(form)):
        return form[found.end() :].strip()
    place = 0
    while part := _FORM_PART.match(form, place):
        if part.end() == place:
            break
        place = part.end()
    return form[place:].strip()
