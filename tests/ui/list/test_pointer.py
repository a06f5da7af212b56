"""The buttons under the pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest

from olark_inbox.store.rows import Query
from olark_inbox.ui.list.geometry import RowPlaces
from olark_inbox.ui.list.pointer import NO_ROW
from tests.ui.list.makers import chat, post


@pytest.fixture
def two(run, inbox, model, view):
    ids = post(inbox, chat(), chat())

    async def story():
        model.set_query(Query())
        await model.settle()

    run(story())
    return list(reversed(ids))


def button(view, place, number, of):
    return RowPlaces(view.rect_of(place)).actions(of)[number].center()


def test_a_row_offers_only_what_somebody_does(two, view):
    assert view.actions_shown() == ()
    view.star_clicked.connect(print)
    assert view.actions_shown() == ("star",)
    view.done_clicked.connect(print)
    assert view.actions_shown() == ("done", "star")


@pytest.mark.parametrize(("number", "name"), [(0, "done_clicked"), (1, "star_clicked")])
def test_a_button_under_the_pointer_does_its_work_and_opens_nothing(two, view, number, name):
    spies = {name: QSignalSpy(getattr(view, name)) for name in ("done_clicked", "star_clicked")}
    opened = QSignalSpy(view.opened)
    at = button(view, 1, number, 2)
    QTest.mouseMove(view.viewport(), at)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert spies.pop(name).at(0) == [two[1]]
    assert [spy.count() for spy in spies.values()] == [0]
    assert opened.count() == 0
    assert view.selected_ids() == []


def test_a_press_that_ends_elsewhere_does_nothing(two, view):
    spy = QSignalSpy(view.done_clicked)
    view.star_clicked.connect(print)
    at = button(view, 0, 0, 2)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(-60, 0))
    assert spy.count() == 0


def test_the_row_under_the_pointer_is_known_and_forgotten(two, view):
    view.pointer.moved(view.rect_of(1).center())
    assert view.pointer.under == 1
    view.pointer.left()
    assert view.pointer.under == NO_ROW
