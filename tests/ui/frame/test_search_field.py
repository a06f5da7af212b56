"""The search field, key by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.frame.search_field import LONGEST, SearchField


@pytest.fixture
def field(qtbot):
    made = SearchField()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_each_keystroke_tells_what_is_typed(field):
    told = []
    field.changed.connect(told.append)
    QTest.keyClicks(field.line, "ab")
    assert told == ["a", "ab"]


def test_esc_clears_first_and_leaves_then(field, qtbot):
    QTest.keyClicks(field.line, "wheel")
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.words() == ""
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field.line, Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_down_and_enter_lead_to_the_list_and_keep_the_words(field, qtbot, key):
    QTest.keyClicks(field.line, "wheel")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field.line, key)
    assert field.words() == "wheel"


def test_the_cross_is_there_only_with_words_and_clears_them(field):
    assert field.clear_button.isHidden()
    QTest.keyClicks(field.line, "x")
    assert not field.clear_button.isHidden()
    field.clear_button.click()
    assert field.words() == ""
    assert field.clear_button.isHidden()


def test_a_letter_typed_over_the_list_begins_the_search(field):
    field.begin("w")
    field.begin("h")
    assert field.words() == "wh"


def test_a_pasted_page_is_cut(field):
    field.line.insert("x" * (LONGEST + 100))
    assert len(field.words()) == LONGEST
