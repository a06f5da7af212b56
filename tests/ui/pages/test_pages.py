"""The small windows are opened once and do what is chosen there."""

import pytest

from olark_inbox.ui.desk.board import free_port
from olark_inbox.ui.kit import theme
from tests.window import window_on


@pytest.mark.parametrize("name", ["settings", "keys", "about", "deliveries"])
def test_each_page_opens_once_and_again_after_it_was_closed(play, tmp_path, name):
    async def story():
        async with window_on(tmp_path) as scene:
            action = scene.window.menus.actions[name]
            action.trigger()
            page = scene.house.pages.page(name)
            assert page.isVisible()
            action.trigger()
            assert scene.house.pages.page(name) is page
            page.close()
            await scene.until(lambda: scene.house.pages.page(name) is None, "its end")
            action.trigger()
            assert scene.house.pages.page(name).isVisible()

    play(story())


def test_a_theme_and_a_text_size_hold_at_once(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.house.pages.settings()
            page = scene.house.pages.page("settings")
            page.theme._buttons["dark"].click()
            assert theme.current().name == "dark"
            before = scene.window.strip.sizeHint().height()
            page.text_size._buttons["150"].click()
            assert scene.window.strip.sizeHint().height() > before
            assert scene.list.title.font().pixelSize() == theme.font(13, 600).pixelSize() == 20

    play(story())


def test_single_letters_are_switched_on_in_the_page_of_keys(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.house.pages.keys()
            scene.house.pages.page("keys").tick.click()
            assert scene.settings.single_keys
            assert scene.list.view.keys.single_letters
            assert len(scene.window.menus.actions["done"].shortcuts()) == 2

    play(story())


def test_another_port_is_asked_of_the_receiver(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            first = await scene.listening()
            free = free_port(20_000)
            scene.house.pages.settings()
            page = scene.house.pages.page("settings")
            page.port.line.setText(str(free))
            page.port_button.click()
            await scene.until(lambda: scene.desk.board.address not in ("", first), "the new one")
            assert f":{free}/" in scene.desk.board.address

    play(story())
