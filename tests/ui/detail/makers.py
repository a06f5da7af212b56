"""Conversations to look at: only what matters is given, the rest is a friendly bicycle shop."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from olark_inbox.olark.body import read_body
from olark_inbox.olark.model import Agent, Conversation, Kind, Message, Rating, Side, Visitor
from olark_inbox.store.rows import Opened, Row
from olark_inbox.ui.detail import phrases
from olark_inbox.ui.detail.blocks import Standpoint, lay_out
from olark_inbox.ui.detail.sheet import Plan

NOON = 1_763_640_000_000  # 20 November 2025, 12:00 UTC
MINUTE = 60_000
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def asked(text: str = "Is it still there?", minute: float | None = 0, name: str = "Priya"):
    return Message(Side.VISITOR, text, _at(minute), name)


def answered(text: str = "It is.", minute: float | None = 1, name: str = "Maya", **more: Any):
    return Message(Side.AGENT, text, _at(minute), name, **more)


def _at(minute: float | None) -> int | None:
    return None if minute is None else NOON + round(minute * MINUTE)


def visitor(**only: Any) -> Visitor:
    known = {"id": "V1", "full_name": "Priya Raman", "email": "priya@example.com"}
    return Visitor(**(known | only))


def chat(*messages: Message, **only: Any) -> Conversation:
    made = {
        "id": "C1",
        "key": "C1",
        "kind": Kind.TRANSCRIPT,
        "messages": messages or (asked(), answered()),
        "visitor": visitor(),
        "name": "Priya Raman",
        "anonymous": False,
    }
    return Conversation(**(made | only))


def offline(text: str = "Please ring me.", **only: Any) -> Conversation:
    message = Message(Side.OFFLINE, text, NOON, "Priya")
    return chat(message, **({"kind": Kind.OFFLINE} | only))


def started(*agents: str, **only: Any) -> Conversation:
    people = tuple(Agent(str(n), name) for n, name in enumerate(agents))
    made = {"kind": Kind.START, "messages": (), "agents": people, "visitor": Visitor()}
    return replace(chat(), **(made | {"name": "Visitor", "anonymous": True} | only))


def row(conversation: Conversation, **only: Any) -> Row:
    rating = conversation.rating.overall if conversation.rating else None
    made = {
        "id": 1,
        "key": conversation.key,
        "arrival": 1,
        "received_ms": NOON,
        "started_ms": NOON,
        "kind": conversation.kind,
        "unanswered": conversation.unanswered,
        "automatic": conversation.only_automatic,
        "live_until_ms": None,
        "manual": conversation.manually_submitted,
        "name": conversation.name,
        "anonymous": conversation.anonymous,
        "email": conversation.visitor.email,
        "phone": conversation.visitor.phone,
        "visitor_id": conversation.visitor.id,
        "preview": conversation.preview,
        "agents": (),
        "lines": len(conversation.messages),
        "tags": conversation.tags,
        "own_tags": (),
        "groups": conversation.groups,
        "rating": rating,
        "unread": False,
        "starred": False,
        "done": False,
        "binned_ms": None,
        "sample": False,
    }
    return Row(**(made | only))


def opened(conversation: Conversation | None = None, **only: Any) -> Opened:
    shown = conversation or chat()
    own = {key: only.pop(key) for key in ("seen_lines", "hits", "earlier", "note") if key in only}
    return Opened(row(shown, **only), shown, **({"seen_lines": 0} | own))


def live(conversation: Conversation, **only: Any) -> Opened:
    return opened(conversation, **({"live_until_ms": NOON + 180 * MINUTE} | only))


def plan(conversation: Conversation, standpoint: Standpoint | None = None) -> Plan:
    blocks = lay_out(conversation, phrases.day_of, standpoint or Standpoint())
    return Plan(blocks, conversation.messages, NOON)


def long_chat(lines: int) -> Conversation:
    words = "some words of this message that go on for a while"
    return chat(*((asked if n % 3 else answered)(f"{words} {n}", n * 0.5) for n in range(lines)))


def sample(name: str) -> Conversation:
    """Read a payload as Olark would send it."""
    path = SAMPLES / name
    raw = path.read_bytes()
    return read_body(raw).conversations[0]


FIVE = Rating(5, 5, None, 4, "So quick and kind")

_texts = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
    | st.sampled_from("\r\n\t"),
    max_size=80,
)
_linked = st.sampled_from(["see https://a.example/x/y now", "mail me@a.example", "\u2060", ""])
texts = st.builds(lambda *parts: "".join(parts), _texts, _linked, _texts) | st.builds(
    lambda text, times: text * times, _texts, st.integers(1, 400)
)
messages = st.builds(
    Message,
    st.sampled_from(list(Side)),
    texts,
    st.none() | st.integers(0, 4_000_000_000_000),
    st.text(max_size=20).map(lambda name: name.encode("utf-8", "replace").decode()),
)
conversations = st.lists(messages, max_size=8).map(
    lambda lines: replace(chat(), messages=tuple(lines))
)
