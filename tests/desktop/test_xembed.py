"""A tray of the old kind, where there is no other: the icon is a small window inside it."""

import shutil
import subprocess

import pytest

from olark_inbox.ui.presence.tray import Tray
from tests.window import chat, in_thread, story_runner, window_on

pytestmark = pytest.mark.desktop
TRAYER = shutil.which("trayer")
XDOTOOL = shutil.which("xdotool")
XWININFO = shutil.which("xwininfo")


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


@pytest.fixture
def trayer():
    if TRAYER is None or XDOTOOL is None or XWININFO is None:
        pytest.skip("trayer, xdotool or xwininfo is not installed")
    line = [TRAYER, "--edge", "bottom", "--height", "24", "--widthtype", "request"]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield process
    process.terminate()
    process.wait(120)


def _icons():
    """The windows that the tray holds."""
    panel = subprocess.run(
        [XDOTOOL, "search", "--class", "trayer"], capture_output=True, text=True, check=False
    ).stdout.split()
    found = []
    for window in panel:
        tree = subprocess.run(
            [XWININFO, "-tree", "-id", window], capture_output=True, text=True, check=False
        ).stdout
        found += [line.split()[0] for line in tree.splitlines() if "olark" in line.lower()]
        found += [line.split()[0] for line in tree.splitlines() if "QSystemTrayIconSys" in line]
    return found


def test_the_icon_is_in_a_tray_of_the_old_kind_and_a_click_toggles_the_window(
    play, tmp_path, trayer, qapp
):
    patience = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)  # two clicks, not a double one

    async def story():
        async with window_on(tmp_path / "shop") as scene:
            await scene.until(Tray.is_there, "the tray")
        async with window_on(tmp_path / "shop", tray=None) as scene:
            assert scene.house.presence.tray is not None
            await scene.until(_icons, "the icon")
            scene.window.activateWindow()
            await scene.until(scene.window.isActiveWindow, "the window in front")
            icon = _icons()[0]
            line = [XDOTOOL, "mousemove", "--window", icon, "8", "8", "click", "1"]
            await in_thread(lambda: subprocess.run(line, check=True))
            await scene.until(lambda: not scene.window.isVisible(), "that it is hidden")
            await in_thread(lambda: subprocess.run(line, check=True))
            await scene.until(scene.window.isVisible, "that it is back")
            await scene.store(chat("C1"))
            await scene.until(lambda: "1 unread" in scene.house.presence.tray.icon.toolTip())

    play(story())
    qapp.setDoubleClickInterval(patience)
