"""Cases as Olark really sent them, and a maker of conversations that says only what matters."""

import json
import urllib.parse
from pathlib import Path

import pytest

from olark_inbox.olark.body import read_body
from olark_inbox.olark.reader import read_conversation
from olark_inbox.olark.values import parse

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
MANIFEST = json.loads((SAMPLES / "manifest.json").read_text("utf-8"))


def body_of(case):
    raw = (SAMPLES / case["file"]).read_bytes()
    return b"data=" + urllib.parse.quote_plus(raw).encode() if case["encode"] else raw


def read_case(case):
    return read_body(body_of(case), case["content_type"])


def brief(conversation):
    """What the manifest says of a conversation."""
    rating = conversation.rating
    return {
        "id": conversation.id,
        "kind": conversation.kind.value,
        "name": conversation.name,
        "lines": len(conversation.messages),
        "not_shown": conversation.not_shown,
        "tags": list(conversation.tags),
        "rating": rating.overall if rating else None,
        "unanswered": conversation.unanswered,
        "answered": [agent.nickname for agent in conversation.agents if agent.answered],
    }


@pytest.fixture
def case():
    """Find a case by the beginning of its name."""

    def find(beginning):
        (found,) = [c for c in MANIFEST["cases"] if c["file"].startswith(beginning)]
        (conversation,) = read_case(found).conversations
        return conversation

    return find


@pytest.fixture
def read():
    """Read one payload, the way its text would come."""

    def read_payload(**fields):
        value, _ = parse(
            json.dumps({"kind": "Conversation", "id": "c1", "items": []} | fields).encode()
        )
        return read_conversation(value)

    return read_payload


@pytest.fixture
def line():
    def make(body="hello", kind="MessageToOperator", **fields):
        return {"kind": kind, "body": body} | fields

    return make
