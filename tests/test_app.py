"""The roof: one window a folder, an orderly end, nothing that fails in silence."""

import asyncio
import os
import re
import sys
import threading

import pytest
from filelock import FileLock

from olark_inbox import app
from olark_inbox.base import tasks
from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreTooNew
from tests.window import chat, story_runner, window_on


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def test_a_second_start_asks_the_first_to_come_forward(tmp_path):
    folders = open_folders(tmp_path)
    with FileLock(folders.window_lock):
        assert app.run(folders, port=0, hidden=False) == 0
    inbox = Inbox.open(folders)
    assert [r.what for r in inbox.take_requests("window").result()] == ["raise"]
    inbox.close()


def test_a_second_start_that_is_hidden_disturbs_nobody(tmp_path):
    folders = open_folders(tmp_path)
    with FileLock(folders.window_lock):
        assert app.run(folders, port=0, hidden=True) == 0
    inbox = Inbox.open(folders)
    assert inbox.take_requests("window").result() == ()
    inbox.close()


@pytest.mark.skipif(os.name != "posix", reason="a folder cannot be made read-only so elsewhere")
def test_a_store_that_cannot_be_opened_ends_the_start_and_frees_the_lock(tmp_path, qapp):
    folders = open_folders(tmp_path)
    Inbox.open(folders).close()
    with folders.store.open("r+b") as file:
        file.seek(60)
        file.write((9_999).to_bytes(4, "big"))
    with pytest.raises(StoreTooNew):
        app.run(folders, port=0, hidden=True)
    with FileLock(folders.window_lock, timeout=0):
        pass


def test_a_failing_task_and_a_failing_slot_are_logged_and_said(play, tmp_path, expect_log):
    expect_log("the task broken failed")
    expect_log("a slot failed")

    async def story():
        async with window_on(tmp_path) as scene:
            with app._failures_said(scene.house.say):
                tasks.start(_broken(), name="broken")
                await scene.until(lambda: scene.list.banner.notice is not None, "the banner")
                assert scene.list.banner.notice.text == (
                    "Something went wrong inside the program. The log says where."
                )
                scene.list.banner.link.click()
                sys.excepthook(KeyError, KeyError("a customer's words"), None)
                assert "customer" not in scene.list.banner.notice.text

    async def _broken():
        raise KeyError("a customer's words")

    hooks = sys.excepthook, tasks.on_failure
    play(story())
    assert (sys.excepthook, tasks.on_failure) == hooks


def test_a_task_that_fails_on_another_thread_is_said_on_the_windows(play, tmp_path, expect_log):
    expect_log("the task elsewhere failed")
    said = []

    async def fail():
        raise KeyError("words")

    async def elsewhere():
        await asyncio.wait({tasks.start(fail(), name="elsewhere")})

    def say(error):
        said.append((threading.current_thread(), error))

    async def story():
        async with window_on(tmp_path) as scene:
            with app._failures_said(say):
                thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
                thread.start()
                await scene.until(lambda: said, "the failure")
                thread.join()

    play(story())
    assert [thread for thread, _ in said] == [threading.main_thread()]


def test_leaving_the_house_ends_every_task(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1"))
            tasks.start(asyncio.Event().wait(), name="for ever")
        assert [t for t in tasks.running() if t is not asyncio.current_task()] == []

    play(story())


def test_the_programs_name_can_stand_in_a_path_of_the_session_bus(qapp):
    before = qapp.applicationName(), qapp.applicationDisplayName(), qapp.desktopFileName()
    quits = qapp.quitOnLastWindowClosed()
    try:
        app._application()
        assert re.fullmatch("[A-Za-z0-9_]+", qapp.applicationName())
    finally:
        qapp.setApplicationName(before[0])
        qapp.setApplicationDisplayName(before[1])
        qapp.setDesktopFileName(before[2])
        qapp.setQuitOnLastWindowClosed(quits)
