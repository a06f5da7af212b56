"""What is drawn behind the words."""

import pytest
from PySide6.QtCore import QPoint, QRectF

from olark_inbox.ui.detail.blocks import What
from olark_inbox.ui.detail.bubbles import Backdrop, block_at
from olark_inbox.ui.kit import theme
from tests.ui.detail.makers import answered, asked, chat, long_chat, plan


@pytest.fixture
def backdrop(transcript):
    return Backdrop(transcript.sheet, transcript.document())


def number_of(transcript, what, *, ours=False):
    entries = transcript.sheet.entries
    return next(n for n, e in enumerate(entries) if e.block.what is what and e.block.ours is ours)


def rect(transcript, backdrop, *, ours=False):
    number = number_of(transcript, What.SAID, ours=ours)
    return backdrop.bubble_rect(number, transcript.sheet.entries[number])


def test_a_bubble_hugs_short_words_on_its_side(transcript, backdrop):
    transcript.show_plan(plan(chat(asked("Hi"), answered("Hello"))))
    theirs, ours = rect(transcript, backdrop), rect(transcript, backdrop, ours=True)
    assert theirs.left() == 24
    assert theirs.height() == 35
    assert theirs.width() < 60
    assert ours.right() == transcript.width() - 24


def test_bubbles_are_drawn_in_the_colours_of_their_side(transcript, backdrop):
    transcript.show_plan(plan(chat(asked("Hi"), answered("Hello"))))
    picture = transcript.grab().toImage()
    for ours, token in ((False, "bub_v"), (True, "bub_o")):
        place = rect(transcript, backdrop, ours=ours).toRect().topLeft() + QPoint(14, 2)
        assert picture.pixelColor(place) == theme.current()[token]


def test_no_two_bubbles_touch(transcript, backdrop):
    transcript.show_plan(plan(chat(asked("a"), asked("b", 0.1), answered("c", 1))))
    rects = [
        backdrop.bubble_rect(n, e)
        for n, e in enumerate(transcript.sheet.entries)
        if e.block.what is What.SAID
    ]
    assert rects[1].top() - rects[0].bottom() == 4
    assert rects[2].top() - rects[1].bottom() > 30


def test_a_long_message_is_one_bubble(transcript, backdrop):
    transcript.show_plan(plan(chat(asked("word " * 2_000))))
    number = number_of(transcript, What.SAID)
    first = backdrop.bubble_rect(number, transcript.sheet.entries[number])
    more = backdrop.bubble_rect(number + 1, transcript.sheet.entries[number + 1])
    assert first == more


def test_the_first_visible_block_is_found(qtbot, transcript):
    transcript.show_plan(plan(long_chat(200)))
    qtbot.waitUntil(transcript.is_filled)
    document = transcript.document()
    for y in (0, 500, 2_345, 9_000):
        block = block_at(document, y)
        bounds = document.documentLayout().blockBoundingRect(block)
        assert bounds.bottom() >= y
        if block.previous().isValid():
            before = document.documentLayout().blockBoundingRect(block.previous())
            assert before.bottom() < y


def test_only_what_is_in_view_is_drawn(qtbot, transcript, backdrop):
    transcript.show_plan(plan(long_chat(200)))
    qtbot.waitUntil(transcript.is_filled)
    assert len(list(backdrop.visible(QRectF(0, 3_000, 440, 600)))) < 30


def test_a_link_on_two_lines_has_two_rectangles(transcript, backdrop):
    transcript.show_plan(plan(chat(asked("https://a.example/" + "long-path/" * 6))))
    number = number_of(transcript, What.SAID)
    rects = backdrop.link_rects(number, 0)
    assert len(rects) >= 2
    assert rects[1].top() > rects[0].top()
