"""The sentences between the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.ui.detail.blocks import Block, What
from olark_inbox.ui.detail.phrases import isolated, one_line, words
from tests.ui.detail.makers import NOON


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Block(What.DAY, at_ms=NOON), "Thursday 20 November"),
        (Block(What.GAP, span_ms=9 * 60_000), "9 minutes later"),
        (Block(What.STARTED, text="https://a.example/x?y=1"), "Chat started on a.example/x"),
        (Block(What.NOBODY, span_ms=7 * 60_000), "Nobody answered. Last message after 7 minutes"),
        (Block(What.NOBODY), "Nobody answered"),
        (Block(What.RATED, name="Priya", count=5), "Priya gave 5 of 5 stars"),
        (Block(What.SYSTEM, text="a\nb"), "a b"),
        (Block(What.MORE, count=5_000), "Show all 5,000 characters"),
        (
            Block(What.LIVE, name="Tom"),
            "Still talking with Tom. The rest arrives when the chat ends.",
        ),
        (Block(What.NAME, automatic=True, ours=True), "Automatic message"),
    ],
)
def test_each_line_is_a_plain_sentence(block, said):
    assert words(block, NOON) == said


@pytest.mark.parametrize("what", [what for what in What if what is not What.SAID])
def test_every_kind_of_line_has_words(what):
    assert words(Block(what), NOON)


def test_a_name_cannot_turn_the_words_around_it():
    assert one_line("a\u202eb\u2066c\u200fd") == "abcd"
    assert isolated("\u0644\u064a") == "\u2068\u0644\u064a\u2069"


@given(st.text(), st.integers(1, 50))
def test_one_line_is_one_line_and_short(text, longest):
    line = one_line(text, longest)
    assert len(line) <= longest
    assert len(line.splitlines()) <= 1
