from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.window import chat, window_on


def _where(scene):
    window, now = scene.window, QApplication.focusWidget()
    parts = {
        "visitor": window.detail.card, "places": window.sidebar, "list": window.list,
        "words": window.detail, "first": window.first_run, "strip": window.strip,
    }  # fmt: skip
    return next(name for name, part in parts.items() if part is now or part.isAncestorOf(now))


async def _walked(scene, key, times):
    found = []
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), *key)
        found.append(_where(scene))
    return found


def test_f6_goes_through_every_part_and_round_again_and_back(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            (one,) = await scene.store(chat("C1", "Hello", visitor={"emailAddress": "a@b.c"}))
            scene.window.resize(1280, 800)
            scene.window.activateWindow()
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id == one)
            await scene.until(scene.detail.card.isVisible, "the visitor")
            await scene.until(scene.window.isActiveWindow, "the window in front")
            scene.list.view.setFocus()
            on = await _walked(scene, (Qt.Key.Key_F6,), 6)
            assert on == ["words", "visitor", "strip", "places", "list", "words"]
            back = (Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
            assert await _walked(scene, back, 4) == ["list", "places", "strip", "visitor"]

    play(story())


def test_f6_works_before_anything_arrived(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            scene.window.activateWindow()
            scene.list.search.line.setFocus()
            assert await _walked(scene, (Qt.Key.Key_F6,), 4) == [
                "first",
                "strip",
                "places",
                "list",
            ]

    play(story())


def test_esc_leads_back_to_the_list_and_there_ends_the_search(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await scene.store(chat("C1", "Hello"))
            scene.window.activateWindow()
            scene.list.search.line.setText("hello")
            await scene.caught_up()
            scene.detail.transcript.setFocus()
            QTest.keyClick(scene.detail.transcript, Qt.Key.Key_Escape)
            assert scene.list.view.hasFocus()
            assert scene.list.search.words() == "hello"
            QTest.keyClick(scene.list.view, Qt.Key.Key_Escape)
            assert scene.list.search.words() == ""

    play(story())
