"""The page of keys."""

from PySide6.QtWidgets import QMainWindow

from olark_inbox.ui.frame.menus import Menus
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.pages.keys_page import KeysPage


def test_every_action_with_a_key_has_its_line(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window)
    page = KeysPage(window, menus.entries.values(), single=False)
    lines = {label.text() for label in page.findChildren(Text)}
    assert {e.text for e in menus.entries.values() if e.keys or e.letter} <= lines


def test_single_letters_are_a_choice_that_is_told(qtbot):
    page = KeysPage(None, (), single=False)
    qtbot.addWidget(page)
    assert not page.tick.isChecked()
    with qtbot.waitSignal(page.single_keys_chosen) as told:
        page.tick.click()
    assert told.args == [True]
