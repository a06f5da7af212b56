"""What every kind of file says about a conversation: names, times, lengths, the words."""

from collections.abc import Iterable

from olark_inbox.olark.model import Agent, Kind, Message, Side
from olark_inbox.store.rows import Opened


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


def first_answer_s(messages: Iterable[Message]) -> int | None:
    """Return the seconds from the visitor's first line to the first one a person answered."""
    asked: int | None = None
    for message in messages:
        if message.at_ms is None:
            continue
        if asked is None and message.side in (Side.VISITOR, Side.OFFLINE):
            asked = message.at_ms
        elif asked is not None and message.side is Side.AGENT and not message.automatic:
            return max(0, message.at_ms - asked) // 1000
    return None


def is_empty_start(opened: Opened) -> bool:
    """Return whether it is a chat that only began: there is nothing to read in it."""
    return opened.row.kind is Kind.START and not opened.conversation.messages


def who(message: Message, visitor: str) -> str:
    """Return who said a line, never empty but for a line that nobody said."""
    if message.name:
        return message.name
    if message.side in (Side.VISITOR, Side.OFFLINE):
        return visitor
    if message.side is Side.AGENT:
        return "Automatic message" if message.automatic else "Agent"
    return ""


def agent_name(agent: Agent) -> str:
    """Return the best name there is of an agent."""
    return agent.nickname or agent.username or agent.email or agent.id
