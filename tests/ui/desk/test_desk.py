"""The owner's wishes go out and come back."""

import asyncio
import inspect
import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from olark_inbox.store.rows import Change, Changes
from tests.window import chat, offline, window_on


async def _with(scene, count=3):
    ids = await scene.store(*(chat(f"C{n}", f"{n} a", "b", name=f"N{n}") for n in range(count)))
    scene.list.view.select_place(0)
    await scene.until(lambda: scene.detail.conversation_id == ids[-1], "the open conversation")
    await scene.caught_up()
    return ids


@pytest.mark.parametrize(
    ("action", "field"), [("done", "done"), ("star", "starred"), ("unread", "unread")]
)
def test_each_mark_is_set_by_its_action_said_and_undone(play, tmp_path, action, field):
    async def story():
        async with window_on(tmp_path) as scene:
            ids = await _with(scene)
            before = getattr(scene.row(0), field)
            scene.window.menus.actions[action].trigger()
            await scene.until(scene.window.toast.text, "the toast")
            await scene.caught_up()
            row = await _row(scene, ids[-1])
            assert getattr(row, field) is not before
            scene.window.menus.actions["undo"].trigger()
            await scene.caught_up()
            row = await _row(scene, ids[-1])
            assert getattr(row, field) is before
            assert not scene.window.menus.actions["undo"].isEnabled()

    play(story())


async def _row(scene, one):
    return await asyncio.wrap_future(scene.inbox.row(one))


def test_after_done_the_next_one_is_open(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            ids = await _with(scene)
            scene.window.menus.actions["done"].trigger()
            await scene.until(lambda: scene.detail.conversation_id == ids[-2], "the next")
            assert scene.names() == ["N1", "N0"]

    play(story())


def test_several_are_marked_at_once_and_counted(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await _with(scene)
            scene.list.view.selectAll()
            scene.window.menus.actions["star"].trigger()
            await scene.until(lambda: scene.flow.counts.starred == 3, "the stars")
            assert scene.window.toast.text() == "Starred: 3 conversations"

    play(story())


def test_next_and_previous_go_through_the_list_and_say_the_place(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            ids = await _with(scene)
            scene.window.menus.actions["next"].trigger()
            await scene.until(lambda: scene.detail.conversation_id == ids[1], "the next")
            assert scene.detail.toolbar.place.text() == "2 of 3"
            # Also while a key is held, as it is in a shortcut.
            QTest.keyPress(scene.list.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
            scene.window.menus.actions["previous"].trigger()
            await scene.until(lambda: scene.detail.conversation_id == ids[2], "the previous")
            QTest.keyRelease(scene.list.view, Qt.Key.Key_Control)

    play(story())


def test_news_of_the_one_that_is_left_do_not_hold_up_the_next(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            ids = await _with(scene)
            left = Change(0, ids[-1], "mark", None, await _row(scene, ids[-1]))
            scene.window.menus.actions["next"].trigger()
            scene.flow._on_changed(Changes(scene.inbox.number(), (left,)))
            await scene.until(lambda: scene.detail.conversation_id == ids[1], "the next")

    play(story())


def test_news_of_the_one_that_comes_are_shown_with_it(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            ids = await _with(scene)
            inbox, flow, gate = scene.inbox, scene.flow, threading.Event()
            flow.watching = lambda: False  # else it is marked as read, which is news again
            inbox._list.call(lambda _: gate.wait())
            scene.window.menus.actions["next"].trigger()
            opening = flow._opening._task.get_coro()
            await scene.until(lambda: inspect.getcoroutinestate(opening) == inspect.CORO_SUSPENDED)
            # From here on the window hears nothing by itself. It is read, and then it is starred.
            gate.set()
            inbox.row(ids[1]).result(120)
            inbox.mark([ids[1]], starred=True).result(120)
            news = inbox.changes_since(flow._feed.number).result(120)
            flow._feed.number = news.number
            flow._on_changed(news)
            await scene.until(lambda: scene.detail.conversation_id == ids[1], "the next")
            await scene.caught_up()
            assert scene.detail.toolbar.star.accessibleName() == "Remove the star"

    play(story())


def test_what_cannot_be_done_is_grey(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            enabled = {n: a.isEnabled() for n, a in scene.window.menus.actions.items()}
            for name in ("done", "star", "unread", "reply", "find", "next", "undo"):
                assert not enabled[name], name
            await scene.store(offline("O1"))
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            enabled = {n: a.isEnabled() for n, a in scene.window.menus.actions.items()}
            assert enabled["done"]
            assert not enabled["reply"], "there is no e-mail address"

    play(story())


def test_the_menu_of_a_row_offers_what_fits_it(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            ids = await _with(scene)
            scene.desk._on_menu(ids[0], QPoint(10, 10))
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            assert [a.text() for a in menu.actions()] == ["Done", "Mark as read", "Star"]
            menu.actions()[0].trigger()
            menu.close()
            await scene.until(lambda: scene.names() == ["N2", "N1"], "that it left")

    play(story())


def test_the_text_grows_and_shrinks_by_keys_and_is_kept(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.menus.actions["bigger"].trigger()
            assert scene.settings.text_size == 110
            scene.window.menus.actions["normal"].trigger()
            scene.window.menus.actions["smaller"].trigger()
            assert scene.settings.text_size == 90

    play(story())


def test_copying_the_conversation_is_said(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await _with(scene)
            scene.window.menus.actions["copy"].trigger()
            assert "2 a" in QGuiApplication.clipboard().text()
            assert scene.window.toast.text().startswith("Copied:")

    play(story())


def test_a_search_hit_is_opened_with_its_words_marked(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await _with(scene)
            QTest.keyClicks(scene.list.search.line, "1 a")
            await scene.until(lambda: scene.list.model.is_ready and scene.names() == ["N1"])
            QTest.keyClick(scene.list.search.line, Qt.Key.Key_Down)
            scene.list.view.select_place(0)
            await scene.until(lambda: not scene.detail.find_bar.isHidden(), "the hits")
            assert scene.detail.find_bar.field.text() == "1 a"

    play(story())
