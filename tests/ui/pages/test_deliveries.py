"""The window of what arrived, over a real inbox."""

import json

from olark_inbox.ui.pages.deliveries import DeliveriesWindow
from tests.window import chat, offline, window_on

CUT = b'{"kind": "Conversation", "id": "X1", "items": [{"kind":'


async def _opened(scene):
    scene.house.pages.deliveries()
    page = scene.house.pages.page("deliveries")
    assert isinstance(page, DeliveriesWindow)
    await scene.until(lambda: page.model.rowCount() > 0, "the deliveries")
    return page


def test_each_delivery_can_be_seen_as_it_was_sent(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            payload = chat("C1", "grün & <b>")
            await scene.store(payload, offline("O1"))
            page = await _opened(scene)
            page.view.setCurrentIndex(page.model.index(1))
            sent = json.dumps(payload)
            await scene.until(lambda: page.raw.toPlainText() == sent, "the text as sent")
            opened = []
            page.open_wanted.connect(opened.append)
            page.open_button.click()
            assert opened == list(page.model.delivery(page.model.index(1)).conversations)

    play(story())


def test_what_was_not_olarks_is_counted_quietly(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1"))
            page = await _opened(scene)
            assert page.foreign.text() == ""
            await scene.store(b"hello", b"{}")
            await scene.until(lambda: page.foreign.text().startswith("2 not from Olark"), "them")
            assert page.model.rowCount() == 1

    play(story())


def test_new_ones_show_up_while_it_is_open(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1"))
            page = await _opened(scene)
            await scene.store(chat("C2"))
            await scene.until(lambda: page.model.rowCount() == 2, "the second")

    play(story())


def test_an_unreadable_one_is_counted_saved_and_put_aside(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            await scene.store(CUT)
            assert scene.window.strip.unreadable.text() == "1 could not be read"
            page = await _opened(scene)
            await scene.until(lambda: not page.discard_button.isHidden(), "the chosen one")
            page.save_to(page.model.delivery(page.model.index(0)).id, tmp_path / "sent.txt")
            await scene.until((tmp_path / "sent.txt").exists, "the file")
            await scene.caught_up()
            assert (tmp_path / "sent.txt").read_bytes() == CUT
            page.discard_button.click()
            await scene.until(lambda: scene.flow.counts.unreadable == 0, "that it is settled")
            await scene.until(scene.window.strip.unreadable.isHidden, "the strip")

    play(story())


def test_a_file_that_cannot_be_written_is_said(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1"))
            page = await _opened(scene)
            page.save_to(page.model.delivery(page.model.index(0)).id, tmp_path / "no" / "such")
            await scene.until(lambda: "No such file" in scene.window.toast.text(), "the sentence")

    play(story())


def test_reading_all_again_says_what_changed(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(*(chat(f"C{n}") for n in range(5)))
            page = await _opened(scene)
            page.all_button.click()
            await scene.until(
                lambda: page.progress.text() == "Read again, nothing changed", "the end"
            )
            assert not page.all_button.isHidden()

    play(story())


def test_reading_again_can_be_stopped(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(*(chat(f"C{n}") for n in range(120)))
            page = await _opened(scene)
            page.all_button.click()
            page.stop_button.click()
            await scene.until(lambda: page.progress.text() == "Stopped", "the stop")
            assert not page.all_button.isHidden()
            assert scene.flow.counts.total == 120

    play(story())


def test_the_last_delivery_about_a_conversation_is_found(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            (one,) = await scene.store(chat("C1"))
            await scene.store(*(chat(f"D{n}") for n in range(130)))
            scene.house.pages.as_sent(one)
            page = scene.house.pages.page("deliveries")
            await scene.until(lambda: page._chosen and page._chosen.conversations == (one,))

    play(story())
