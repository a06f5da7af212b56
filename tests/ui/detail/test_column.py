"""Where the words stand."""

import pytest
from PySide6.QtWidgets import QApplication

from olark_inbox.ui.detail.blocks import Block, What
from olark_inbox.ui.detail.column import (
    Column,
    bubble_format,
    gap,
    line_format,
    measure,
    top_margin,
)
from olark_inbox.ui.kit import theme

VISITOR = Block(What.SAID, 0)
AGENT = Block(What.SAID, 0, ours=True)


def test_a_narrow_page_is_all_column_and_a_wide_one_has_it_in_the_middle(qapp):
    narrow = Column.of(430, mirrored=False)
    assert (narrow.left, narrow.right) == (24, 14)
    wide = Column.of(1_400, mirrored=False)
    assert wide.width - wide.left - wide.right == 760
    assert abs(wide.left - wide.right) <= 10
    assert wide.widest == 520 - 24


def test_no_width_is_too_small(qapp):
    for width in (0, 1, 60, 100):
        assert Column.of(width, mirrored=False).widest > 0


def test_a_visitor_stands_left_an_agent_right_and_mirrored_the_other_way(qapp):
    for mirrored in (False, True):
        column = Column.of(500, mirrored=mirrored)
        theirs = bubble_format(column, VISITOR, 0, 50, rtl=False)
        ours = bubble_format(column, AGENT, 0, 50, rtl=False)
        assert (theirs.leftMargin() < ours.leftMargin()) is not mirrored
        name = line_format(column, Block(What.NAME, ours=True), 0)
        assert bool(name.alignment() & name.alignment().AlignRight) is not mirrored


def test_words_as_wide_as_measured_do_not_wrap_again(qapp):
    column = Column.of(500, mirrored=False)
    for text in ("Hi", "one two three four five", "words " * 60):
        width = measure(text, column.widest)
        form = bubble_format(column, AGENT, 0, width, rtl=False)
        room = column.width - form.leftMargin() - form.rightMargin()
        assert width <= room <= column.widest + 2


@pytest.mark.parametrize("before", [None, *What])
@pytest.mark.parametrize("what", list(What))
def test_no_two_blocks_overlap(before, what):
    assert gap(before, what) >= (0 if before is None else 4)
    assert top_margin(before, what) >= 0


def test_everything_grows_with_the_size_of_text(qapp):
    assert isinstance(qapp, QApplication)
    small = Column.of(800, mirrored=False)
    theme.set_text_size(qapp, 150)
    assert Column.of(800, mirrored=False).left > small.left
