import pytest

from olark_inbox.store.search import Chip, plan
from olark_inbox.ui.frame.search_chips import SearchChips, chip_words, words_beside


@pytest.mark.parametrize(("chip", "said"), [
    (Chip("tag", "wheels", 0, 10), "Tag wheels"),
    (Chip("-from", "bob", 0, 9), "Not: From bob"),
    (Chip("is", "unread", 0, 9), "unread"),
    (Chip("rating", "<=2", 0, 9), "Rating ≤ 2"),
    (Chip("rating", ">=4", 0, 9), "Rating ≥ 4"),
    (Chip("rating", "5", 0, 8), "Rating 5"),
])  # fmt: skip
def test_a_chip_speaks_plainly(chip, said):
    assert chip_words(chip) == said


def test_chips_come_go_and_say_which_was_taken_away(qtbot):
    chips = SearchChips()
    qtbot.addWidget(chips)
    assert chips.isHidden()
    both = (Chip("tag", "a", 0, 5), Chip("is", "done", 6, 13))
    chips.show_chips(both)
    assert not chips.isHidden()
    with qtbot.waitSignal(chips.removed) as heard:
        chips.buttons[1].click()
    assert heard.args == [both[1]]
    assert chips.buttons[0].accessibleName() == "Take away: Tag a"
    assert not chips.grab().isNull()
    chips.show_chips(())
    assert chips.isHidden()


@pytest.mark.parametrize(("typed", "left"), [
    ("tag:a wheel has:email", "wheel"),
    ("wheel", "wheel"),
    ("tag:a", ""),
    ("blue on:3 march wheel", "blue wheel"),
])  # fmt: skip
def test_beside_the_filters_stand_the_words(typed, left):
    assert words_beside(typed, plan(typed, 1_763_640_000_000).chips) == left
