"""Whole stories in one window: real HTTP in, real SQLite, real Qt, to the painted row."""

import asyncio
import json
import shutil
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from tests.window import chat, in_thread, offline, post, started, story_runner, window_on

HELP_PAGE = {
    "kind": "Conversation",
    "id": "EV695BI2930A6XMO32886MPT899443414",
    "manuallySubmitted": False,
    "items": [
        {
            "kind": "MessageToVisitor",
            "nickname": "John",
            "timestamp": "1307116657.1",
            "body": "Hi there. Need any help?",
            "operatorId": "1234",
        },
        {
            "kind": "MessageToOperator",
            "nickname": "Bob",
            "timestamp": "1307116661.25",
            "body": "Yes, please help me with billing.",
        },
    ],
    "tags": ["customer", "billing"],
    "groups": [{"kind": "Group", "id": "0b32434", "name": "My Sales Group"}],
    "operators": {
        "1234": {
            "kind": "Operator",
            "id": "1234",
            "username": "jdoe",
            "nickname": "John",
            "emailAddress": "john@example.com",
        }
    },
    "visitor": {
        "kind": "Visitor",
        "id": "9QRF9YWM5XW3ZSU7P9CGWRU89944341",
        "fullName": "Bob Doe",
        "emailAddress": "bob@example.com",
        "city": "Palo Alto",
        "browser": "Chrome 12.1",
        "customFields": {"favoriteColor": "blue"},
    },
}


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def _curl(address, payload):
    line = ["curl", "-sS", "-o", "-", "-w", "%{http_code}", address, "--noproxy", "*"]
    line += ["--data-urlencode", f"data={json.dumps(payload)}"]
    done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=300)
    return int(done.stdout[-3:])


def _ink(view, place):
    """How many colours the painted row has: an empty one has one or two."""
    rect = view.visualRect(view.model().index(place, 0))
    picture = view.viewport().grab(rect).toImage()
    points = (
        picture.pixel(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 2)
    )
    return len(set(points))


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed here")
def test_the_help_pages_curl_line_becomes_a_row_a_transcript_and_a_search_hit(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            assert scene.window.right.currentWidget() is scene.window.first_run
            assert await in_thread(lambda: _curl(address, HELP_PAGE)) == 200
            await scene.until(lambda: scene.list.model.total == 1, "the row")
            await scene.caught_up()
            assert scene.row(0).name == "Bob Doe"
            assert scene.row(0).unread
            assert scene.window.sidebar.button(Place(View.INBOX)).figure == 1
            assert _ink(scene.list.view, 0) > 10

            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            await scene.until(
                lambda: "billing" in scene.detail.transcript.toPlainText(), "the words"
            )
            await scene.until(lambda: not scene.row(0).unread, "that it is read")

            QTest.keyClicks(scene.list.search.line, "BILLING plea")
            await scene.until(lambda: scene.list.model.is_ready and scene.row(0), "the hit")
            await scene.until(lambda: scene.list.title.text() == "Search", "the search")
            assert scene.row(0).marks
            assert scene.list.figure.text() == "1 found in 1"
            QTest.keyClick(scene.list.search.line, Qt.Key.Key_Escape)
            assert scene.list.title.text() == "Inbox"

    play(story())


def test_a_chat_that_begins_and_ends_is_one_row(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            await in_thread(lambda: post(address, started("S1")))
            await scene.until(lambda: scene.flow.counts.live == 1, "the live chat")
            await scene.caught_up()
            row = scene.row(0)
            await in_thread(lambda: post(address, chat("S1", "Hello", "Hi", "Bye")))
            await scene.until(lambda: scene.row(0).lines == 3, "the transcript")
            await scene.until(lambda: scene.flow.counts.live == 0, "the end of the chat")
            assert scene.list.model.total == 1
            assert scene.row(0).id == row.id
            assert scene.row(0).name == "Priya Raman"

    play(story())


def test_words_sent_early_are_live_and_the_finished_chat_joins_them(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            early = chat("L1", "Sand?", "Yes", manuallySubmitted=True)
            await in_thread(lambda: post(address, early))
            await scene.until(lambda: scene.list.model.total == 1, "the row")
            await scene.caught_up()
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            await scene.until(lambda: scene.flow.counts.live == 1, "the live chat")
            whole = chat("L1", "Sand?", "Yes", "Great, bye")
            await in_thread(lambda: post(address, whole))
            await scene.until(
                lambda: "Great, bye" in scene.detail.transcript.toPlainText(), "the rest"
            )
            await scene.until(lambda: scene.flow.counts.live == 0, "the end of the chat")
            assert scene.list.model.total == 1

    play(story())


def test_three_hundred_chats_arrive_while_the_list_is_scrolled_and_words_are_typed(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            await scene.store(*(chat(f"old{n}", f"old chat {n}") for n in range(40)))
            await scene.until(lambda: scene.list.model.total == 40, "the old rows")
            scene.list.view.select_place(12)
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            reading = scene.detail.conversation_id

            def send():
                for n in range(300):
                    assert post(address, chat(f"new{n}", f"saddle number {n}")) == 200

            sending = asyncio.ensure_future(in_thread(send))  # noqa: TID251 - a test's own task
            bar = scene.list.view.verticalScrollBar()
            typed = iter("saddle number 29")
            while not sending.done():
                bar.setValue((bar.value() + 137) % max(bar.maximum(), 1))
                letter = next(typed, None)
                if letter is not None:
                    QTest.keyClicks(scene.list.search.line, letter)
                await asyncio.sleep(0.02)
            await sending
            await scene.until(lambda: scene.flow.counts.total == 340, "all of them")
            await scene.caught_up()
            assert scene.detail.conversation_id == reading
            assert scene.list.figure.text() == "11 found in 340"
            assert {row.preview for row in map(scene.row, range(11))} == {
                f"saddle number {n}" for n in (29, *range(290, 300))
            }
            scene.list.search.clear()
            await scene.until(lambda: scene.list.model.total == 340, "the inbox")
            await scene.caught_up()
            assert scene.row(0).preview == "saddle number 299"

    play(story())


def test_what_is_done_leaves_the_inbox_and_undo_brings_it_back(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(offline("O1"), chat("C1", "Hello", "Hi", name="Owen"))
            assert scene.names() == ["Owen", "Marcus Bell"]
            scene.list.view.select_place(1)
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            scene.window.menus.actions["done"].trigger()
            await scene.until(lambda: scene.names() == ["Owen"], "that it left")
            assert scene.window.toast.text() == "Marked as done: Marcus Bell"
            await scene.until(lambda: scene.flow.counts.needs_reply == 0, "the figure")
            scene.window.toast.button.click()
            await scene.until(lambda: scene.names() == ["Owen", "Marcus Bell"], "that it is back")
            assert scene.window.toast.text() == ""

    play(story())


def test_samples_come_through_the_door_and_one_click_removes_them(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            scene.window.first_run.samples_button.click()
            await scene.until(lambda: scene.flow.counts.samples >= 5, "the samples")
            await scene.caught_up()
            assert all(scene.row(n).sample for n in range(scene.list.model.total))
            assert scene.window.right.currentWidget() is scene.detail
            address = scene.desk.board.address
            await in_thread(lambda: post(address, HELP_PAGE))
            await scene.until(lambda: scene.row(0) and scene.row(0).name == "Bob Doe", "a real one")
            assert not scene.row(0).sample
            await scene.until(lambda: scene.list.banner.notice is not None, "the banner")
            assert scene.list.banner.plain_button.text() == "Remove the samples"
            scene.list.banner.plain_button.click()
            await scene.until(lambda: scene.flow.counts.samples == 0, "that they are gone")
            await scene.caught_up()
            assert scene.names() == ["Bob Doe"]
            assert scene.list.banner.notice is None

    play(story())
