"""A day without a mouse: every key goes to whatever has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from olark_inbox.store.rows import View
from tests.window import chat, offline, story_runner, window_on

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifiers)


def write(text):
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)


async def _begun(scene):
    await scene.store(
        chat("C1", "Where is my wheel?", "On its way", "Thank you", name="Bob Doe"),
        offline("O1", "Please call me"),
        chat("C3", "Is anybody there?", name="Nora"),
    )
    scene.window.activateWindow()
    await scene.until(scene.window.isActiveWindow, "the window in front")
    scene.list.view.setFocus()


async def _open(scene, name):
    def it_is():
        row = scene.flow.open_row
        return row is not None and row.name == name and scene.detail.conversation_id == row.id

    await scene.until(it_is, name)


def test_a_day_without_a_mouse(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _begun(scene)
            # Who waits? Nora and Marcus do.
            press(KEY.Key_2, CTRL)
            await scene.until(lambda: scene.names() == ["Nora", "Marcus Bell"], "who waits")
            press(KEY.Key_Home)
            await _open(scene, "Nora")
            press(KEY.Key_Down)
            await _open(scene, "Marcus Bell")
            # Into the words and back.
            press(KEY.Key_Return)
            assert scene.detail.transcript.hasFocus()
            press(KEY.Key_Escape)
            assert scene.list.view.hasFocus()
            # Done with it; undone; done again.
            press(KEY.Key_D, CTRL)
            await scene.until(lambda: scene.names() == ["Nora"], "that it is done")
            press(KEY.Key_Z, CTRL)
            await scene.until(lambda: len(scene.names()) == 2, "that it is back")
            press(KEY.Key_D, CTRL)
            await scene.until(lambda: len(scene.names()) == 1, "that it is done again")
            # What did Bob write? Letters typed over the list look for it, and star nothing.
            press(KEY.Key_1, CTRL)
            await scene.until(lambda: "Bob Doe" in scene.names(), "the inbox")
            write("wheel")
            assert scene.list.search.line.hasFocus()
            await scene.until(lambda: scene.names() == ["Bob Doe"], "what is found")
            press(KEY.Key_Down)
            assert scene.list.view.hasFocus()
            press(KEY.Key_Home)
            await _open(scene, "Bob Doe")
            press(KEY.Key_F3)
            press(KEY.Key_S, CTRL | SHIFT)
            await scene.until(lambda: scene.row(0).starred, "the star")
            press(KEY.Key_Escape)
            await scene.until(lambda: not scene.list.search.words(), "the end of the search")
            press(KEY.Key_6, CTRL)
            await scene.until(lambda: scene.list.place.view is View.STARRED, "what is starred")
            await scene.until(lambda: scene.names() == ["Bob Doe"], "Bob")

    play(story())


def test_single_letters_only_where_they_were_switched_on(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _begun(scene)
            press(KEY.Key_Home)
            await _open(scene, "Nora")
            write("s")
            assert scene.list.search.words() == "s"
            assert not scene.row(0).starred
            press(KEY.Key_Escape)
            await scene.caught_up()
            scene.list.view.setFocus()
            # The page of keys opens by ? over the list, and there they are switched on.
            write("?")
            page = scene.house.pages.page("keys")
            page.activateWindow()
            await scene.until(page.isActiveWindow, "the keys")
            page.tick.setFocus()
            press(KEY.Key_Space)
            press(KEY.Key_Escape)
            await scene.until(lambda: scene.house.pages.page("keys") is None, "that it is closed")
            scene.window.activateWindow()
            await scene.until(scene.window.isActiveWindow, "the window in front")
            scene.list.view.setFocus()
            press(KEY.Key_Home)
            await _open(scene, "Nora")
            write("s")
            await scene.until(lambda: scene.row(0).starred, "the star")
            write("j")
            await _open(scene, "Marcus Bell")
            write("k")
            await _open(scene, "Nora")
            write("x")
            assert scene.list.view.selected_count == 0
            write("x")
            press(KEY.Key_Down, SHIFT)
            await scene.until(lambda: scene.list.view.selected_count == 2, "two selected")
            press(KEY.Key_A, CTRL)
            await scene.until(lambda: scene.list.view.selected_count == 3, "all selected")
            assert scene.list.search.words() == ""

    play(story())


def test_tab_reaches_everything_that_can_be_pressed_and_comes_round(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            await _begun(scene)
            scene.window.resize(1280, 800)
            press(KEY.Key_Home)
            await _open(scene, "Nora")
            scene.list.view.setFocus()
            seen = []
            for _ in range(120):
                press(KEY.Key_Tab)
                now = QApplication.focusWidget()
                if now is scene.list.view:
                    break
                seen.append(now)
            assert QApplication.focusWidget() is scene.list.view, "it never came round"
            for part in (
                scene.detail.toolbar.done,
                scene.detail.transcript,
                scene.list.search.line,
            ):
                assert part in seen
            assert scene.window.strip.copy_button in seen
            places = scene.window.sidebar.buttons().values()
            assert any(place in seen for place in places)

    play(story())
