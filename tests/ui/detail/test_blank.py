"""The pane without words."""

import pytest

from olark_inbox.olark.standing import Standing
from olark_inbox.ui.detail.blank import Blank
from tests.ui.detail.makers import MINUTE, NOON, chat, opened, started


@pytest.fixture
def blank(qtbot):
    made = Blank()
    qtbot.addWidget(made)
    made.resize(440, 500)
    made.show()
    return made


def test_nothing_open(blank):
    blank.show_nothing()
    assert blank.title.text() == "No conversation open"
    assert not blank.pill.isVisible()


def test_a_chat_that_goes_on_says_who_and_since_when(blank):
    blank.show_opened(opened(started("Maya")), Standing.LIVE, NOON + 4 * MINUTE)
    assert blank.title.text() == "Maya is talking with a visitor"
    assert blank.pill.accessibleName().endswith("4 minutes ago")
    blank.show_opened(opened(started("Maya", "Tom")), Standing.LIVE, NOON)
    assert blank.title.text() == "One of Maya, Tom is talking with a visitor"
    blank.show_opened(opened(started()), Standing.LIVE, NOON)
    assert blank.title.text() == "A chat has begun"


def test_a_transcript_that_never_came_gives_the_likely_reasons(blank):
    blank.show_opened(opened(started("Maya")), Standing.MISSING, NOON)
    assert blank.title.text() == "No transcript arrived"
    assert "still open" in blank.more.text()
    assert not blank.pill.isVisible()


def test_a_conversation_without_lines_says_so(blank):
    empty = opened(chat(messages=()))
    blank.show_opened(empty, Standing.SETTLED, NOON)
    assert blank.title.text() == "No words"
