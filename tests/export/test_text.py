import os
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from olark_inbox.export.text import conversation_text, kind_words, rating_words, words
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind, Message, Rating, Side
from olark_inbox.store.rows import Opened

GOLDEN = Path(__file__).parent / "golden" / "conversation.txt"


def test_a_conversation_copied_as_text_looks_as_it_always_did(priya: Opened) -> None:
    content = conversation_text(priya, WallClock(UTC)).encode()
    if os.environ.get("OLARK_INBOX_WRITE_GOLDEN"):
        GOLDEN.write_bytes(content)
    assert content == GOLDEN.read_bytes()


def test_what_is_not_known_is_not_mentioned(opened: Callable[..., Opened]) -> None:
    text = conversation_text(opened(kind=Kind.START, name="Visitor"), WallClock(UTC))
    assert text == "Chat that just began with Visitor\nWhen: 2026-11-22 12:00\n"


def test_a_line_without_a_time_keeps_its_place() -> None:
    lines = (Message(Side.VISITOR, "a", at_ms=0), Message(Side.AGENT, "b"))
    assert words(lines, "Bob", WallClock(UTC)) == "1970-01-01\n00:00 Bob: a\nAgent: b"


def test_a_rating_says_only_what_was_given() -> None:
    assert rating_words(Rating(overall=5, responsiveness=2)) == "5/5, quick 2/5"
    assert rating_words(Rating()) == ""


def test_an_unanswered_chat_is_called_so() -> None:
    assert kind_words(Kind.TRANSCRIPT, unanswered=True) == "Unanswered chat"
    assert kind_words(Kind.OFFLINE) == "Offline message"
