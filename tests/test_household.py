"""The window and what stands around it: all of it loads in time, nothing of it stays."""

import asyncio
import gc
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from olark_inbox.base import tasks
from olark_inbox.ui.saving.export_dialog import ExportDialog
from tests.window import chat, story_runner, window_on


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def test_leaving_the_house_ends_every_task(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1"))
            tasks.start(asyncio.Event().wait(), name="for ever")
        assert [t for t in tasks.running() if t is not asyncio.current_task()] == []

    play(story())


def test_a_house_that_was_left_is_gone_with_all_its_parts(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1"))
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            scene.list.view.actions_shown()
            parts = [part for part in vars(scene.house).values() if isinstance(part, QObject)]
            parts += [scene.list.view, scene.detail, scene.desk.board, scene.house.presence.bubbles]
            return {type(part).__name__: weakref.ref(part) for part in parts}

    left = {}
    play(_given(story(), left))
    gc.collect()
    assert len(left) > 15
    assert [name for name, part in left.items() if part() is not None] == []


async def _given(story, taken):
    taken.update(await story)


def test_what_is_clicked_before_it_is_loaded_works_at_once(play, tmp_path):
    async def story():
        async with window_on(tmp_path, settled=False) as scene:
            await scene.store(chat("C1"))
            assert "saving" not in vars(scene.house)
            scene.window.menus.actions["save_pdf"].trigger()
            dialogs = scene.window.findChildren
            await scene.until(lambda: dialogs(ExportDialog), "the dialog")
            dialogs(ExportDialog)[0].reject()

    play(story())


def test_settings_opened_at_once_have_every_section_they_have_later(play, tmp_path):
    found = []

    async def sections(folder, *, settled):
        async with window_on(folder, settled=settled) as scene:
            scene.window.menus.actions["settings"].trigger()
            page = scene.house.pages.page("settings")
            found.append({type(part).__name__ for part in page.findChildren(QWidget)})

    play(sections(tmp_path / "a", settled=True))
    play(sections(tmp_path / "b", settled=False))
    assert found[0] == found[1]
    assert "SavingLines" in found[0]
