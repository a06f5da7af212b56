from datetime import UTC

from olark_inbox.export.text import place, words
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Conversation, Kind, Message, Side, Visitor


def test_a_line_without_a_time_keeps_its_place() -> None:
    lines = (Message(Side.VISITOR, "a", at_ms=0), Message(Side.AGENT, "b"))
    assert words(lines, "Bob", WallClock(UTC)) == "1970-01-01\n00:00 Bob: a\nAgent: b"


def test_a_place_is_what_is_known_of_it() -> None:
    visitor = Visitor(city="Bristol", country_code="GB")
    assert place(Conversation("a", "a", Kind.TRANSCRIPT, visitor=visitor)) == "Bristol, GB"
    assert place(Conversation("a", "a", Kind.TRANSCRIPT)) == ""
