"""A conversation as plain text: to paste into a mail, and as the words of a table."""

from collections.abc import Iterable, Iterator

from olark_inbox.export.facts import Line, agent_name, began_ms, nameless
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Conversation, Kind, Rating, Side
from olark_inbox.store.rows import Opened

_SYSTEM = Side.SYSTEM.value
_KINDS = {
    Kind.START: "Chat that just began",
    Kind.TRANSCRIPT: "Chat",
    Kind.OFFLINE: "Offline message",
}


def kind_words(kind: Kind, *, unanswered: bool = False) -> str:
    """Return the kind of a conversation as people say it."""
    return "Unanswered chat" if unanswered else _KINDS.get(kind, "Chat")


def words(lines: Iterable[Line], visitor: str, wall: WallClock) -> str:
    """Return the lines as "14:31 Maya: Hello", each day on a line of its own before its lines."""
    said: list[str] = []
    day = ""
    for side, text, at_ms, name, _, _, automatic in lines:
        who = "" if side == _SYSTEM else name or nameless(side, visitor, automatic=automatic)
        spoken = f"{who}: {text}" if who else text
        if at_ms is not None:
            today, time, _ = wall.minute(at_ms)
            if today and today != day:
                day = today
                said.append(day)
            spoken = f"{time} {spoken}" if today else spoken
        said.append(spoken)
    return "\n".join(said)


def conversation_text(opened: Opened, wall: WallClock) -> str:
    """Return the whole conversation as text that reads well anywhere, its head first."""
    parts = ["\n".join(_head(opened, wall))]
    if opened.conversation.messages:
        parts.append(words(opened.conversation.messages, opened.row.name, wall))
    if opened.note:
        parts.append(f"Note: {opened.note}")
    return "\n\n".join(parts) + "\n"


def rating_words(rating: Rating) -> str:
    """Return a rating as "5/5, friendly 4/5"."""
    scores = (
        ("", rating.overall),
        ("friendly ", rating.friendliness),
        ("knows the subject ", rating.knowledge),
        ("quick ", rating.responsiveness),
    )
    return ", ".join(f"{name}{score}/5" for name, score in scores if score is not None)


def place(conversation: Conversation) -> str:
    """Return "Bristol, England, United Kingdom" from what is known."""
    visitor = conversation.visitor
    parts = (visitor.city, visitor.region, visitor.country or visitor.country_code)
    return ", ".join(part for part in parts if part)


def _head(opened: Opened, wall: WallClock) -> Iterator[str]:
    row, conversation = opened.row, opened.conversation
    visitor = conversation.visitor
    began = began_ms(opened)
    yield f"{kind_words(row.kind, unanswered=row.unanswered)} with {row.name}"
    facts = (
        ("When", f"{wall.day(began)} {wall.time(began)}".strip()),
        ("E-mail", visitor.email),
        ("Phone", visitor.phone),
        ("Organization", visitor.organization),
        ("Place", place(conversation)),
        ("Page", visitor.page),
        ("Agents", ", ".join(map(agent_name, conversation.agents))),
        ("Groups", ", ".join(conversation.groups)),
        ("Tags", ", ".join((*row.tags, *row.own_tags))),
        *visitor.custom,
        ("Rating", rating_words(conversation.rating) if conversation.rating else ""),
        ("In their words", conversation.rating.comments if conversation.rating else ""),
    )
    for name, value in facts:
        if value:
            yield f"{name}: {value}"
