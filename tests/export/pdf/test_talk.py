from datetime import UTC

from olark_inbox.export.pdf.blocks import DayLine, Words
from olark_inbox.export.pdf.bubble import Bubble
from olark_inbox.export.pdf.talk import conversation_blocks
from olark_inbox.export.pdf.words import Calendar
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Message, Side


def blocks(opened, kind):
    every = conversation_blocks(opened, 4900, Calendar(WallClock(UTC)), {})
    return [block for block in every if isinstance(block, kind)]


def test_every_day_is_named_once(priya, qapp):
    assert len(blocks(priya, DayLine)) == 2


def test_a_name_stands_over_the_first_of_several_lines(opened, line, qapp):
    chat = opened(
        line(Side.VISITOR, "a", "Bob"),
        line(Side.VISITOR, "b", "Bob", 10),
        line(Side.VISITOR, "c", "Bob", 1000),
        line(Side.AGENT, "d", "Maya", 1001),
    )
    captions = [bubble.caption for bubble in blocks(chat, Bubble)]
    assert [caption.name if caption else None for caption in captions] == [
        "Bob", None, "Bob", "Maya",
    ]  # fmt: skip


def test_lines_without_a_time_are_shown_too(opened, qapp):
    chat = opened(Message(Side.VISITOR, "a"), Message(Side.VISITOR, "b"))
    assert [bubble.caption is not None for bubble in blocks(chat, Bubble)] == [True, False]


def test_the_note_stands_at_the_end(priya, opened, qapp):
    words = blocks(priya, Words)
    assert words[-1]._lines._lines == ["Call back on Friday"]
    assert not blocks(opened(), Words)
