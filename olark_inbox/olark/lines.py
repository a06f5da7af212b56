"""The lines of a conversation: every entry of the list that can be shown, in its order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from olark_inbox.olark.model import AGENT, OFFLINE, SYSTEM, VISITOR, Agent, Message, Side
from olark_inbox.olark.names import line_name, made_up
from olark_inbox.olark.text import Number, pairs_of, text_of, word_of
from olark_inbox.olark.times import milliseconds

_AS_SENT = {
    "MessageToVisitor": AGENT,
    "MessageToOperator": VISITOR,
    "OfflineMessage": OFFLINE,
}
_SIDES = {kind.casefold(): side for kind, side in _AS_SENT.items()}
_SAID = ("visitor_nickname", "visitorNickname")
_KNOWN = frozenset(
    {
        "kind", "body", "timestamp", "nickname", "operatorId", "visitor_nickname",
        "visitorNickname",
    }
)  # fmt: skip


class Writer(NamedTuple):
    """Somebody of the shop who wrote a line: by id, by name, or both."""

    agent_id: str
    nickname: str


class Lines(NamedTuple):
    """What the list of lines held."""

    messages: tuple[Message, ...]
    not_shown: int
    writers: tuple[Writer, ...]
    visitor_nickname: str
    more: tuple[tuple[str, str], ...]


def read_lines(items: Any, agents: Mapping[str, Agent]) -> Lines:
    """Read the list; entries that say nothing are counted, never a reason to refuse the rest."""
    messages: list[Message] = []
    writers: dict[tuple[str, str], None] = {}
    more: list[tuple[str, str]] = []
    nicknames = _Nicknames()
    not_shown = 0
    for entry in _entries(items):
        if isinstance(entry, dict):
            message, nickname = _message(entry, agents)
            messages.append(message)
            if message.side is AGENT and not message.automatic:
                writers[message.agent_id, nickname] = None
            nicknames.hear(entry, message.side)
            for key, text in pairs_of(entry, _KNOWN):
                more.append((f"line {len(messages)}: {key}", text))
        elif isinstance(entry, str | bytes) and not isinstance(entry, Number):
            messages.append(Message(SYSTEM, text_of(entry)))
        else:
            not_shown += 1
    return Lines(
        tuple(messages),
        not_shown,
        tuple(Writer(*writer) for writer in writers),
        nicknames.best(),
        tuple(more),
    )


@dataclass(slots=True)
class _Nicknames:
    """What the lines call the visitor: said of him in any line, or as who spoke his own."""

    said: str = ""
    own: str = ""

    def hear(self, entry: Mapping[str, Any], side: Side) -> None:
        for key in _SAID:
            if key in entry:
                self.said = _better(self.said, word_of(entry[key]))
        if side is VISITOR or side is OFFLINE:
            name = entry.get("nickname")
            if name != self.own:
                self.own = _better(self.own, word_of(name))

    def best(self) -> str:
        return _better(self.said, self.own)


def _better(name: str, other: str) -> str:
    return other if other and (not name or (made_up(name) and not made_up(other))) else name


def _entries(items: Any) -> list[Any]:
    """Give the list itself, or what senders make of a list."""
    if isinstance(items, list):
        return items
    if isinstance(items, Mapping):
        single = "kind" in items or "body" in items
        return [items] if single else list(items.values())
    return [] if items is None or items == "" else [items]


def _message(entry: Mapping[str, Any], agents: Mapping[str, Agent]) -> tuple[Message, str]:
    """Read one line, and the nickname it carries."""
    kind = text_of(entry.get("kind"))
    side = _AS_SENT.get(kind) or _SIDES.get(kind.strip().casefold(), SYSTEM)
    agent_id = _agent_id(entry["operatorId"], agents) if "operatorId" in entry else ""
    if side is AGENT or side is SYSTEM:
        nickname = word_of(entry.get("nickname"))
    else:
        nickname = _nickname_of_visitor(entry)
    message = Message(
        side,
        text_of(entry.get("body")),
        milliseconds(entry.get("timestamp")),
        line_name(side, nickname, agent_id, agents),
        agent_id,
        kind if side is SYSTEM else "",
        side is AGENT and not nickname and not agent_id,
    )
    return message, nickname


def _nickname_of_visitor(entry: Mapping[str, Any]) -> str:
    """Find what the visitor was called in this line: rather no name that Olark made up."""
    first = word_of(entry.get("nickname"))
    if first and not made_up(first):
        return first
    names = [word_of(entry.get(key)) for key in _SAID]
    return next((name for name in (*names, first) if name), "")


def _agent_id(value: Any, agents: Mapping[str, Agent]) -> str:
    """Read an id as text, exactly as sent; 55.0 means the 55 of the map."""
    if value is None:
        return ""
    text = word_of(value).strip()
    if isinstance(value, Number) and text not in agents and text.endswith(".0"):
        return text[:-2] if text[:-2] in agents else text
    return text
