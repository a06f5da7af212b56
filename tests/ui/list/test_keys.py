"""Keys over the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from olark_inbox.store.rows import Query
from tests.ui.list.makers import chat, post


@pytest.fixture
def three(run, inbox, model, view):
    ids = post(inbox, chat(name="Zoe"), chat(name="Yan"), chat(name="Xi"))

    async def story():
        model.set_query(Query())
        await model.settle()

    run(story())
    view.select_place(0)
    return list(reversed(ids))


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([Qt.Key.Key_Down], 1),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up], 1),
        ([Qt.Key.Key_End], 2),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_PageDown], 2),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], 2),
    ],
)
def test_arrows_go_from_conversation_to_conversation(three, view, keys, place):
    for key in keys:
        QTest.keyClick(view, key)
    assert view.selected_ids() == [three[place]]


def test_letters_are_for_the_search_field_and_move_nothing(three, view):
    typed = QSignalSpy(view.typed)
    QTest.keyClicks(view, "jx Yan")
    assert [typed.at(n)[0] for n in range(typed.count())] == ["j", "x", "Y", "a", "n"]
    assert view.selected_ids() == [three[0]]


def test_single_letters_move_and_select_once_they_are_switched_on(three, view):
    view.keys.single_letters = True
    QTest.keyClicks(view, "jjk")
    assert view.selected_ids() == [three[1]]
    QTest.keyClicks(view, "x")
    assert view.selected_ids() == []


def test_enter_goes_into_the_words(three, view):
    entered = QSignalSpy(view.go_in)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert entered.count() == 1


def test_all_are_selected_as_one_range(three, view):
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_count == 3
    assert view.selectionModel().selection().count() == 1


def test_the_ring_shows_after_a_key_and_not_after_a_click(three, view):
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.ring.shown
    place = view.rect_of(0).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not view.ring.shown
