"""Real notifications over a real session bus, to a daemon that does only what it was offered."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, Queue

import pytest

from olark_inbox.app import _application
from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from tests.window import chat, in_thread, offline, post, story_runner, window_on

pytestmark = pytest.mark.desktop
DAEMON = Path(__file__).with_name("notify_daemon.py")


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


class Daemon:
    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, str(DAEMON)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.heard = Queue()
        self.reading = threading.Thread(target=self._read)
        self.reading.start()
        assert self.heard.get(timeout=120) == {"ready": True}

    def _read(self):
        for line in self.process.stdout:
            self.heard.put(json.loads(line))

    def tell(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def next(self, key):
        """Return the next event that has this key."""
        while True:
            event = self.heard.get(timeout=120)
            if key in event:
                return event

    def shown(self):
        """Return the titles that came since the last time of asking."""
        titles = []
        while True:
            try:
                event = self.heard.get_nowait()
            except Empty:
                return titles
            titles += [event["title"]] if "title" in event else []

    def end(self):
        self.process.stdin.close()
        self.process.wait(120)
        self.reading.join()
        self.process.stdout.close()


@pytest.fixture
def daemon():
    made = Daemon()
    yield made
    made.end()


def test_a_bubble_offers_to_open_and_to_be_done_and_nothing_else_works(play, tmp_path, daemon):
    async def story():
        async with window_on(tmp_path / "shop", receiving=True) as scene:
            address = await scene.listening()
            await in_thread(lambda: post(address, offline("O1", "Please <b>call</b> & write")))
            shown = await in_thread(lambda: daemon.next("title"))
            assert shown["title"] == "Offline message from Marcus Bell"
            assert "<" not in shown["body"]
            assert shown["names"][-2:] == ["Open", "Done"]
            assert shown["hints"]["sound-file"].endswith("sounds/chat.wav")
            daemon.tell(f"act {shown['number']} erase-everything")
            assert await in_thread(lambda: daemon.next("refused"))
            assert scene.flow.counts.done == 0
            daemon.tell(f"act {shown['number']} {shown['actions'][-1]}")
            await scene.until(lambda: scene.flow.counts.done == 1, "that it is done")

    play(story())


@pytest.mark.parametrize("way", [0, -2], ids=["the bubble", "the button Open"])
def test_a_click_opens_that_conversation_also_from_a_hidden_window(play, tmp_path, daemon, way):
    async def story():
        async with window_on(tmp_path / "shop", hidden=True, tray=False) as scene:
            scene.settings.alerts_unanswered = False
            (one,) = await scene.store(offline("O1"))
            await scene.store(chat("C2"))
            shown = await in_thread(lambda: daemon.next("title"))
            scene.window.hide()
            daemon.tell(f"act {shown['number']} {shown['actions'][way]}")
            await scene.until(lambda: scene.detail.conversation_id == one, "the conversation")
            assert scene.window.isVisible()

    play(story())


def test_a_burst_is_two_bubbles_and_an_exact_repeat_none(play, tmp_path, daemon):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            chats = [chat(f"C{n}", "Hello", "Hi") for n in range(6)]
            await scene.store(chats[0])
            await scene.store(*chats[1:])
            titles = [await in_thread(lambda: daemon.next("title")["title"]) for _ in range(2)]
            assert titles == ["Chat with Priya Raman", "5 new chats"]
            await scene.store(*chats)
            assert daemon.shown() == []

    play(story())


def test_a_desktop_that_wants_peace_is_left_in_peace_and_told_afterwards(play, tmp_path, daemon):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            alerting = scene.house.presence.alerting
            daemon.tell("quiet yes")
            await in_thread(lambda: daemon.next("quiet"))
            alerting.start()
            await scene.until(lambda: alerting.quiet is not None, "the wish")
            await scene.store(offline("O1"), offline("O2"))
            assert daemon.shown() == []
            daemon.tell("quiet no")
            await in_thread(lambda: daemon.next("quiet"))
            alerting.start()
            shown = await in_thread(lambda: daemon.next("title"))
            assert shown["title"] == "Meanwhile: 2 offline messages"

    play(story())


def test_hidden_content_never_reaches_the_bus(play, tmp_path, daemon):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            scene.settings.alerts_hide = True
            await scene.store(offline("O1"))
            shown = await in_thread(lambda: daemon.next("title"))
            assert shown["title"] == "1 offline message"
            assert "call" not in shown["body"]

    play(story())


def test_a_daemon_that_goes_away_is_replaced_by_the_window(play, tmp_path, expect_log):
    expect_log("Notification failed")
    daemon = Daemon()

    async def story():
        async with window_on(tmp_path / "shop") as scene:
            await scene.house.presence.bubbles.find()
            assert scene.house.presence.bubbles.by_desktop
            await in_thread(daemon.end)
            await scene.store(offline("O1"))
            await scene.until(scene.window.toast.text, "the toast")

    play(story())


def test_the_number_of_unread_is_on_the_programs_entry_in_the_launcher(
    play, tmp_path, daemon, qapp
):
    before = qapp.applicationName(), qapp.desktopFileName()
    _application(Settings(open_folders(tmp_path / "shop")))

    async def story():
        async with window_on(tmp_path / "shop") as scene:
            await scene.store(offline("O1"), offline("O2"))
            said = await in_thread(lambda: daemon.next("launcher"))
            while said.get("count") != 2:
                said = await in_thread(lambda: daemon.next("launcher"))
            assert "olark-inbox" in said["launcher"]
            assert said["count-visible"]

    play(story())
    qapp.setApplicationName(before[0])
    qapp.setDesktopFileName(before[1])


def test_a_saved_file_is_told_with_both_ways_to_it(play, tmp_path, daemon):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            done = []
            ways = (
                ("Show in folder", lambda: done.append("show")),
                ("Open", lambda: done.append("open")),
            )
            scene.house.presence.bubbles.say("Olark Inbox", "Saved 3 conversations", ways)
            shown = await in_thread(lambda: daemon.next("title"))
            assert (shown["title"], shown["body"]) == ("Olark Inbox", "Saved 3 conversations")
            assert shown["names"][-2:] == ["Show in folder", "Open"]
            daemon.tell(f"act {shown['number']} {shown['actions'][-1]}")
            await scene.until(lambda: done == ["open"], "the button")

    play(story())
