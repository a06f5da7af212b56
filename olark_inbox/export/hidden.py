"""What the owner leaves out of a file that others will read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from olark_inbox.olark.model import Conversation, Visitor
from olark_inbox.store.rows import Opened

HIDDEN = "[hidden]"

_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS_BETWEEN = r"[\s().\-/]*"
_PHONE = re.compile(
    r"(?<![\w./=&#-])(?!\d\d? ?[./-] ?\d\d? ?[./-] ?(?:19|20)\d\d)"  # and no date
    r"(?:\+\d(?:[ ().\-/\xa0]{0,3}\d){7,14}"
    r"|\(?0\d(?:[ ().\-/\xa0]{0,3}\d){7,13}"
    r"|\(?\d{3}\)?[ .\-]\d{3}[ .\-]\d{4})(?!\d)"
)
"""Numbers written as people write them to be called: with a + or a 0 in front, or 555-555-5555."""
_OWN_DIGITS = 8
"""The last ones of the visitor's number, whatever he writes in front of them."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What stays out of the file."""

    technical: bool = False
    """IP address, browser, system, ids and whatever Olark sent that has no name here."""
    contact: bool = False
    """E-mail and phone, also where they stand in the words of the chat or in the note."""
    notes: bool = False


def without_hidden(opened: Opened, hidden: Hidden) -> Opened:
    """Return the conversation without what is to stay hidden."""
    conversation = opened.conversation
    if hidden.technical:
        conversation = _without_technical(conversation)
    note = opened.note
    if hidden.contact:
        mask = _mask(conversation.visitor)
        conversation, note = _without_contact(conversation, mask), mask(note)
    if conversation is not opened.conversation:
        visitor = conversation.visitor
        row = replace(
            opened.row,
            name=conversation.name,
            email=visitor.email,
            phone=visitor.phone,
            visitor_id=visitor.id,
            preview=conversation.preview,
        )
        opened = replace(opened, row=row, conversation=conversation, note=note)
    if hidden.notes and opened.note:
        opened = replace(opened, note="")
    return opened


def without_contact(text: str) -> str:
    """Return a text of the owner's, such as what he searched for, without contact details."""
    return _mask(Visitor())(text)


def _without_technical(conversation: Conversation) -> Conversation:
    visitor = replace(conversation.visitor, id="", ip="", browser="", operating_system="", more=())
    agents = tuple(replace(agent, more=()) for agent in conversation.agents)
    return replace(conversation, visitor=visitor, agents=agents, more=())


def _without_contact(conversation: Conversation, mask: Callable[[str], str]) -> Conversation:
    visitor = replace(_masked(conversation.visitor, mask), email="", phone="")
    rating = conversation.rating
    return replace(
        conversation,
        visitor=visitor,
        messages=tuple(
            message._replace(text=mask(message.text), name=mask(message.name))
            for message in conversation.messages
        ),
        rating=rating and replace(rating, comments=mask(rating.comments)),
        more=_pairs(conversation.more, mask),
        name=mask(conversation.name),
        preview=mask(conversation.preview),
    )


def _masked(visitor: Visitor, mask: Callable[[str], str]) -> Visitor:
    values: dict[str, Any] = {f.name: getattr(visitor, f.name) for f in fields(visitor)}
    for name, value in values.items():
        values[name] = mask(value) if isinstance(value, str) else _pairs(value, mask)
    return Visitor(**values)


def _pairs(
    pairs: tuple[tuple[str, str], ...], mask: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    return tuple((name, mask(value)) for name, value in pairs)


def _mask(visitor: Visitor) -> Callable[[str], str]:
    """Return what hides e-mail addresses and phone numbers, the visitor's however he writes it."""
    patterns = [_EMAIL]
    if visitor.email.strip():
        patterns.append(re.compile(re.escape(visitor.email.strip()), re.IGNORECASE))
    digits = re.sub(r"\D", "", visitor.phone)[:20][-_OWN_DIGITS:]
    if len(digits) >= 5:  # noqa: PLR2004 shorter numbers stand in any text by chance
        spaced = _DIGITS_BETWEEN.join(map(re.escape, digits))
        before = rf"\+?\(?(?:\d{{1,4}}{_DIGITS_BETWEEN}){{0,3}}"
        patterns.append(re.compile(before + spaced))
    patterns.append(_PHONE)

    def mask(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(HIDDEN, text)
        return text

    return mask
