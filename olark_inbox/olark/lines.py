"""The lines of a conversation: every entry of the list that can be shown, in its order."""

from collections.abc import Mapping
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
_REMEMBERED = 100
"""So many who speak in one chat are remembered; there are hardly ever more than three."""
_KNOWN = frozenset(
    {
"kind", "body", "timestamp", "nickname", "operatorId", *_SAID,
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
    more: list[tuple[str, str]] = []
    speakers = _Speakers(agents)
    not_shown = 0
    for entry in _entries(items):
        if isinstance(entry, dict):
            side, name, agent_id, kind, automatic = speakers.who_says(entry)
            text, at_ms = text_of(entry.get("body")), milliseconds(entry.get("timestamp"))
            messages.append(Message(side, text, at_ms, name, agent_id, kind, automatic))
            for key, other in pairs_of(entry, _KNOWN):
                more.append((f"line {len(messages)}: {key}", other))
        elif isinstance(entry, str | bytes) and not isinstance(entry, Number):
            messages.append(Message(SYSTEM, text_of(entry)))
        else:
            not_shown += 1
    return Lines(
        tuple(messages),
        not_shown,
        tuple(Writer(*writer) for writer in speakers.writers),
        speakers.visitor_nickname(),
        tuple(more),
    )


class _Speaker(NamedTuple):
    """Who says a line, in the order of the fields of a message."""

    side: Side
    name: str
    agent_id: str
    kind: str
    automatic: bool


class _Speakers:
    """Who says the lines: mostly the same two people, so whoever was read is remembered."""

    def __init__(self, agents: Mapping[str, Agent]) -> None:
        self._agents = agents
        self._known: dict[tuple[Any, ...], _Speaker] = {}
        self._said = self._own = ""
        """The visitor's nickname as said of him in any line, and as who spoke his own."""
        self.writers: dict[tuple[str, str], None] = {}
        """Ids and nicknames of who wrote from the shop."""

    def who_says(self, entry: dict[str, Any]) -> _Speaker:
        operator = entry.get("operatorId")
        said = (entry.get("kind"), entry.get("nickname"), type(operator), operator)
        try:
            known = self._known.get(said)
        except TypeError:  # a list or an object where a word should stand
            return self._read(entry)
        if "visitor_nickname" in entry or "visitorNickname" in entry:
            return self._read(entry)
        if known is None:
            known = self._read(entry)
            if len(self._known) < _REMEMBERED:
                self._known[said] = known
        return known

    def _read(self, entry: dict[str, Any]) -> _Speaker:
        kind = text_of(entry.get("kind"))
        side = _AS_SENT.get(kind) or _SIDES.get(kind.strip().casefold(), SYSTEM)
        agent_id = _agent_id(entry.get("operatorId"), self._agents)
        of_visitor = [word_of(entry.get(key)) for key in _SAID]
        nickname = word_of(entry.get("nickname"))
        for name in of_visitor:
            self._said = _better(self._said, name)
        if side is VISITOR or side is OFFLINE:
            self._own = _better(self._own, nickname)
            if not nickname or made_up(nickname):
                nickname = next((name for name in (*of_visitor, nickname) if name), "")
        automatic = side is AGENT and not nickname and not agent_id
        if side is AGENT and not automatic:
            self.writers[agent_id, nickname] = None
        name = line_name(side, nickname, agent_id, self._agents)
        return _Speaker(side, name, agent_id, kind if side is SYSTEM else "", automatic)

    def visitor_nickname(self) -> str:
        return _better(self._said, self._own)


def _better(name: str, other: str) -> str:
    return other if other and (not name or (made_up(name) and not made_up(other))) else name


def _entries(items: Any) -> list[Any]:
    """Give the list itself, or what senders make of a list."""
    if isinstance(items, list):
        return items
    if isinstance(items, dict):
        single = "kind" in items or "body" in items
        return [items] if single else list(items.values())
    return [] if items is None or items == "" else [items]


def _agent_id(value: Any, agents: Mapping[str, Agent]) -> str:
    """Read an id as text, exactly as sent; 55.0 means the 55 of the map."""
    if value is None:
        return ""
    text = word_of(value).strip()
    if isinstance(value, Number) and text not in agents and text.endswith(".0"):
        return text[:-2] if text[:-2] in agents else text
    return text
