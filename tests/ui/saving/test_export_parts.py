import pytest
from PySide6.QtCore import Qt

from olark_inbox.ui.saving.export_parts import Bar, ChoiceCard


def test_a_card_is_chosen_by_click_and_by_key(qtbot):
    card = ChoiceCard("PDF", "to read")
    qtbot.addWidget(card)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked()
    assert (card.accessibleName(), card.accessibleDescription()) == ("PDF", "to read")


def test_a_chosen_card_looks_chosen(qtbot):
    card = ChoiceCard("PDF", "to read")
    qtbot.addWidget(card)
    card.resize(300, 52)
    before = card.grab().toImage()
    card.setChecked(True)
    assert card.grab().toImage() != before


@pytest.mark.parametrize(("share", "shown"), [(-1, 0), (0.5, 0.5), (7, 1)])
def test_a_bar_shows_a_part_of_the_whole(qtbot, share, shown):
    bar = Bar("Progress")
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    bar.show_share(share)
    assert bar.share == shown
    assert not bar.grab().isNull()
