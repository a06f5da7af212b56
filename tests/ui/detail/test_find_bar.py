"""The bar that counts hits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.detail.find_bar import FindBar


@pytest.fixture
def bar(qtbot):
    made = FindBar()
    qtbot.addWidget(made)
    made.resize(440, 40)
    made.show()
    return made


def test_it_says_which_of_how_many(bar):
    bar.show_words("wheel")
    bar.show_hits(0, 5)
    assert bar.figure.text() == "1 of 5 in this chat"
    assert bar.next.isEnabled()
    bar.show_hits(-1, 0)
    assert bar.figure.text() == "Not in these words"
    assert not bar.next.isEnabled()


def test_typing_enter_and_esc(qtbot, bar):
    with qtbot.waitSignal(bar.words_changed) as typed:
        QTest.keyClicks(bar.field, "w")
    assert typed.args == ["w"]
    with qtbot.waitSignal(bar.next_clicked):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.previous_clicked):
        QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)


def test_showing_words_looks_for_nothing(qtbot, bar):
    with qtbot.assertNotEmitted(bar.words_changed):
        bar.show_words("wheel")
    assert bar.height() == 40
    bar.grab()
