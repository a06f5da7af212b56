"""Received text inside sentences: one line, its direction its own, several names as a choice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from olark_inbox.ui.kit.inline import isolated, one_line, one_of, talking

HEBREW = "שירה"


def test_a_name_of_the_other_direction_leaves_the_sentence_in_its_order(qapp):
    layout = QTextLayout(f"{isolated(HEBREW)}, 12 messages")
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    option = layout.textOption()
    assert option.textDirection() is not Qt.LayoutDirection.RightToLeft
    text = layout.text()
    places = [line.cursorToX(text.index(part))[0] for part in (HEBREW, ",", "12", "messages")]
    assert places[1:] == sorted(places[1:])
    assert places[0] <= places[1]


def test_overrides_and_breaks_of_a_name_stay_out():
    assert isolated("a\u202eb\nc") == "ab c"
    assert isolated(f"\u2067{HEBREW}\u2069") == f"\u2068{HEBREW}\u2069"
    assert len(one_line("x" * 1_000)) == 400


@pytest.mark.parametrize(
    ("names", "words", "begins"),
    [
        ((), "", ""),
        (("Maya",), "Maya", "Maya"),
        (("Maya", "Tom"), "one of Maya, Tom", "One of Maya, Tom"),
        (("A", "B", "C", "D", "E"), "one of A, B, C and 2 more", "One of A, B, C and 2 more"),
        ((" ", "Maya"), "Maya", "Maya"),
    ],
)
def test_who_it_may_be(names, words, begins):
    assert one_of(names) == words
    assert talking(names) == begins
