"""Going from hit to hit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.detail.makers import NOON, answered, asked, chat, long_chat, opened

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_it_opens_at_its_first_hit_and_f3_goes_on(pane):
    conversation = long_chat(300)
    hits = ((200, 0, 4), (250, 0, 4))
    pane.show_opened(opened(conversation, hits=hits), NOON, "some")
    assert pane.find_bar.isVisible()
    assert pane.find_bar.figure.text() == "1 of 2 in this chat"
    first = pane.transcript.verticalScrollBar().value()
    pane.transcript.setFocus()
    QTest.keyClick(pane.transcript, Qt.Key.Key_F3)
    assert pane.find_bar.figure.text() == "2 of 2 in this chat"
    QTest.keyClick(pane.transcript, Qt.Key.Key_F3)
    assert pane.find_bar.figure.text() == "1 of 2 in this chat"
    QTest.keyClick(pane.transcript, Qt.Key.Key_F3, SHIFT)
    assert pane.find_bar.figure.text() == "2 of 2 in this chat"
    assert first >= 0
    pane.show_nothing()


def test_ctrl_f_finds_as_one_types_and_esc_ends_it(pane, qtbot):
    pane.show_opened(opened(chat(asked("A wheel"), answered("The Wheel"))), NOON)
    assert not pane.find_bar.isVisible()
    pane.activateWindow()
    pane.transcript.setFocus()
    QTest.keyClick(pane.transcript, Qt.Key.Key_F, CTRL)
    assert pane.find_bar.isVisible()
    QTest.keyClicks(pane.find_bar.field, "wheel")
    assert pane.find_bar.figure.text() == "1 of 2 in this chat"
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert not pane.transcript._marks.by_message


def test_the_hits_of_a_search_stay_when_lines_come(pane):
    lines = (asked("A wheel"), answered("Which wheel?"))
    pane.show_opened(opened(chat(*lines), hits=((0, 2, 7), (1, 6, 11))), NOON, "wheel from:priya")
    pane.next_hit()
    pane.update_opened(opened(chat(*lines, asked("Rear", 2))), NOON)
    assert pane.find_bar.figure.text() == "2 of 2 in this chat"
    pane.update_opened(opened(chat(asked("A wheel"))), NOON)
    assert pane.find_bar.figure.text() == "1 of 1 in this chat"


def test_what_was_typed_is_looked_for_in_new_lines_too(pane):
    pane.show_opened(opened(chat(asked("A wheel"))), NOON)
    pane.start_find()
    QTest.keyClicks(pane.find_bar.field, "wheel")
    pane.update_opened(opened(chat(asked("A wheel"), answered("Which wheel?"))), NOON)
    assert pane.find_bar.figure.text() == "1 of 2 in this chat"


def test_with_nothing_open_there_is_nothing_to_find(pane):
    pane.start_find()
    pane.next_hit()
    assert not pane.find_bar.isVisible()
