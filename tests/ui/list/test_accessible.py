"""The list as a screen reader meets it."""

import gc

import pytest
from PySide6.QtGui import QAccessible

from olark_inbox.store.rows import Query
from tests.ui.list.makers import chat, post, post_many, read

NAME = QAccessible.Text.Name


@pytest.fixture
def spoken(run, inbox, model, view):
    post_many(inbox, 40, lambda number: chat(f"number {number}"))

    async def story():
        model.set_query(Query())
        await model.settle()

    run(story())
    return QAccessible.queryAccessibleInterface(view)


def test_it_is_a_list_of_the_rows_on_the_screen(spoken, view):
    assert (spoken.role(), spoken.text(NAME)) == (QAccessible.Role.List, "Conversations")
    assert spoken.childCount() == 8
    first = spoken.child(0)
    assert first.role() is QAccessible.Role.ListItem
    assert first.text(NAME) == "Priya Raman, chat, unread, just now, number 39"
    assert spoken.child(99) is None
    assert spoken.indexOfChild(first) == 0
    corner = first.rect().center()
    assert spoken.childAt(corner.x(), corner.y()).text(NAME) == first.text(NAME)


def test_selection_and_keyboard_are_told(spoken, view):
    view.activateWindow()
    view.setFocus()
    view.select_place(2)
    gc.collect()
    states = [spoken.child(place).state() for place in range(4)]
    assert [bool(state.selected) for state in states] == [False, False, True, False]
    assert spoken.focusChild().text(NAME).endswith("number 37")


def test_an_item_stays_with_its_conversation(spoken, run, inbox, model, view):
    first = spoken.child(0)

    async def story():
        post(inbox, chat("newer"))
        await read(model, inbox)

    run(story())
    assert first.text(NAME).endswith("number 39")
    assert spoken.indexOfChild(first) == 1
    assert spoken.child(0).text(NAME).endswith("newer")


def test_an_item_that_left_says_nothing(spoken, run, inbox, model, view):
    first = spoken.child(0)
    gone = model.row_at(0).id

    async def story():
        inbox.mark([gone], done=True).result(120)
        await read(model, inbox)

    run(story())
    assert not first.isValid()
    assert first.text(NAME) == ""
    assert spoken.indexOfChild(first) == -1
