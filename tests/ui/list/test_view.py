"""The list as a person uses it: selecting, opening, coming back."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from olark_inbox.base import tasks
from olark_inbox.store.rows import Query, View
from olark_inbox.ui.kit import theme
from tests.ui.list.makers import chat, offline, post, post_many, read, started


def opened_by(spy):
    return [spy.at(number)[0] for number in range(spy.count())]


@pytest.fixture
def story_of(run, model, view):
    """Show a query, then run a story."""

    def tell(story, query=None):
        async def whole():
            model.set_query(query or Query())
            await model.settle()
            await story()

        run(whole())

    return tell


def test_a_click_opens_a_conversation_once(story_of, inbox, view):
    ids = post(inbox, chat(), chat(), chat())

    async def story():
        spy = QSignalSpy(view.opened)
        place = view.rect_of(1).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert opened_by(spy) == [ids[1]]
        assert view.selected_ids() == [ids[1]]
        assert view.open_id() == ids[1]

    story_of(story)


def test_several_selected_open_nothing_and_are_counted(story_of, inbox, view):
    ids = post(inbox, chat(), chat(), chat())

    async def story():
        view.select_place(0)
        spy = QSignalSpy(view.opened)
        for _ in range(2):
            QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert (view.selected_count, view.open_id()) == (3, None)
        assert view.selected_ids() == list(reversed(ids))
        assert spy.count() == 0

    story_of(story)


def test_the_selection_follows_its_conversation_when_others_arrive(story_of, inbox, model, view):
    ids = post(inbox, chat(), chat())

    async def story():
        view.select(ids[0])
        spy = QSignalSpy(view.opened)
        post(inbox, chat(), chat())
        await read(model, inbox)
        assert view.selected_ids() == [ids[0]]
        assert view.currentIndex().row() == 3
        assert spy.count() == 0

    story_of(story)


def test_a_conversation_far_away_is_selected_and_brought_to_the_screen(
    story_of, inbox, model, view
):
    (first,) = post(inbox, chat("the first"))
    post_many(inbox, 300, lambda number: chat())

    async def story():
        spy = QSignalSpy(view.opened)
        view.select(first)
        await asyncio.gather(*(task for task in tasks.running() if "select" in task.get_name()))
        assert opened_by(spy) == [first]
        assert view.seen_places()[1] == 300

    story_of(story)


def test_done_goes_on_to_the_next_conversation(story_of, inbox, model, view):
    ids = post(inbox, chat(), chat(), chat())

    async def story():
        view.select(ids[1])
        spy = QSignalSpy(view.opened)
        await asyncio.wrap_future(inbox.mark([ids[1]], done=True))
        await read(model, inbox)
        assert opened_by(spy) == [ids[0]]
        assert view.selected_ids() == [ids[0]]

    story_of(story)


def test_a_chat_that_leaves_the_live_list_by_itself_opens_no_other(story_of, inbox, model, view):
    payload = started("Maya")
    ids = post(inbox, started("Tom"), payload, started("Tom"))

    async def story():
        view.select(ids[1])
        spy = QSignalSpy(view.opened)
        finished = chat("All is said") | {"id": payload["id"]}
        post(inbox, finished)
        await read(model, inbox)
        assert model.total == 2
        assert spy.count() == 0
        assert view.selected_ids() == []

    story_of(story, Query(View.LIVE))


def test_another_list_keeps_the_open_conversation_selected_without_opening_it_again(
    story_of, inbox, model, view
):
    ids = post(inbox, chat("wheel"), offline("saddle"), chat("wheel"))

    async def story():
        view.select(ids[0])
        spy = QSignalSpy(view.opened)
        model.set_query(Query(View.ALL, words="wheel"))
        await model.settle()
        assert view.selected_ids() == [ids[0]]
        assert spy.count() == 0
        model.set_query(Query(View.OFFLINE))
        await model.settle()
        assert (view.selected_ids(), view.open_id(), view.selected_count) == ([], None, 0)

    story_of(story)


def test_the_menu_leaves_the_selection_as_it_is(story_of, inbox, view):
    ids = post(inbox, chat(), chat())

    async def story():
        view.select(ids[1])
        spy = QSignalSpy(view.menu_requested)
        at = view.rect_of(1).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint(5, 5))
        QApplication.sendEvent(view.viewport(), event)
        assert spy.at(0)[0] == ids[0]
        assert view.selected_ids() == [ids[1]]

    story_of(story)


def test_compact_rows_keep_what_is_on_top(story_of, inbox, model, view):
    post_many(inbox, 60, lambda number: chat())

    async def story():
        view.verticalScrollBar().setValue(20 * 96)
        view.compact = True
        assert view.seen_places()[0] == 20
        assert view.rect_of(20).height() == 60

    story_of(story)


def test_a_larger_text_size_makes_larger_rows(story_of, inbox, view, qapp):
    post(inbox, chat())

    async def story():
        theme.set_text_size(qapp, 150)
        qapp.processEvents()
        assert view.rect_of(0).height() == 144

    try:
        story_of(story)
    finally:
        theme.set_text_size(qapp, 100)


def test_a_live_list_loses_what_went_silent_when_time_passes(story_of, inbox, model, view, clock):
    post(inbox, started("Maya"))

    async def story():
        assert model.total == 1
        clock.minutes(181)
        view.tick()
        await model.settle()
        assert model.total == 0

    story_of(story, Query(View.LIVE))


def test_the_list_has_a_name_for_screen_readers(view):
    assert view.accessibleName() == "Conversations"


def test_all_that_is_selected_is_told_though_most_of_it_is_not_loaded(story_of, inbox, view):
    post_many(inbox, 300, lambda number: chat())

    async def story():
        QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert view.selected_count == 300
        assert len(view.selected_ids()) < 300
        assert sorted(await view.all_selected_ids()) == sorted(
            row.id for row in inbox.rows_of(Query())
        )

    story_of(story)


@pytest.mark.slow
def test_however_long_the_list_only_what_is_seen_is_read(story_of, inbox, model, view):
    post_many(inbox, 20_000, lambda number: chat())

    async def story():
        assert (model.total, len(model.places)) == (20_000, 50)
        for place in (10_000, 15_000, 19_990):
            view.verticalScrollBar().setValue(place * 96)
            await model.settle()
            first, last = view.seen_places()
            assert all(model.row_at(at) is not None for at in range(first, min(last + 1, 20_000)))
        assert len(model.places) <= 50 + 3 * 60

    story_of(story)


def test_what_comes_above_a_selected_row_is_no_change_of_the_selection(
    story_of, inbox, model, view
):
    post_many(inbox, 20, lambda number: chat())

    async def story():
        view.select_place(3)
        spy = QSignalSpy(view.selection_changed)
        post(inbox, chat(), chat())
        await read(model, inbox)
        assert view.selected_ids() == [model.row_at(5).id]
        assert spy.count() == 0

    story_of(story)
