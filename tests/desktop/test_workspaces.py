"""A window manager with two workspaces: a click on a bubble brings the window to the owner."""

import shutil
import subprocess
import time

import pytest

from tests.desktop.test_notifications import Daemon
from tests.window import in_thread, offline, story_runner, window_on

pytestmark = pytest.mark.desktop
OPENBOX = shutil.which("openbox")
WMCTRL = shutil.which("wmctrl")
RULES = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew></focus>
<desktops><number>2</number><firstdesk>1</firstdesk></desktops>
</openbox_config>"""


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


@pytest.fixture
def workspaces(tmp_path):
    """A window manager with two of them, the first one shown."""
    if OPENBOX is None or WMCTRL is None:
        pytest.skip("openbox or wmctrl is not installed")
    rules = tmp_path / "rc.xml"
    rules.write_text(RULES)
    process = subprocess.Popen(
        [OPENBOX, "--config-file", str(rules)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 120
    while "Openbox" not in _ask("-m") or _shown() != 0:
        _ask("-s", "0")  # one before it may have left another one shown
        assert time.monotonic() < end
    yield process
    process.terminate()
    process.wait(120)


@pytest.fixture
def daemon():
    made = Daemon()
    yield made
    made.end()


def _ask(*words):
    return subprocess.run([WMCTRL, *words], capture_output=True, text=True, check=False).stdout


def _shown():
    """The workspace that is shown now."""
    return next((int(line.split()[0]) for line in _ask("-d").splitlines() if " * " in line), None)


def _of(window):
    """The workspace a window is on."""
    lines = [line.split() for line in _ask("-l").splitlines()]
    return next((int(line[1]) for line in lines if int(line[0], 16) == window), None)


async def _until(true):
    """Wait for what the window manager says, which waits for the window in turn."""
    end = time.monotonic() + 120
    while not await in_thread(true):
        assert time.monotonic() < end, (_ask("-l"), _ask("-d"))


@pytest.mark.parametrize("minimised", [False, True], ids=["open", "minimised"])
def test_a_click_shows_the_conversation_from_another_workspace(
    play, tmp_path, workspaces, daemon, minimised
):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            number = int(scene.window.winId())
            await _until(lambda: _of(number) == 0)
            if minimised:
                scene.window.showMinimized()
                await scene.until(scene.window.isMinimized, "that it is small")
            await in_thread(lambda: _ask("-s", "1"))
            await _until(lambda: _shown() == 1)
            (one,) = await scene.store(offline("O1"))
            shown = await in_thread(lambda: daemon.next("title"))
            daemon.tell(f"act {shown['number']} {shown['actions'][0]}")
            await scene.until(lambda: scene.detail.conversation_id == one, "the conversation")
            await _until(lambda: _of(number) in (_shown(), -1))
            assert not scene.window.isMinimized()
            await scene.until(scene.window.isActiveWindow, "the window in front")

    play(story())
