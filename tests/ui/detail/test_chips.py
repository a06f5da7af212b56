"""Tags as pills."""

import pytest
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.detail.chips import Chips


@pytest.fixture
def chips(qtbot):
    def show(width, tags, kind=None, *, wraps):
        made = Chips(wraps=wraps)
        qtbot.addWidget(made)
        made.resize(width, 20)
        made.show()
        made.show_chips(tags, kind)
        return made

    return show


def test_tags_wrap_where_there_is_room_below(chips):
    made = chips(120, ["repair", "wheels", "e-bike", "kids"], wraps=True)
    assert made.height() > 30
    assert all(rect.right() < 120 for rect, _ in made._placed())
    assert len(made._placed()) == 4


def test_on_one_line_what_has_no_room_is_left_out(chips):
    made = chips(120, ["repair", "wheels", "e-bike", "kids"], wraps=False)
    assert made.height() == 18
    assert 0 < len(made._placed()) < 4


def test_what_it_says_can_be_heard(chips):
    made = chips(300, ["repair"], ("Unanswered", "alert", "message-circle-warning"), wraps=False)
    assert made.accessibleName() == "Unanswered, tags: repair"


def test_markup_and_endless_tags_are_words(chips):
    made = chips(200, ["<b>x</b>", "y" * 10_000, "", "\n"], wraps=True)
    assert len(made._placed()) == 2
    made.grab()


def test_without_anything_to_say_it_takes_no_room(chips, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Chips(wraps=False)
    made.setParent(parent)
    made.show_chips([])
    assert made.isHidden()
