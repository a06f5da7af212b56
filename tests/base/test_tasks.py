import asyncio
import threading

import pytest

from olark_inbox.base import tasks


@pytest.fixture
def failures(monkeypatch):
    said = []
    monkeypatch.setattr(tasks, "on_failure", lambda name, error: said.append((name, error)))
    return said


def test_a_task_gives_its_result(failures):
    async def answer():
        return 42

    async def story():
        return await tasks.start(answer(), name="answer")

    assert asyncio.run(story()) == 42
    assert failures == []


def test_a_failing_task_is_reported_by_name(failures):
    async def fail():
        raise KeyError("gone")

    async def story():
        with pytest.raises(KeyError):
            await tasks.start(fail(), name="opening")

    asyncio.run(story())
    assert [(name, type(error)) for name, error in failures] == [("opening", KeyError)]


def test_a_task_nobody_keeps_is_not_collected_and_leaves_when_it_ends(failures):
    async def story():
        done = asyncio.Event()

        async def wait():
            await asyncio.sleep(0)
            done.set()

        tasks.start(wait(), name="kept")
        assert len(tasks.running()) == 1
        await done.wait()
        await asyncio.sleep(0)
        return tasks.running()

    assert asyncio.run(story()) == ()


def test_without_a_window_a_failure_goes_to_the_log(expect_log):
    expect_log("the task catching up failed")

    async def fail():
        raise RuntimeError("no")

    async def story():
        with pytest.raises(RuntimeError):
            await tasks.start(fail(), name="catching up")

    asyncio.run(story())


def test_a_report_that_fails_itself_does_not_break_the_loop(monkeypatch, expect_log):
    expect_log("the task first failed")
    expect_log("reporting a failure")

    def worse(name, error):
        raise OSError("the window is gone")

    monkeypatch.setattr(tasks, "on_failure", worse)

    async def fail():
        raise RuntimeError("no")

    async def story():
        with pytest.raises(RuntimeError):
            await tasks.start(fail(), name="first")
        return "alive"

    assert asyncio.run(story()) == "alive"


def test_the_newest_run_cancels_the_older(failures):
    async def story():
        latest = tasks.Latest("search")
        finished = []

        async def search(word):
            await asyncio.sleep(0)
            finished.append(word)

        old = latest.start(search("b"))
        new = latest.start(search("bi"))
        await asyncio.wait([old, new])
        latest.cancel()
        return finished, old.cancelled()

    assert asyncio.run(story()) == (["bi"], True)
    assert failures == []


def test_what_blocks_runs_beside_the_loop():
    async def story():
        loop_thread = threading.get_ident()
        assert await tasks.beside(threading.get_ident) != loop_thread
        with pytest.raises(ZeroDivisionError):
            await tasks.beside(lambda: 1 // 0)

    asyncio.run(story())


def test_whoever_stops_waiting_does_not_stop_what_runs_beside():
    begun, go, done = threading.Event(), threading.Event(), threading.Event()

    def work():
        begun.set()
        go.wait(120)
        done.set()

    async def story():
        waiting = tasks.start(tasks.beside(work), name="waiting")
        await tasks.beside(begun.wait)
        waiting.cancel()
        await asyncio.wait({waiting})
        go.set()

    asyncio.run(story())
    assert done.wait(120)
