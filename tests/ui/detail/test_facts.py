"""Figures of a conversation: only where clocks say so."""

from olark_inbox.ui.detail.facts import figures
from tests.ui.detail.makers import MINUTE, NOON, answered, asked, chat, started


def test_length_first_answer_lines_and_who():
    found = figures(chat(asked(minute=0), answered(minute=2), answered(minute=9, name="Tom")))
    assert found.answer_ms == 2 * MINUTE
    assert found.length_ms == 9 * MINUTE
    assert found.lines == 3
    assert found.answered_by == ("Maya", "Tom")


def test_an_automatic_greeting_is_no_answer():
    found = figures(chat(asked(), answered(minute=1, automatic=True), answered(minute=5)))
    assert found.answer_ms == 5 * MINUTE
    assert found.answered_by == ("Maya",)


def test_a_greeting_before_the_question_is_no_answer():
    assert figures(chat(answered(minute=0), asked(minute=1))).answer_ms is None


def test_missing_clocks_are_not_guessed():
    found = figures(chat(asked(minute=None), answered(minute=3)))
    assert found.answer_ms is None
    assert found.length_ms is None
    assert found.first_ms == NOON + 3 * MINUTE
    assert figures(chat(asked(minute=5), answered(minute=1))).answer_ms is None
    assert figures(started("Maya")).first_ms is None
