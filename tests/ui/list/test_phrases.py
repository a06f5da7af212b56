"""The words of a row."""

import pytest

from olark_inbox.olark.model import Kind
from olark_inbox.olark.standing import LIVE_MS
from olark_inbox.ui.list import phrases
from tests.ui.list.makers import NOON, row

LIVE = {"kind": Kind.START, "live_until_ms": NOON + LIVE_MS, "preview": "", "lines": 0}
LATER = NOON + LIVE_MS + 1
EARLY = {"manual": True, "live_until_ms": NOON + LIVE_MS}


@pytest.mark.parametrize(
    ("what", "now", "pill"),
    [
        ({}, NOON, None),
        (LIVE, NOON, "Live with Maya"),
        (LIVE | {"agents": ("Maya", "Tom")}, NOON, "Live with one of Maya, Tom"),
        (LIVE | {"agents": ()}, NOON, "Live"),
        (LIVE, LATER, "No transcript"),
        (EARLY, NOON, "Live with Maya"),
        (EARLY, LATER, "May have continued"),
        ({"kind": Kind.OFFLINE}, NOON, "Offline message"),
        ({"unanswered": True}, NOON, "Unanswered"),
    ],
)
def test_only_what_is_no_ordinary_chat_has_a_kind(what, now, pill):
    badge = phrases.kind_badge(row(**what), now)
    assert (badge.text if badge else None) == pill


def test_pills_stand_in_their_order_and_once():
    one = row(kind=Kind.OFFLINE, sample=True, tags=("b", "a"), own_tags=("a", "c"))
    words = [badge.text for badge in phrases.badges(one, NOON)]
    assert words == ["Offline message", "Sample", "b", "a", "c"]


@pytest.mark.parametrize(
    ("what", "now", "words"),
    [
        ({"preview": "two\n lines"}, NOON, "two lines"),
        (LIVE, NOON, "Maya is talking with this visitor. The words arrive when the chat ends."),
        (
            LIVE | {"agents": ("Maya", "Tom")},
            NOON,
            "One of Maya, Tom is talking with this visitor. The words arrive when the chat ends.",
        ),
        (LIVE | {"agents": ()}, NOON, "A chat has begun. The words arrive when it ends."),
        (LIVE, LATER, "This chat began, but its words have not arrived."),
        ({"preview": " "}, NOON, "Nothing was written."),
    ],
)
def test_where_there_are_no_words_the_row_says_why(what, now, words):
    assert phrases.preview(row(**what), now) == words


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({}, "Maya, 11 messages"),
        ({"agents": ("שירה",)}, "\u2068שירה\u2069, 11 messages"),
        ({"lines": 1}, "Maya, 1 message"),
        ({"unanswered": True, "lines": 2}, "2 messages"),
        ({"agents": ()}, "11 messages"),
        ({"kind": Kind.OFFLINE}, ""),
        ({"lines": 0}, ""),
    ],
)
def test_who_answered_and_how_much_was_said(what, words):
    assert phrases.who(row(**what)) == words


def test_a_rating_is_out_of_five():
    assert [phrases.rating(row(rating=score)) for score in (None, 1, 5)] == ["", "1/5", "5/5"]


def test_a_live_chat_says_for_how_long_and_others_when():
    assert phrases.time(row(**LIVE), NOON + 4 * 60_000) == "for 4 min"
    assert phrases.time(row(), NOON).count(":") == 1


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (
            {"name": "Bob Doe", "unread": True, "rating": 5, "preview": "Perfect, thank you"},
            "Bob Doe, chat, unread, 4 minutes ago, rated 5, Perfect, thank you",
        ),
        (
            {"starred": True, "done": True, "sample": True, "kind": Kind.OFFLINE},
            (
                "Priya Raman, offline message, sample, starred, done, 4 minutes ago, "
                "You are a star, thank you!"
            ),
        ),
        (LIVE | {"preview": "Hi"}, "Priya Raman, live chat with Maya, 4 minutes ago, Hi"),
        ({"unanswered": True, "preview": "Hi"}, "Priya Raman, unanswered chat, 4 minutes ago, Hi"),
        ({"snippet": "my wheel"}, "Priya Raman, chat, 4 minutes ago, my wheel"),
    ],
)
def test_a_row_is_said_in_one_sentence(what, said):
    assert phrases.sentence(row(**what), NOON + 4 * 60_000) == said


def test_a_sentence_does_not_go_on_for_ever():
    said = phrases.sentence(row(preview="word " * 5_000, name="n" * 600_000), NOON)
    assert len(said) < 500
    assert said.endswith("…")
