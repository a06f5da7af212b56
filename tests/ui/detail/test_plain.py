"""Clean text for the clipboard."""

import os
from datetime import datetime
from pathlib import Path

from hypothesis import given

from olark_inbox.olark.model import Message, Side
from olark_inbox.ui.detail.plain import conversation_text, whole
from tests.ui.detail.makers import answered, asked, chat, conversations, plan, sample, visitor

GOLDEN = Path(__file__).parent / "golden" / "conversation.txt"


def test_names_and_times_stand_over_the_words():
    text = whole(plan(chat(asked("One"), asked("Two", 0.1), answered("Three", 1))))
    lines = text.splitlines()
    assert lines[0] == "Thursday 20 November"
    assert lines[2].startswith("Priya ")
    assert lines[3:5] == ["One", "Two"]
    assert lines[-1] == "Three"


def test_a_whole_conversation_says_who_it_was_with():
    conversation = chat(asked("One"), visitor=visitor(phone="07700 900123"))
    who, when, *_ = conversation_text(conversation, plan(conversation)).splitlines()
    assert who == "Priya Raman, priya@example.com, 07700 900123"
    assert when.startswith("Thursday 20 November 2025, ")


def at(*moment: int) -> int:
    """Return a moment of the owner's clock, wherever the test runs."""
    return int(datetime(*moment).timestamp() * 1000)  # noqa: DTZ001 - the owner's clock


def test_a_conversation_copied_as_text_looks_as_it_always_did():
    conversation = chat(
        Message(Side.VISITOR, "My wheel\nwobbles =now=.", at(2026, 3, 6, 14, 30), "Priya"),
        Message(Side.SYSTEM, "Maya joined the chat", at(2026, 3, 6, 14, 31)),
        Message(Side.AGENT, "Hello from the robot", at(2026, 3, 6, 14, 31), automatic=True),
        Message(
            Side.AGENT, "Of course: https://spoke.example/wheels", at(2026, 3, 6, 14, 32), "Maya"
        ),
        Message(Side.AGENT, "مرحبا 李娜 😀", at(2026, 3, 6, 14, 32), "Maya"),
        Message(Side.VISITOR, "-1 for the rain", at(2026, 3, 7, 9, 0), "Priya"),
        visitor=visitor(phone="+44 7700 900123", page="https://spoke.example/wheels"),
    )
    content = conversation_text(conversation, plan(conversation)).encode()
    if os.environ.get("OLARK_INBOX_WRITE_GOLDEN"):
        GOLDEN.write_bytes(content)
    assert content == GOLDEN.read_bytes()


@given(conversations)
def test_the_whole_text_contains_every_line_exactly(conversation):
    text = whole(plan(conversation))
    assert all(message.text in text for message in conversation.messages)


def test_the_samples_come_out_whole():
    for name in ("52_unicode.json", "56_html_and_script.json", "60b_5000_messages.body"):
        conversation = sample(name)
        text = whole(plan(conversation))
        assert all(message.text in text for message in conversation.messages), name
