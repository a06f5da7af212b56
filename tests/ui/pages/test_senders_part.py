import pytest

from olark_inbox.store.rows import Outcome
from olark_inbox.ui.pages.senders_part import SendersPart, read_networks, with_sender
from tests.window import chat, post, window_on


@pytest.mark.parametrize(
    ("text", "networks"),
    [
        ("", []),
        ("203.0.113.9", ["203.0.113.9/32"]),
        ("203.0.113.9/24, 2001:db8::/32;\n203.0.113.0/24", ["203.0.113.0/24", "2001:db8::/32"]),
    ],
)
def test_networks_are_read_as_people_paste_them(text, networks):
    assert read_networks(text) == (networks, "")


def test_the_piece_that_is_none_is_named():
    assert read_networks("203.0.113.9 olark.com") == ([], "olark.com")


def test_one_sender_more_joins_the_list_but_never_closes_an_open_door():
    assert with_sender(["203.0.113.0/24"], "198.51.100.7") == ["203.0.113.0/24", "198.51.100.7/32"]
    assert with_sender(["203.0.113.0/24"], "?") == ["203.0.113.0/24"]
    assert with_sender([], "198.51.100.7") == []


def test_a_refused_sender_is_shown_and_allowed_by_one_click(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            scene.house.pages.settings()
            part = scene.house.pages.page("settings").findChild(SendersPart)
            part.list.setPlainText("olark.com")
            part.use.click()
            assert "olark.com" in part.wrong.text()
            assert scene.settings.networks == []
            part.list.setPlainText("203.0.113.0/24")
            part.use.click()
            assert scene.settings.networks == ["203.0.113.0/24"]
            kept = scene.inbox.refused.keep(b'{"kind":"x"}', "", "", "198.51.100.7")
            kept.result(120)
            scene.window.menus.actions["deliveries"].trigger()
            page = scene.house.pages.page("deliveries")
            await scene.until(page.allow_button.isVisible, "the refused one")
            assert "198.51.100.7" in page._note.text()
            page.allow_button.click()
            await scene.until(lambda: "198.51.100.7/32" in scene.settings.networks, "the list")
            await scene.until(
                lambda: all(
                    one.outcome is not Outcome.REFUSED
                    for one in scene.inbox.deliveries().result(120)
                ),
                "its reading",
            )

    play(story())


def test_posts_of_this_computer_are_taken_whatever_the_list_says(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            scene.settings.networks = ["203.0.113.0/24"]
            assert post(address, chat("a")) == 200

    play(story())
