"""A program that was updated while it runs says so, and starts again when its owner wants."""

import os
import sys

import pytest

from olark_inbox.ui.desk import notices
from olark_inbox.ui.desk.replaced import Replaced, own_program
from tests.window import window_on


def test_from_source_nothing_is_watched(monkeypatch, tmp_path):
    assert own_program() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "olark-inbox"))
    assert own_program() == tmp_path / "olark-inbox"


def test_a_newer_program_is_told_of_and_begun_by_one_press(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            banner = scene.window.list.banner
            program = tmp_path / "olark-inbox"
            program.write_text("old")
            replaced = Replaced(scene.house.desk.board, program)
            replaced.start()
            replaced.look()
            assert banner.notice is None or banner.notice.key != notices.REPLACED
            program.unlink()
            replaced.look()
            assert banner.notice is None or banner.notice.key != notices.REPLACED
            (tmp_path / "new").write_text("new")
            os.utime(tmp_path / "new", ns=(1, 1))
            (tmp_path / "new").rename(program)
            replaced.look()
            assert banner.notice.key == notices.REPLACED
            assert not scene.house.again
            shown = banner.button if banner.button.isVisible() else banner.plain_button
            shown.click()
            assert scene.house.again

    play(story())


@pytest.mark.parametrize("program", ["gone", None])
def test_without_a_file_to_watch_nothing_is_said(play, tmp_path, program):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            replaced = Replaced(scene.house.desk.board, program and tmp_path / program)
            replaced.start()
            replaced.look()
            notice = scene.window.list.banner.notice
            assert notice is None or notice.key != notices.REPLACED

    play(story())
