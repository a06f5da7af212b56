"""The window as it is painted in each state, beside the pictures in `expected/`.

`OLARK_INBOX_PICTURES=write uv run pytest -m picture` paints them anew: look at each before it is
kept. The pictures were made on Linux; other systems draw letters differently. Every state is
painted light and dark, mirrored, and on a screen of one and a half; of the last two only some are
kept, and of all is looked whether everything has its room, a name and something to do.
"""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from tests.journeys.controls import faults
from tests.journeys.test_room import cut, outside
from tests.pictures.painting import (
    OFTEN_DIFFERENT,
    PICTURE,
    close_layers,
    compare,
    different,
    layers,
    painted,
)
from tests.pictures.states import ADDRESS_END, STATES, fill, open_name
from tests.window import window_on

pytestmark = PICTURE
SCALE = os.environ.get("QT_SCALE_FACTOR", "")
KEPT_MIRRORED = ("main", "search", "bulk", "least", "settings", "setup-2", "menu-tag")
KEPT_SCALED = ("main", "search", "least", "settings", "setup-2")


ONE_MENU = [name for name in STATES if not name.startswith("menu-") or name in KEPT_MIRRORED]
"""The other menus differ from it only in their words."""


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "settings.json").write_text(json.dumps({"secret": ADDRESS_END}))
    return folder


@pytest.fixture
def mirrored(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


async def _shown(folder, tmp_path, name: str, kept: dict[str, str]) -> None:
    """Bring a state about and paint it in each look; compare it where it is kept under a name."""
    state = STATES[name]
    async with window_on(folder) as scene:
        scene.window.resize(*state.size)
        await state.story(scene)
        for look, kept_as in kept.items():
            picture = await painted(scene, look, state)
            if kept_as:
                compare(picture, kept_as, tmp_path)
        for window in (scene.window, *layers(scene.window)):
            assert (cut(window), outside(window)) == (set(), set())
            assert faults(window) == []
        close_layers(scene.window)


@pytest.mark.skipif(bool(SCALE), reason="for a screen of an ordinary scale")
@pytest.mark.parametrize("name", STATES)
def test_a_state_of_the_window_looks_as_it_is_kept(play, data, tmp_path, name):
    kept = {look: f"{name}-{look}" for look in ("light", "dark")}
    play(_shown(data, tmp_path, name, kept))


@pytest.mark.skipif(bool(SCALE), reason="for a screen of an ordinary scale")
@pytest.mark.parametrize("name", ONE_MENU)
def test_read_from_the_right_it_is_mirrored_and_has_its_room(play, data, tmp_path, mirrored, name):
    kept = {"light": f"{name}-rtl-light" if name in KEPT_MIRRORED else ""}
    play(_shown(data, tmp_path, name, kept))


@pytest.mark.skipif(not SCALE, reason="run by the test below, in a program of its own")
@pytest.mark.parametrize("name", ONE_MENU)
def test_at_the_scale_of_the_screen_it_is_sharp_and_has_its_room(play, data, tmp_path, name):
    looks = ("light", "dark") if name == "main" else ("light",)
    kept = {look: f"{name}-150-{look}" if name in KEPT_SCALED else "" for look in looks}
    play(_shown(data, tmp_path, name, kept))


@pytest.mark.skipif(bool(SCALE), reason="it is run already")
def test_on_a_screen_of_one_and_a_half(tmp_path):
    line = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", __file__]
    line += [f"--basetemp={tmp_path / 'scaled'}", "-k", "at_the_scale_of_the_screen"]
    there = os.environ | {"QT_SCALE_FACTOR": "1.5"}
    done = subprocess.run(
        line, env=there, capture_output=True, text=True, timeout=3_600, check=False
    )
    assert done.returncode == 0, done.stdout[-3_000:]
    assert f"{len(ONE_MENU)} passed" in done.stdout


@pytest.mark.skipif(bool(SCALE), reason="for a screen of an ordinary scale")
def test_a_moved_line_would_be_noticed(play, data):
    async def story():
        async with window_on(data) as scene:
            await fill(scene)
            one = await painted(scene, "light")
            await open_name(scene, "Helena")
            assert different(one, await painted(scene, "light")) > OFTEN_DIFFERENT

    play(story())
