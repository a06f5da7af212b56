"""What was painted is painted again only when something changed."""

import asyncio

import pytest
from PySide6.QtTest import QTest

from olark_inbox.store.rows import Query
from olark_inbox.ui.kit import theme
from tests.ui.list.makers import chat, post, post_many, read, started


@pytest.fixture
def shown(run, inbox, model, view, clock):
    ids = post(inbox, chat(), chat(), started("Maya"))
    QTest.qWaitForWindowExposed(view)

    async def story():
        model.set_query(Query())
        await model.settle()

    run(story())
    view.viewport().repaint()
    return ids


def test_painting_again_paints_nothing_anew(shown, view, painted):
    view.viewport().repaint()
    assert painted == []


def test_only_the_changed_row_is_painted_anew(shown, run, inbox, model, view, painted):
    async def story():
        await asyncio.wrap_future(inbox.mark([shown[0]], starred=True))
        await read(model, inbox)
        view.viewport().repaint()

    run(story())
    assert painted == [shown[0]]


def test_time_paints_live_rows_anew(shown, view, clock, painted):
    view.tick()
    view.viewport().repaint()
    painted.clear()
    clock.minutes(5)
    view.tick()
    view.viewport().repaint()
    assert painted == [shown[2]]


def test_a_new_day_paints_all_anew(shown, view, clock, painted):
    view.tick()
    view.viewport().repaint()
    painted.clear()
    clock.minutes(24 * 60)
    view.tick()
    view.viewport().repaint()
    assert sorted(painted) == sorted(shown)


def test_another_theme_paints_all_anew(shown, view, qapp, painted):
    theme.apply(qapp, "dark")
    view.viewport().repaint()
    theme.apply(qapp, "light")
    assert set(painted) == set(shown)


def test_a_few_screens_of_pictures_are_kept_and_no_more(run, inbox, model, view):
    post_many(inbox, 200, lambda number: chat())

    async def story():
        model.set_query(Query())
        await model.settle()
        for place in range(0, 180, 5):
            view.verticalScrollBar().setValue(place * 96)
            await model.settle()
            view.viewport().repaint()

    run(story())
    first, last = view.seen_places()
    assert view.itemDelegate().pictures == 3 * (last - first + 1)
