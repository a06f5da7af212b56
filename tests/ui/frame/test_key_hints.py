from PySide6.QtWidgets import QAbstractButton

from tests.window import chat, window_on


def test_every_tooltip_of_a_button_that_has_keys_names_them(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            (one,) = await scene.store(chat("C1", "Hello"))
            bar = scene.detail.toolbar
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id == one)
            assert bar.done.toolTip().endswith("(Ctrl+D)")
            assert bar.next.toolTip().endswith("(Alt+Down)")
            scene.flow.mark("starred", [one], on=True)
            await scene.until(lambda: "Remove" in bar.star.toolTip(), "another tooltip")
            assert bar.star.toolTip() == "Remove the star (Ctrl+Shift+S)"
            inbox = next(iter(scene.window.sidebar.buttons().values()))
            assert inbox.toolTip().endswith("(Ctrl+1)")

    play(story())


def test_every_button_in_sight_has_a_name_and_one_without_words_a_tooltip(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            (one,) = await scene.store(chat("C1", "Hello", "Hi", tags=["blue"]))
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id == one)
            for button in scene.window.findChildren(QAbstractButton):
                if button.isVisible():
                    assert button.accessibleName(), button
                    assert button.text() or button.toolTip(), button.accessibleName()

    play(story())
