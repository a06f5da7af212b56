"""Nothing moves under the eye or the pointer while something arrives."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from olark_inbox.store.rows import Query
from olark_inbox.ui.list.new_pill import NewPill
from tests.ui.list.makers import chat, post, post_many, read


@pytest.fixture
def story_of(run, model, view):
    def tell(story):
        async def whole():
            model.set_query(Query())
            await model.settle()
            await story()

        run(whole())

    return tell


def what_is_seen(view):
    """The conversations on the screen and where they stand."""
    first, last = view.seen_places()
    rows = [(view.conversations.row_at(place), place) for place in range(first, last + 1)]
    return {row.id: view.rect_of(place).top() for row, place in rows if row is not None}


def test_a_scrolled_list_keeps_its_rows_in_place(story_of, inbox, model, view):
    post_many(inbox, 60, lambda number: chat())

    async def story():
        view.verticalScrollBar().setValue(20 * 96 + 30)
        await model.settle()
        before = what_is_seen(view)
        assert len(before) > 6
        post(inbox, chat(), chat())
        await read(model, inbox)
        assert what_is_seen(view) == before
        assert view.holding.count == 2
        pill = view.findChild(NewPill)
        assert pill.isVisible()
        assert pill.text() == "2 new"

    story_of(story)


def test_while_a_row_is_selected_in_the_window_in_front_nothing_moves(story_of, inbox, model, view):
    post_many(inbox, 20, lambda number: chat())

    async def story():
        view.activateWindow()
        view.select_place(2)
        await model.settle()
        assert view.isActiveWindow()
        before = what_is_seen(view)
        post(inbox, chat(), chat())
        await read(model, inbox)
        assert what_is_seen(view).items() >= dict(list(before.items())[:5]).items()
        assert view.holding.count == 2
        view.clearSelection()
        view.scrollToTop()
        post(inbox, chat())
        await read(model, inbox)
        assert view.verticalScrollBar().value() == 0  # nobody reads: what is new is shown

    story_of(story)


def test_a_chat_that_moves_up_from_below_does_not_push(story_of, inbox, model, view):
    payload = chat("first")
    post(inbox, payload)
    post_many(inbox, 40, lambda number: chat())

    async def story():
        view.verticalScrollBar().setValue(10 * 96)
        model.show(0, 40)
        await model.settle()
        before = what_is_seen(view)
        line = {"kind": "MessageToOperator", "body": "more", "timestamp": "1763639900"}
        post(inbox, payload | {"items": [*payload["items"], line]})
        await read(model, inbox)
        assert what_is_seen(view) == before
        assert view.holding.count == 1

    story_of(story)


def test_a_row_that_leaves_above_pulls_nothing(story_of, inbox, model, view):
    ids = post(inbox, *[chat() for _ in range(40)])

    async def story():
        view.verticalScrollBar().setValue(10 * 96)
        before = what_is_seen(view)
        inbox.mark([ids[-1]], done=True).result(120)
        await read(model, inbox)
        assert what_is_seen(view) == before

    story_of(story)


def test_at_the_top_a_new_row_simply_appears(story_of, inbox, model, view):
    post_many(inbox, 20, lambda number: chat())

    async def story():
        (new,) = post(inbox, chat())
        await read(model, inbox)
        assert view.rect_of(0).top() == 0
        assert new in what_is_seen(view)
        assert view.holding.count == 0

    story_of(story)


def test_under_the_pointer_the_list_stands_still(story_of, inbox, model, view):
    post_many(inbox, 20, lambda number: chat())

    async def story():
        QTest.mouseMove(view.viewport(), QPoint(100, 100))
        before = what_is_seen(view)
        post(inbox, chat())
        await read(model, inbox)
        assert before.items() <= what_is_seen(view).items()
        assert view.holding.count == 1

    story_of(story)


def test_a_click_on_the_pill_shows_what_is_new(story_of, inbox, model, view):
    post_many(inbox, 60, lambda number: chat())

    async def story():
        view.verticalScrollBar().setValue(20 * 96)
        (new,) = post(inbox, chat())
        await read(model, inbox)
        QTest.mouseClick(view.findChild(NewPill), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert new in what_is_seen(view)
        assert view.holding.count == 0
        assert not view.findChild(NewPill).isVisible()

    story_of(story)


def leave(view):
    """Touch nothing for so long that the list need not hold still."""
    view.untouched.awhile.timeout.emit()


def test_a_list_that_nobody_touches_shows_what_is_new(story_of, inbox, model, view):
    post_many(inbox, 20, lambda number: chat())

    async def story():
        view.activateWindow()
        view.select_place(2)
        await model.settle()
        read_by_owner = view.open_id()
        new = post(inbox, chat(), chat())
        await read(model, inbox)
        assert view.holding.count == 2
        leave(view)
        assert set(new) <= set(what_is_seen(view))
        assert view.verticalScrollBar().value() == 0
        assert not view.findChild(NewPill).isVisible()
        (newer,) = post(inbox, chat())
        await read(model, inbox)
        assert newer in what_is_seen(view)
        assert view.selected_ids() == [read_by_owner]

    story_of(story)


def test_a_touch_lets_it_hold_still_again(story_of, inbox, model, view):
    post_many(inbox, 20, lambda number: chat())

    async def story():
        view.activateWindow()
        view.select_place(2)
        await model.settle()
        leave(view)
        QTest.keyClick(view.windowHandle(), Qt.Key.Key_Shift)
        before = what_is_seen(view)
        post(inbox, chat())
        await read(model, inbox)
        assert before.items() <= what_is_seen(view).items()
        assert view.holding.count == 1

    story_of(story)


def test_a_list_that_was_scrolled_stays_where_it_was_left(story_of, inbox, model, view):
    post_many(inbox, 60, lambda number: chat())

    async def story():
        view.verticalScrollBar().setValue(96)
        await model.settle()
        before = what_is_seen(view)
        post(inbox, chat(), chat())
        await read(model, inbox)
        leave(view)
        assert what_is_seen(view) == before
        assert view.holding.count == 2

    story_of(story)


def test_a_list_that_was_scrolled_stays_where_it_was_left_when_chats_above_go_on(
    story_of, inbox, model, view
):
    post_many(inbox, 60, lambda number: chat())
    above = [chat() for _ in range(3)]
    post(inbox, *above)

    async def story():
        bar = view.verticalScrollBar()
        bar.setValue(3 * view.verticalHeader().defaultSectionSize())
        await model.settle()
        before, left_at = what_is_seen(view), bar.value()
        for payload in above:
            line = {"kind": "MessageToOperator", "body": "more", "timestamp": "1763639900"}
            post(inbox, payload | {"items": [*payload["items"], line]})
            await read(model, inbox)
        assert view.holding.count == 3
        leave(view)
        assert bar.value() == left_at > 0
        assert what_is_seen(view) == before

    story_of(story)
