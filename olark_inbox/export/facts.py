"""What every kind of file says about a conversation: names, times, lengths, the words."""

from collections.abc import Iterable, Sequence
from typing import Any

from olark_inbox.olark.model import Agent, Kind, Side
from olark_inbox.store.rows import Opened

Line = Sequence[Any]
"""A Message, or the same values in a list as a document writes them."""

VISITOR = (Side.VISITOR.value, Side.OFFLINE.value)
AGENT = Side.AGENT.value


def began_ms(opened: Opened) -> int:
    """Return when the first line was said, or when Olark told of the chat."""
    times = (m.at_ms for m in opened.conversation.messages if m.at_ms is not None)
    return next(times, opened.row.started_ms)


def ended_ms(opened: Opened) -> int | None:
    """Return when the last line was said, where a line has a time."""
    times = (m.at_ms for m in reversed(opened.conversation.messages) if m.at_ms is not None)
    return next(times, None)


def length_s(opened: Opened) -> int | None:
    """Return the seconds from the first line to the last."""
    end = ended_ms(opened)
    return None if end is None else max(0, end - began_ms(opened)) // 1000


def first_answer_s(lines: Iterable[Line]) -> int | None:
    """Return the seconds from the visitor's first line to the first one a person answered."""
    asked: int | None = None
    for side, _, at_ms, _, _, _, automatic in lines:
        if at_ms is None:
            continue
        if asked is None:
            asked = at_ms if side in VISITOR else None
        elif side == AGENT and not automatic:
            return int(max(0, at_ms - asked) // 1000)
    return None


def is_empty_start(opened: Opened) -> bool:
    """Return whether it is a chat that only began: there is nothing to read in it."""
    return opened.row.kind is Kind.START and not opened.conversation.messages


def nameless(side: str, visitor: str, *, automatic: bool) -> str:
    """Return who said a line that names nobody; `side` is a Side, or as it is written.

    In the words of a table, which are English everywhere, like the names of its columns: it is
    also read by programs, and next year's must fit this year's.
    """
    if side == AGENT:
        return "Automatic message" if automatic else "Agent"
    return visitor if side in VISITOR else ""


def agent_name(agent: Agent) -> str:
    """Return the best name there is of an agent."""
    return agent.nickname or agent.username or agent.email or agent.id


def agent_written(agent: Sequence[Any]) -> str:
    """Return the same of an agent as a document writes him: id, nickname, username, e-mail."""
    return str(agent[1] or agent[2] or agent[3] or agent[0])
