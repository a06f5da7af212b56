"""The window as it is painted, beside the pictures in `expected/`.

`OLARK_INBOX_PICTURES=write uv run pytest -m picture` paints them anew: look at each before it is
kept. The pictures were made on Linux; other systems draw letters differently.
"""

import asyncio
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from olark_inbox.base import clock
from olark_inbox.inbox import Body
from olark_inbox.ui import theme
from tests.pictures import shop
from tests.window import story_runner, window_on

EXPECTED = Path(__file__).parent / "expected"
WRITING = os.environ.get("OLARK_INBOX_PICTURES") == "write"
OFTEN_DIFFERENT = 0.012
"""Of the pixels; a moved line, a lost icon or another colour is well above it."""
NOTICEABLE = 48
"""Of 255, in one channel: below it is the rounding of edges."""

pytestmark = [
    pytest.mark.picture,
    pytest.mark.skipif(sys.platform != "linux", reason="the pictures were made on Linux"),
]


@pytest.fixture(autouse=True)
def _on_a_friday_afternoon(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    moment = int(shop.NOW.timestamp() * 1000)
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: moment * 1_000_000))
    yield
    QLocale.setDefault(before)
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)
    theme.apply(qapp, "light")


def _different(one: QImage, other: QImage) -> float:
    if one.size() != other.size():
        return 1.0
    kind = QImage.Format.Format_RGB32
    a, b = (bytes(picture.convertToFormat(kind).constBits()) for picture in (one, other))
    far = sum(abs(x - y) > NOTICEABLE for x, y in zip(a, b, strict=True))
    return far / len(a)


def _compare(picture: QImage, name: str, tmp_path: Path, folder: Path = EXPECTED) -> None:
    kept = folder / f"{name}.png"
    if WRITING:
        folder.mkdir(exist_ok=True)
        picture.save(str(kept))
        return
    seen = tmp_path / f"{name}.png"
    picture.save(str(seen))
    share = _different(picture, QImage(str(kept)))
    assert share <= OFTEN_DIFFERENT, f"{share:.1%} of {kept} changed; as it is now: {seen}"


async def _painted(scene, look: str) -> QImage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, look)
    scene.window.resize(1280, 800)
    for _ in range(20):
        # Layout, polish and the filling of the transcript each post events of their own.
        await asyncio.sleep(0.005)
    await scene.caught_up()
    return scene.window.grab().toImage()


_ALERTS = ("offline", "unanswered", "transcript", "start", "reminder", "rating")


async def _fill(scene) -> None:
    for kind in _ALERTS:
        # An alert tells of what arrived when it likes, in front of what is compared here.
        setattr(scene.settings, f"alerts_{kind}", False)
    listening = {"status": "listening", "port": 8765, "since_ms": shop.at("08:01"), "sentence": ""}
    await asyncio.wrap_future(scene.inbox.set_state("receiver", listening))
    for received_ms, raw in shop.conversations():
        body = Body(raw, "application/json", received_ms=received_ms)
        await asyncio.wrap_future(scene.inbox.accept(body))
    await scene.caught_up()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_window_before_anything_arrived(play, tmp_path, look):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            _compare(await _painted(scene, look), f"first-{look}", tmp_path)

    play(story())


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_window_with_a_conversation_open(play, tmp_path, look):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _fill(scene)
            scene.list.view.select_place(1)
            await scene.until(lambda: scene.detail.conversation_id, "an open conversation")
            _compare(await _painted(scene, look), f"main-{look}", tmp_path)

    play(story())


def test_a_moved_line_would_be_noticed(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _fill(scene)
            one = await _painted(scene, "light")
            scene.list.view.select_place(3)
            await scene.until(lambda: scene.detail.conversation_id, "an open conversation")
            other = await _painted(scene, "light")
            assert _different(one, other) > OFTEN_DIFFERENT

    play(story())
