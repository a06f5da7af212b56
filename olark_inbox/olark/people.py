"""The visitor, the agents, the groups and tags of a conversation."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from olark_inbox.olark.lines import Writer
from olark_inbox.olark.model import Agent, Rating, Visitor
from olark_inbox.olark.text import Number, clean, pairs_of, present, text_of, word_of

_FIELDS = {
    "id": "id",
    "full_name": "fullName",
    "email": "emailAddress",
    "phone": "phoneNumber",
    "organization": "organization",
    "city": "city",
    "region": "region",
    "country": "country",
    "country_code": "countryCode",
    "ip": "ip",
    "browser": "browser",
    "operating_system": "operatingSystem",
    "page": "conversationBeginPage",
    "referrer": "referrer",
}
_NICKNAMES = ("visitor_nickname", "visitorNickname", "nickname")
_KNOWN_OF_VISITOR = frozenset(
    {"kind", "customFields", "chat_feedback", "chatFeedback", *_FIELDS.values(), *_NICKNAMES}
)
_KNOWN_OF_AGENT = frozenset({"kind", "id", "nickname", "username", "emailAddress"})
_KNOWN_OF_GROUP = frozenset({"kind", "id", "name"})
_SCORES = {
    "overall": "overall_chat",
    "friendliness": "friendliness",
    "knowledge": "knowledge",
    "responsiveness": "responsiveness",
}
_KNOWN_OF_RATING = frozenset({"comments", "kind"})
_NAMES = ("name", "tag", "label", "title")
_NAMES_ONE = frozenset({"kind", "id", *_NAMES})
_NOBODY = Agent("")
Pairs = tuple[tuple[str, str], ...]


def read_visitor(value: Any, otherwise: str = "") -> tuple[Visitor, Rating | None]:
    """Read the visitor and the rating, which Olark sends inside.

    `otherwise` is the nickname of a visitor of whom none is said here.
    """
    if isinstance(value, list):
        value = next((entry for entry in value if isinstance(entry, dict)), None)
    if not isinstance(value, dict):
        # Not an object: nothing to read by name, but still said.
        text = text_of(value)
        more = (("visitor", text),) if text else ()
        return Visitor(nickname=otherwise, more=more), None
    fields = {own: word_of(value.get(sent)) for own, sent in _FIELDS.items()}
    nickname = next((name for key in _NICKNAMES if (name := word_of(value.get(key)))), otherwise)
    feedback = value.get("chat_feedback") or value.get("chatFeedback")
    rating, rating_more = read_rating(feedback)
    return (
        Visitor(
            **fields,
            nickname=nickname,
            custom=_custom(value.get("customFields")),
            more=pairs_of(value, _KNOWN_OF_VISITOR) + rating_more,
        ),
        rating,
    )


def _custom(value: Any) -> Pairs:
    if isinstance(value, dict):
        return pairs_of(value)
    if isinstance(value, list):
        return tuple((str(n), text) for n, entry in enumerate(value, 1) if (text := text_of(entry)))
    text = text_of(value)
    return (("customFields", text),) if text else ()


def read_rating(value: Any) -> tuple[Rating | None, Pairs]:
    """Read the scores that are scores, and what else the visitor's feedback holds."""
    if not isinstance(value, dict):
        text = text_of(value)
        return None, (("chat_feedback", text),) if text else ()
    scores = {own: _score(value.get(sent)) for own, sent in _SCORES.items()}
    read = frozenset(sent for own, sent in _SCORES.items() if scores[own] is not None)
    more = tuple(
        (f"chat_feedback: {key}", text) for key, text in pairs_of(value, _KNOWN_OF_RATING | read)
    )
    comments = word_of(value.get("comments"))
    if not comments and not read:
        return None, more
    return Rating(**scores, comments=comments), more


def _score(value: Any) -> int | None:
    text = text_of(value).strip()
    whole = text.split(".", 1)[0] if text.rstrip("0").endswith(".") else text
    return int(whole) if whole in {"1", "2", "3", "4", "5"} else None


def read_agents(value: Any) -> dict[str, Agent]:
    """Read the agents who were present, by the id their lines carry, in the order sent."""
    if isinstance(value, dict):
        single = any(present(value.get(key)) for key in _KNOWN_OF_AGENT) and not any(
            isinstance(entry, dict) for entry in value.values()
        )
        entries: Iterable[tuple[Any, Any]] = [("", value)] if single else value.items()
    elif isinstance(value, list):
        entries = (("", entry) for entry in value)
    else:
        entries = [("", value)]
    found: dict[str, Agent] = {}
    for key, entry in entries:
        agent = _agent(clean(str(key)), entry)
        if agent is not None:
            found.setdefault(agent.id or f"\0{len(found)}", agent)
    return found


def _agent(key: str, entry: Any) -> Agent | None:
    if isinstance(entry, dict):
        own_id = key.strip() or word_of(entry.get("id")).strip()
        agent = Agent(
            id=own_id,
            nickname=word_of(entry.get("nickname")),
            username=word_of(entry.get("username")),
            email=word_of(entry.get("emailAddress")),
            more=pairs_of(entry, _KNOWN_OF_AGENT),
        )
        return agent if agent != _NOBODY else None
    text = "" if isinstance(entry, list) else word_of(entry)
    if isinstance(entry, Number) and not key:
        return Agent(text)
    return Agent(key.strip(), text) if key.strip() or text else None


def who_was_there(present: Mapping[str, Agent], writers: Iterable[Writer]) -> tuple[Agent, ...]:
    """List all agents with whether they answered, under the name they used in the chat."""
    agents = dict(present)
    by_name: dict[str, list[str]] = {}
    for place, agent in present.items():
        by_name.setdefault(agent.nickname, []).append(place)
    for writer in writers:
        # A line without id is his who alone has that name; else it is somebody of his own.
        same = by_name.get(writer.nickname, [])
        place = writer.agent_id or (same[0] if len(same) == 1 else f"\0{writer.nickname}")
        known = agents.get(place)
        if known is None:
            agents[place] = Agent(writer.agent_id, writer.nickname, answered=True)
            by_name.setdefault(writer.nickname, []).append(place)
        elif not known.answered:
            agents[place] = _answering(known, writer.nickname)
    return tuple(agents.values())


def _answering(agent: Agent, nickname: str) -> Agent:
    if not nickname or nickname == agent.nickname:
        return Agent(
            agent.id, agent.nickname, agent.username, agent.email, answered=True, more=agent.more
        )
    more = (("nickname", agent.nickname), *agent.more) if agent.nickname else agent.more
    return replace(agent, nickname=nickname, answered=True, more=more)


def read_tags(value: Any) -> tuple[str, ...]:
    """Read Olark's tags, each once, in the order sent."""
    return tuple(dict.fromkeys(name for entry in _listed(value) if (name := _name_of(entry))))


def read_groups(value: Any) -> tuple[tuple[str, ...], Pairs]:
    """Read the names of the groups, and what else is said of them."""
    names: dict[str, None] = {}
    more: list[tuple[str, str]] = []
    for entry in _listed(value):
        name = _name_of(entry)
        if name:
            names[name] = None
        if isinstance(entry, dict):
            unknown = pairs_of(entry, _KNOWN_OF_GROUP)
            more += [(f"group {name[:100]}: {key}", text) for key, text in unknown]
    return tuple(names), tuple(more)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        single = not _NAMES_ONE.isdisjoint(value) and not any(
            isinstance(entry, dict) for entry in value.values()
        )
        return [value] if single else list(value.values())
    return [] if value is None else [value]


def _name_of(entry: Any) -> str:
    if isinstance(entry, dict):
        named = next((name for key in _NAMES if (name := word_of(entry.get(key)))), "")
        return named or word_of(entry.get("id")) or (text_of(entry) if entry else "")
    return word_of(entry)
