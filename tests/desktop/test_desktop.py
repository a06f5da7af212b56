"""On a real X server with a session bus: a real tray, a real bubble, a real click."""

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

import pytest

from olark_inbox.ui.presence.tray import Tray
from tests.window import chat, in_thread, offline, post, story_runner, window_on

pytestmark = pytest.mark.desktop
HOST = Path(__file__).with_name("tray_host.py")
XDOTOOL = shutil.which("xdotool")
DUNST = """[global]
    geometry = "300x5-30+20"
    origin = top-left
    offset = (20, 20)
    width = 300
    height = 120
    follow = none
    idle_threshold = 0
    mouse_left_click = do_action, close_current
    markup = full
[urgency_normal]
    timeout = 0
"""


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


@pytest.fixture
def tray_host():
    """A tray of our own, ready before the window opens."""
    process = subprocess.Popen(
        [sys.executable, str(HOST)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    heard = Queue()
    reading = threading.Thread(target=lambda: [heard.put(json.loads(x)) for x in process.stdout])
    reading.start()
    assert heard.get(timeout=120) == {"ready": True}

    def tell(line):
        process.stdin.write(f"{line}\n")
        process.stdin.flush()

    process.tell, process.heard = tell, heard
    yield process
    process.stdin.close()
    process.wait(120)
    reading.join()
    process.stdout.close()


@pytest.fixture
def dunst(tmp_path):
    """A notification daemon whose bubbles do their action when they are clicked."""
    daemon = shutil.which("dunst")
    if daemon is None or XDOTOOL is None:
        pytest.skip("dunst or xdotool is not installed")
    rules = tmp_path / "dunstrc"
    rules.write_text(DUNST)
    process = subprocess.Popen(
        [daemon, "-conf", str(rules)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield process
    process.terminate()
    process.wait(120)


def _bubbles():
    """The windows of the daemon that are on the screen."""
    line = [XDOTOOL, "search", "--onlyvisible", "--class", "dunst"]
    return subprocess.run(line, capture_output=True, text=True, check=False).stdout.split()


def _click(window):
    subprocess.run([XDOTOOL, "mousemove", "--window", window, "60", "25", "click", "1"], check=True)


def test_a_real_post_makes_a_real_bubble_and_a_click_opens_that_conversation(play, tmp_path, dunst):
    async def story():
        async with window_on(tmp_path / "shop", receiving=True) as scene:
            address = await scene.listening()
            scene.settings.alerts_unanswered = False
            (another,) = await scene.store(chat("C0", name="Another"))
            scene.flow.open(another)
            await scene.until(lambda: scene.detail.conversation_id == another, "another one open")
            assert _bubbles() == []
            await in_thread(lambda: post(address, offline("O1", "Please <b>call</b> & write")))
            await scene.until(lambda: scene.flow.counts.offline == 1, "the message")
            await scene.caught_up()
            marcus = scene.row(0).id
            scene.window.showMinimized()
            await scene.until(_bubbles, "the bubble")
            _click(_bubbles()[0])
            await scene.until(lambda: scene.detail.conversation_id == marcus, "what it is about")
            assert not scene.window.isMinimized()

    play(story())


def test_dunst_told_not_to_disturb_is_left_in_peace_and_told_afterwards(play, tmp_path, dunst):
    control = shutil.which("dunstctl")

    def pause(value):
        subprocess.run([control, "set-paused", value], check=True)

    async def story():
        async with window_on(tmp_path / "shop") as scene:
            presence = scene.house.presence
            await in_thread(lambda: pause("true"))
            presence.alerting.start()
            await scene.until(lambda: presence.alerting.quiet is not None, "the wish")
            await scene.store(offline("O1"))
            assert presence.alerting.last is None
            await in_thread(lambda: pause("false"))
            presence.alerting.start()
            await scene.until(_bubbles, "the bubble")
            assert presence.alerting.last is not None

    play(story())


def test_the_icon_is_in_the_tray_and_a_click_toggles_the_window(play, tmp_path, tray_host):
    async def story():
        assert Tray.is_there()
        async with window_on(tmp_path / "shop", tray=None) as scene:
            seen = await in_thread(lambda: tray_host.heard.get(timeout=120))
            assert 22 in seen["sizes"]
            assert seen["tip"].startswith("Olark Inbox")
            scene.window.activateWindow()  # there is no window manager that would do it
            await scene.until(scene.window.isActiveWindow, "the window in front")
            tray_host.tell("click")
            await scene.until(lambda: not scene.window.isVisible(), "that it is hidden")
            tray_host.tell("click")
            await scene.until(scene.window.isVisible, "that it is back")
            scene.settings.alerts_unanswered = False  # its words would stand in the tooltip
            await scene.store(chat("C1"))
            await scene.until(lambda: "1 unread" in scene.house.presence.tray.icon.toolTip())
            tray_host.tell("look")
            seen = await in_thread(lambda: tray_host.heard.get(timeout=120))
            assert "1 unread" in seen["tip"]

    play(story())


def test_without_a_tray_and_without_a_daemon_the_window_tells(play, tmp_path):
    async def story():
        assert not Tray.is_there()
        async with window_on(tmp_path / "shop", tray=None) as scene:
            assert scene.house.presence.tray is None
            await scene.store(offline("O1"))
            await scene.until(scene.window.toast.text, "the toast")

    play(story())
