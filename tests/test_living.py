"""Those that live together: nothing of them fails in silence."""

import asyncio
import sys
import threading

import pytest

from olark_inbox import living
from olark_inbox.base import tasks
from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreTooNew
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.pages.trouble import Trouble
from tests.window import story_runner, window_on


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def test_what_fails_before_the_window_stands_is_said_when_it_does_and_nothing_after_its_end():
    faults, said = living.Faults(), []
    early, late, last = KeyError("early"), KeyError("late"), KeyError("last")
    faults.say(early)
    with faults.said_by(said.append):
        faults.say(late)
    faults.say(last)
    assert said == [early, late]


def test_a_failing_task_and_a_failing_slot_are_logged_and_said(play, tmp_path, expect_log):
    expect_log("the task broken failed")
    expect_log("a slot failed")

    async def story():
        async with window_on(tmp_path) as scene:
            with living._failures_said(scene.house.say):
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
            with living._failures_said(say):
                thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
                thread.start()
                await scene.until(lambda: said, "the failure")
                thread.join()

    play(story())
    assert [thread for thread, _ in said] == [threading.main_thread()]


def test_a_store_that_cannot_be_opened_is_told_instead_of_an_empty_window(play, qapp, tmp_path):
    folders = open_folders(tmp_path)
    Inbox.open(folders).close()
    with folders.store.open("r+b") as file:
        file.seek(60)
        file.write((9_999).to_bytes(4, "big"))
    window = InboxWindow(Settings(folders))
    window.show()
    ended, quits = asyncio.Event(), qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)  # as the program has it

    async def read_and_close():
        trouble = None
        while trouble is None:
            await asyncio.sleep(0)
            trouble = next((w for w in qapp.topLevelWidgets() if isinstance(w, Trouble)), None)
        assert trouble.isVisible()
        assert not window.isVisible()
        trouble.closed.connect(ended.set)
        trouble.close()

    async def story():
        both = living._opened(folders, window, lambda: None, ended), read_and_close()
        opened, read = await asyncio.gather(*both, return_exceptions=True)
        assert isinstance(opened, StoreTooNew)
        assert read is None

    play(story())
    qapp.setQuitOnLastWindowClosed(quits)
    window.ending = True
    window.close()
    window.deleteLater()
