"""The words of a conversation as a table holds them, and what is said of it there."""

from collections.abc import Iterable

from olark_inbox.export.facts import Line, nameless
from olark_inbox.export.wall import NO_MINUTE, WallClock
from olark_inbox.olark.model import Conversation, Side

_SYSTEM = Side.SYSTEM.value


def words(lines: Iterable[Line], visitor: str, wall: WallClock) -> str:
    """Return the lines as "14:31 Maya: Hello", each day on a line of its own before its lines."""
    said: list[str] = []
    day, minutes = "", wall.minutes
    for side, text, at_ms, name, _, _, automatic in lines:
        who = "" if side == _SYSTEM else name or nameless(side, visitor, automatic=automatic)
        today, time, _ = NO_MINUTE if at_ms is None else minutes[at_ms // 60_000]
        if today != day and today:
            day = today
            said.append(day)
        if time and who:  # nearly every line: in one piece, for a table has a million of them
            said.append(f"{time} {who}: {text}")
        else:
            said.append((time and f"{time} ") + (who and f"{who}: ") + text)
    return "\n".join(said)


def place(conversation: Conversation) -> str:
    """Return "Bristol, England, United Kingdom" from what is known."""
    visitor = conversation.visitor
    parts = (visitor.city, visitor.region, visitor.country or visitor.country_code)
    return ", ".join(part for part in parts if part)
