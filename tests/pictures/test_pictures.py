"""The window as it is painted in each state, beside the pictures in `expected/`.

`OLARK_INBOX_PICTURES=write uv run pytest -m picture` paints them anew: look at each before it is
kept. The pictures were made on Linux; other systems draw letters differently.
"""

import json

import pytest

from tests.pictures.painting import (
    OFTEN_DIFFERENT,
    PICTURE,
    close_layers,
    compare,
    different,
    painted,
)
from tests.pictures.states import ADDRESS_END, STATES, fill, open_name
from tests.window import window_on

pytestmark = PICTURE
LOOKS = ("light", "dark")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "settings.json").write_text(json.dumps({"secret": ADDRESS_END}))
    return folder


@pytest.mark.parametrize("name", STATES)
def test_a_state_of_the_window_looks_as_it_is_kept(play, data, tmp_path, name):
    state = STATES[name]

    async def story():
        async with window_on(data) as scene:
            scene.window.resize(*state.size)
            await state.story(scene)
            for look in LOOKS:
                picture = await painted(scene, look, state)
                compare(picture, f"{name}-{look}", tmp_path)
            close_layers(scene.window)

    play(story())


def test_a_moved_line_would_be_noticed(play, data):
    async def story():
        async with window_on(data) as scene:
            await fill(scene)
            one = await painted(scene, "light")
            await open_name(scene, "Helena")
            assert different(one, await painted(scene, "light")) > OFTEN_DIFFERENT

    play(story())
