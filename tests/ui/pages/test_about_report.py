"""The report an owner sends when he asks for help."""

import asyncio
import re

from PySide6.QtGui import QGuiApplication

from olark_inbox import __version__
from olark_inbox.ui.pages.about_report import about_report
from tests.window import chat, offline, window_on

CUSTOMER = "Xanthippe Quill"
WORDS = "wombat umbrella"


async def written(scene) -> str:
    return await about_report(scene.inbox, scene.settings, scene.folders.root, tray=False)


def test_it_says_versions_system_state_and_how_much_there_is(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            await scene.store(chat("a"), chat("b"), offline("c"))
            text = await written(scene)
            for part in (
                f"Olark Inbox {__version__}", "Python 3.", "Qt 6.", "apsw ", "Receiving: listening",
                "Public address: off", "Store: sound", "total 3", "unread 3", "offline 1",
                "no second place",
            ):  # fmt: skip
                assert part in text, text

    play(story())


def test_no_word_of_a_customer_no_name_of_the_shop_and_no_secret_is_in_it(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "Margot" / "data", receiving=True) as scene:
            await scene.listening()
            scene.settings.shop_name = "Zephyr Bakery"
            scene.settings.backup_place = str(tmp_path / "Margot" / "stick")
            await scene.store(
                chat("a", WORDS, name=CUSTOMER, tags=["kumquat"], groups=[{"name": "Oven team"}],
                     visitor={"emailAddress": "quill@example.org"})
            )  # fmt: skip
            tag = await asyncio.wrap_future(scene.inbox.tags.create("Jabberwock"))
            await asyncio.wrap_future(scene.inbox.tags.put_on([scene.row(0).id], tag))
            text = await written(scene)
            for word in (
                *CUSTOMER.split(), *WORDS.split(), "kumquat", "Oven", "quill@", "Jabberwock",
                "Zephyr", "Margot", scene.settings.secret, "127.0.0.1", str(tmp_path),
            ):  # fmt: skip
                assert word not in text, word
            assert not re.search(r"https?:", text)

    play(story())


def test_a_click_in_about_puts_it_on_the_clipboard(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            QGuiApplication.clipboard().clear()
            scene.house.pages.about()
            scene.house.pages.page("about").report.click()
            await scene.until(lambda: "Report copied" in scene.window.toast.text(), "the report")
            assert "Conversations: total 0" in QGuiApplication.clipboard().text()
            scene.house.pages.page("about").licences.click()
            assert scene.house.pages.page("licences").isVisible()

    play(story())
