"""What the window says about itself."""

import asyncio
import re
import socket
import time

from PySide6.QtGui import QGuiApplication

from olark_inbox.base.clock import now_ms
from olark_inbox.inbox import StateEntry
from olark_inbox.receiver.port import bind
from olark_inbox.store import erasing
from olark_inbox.ui.desk import notices
from olark_inbox.ui.desk.board import free_port
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.words import Tone
from tests.window import chat, in_thread, offline, post, window_on

TEST = {
    "kind": "Conversation",
    "id": "NOTAREALTRANSCRIPT5LGcbVTa3hKBRB",
    "tags": ["test_example"],
    "items": [{"kind": "MessageToVisitor", "body": "Hi", "timestamp": "1473724800"}],
    "visitor": {"id": "NOTAREALVISITORIDS5LGl6QUrK2OaPP", "kind": "Visitor"},
}


def test_a_taken_port_is_said_and_another_is_one_click_away(play, tmp_path):
    async def story():
        taken = bind(0)
        port = taken.getsockname()[1]
        async with window_on(tmp_path, receiving=True, port=port) as scene:
            banner = scene.list.banner
            await scene.until(lambda: banner.notice is not None, "the banner")
            assert banner.notice.title == "New chats can't reach you"
            assert str(port) in banner.notice.text
            assert scene.desk.board.state.tone is Tone.ALERT
            assert scene.window.strip.copy_button.isHidden()
            banner.button.click()
            await scene.listening()
            assert banner.notice is None
            assert f":{port}/" not in scene.desk.board.address
            assert scene.settings.port == int(
                scene.desk.board.address.split(":")[2].split("/", maxsplit=1)[0]
            )
        taken.close()

    play(story())


def test_a_free_port_is_really_free():
    taken = bind(0)
    found = free_port(taken.getsockname()[1])
    assert found > taken.getsockname()[1]
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", found))
    taken.close()
    assert free_port(65_535) == 0


def test_a_test_from_olark_is_said_and_counts_nothing(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            assert scene.window.strip.last.text() == "Nothing received yet"
            await in_thread(lambda: post(address, TEST))
            await scene.until(
                lambda: scene.window.strip.last.text().startswith("Test from Olark received"),
                "the test",
            )
            assert scene.window.first_run.news.text().startswith("Test from Olark received")
            first = scene.window.strip.last.text()
            assert re.search(r"\d:\d\d:\d\d", first)
            await scene.until(lambda: int(time.time()) % 60 != int(first[-2:]), "the next second")
            await in_thread(lambda: post(address, TEST))
            await scene.until(lambda: scene.window.strip.last.text() != first, "the second test")
            assert scene.flow.counts.total == 0
            assert scene.window.right.currentWidget() is scene.window.first_run

    play(story())


def test_what_could_not_even_be_kept_is_a_visible_warning_each_time(play, tmp_path, monkeypatch):
    monkeypatch.setattr("olark_inbox.store.torn.QUOTA_ITEMS", 1)

    async def story():
        async with window_on(tmp_path) as scene:
            banner = scene.list.banner
            await scene.store(b'{"kind": "Conversation", "id": "a')
            assert banner.notice is None
            await scene.store(b'{"kind": "Conversation", "id": "b')
            await scene.until(lambda: banner.notice is not None, "the warning")
            assert banner.notice.key == notices.FULL
            banner.link.click()
            assert banner.notice is None
            await scene.store(b'{"kind": "Conversation", "id": "c')
            await scene.until(lambda: banner.notice is not None, "the warning again")
            banner.button.click()
            assert scene.house.pages.page("deliveries") is not None

    play(story())


def test_the_last_arrival_is_named_by_its_kind(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1"))
            await scene.until(lambda: "Last chat" in scene.window.strip.last.text())
            await scene.store(offline("O1"))
            await scene.until(lambda: "Offline message" in scene.window.strip.last.text())
            assert scene.window.strip.last.text().endswith("Marcus Bell")

    play(story())


def test_an_arrival_of_yesterday_is_not_told_as_one_of_today(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            strip, now = scene.window.strip, now_ms()
            await scene.store(chat("C1"))
            assert f"Last chat {times.clock(scene.desk.board._last[1])}" in strip.last.text()
            scene.flow.clock = lambda: now + 2 * times.DAY_MS
            scene.flow.ticked.emit()
            assert f"Last chat {times.short_time(now, scene.flow.clock())}" in strip.last.text()
            assert scene.desk.board.last == strip.last.text()

    play(story())


def test_when_something_came_is_still_said_after_it_was_erased(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            [one] = await scene.store(chat("C1"))
            erased = scene.inbox.housekeeping.put(lambda batch: erasing.erase(batch, [one]))
            assert await asyncio.wrap_future(erased) == 1
        async with window_on(tmp_path) as scene:
            said = scene.window.strip.last
            await scene.until(lambda: said.text().startswith("Last arrival"), "that it came")

    play(story())


def test_the_last_word_of_a_program_that_ended_is_not_believed(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            said = StateEntry('{"status": "stopped", "port": 8765}', 0, pid=1)
            scene.desk.board._show_state({"receiver": said})
            assert scene.window.strip.pill.text() == "Starting"
            assert scene.list.banner.notice is None

    play(story())


def test_trouble_with_the_store_and_its_end_are_said(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.flow.trouble.emit("The disk is full.")
            assert scene.list.banner.notice.text == "The disk is full."
            scene.flow.trouble.emit("")
            assert scene.list.banner.notice is None

    play(story())


def test_a_fault_inside_is_said_can_be_put_away_and_is_said_again(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            banner = scene.list.banner
            scene.desk.board.say_fault("It fell over.")
            assert banner.notice.text == "It fell over."
            banner.link.click()
            assert banner.notice is None
            scene.desk.board.say_fault("It fell over.")
            assert banner.notice is not None
            await asyncio.sleep(0)

    play(story())


def test_a_run_that_fell_is_said_once_and_its_report_can_be_copied(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            banner = scene.list.banner
            scene.desk.board.say_fallen("")
            assert banner.notice is None
            scene.desk.board.say_fallen("Olark Inbox ended unexpectedly.")
            assert banner.plain_button.text() == "Copy report"
            banner.plain_button.click()
            assert QGuiApplication.clipboard().text() == "Olark Inbox ended unexpectedly."
            assert banner.notice is None

    play(story())
