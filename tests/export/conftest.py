"""A store and a folder to save to; a conversation of which a test says only what matters to it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.olark.model import Agent, Conversation, Kind, Message, Rating, Side, Visitor
from olark_inbox.store.rows import Opened, Row
from tests.store.makers import Ticking, chat, folders_in, post

NOON = 1_795_348_800_000
"""2026-11-22 12:00 UTC."""

_numbers = count(1)

_ROW = Row(
    id=0, key="", arrival=0, received_ms=NOON + 900_000, started_ms=NOON, kind=Kind.TRANSCRIPT,
    unanswered=False, automatic=False, live_until_ms=None, manual=False, name="Visitor",
    anonymous=False, email="", phone="", visitor_id="", preview="", agents=(), lines=0, tags=(),
    own_tags=(), groups=(), rating=None, unread=False, starred=False, done=False, binned_ms=None,
    sample=False,
)  # fmt: skip
_ROW_FIELDS = {"unread", "starred", "done", "binned_ms", "sample", "own_tags", "received_ms"}


def said(side: Side, text: str, name: str = "", after_s: float = 0, **more: Any) -> Message:
    """A line, some seconds after noon."""
    return Message(side, text, at_ms=NOON + int(after_s * 1000), name=name, **more)


def make_opened(*messages: Message, note: str = "", **what: Any) -> Opened:
    """A conversation with these lines; `what` names fields of row or conversation."""
    row_part = {name: what.pop(name) for name in list(what) if name in _ROW_FIELDS}
    number = next(_numbers)
    what.setdefault("id", f"chat{number}")
    what.setdefault("kind", Kind.TRANSCRIPT)
    what.setdefault("name", "Bob Doe")
    conversation = Conversation(key=what["id"], messages=messages, **what)
    visitor = conversation.visitor
    row = replace(
        _ROW, id=number, key=conversation.key, arrival=number, kind=conversation.kind,
        unanswered=conversation.unanswered, name=conversation.name, email=visitor.email,
        phone=visitor.phone, visitor_id=visitor.id, lines=len(messages), tags=conversation.tags,
        groups=conversation.groups,
        rating=conversation.rating.overall if conversation.rating else None, **row_part,
    )  # fmt: skip
    return Opened(row, conversation, seen_lines=len(messages), note=note)


def make_priya() -> Opened:
    """A chat in which every field has something."""
    return make_opened(
        said(Side.VISITOR, "Hi! My wheel wobbles.\nCan you =fix= it?", "Priya"),
        said(Side.SYSTEM, "joined the chat", after_s=30, kind="Note"),
        said(Side.AGENT, "Of course, see https://spoke.example/wheels", "Maya", 61.5),
        said(Side.VISITOR, "-1 for the rain, +1 for you", "Priya", 13 * 3600),
        note="Call back on Friday",
        id="Kx9",
        name="Priya Raman",
        tags=("repair", "wheels"),
        groups=("Workshop",),
        agents=(Agent("7", "Maya", answered=True), Agent("8", "Tom")),
        visitor=Visitor(
            id="v1", full_name="Priya Raman", email="priya@example.co.uk", phone="+44 7700 900123",
            organization="Harbourside Physio", city="Bristol", region="England",
            country="United Kingdom", country_code="GB", ip="203.0.113.7", browser="Chrome 142",
            operating_system="Windows 11", page="https://spoke.example/wheels",
            referrer="https://search.example/?q=wheel",
            custom=(("Customer", "=C-1"), ("Tier", "Gold")),
            more=(("shoeSize", "38"),),
        ),
        rating=Rating(5, 4, None, 5, "So quick, and kind"),
        more=(("weather", "rain"),),
        own_tags=("vip",),
        starred=True,
    )  # fmt: skip


def fill_for_long(inbox):
    """Store what keeps a PDF being written for seconds."""
    for number in range(6):
        post(inbox, chat(f"long{number}", ("a line of a long chat",) * 3000))


@pytest.fixture
def inbox(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "store"), Ticking())
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture(scope="session")
def opened() -> Callable[..., Opened]:
    return make_opened


@pytest.fixture(scope="session")
def line() -> Callable[..., Message]:
    return said


@pytest.fixture(scope="session")
def priya() -> Opened:
    return make_priya()
