"""What is asked for in a flood is done at once and then now and then, and never forgotten."""

import asyncio

from olark_inbox.base import tasks
from olark_inbox.ui.desk.paced import Paced

LONG_S = 3_600


class Work:
    """Counts how often it was done."""

    def __init__(self):
        self.done = 0

    async def __call__(self):
        await asyncio.sleep(0)
        self.done += 1


async def _until(true):
    for _ in range(24_000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("never happened")


def test_what_is_asked_for_once_is_done_at_once_and_leaves_nothing_running(play):
    async def story():
        work = Work()
        paced = Paced("work", work, LONG_S)
        paced.ask()
        await _until(lambda: work.done)
        await _until(lambda: not any(task.get_name() == "work" for task in tasks.running()))
        assert work.done == 1

    play(story())


def test_what_is_asked_for_again_within_the_moment_waits_for_its_end(play):
    async def story():
        work = Work()
        paced = Paced("work", work, LONG_S)
        paced.ask()
        await _until(lambda: work.done)
        for _ in range(100):
            paced.ask()
        await asyncio.sleep(0.05)
        assert work.done == 1
        paced.stop()

    play(story())


def test_however_often_it_is_asked_for_within_the_moment_it_is_done_once_more(play):
    async def story():
        work = Work()
        paced = Paced("work", work, 0.2)
        for _ in range(100):
            paced.ask()
        await _until(lambda: work.done)
        for _ in range(100):
            paced.ask()
        await _until(lambda: work.done == 2)
        await asyncio.sleep(0.5)
        assert work.done == 2

    play(story())


def test_what_failed_is_done_when_it_is_asked_for_the_next_time(play, monkeypatch):
    async def story():
        failed, done = [], []
        monkeypatch.setattr(tasks, "on_failure", lambda name, _error: failed.append(name))

        async def work():
            if not failed:
                raise OSError
            done.append(1)

        paced = Paced("work", work, 0.001)
        paced.ask()
        await _until(lambda: failed)
        paced.ask()
        await _until(lambda: done)

    play(story())
