"""Those that live together: nothing of them fails in silence, nothing of them stays."""

import asyncio
import sys
import threading

import pytest

from olark_inbox import household
from olark_inbox.base import tasks
from tests.window import chat, story_runner, window_on


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def test_a_failing_task_and_a_failing_slot_are_logged_and_said(play, tmp_path, expect_log):
    expect_log("the task broken failed")
    expect_log("a slot failed")

    async def story():
        async with window_on(tmp_path) as scene:
            with household._failures_said(scene.house.say):
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
            with household._failures_said(say):
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
