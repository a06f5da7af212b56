"""The columns of both tables: their names, their order, and what a conversation puts in them."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from olark_inbox.export.facts import agent_name, began_ms, ended_ms, first_answer_s, length_s, who
from olark_inbox.export.text import words
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Conversation, Rating, Side, Visitor
from olark_inbox.store.rows import Opened

Cell = str | int


class Times(StrEnum):
    """How a table writes a time."""

    ISO = "iso"
    """With the zone, so that a program reads it right anywhere."""
    LOCAL = "local"
    """As the clock on the wall, which a spreadsheet sorts and counts with."""


CONVERSATION_COLUMNS = (
    "conversation_id", "kind", "received", "started", "ended", "length_seconds",
    "first_answer_seconds", "visitor", "email", "phone", "organization", "city", "region",
    "country", "country_code", "page", "referrer", "visitor_id", "ip", "browser",
    "operating_system", "agents", "answered_by", "groups", "tags", "own_tags", "rating",
    "rating_friendliness", "rating_knowledge", "rating_responsiveness", "rating_comments",
    "lines", "visitor_lines", "agent_lines", "unanswered", "sent_by_command", "unread", "starred",
    "done", "in_bin", "sample", "note", "words", "more",
)  # fmt: skip

MESSAGE_COLUMNS = (
    "conversation_id", "kind", "line", "time", "side", "who", "words", "visitor", "email", "sample",
)  # fmt: skip

TECHNICAL_COLUMNS = frozenset({"visitor_id", "ip", "browser", "operating_system", "more"})
CONTACT_COLUMNS = frozenset({"email", "phone"})
NOTE_COLUMNS = frozenset({"note"})

_NO_RATING = Rating()

Write = Callable[[int | None], str]
"""Writes a time."""


def write_times(times: Times, wall: WallClock) -> Write:
    """Return what writes the times of a table."""
    return wall.iso if times is Times.ISO else wall.local


def conversation_cells(opened: Opened, write: Write, wall: WallClock) -> tuple[Cell, ...]:
    """Return what a conversation puts under CONVERSATION_COLUMNS, unguarded."""
    row, conversation = opened.row, opened.conversation
    return (
        conversation.id or conversation.key, row.kind.value, write(row.received_ms),
        *_course(opened, write),
        *_visitor(row.name, conversation.visitor),
        *_shop(conversation),
        ", ".join(row.tags), ", ".join(row.own_tags),
        *_scores(conversation.rating or _NO_RATING),
        *_lines(conversation),
        _yes(row.unanswered), _yes(conversation.manually_submitted), _yes(row.unread),
        _yes(row.starred), _yes(row.done), _yes(row.binned_ms is not None), _yes(row.sample),
        opened.note, words(conversation.messages, row.name, wall), _more(conversation),
    )  # fmt: skip


def message_cells(opened: Opened, write: Write) -> Iterator[tuple[Cell, ...]]:
    """Return a row a message under MESSAGE_COLUMNS; one without words where there is none."""
    row, conversation = opened.row, opened.conversation
    key = conversation.id or conversation.key
    kind = row.kind.value
    after = (row.name, conversation.visitor.email, _yes(row.sample))
    if not conversation.messages:
        yield (key, kind, "", write(row.started_ms), "", "", "", *after)
    for number, message in enumerate(conversation.messages, 1):
        yield (
            key, kind, number, write(message.at_ms), message.side.value, who(message, row.name),
            message.text, *after,
        )  # fmt: skip


def _yes(truth: bool) -> str:  # noqa: FBT001 one value in, one word out
    return "yes" if truth else "no"


def _course(opened: Opened, write: Write) -> tuple[Cell, ...]:
    length = length_s(opened)
    answer = first_answer_s(opened.conversation.messages)
    return (
        write(began_ms(opened)),
        write(ended_ms(opened)),
        "" if length is None else length,
        "" if answer is None else answer,
    )


def _visitor(name: str, visitor: Visitor) -> tuple[Cell, ...]:
    return (
        name, visitor.email, visitor.phone, visitor.organization, visitor.city, visitor.region,
        visitor.country, visitor.country_code, visitor.page, visitor.referrer, visitor.id,
        visitor.ip, visitor.browser, visitor.operating_system,
    )  # fmt: skip


def _shop(conversation: Conversation) -> tuple[Cell, ...]:
    agents = conversation.agents
    return (
        ", ".join([agent_name(agent) for agent in agents]),
        ", ".join([agent_name(agent) for agent in agents if agent.answered]),
        ", ".join(conversation.groups),
    )


def _scores(rating: Rating) -> tuple[Cell, ...]:
    scores = (rating.overall, rating.friendliness, rating.knowledge, rating.responsiveness)
    return (*("" if score is None else score for score in scores), rating.comments)


def _lines(conversation: Conversation) -> tuple[Cell, ...]:
    sides = [message.side for message in conversation.messages]
    visitors = sides.count(Side.VISITOR) + sides.count(Side.OFFLINE)
    return len(sides), visitors, sides.count(Side.AGENT)


def _more(conversation: Conversation) -> str:
    pairs = (*conversation.more, *conversation.visitor.more)
    return "\n".join([f"{name}: {value}" for name, value in pairs])
