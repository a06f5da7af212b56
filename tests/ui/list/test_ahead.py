"""A screen of new rows is painted before it comes, in pieces; what is not seen is not painted."""

import asyncio

import pytest
from PySide6.QtTest import QTest

from olark_inbox.base import tasks
from olark_inbox.store.rows import Order, Query, View
from olark_inbox.ui.list import ahead
from olark_inbox.ui.list.ahead import paint_coming
from tests.ui.list.makers import chat, post, post_many, read


@pytest.fixture
def story_of(run, inbox, model, view, painted):
    """Show a list of 30 chats, painted; then run a story."""
    post_many(inbox, 30, lambda number: chat())
    QTest.qWaitForWindowExposed(view)

    def tell(story, query=None):
        async def whole():
            model.set_query(query or Query())
            await model.settle()
            view.viewport().repaint()
            painted.clear()
            await story()

        run(whole())

    return tell


async def news(inbox, model):
    return await asyncio.wrap_future(inbox.changes_since(model.number))


def test_what_comes_is_painted_before_it_is_in_the_list_and_not_once_more(
    story_of, inbox, model, view, painted
):
    async def story():
        ids = post(inbox, chat(), chat(), chat())
        changes = await news(inbox, model)
        await paint_coming(view, changes)
        assert painted == ids[::-1]
        model.refresh(changes)
        view.viewport().repaint()
        assert painted == ids[::-1]

    story_of(story)


def test_news_come_even_where_a_row_cannot_be_painted(
    story_of, inbox, model, view, monkeypatch, expect_log
):
    expect_log("a row could not be painted ahead")

    def broken(*_):
        raise ZeroDivisionError

    async def story():
        post(inbox, chat(), chat())
        monkeypatch.setattr(view.painted, "paint_ahead", broken)
        await paint_coming(view, await news(inbox, model))

    story_of(story)


def test_of_a_flood_only_what_will_be_seen_is_painted(story_of, inbox, model, view, painted):
    async def story():
        ids = post(inbox, *(chat() for _ in range(40)))
        first, last = view.seen_places()
        await paint_coming(view, await news(inbox, model))
        assert painted == ids[::-1][: last - first + 1]

    story_of(story)


def test_others_have_their_turn_in_between(story_of, inbox, model, view, monkeypatch):
    async def story():
        monkeypatch.setattr(ahead, "_TURN_S", -1.0)
        post(inbox, *(chat() for _ in range(6)))
        changes, turns = await news(inbox, model), []
        painting = tasks.start(paint_coming(view, changes), name="paint")
        while not painting.done():
            turns.append(view.painted.pictures)
            await asyncio.sleep(0)
        assert len(set(turns)) >= 6

    story_of(story)


def test_a_lone_chat_is_painted_when_it_is_shown(story_of, inbox, model, view, painted):
    async def story():
        ids = post(inbox, chat())
        changes = await news(inbox, model)
        await paint_coming(view, changes)
        assert painted == []
        model.refresh(changes)
        view.viewport().repaint()
        assert painted == ids

    story_of(story)


def test_what_will_not_be_seen_is_not_painted(story_of, inbox, model, view, painted):
    async def story():
        view.verticalScrollBar().setValue(10 * 96)
        await model.settle()
        view.viewport().repaint()
        painted.clear()
        post(inbox, chat(), chat(), chat())
        changes = await news(inbox, model)
        await paint_coming(view, changes)
        view.hide()
        view.verticalScrollBar().setValue(0)
        await paint_coming(view, changes)
        assert painted == []

    story_of(story)


@pytest.mark.parametrize("query", [Query(View.BIN), Query(order=Order.OLDEST), Query(words="blue")])
def test_what_belongs_elsewhere_is_not_painted(story_of, inbox, model, view, painted, query):
    async def story():
        post(inbox, chat(), chat(), chat())
        await paint_coming(view, await news(inbox, model))
        assert painted == []

    story_of(story, query)


def test_what_a_search_finds_anew_is_painted_before_it_is_in_the_list(
    story_of, inbox, model, view, painted
):
    async def story():
        before, counts = model.row_at(0).id, []
        model.rowsInserted.connect(lambda: counts.append(len(painted)))
        post(inbox, chat("A blue one"), chat("Blue too"))
        await read(model, inbox)
        await model.settle()
        assert model.row_at(2).id == before
        assert counts[0] >= 2

    story_of(story, Query(words="blue"))
