"""The same day again and again: what the window holds is counted, and must not grow."""

import asyncio
import gc
import tracemalloc
from collections import Counter

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from olark_inbox.export.chosen import Chosen
from olark_inbox.export.save import Format, Wanted
from olark_inbox.ui.kit import theme
from tests.window import chat, story_runner, window_on

WARM, COUNTED = 3, 4
KEPT_KB = 150
"""What caches of a bounded size may still take in; a leaked page or conversation is more."""


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


async def _day(scene, qapp, folder, number):
    """Everything an owner does, with the same chats each time."""
    await scene.store(*(chat(f"C{n}", "wheel", f"line {number}", f"again {n}") for n in range(12)))
    for words in ("wheel", "line", "nothing has this", ""):
        scene.list.search.line.setText(words)
        await scene.list.model.settle()
    for place in (0, 3, 5):
        row = scene.row(place)
        scene.desk.show_conversation(row.id)
        await scene.until(lambda row=row: scene.detail.conversation_id == row.id, "the chat")
    for name in ("dark", "light"):
        theme.apply(qapp, name)
    scene.window.hide()
    scene.window.show()
    for page in ("settings", "keys", "about", "deliveries", "backups", "setup"):
        scene.window.menus.actions[page].trigger()
        await scene.caught_up()
        scene.house.pages.close()
        if scene.house.reaching.guide is not None:
            scene.house.reaching.guide.close()
    jobs = scene.house.saving.exporting.jobs
    for kind in (Format.PDF, Format.CONVERSATIONS):
        target = folder / f"saved{kind.ending}"
        jobs.start(Wanted(Chosen(), kind, target, replace=True))
    await scene.until(lambda: not jobs.under_way(), "the files")
    scene.window.toast.dismiss()
    await scene.caught_up()


async def _all_told(scene) -> None:
    """Wait for what is told together: else it is chance how many alerts are held just now."""
    alerting = scene.house.presence.alerting
    await scene.until(lambda: not alerting._memory.burst.held, "the alerts")


def _counted() -> Counter[str]:
    """Return how many there are of each kind of Qt's objects and of our own."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    found: Counter[str] = Counter()
    for thing in gc.get_objects():
        kind = type(thing)
        if isinstance(thing, QObject):
            if shiboken6.isValid(thing):
                found[f"Qt {kind.__name__}"] += 1
        elif str(kind.__module__).startswith("olark_inbox"):
            found[kind.__qualname__] += 1
    found["widgets"] = len(QApplication.allWidgets())
    return found


@pytest.mark.slow
def test_the_same_day_again_leaves_no_more_behind(play, qapp, tmp_path):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            for number in range(WARM):
                await _day(scene, qapp, tmp_path, number)
            await _all_told(scene)
            # This gives every object of the window a name in Python: not again while it is counted.
            children = len(scene.window.findChildren(QObject))
            before = _counted()
            tracemalloc.start()
            await _day(scene, qapp, tmp_path, 90)
            _counted()
            held = tracemalloc.get_traced_memory()[0]
            for number in range(COUNTED):
                await _day(scene, qapp, tmp_path, 91 + number)
            await _all_told(scene)
            grown = _counted() - before
            kept = (tracemalloc.get_traced_memory()[0] - held) / 1024
            tracemalloc.stop()
            per_day = {name: more / (COUNTED + 1) for name, more in grown.items()}
            assert [f"{more} {name}" for name, more in per_day.items() if more >= 1] == []
            assert len(scene.window.findChildren(QObject)) - children <= COUNTED
            assert kept < KEPT_KB, f"{kept:.0f} KB more after {COUNTED} days"
            assert [t for t in asyncio.all_tasks() if t.done()] == []

    play(story())
