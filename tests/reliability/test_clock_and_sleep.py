"""The clock jumps by decades, the computer sleeps: order and service hold."""

import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from olark_inbox.base.folders import Folders
from olark_inbox.inbox import Body, Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Query, View
from tests.reliability.posting import Load, chat, form, post, sometime
from tests.reliability.rounds import at_most, rounds, tell
from tests.reliability.test_crash_loop import Receiving
from tests.store.makers import NOW, Ticking, folders_in

YEAR_MS = 365 * 24 * 3_600_000


@pytest.mark.parametrize("years", [-10, 30])
def test_a_clock_that_jumps_and_comes_back_keeps_the_order_of_arrival(tmp_path, years):
    clock = Ticking()
    inbox = Inbox.open(folders_in(tmp_path / "store"), clock)
    try:
        sent = []
        for part, at in enumerate((NOW, NOW + years * YEAR_MS, NOW + 1_000)):
            clock.at = at
            for n in range(20):
                sent.append(f"c{part}-{n}")
                inbox.accept(Body(form(chat(sent[-1])))).result(120)
        assert [row.key for row in inbox.rows_of(Query(View.ALL))] == sent[::-1]
        assert inbox.check().result(120).sound
        longer = chat("c1-0")
        longer["items"] *= 2
        inbox.accept(Body(form(longer))).result(120)
        top = inbox.find(Query(View.ALL), 0, 2).result(120).rows
        assert [row.key for row in top] == ["c1-0", sent[-1]]
    finally:
        inbox.close()
    tell(f"the clock went {years} years and back: 60 chats in their order, none lost, none pinned")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no stopped processes")
def test_a_computer_that_sleeps_and_wakes_under_load_loses_nothing(program):
    receiving = Receiving(program)
    folders = Folders(program.root)
    path = f"/olark/{Settings(folders).secret}"
    load = Load(receiving.port, path, "s")
    pause, took = threading.Event(), []
    times = rounds(3, 30)
    for _ in range(times):
        load.wait_for(len(load.acknowledged) + 10)
        receiving.process.send_signal(signal.SIGSTOP)
        pause.wait(sometime(0.2, 1.0))
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(post, receiving.port, path, form(chat("waiting")))
            began = time.monotonic()
            receiving.process.send_signal(signal.SIGCONT)
            assert waiting.result(120) == 200
            took.append(time.monotonic() - began)
    load.stop()
    inbox = Inbox.open(folders)
    there = {row.key for row in inbox.rows_of(Query(View.ALL))}
    sound = inbox.check().result(120).sound
    inbox.close()
    receiving.kill()
    tell(
        f"slept {times} times under load: {len(load.acknowledged)} acknowledged, 0 lost, answering"
        f" {max(took):.2f} s after waking"
    )
    assert set(load.acknowledged) <= there
    assert sound
    assert set(load.statuses) == {200}
    assert max(took) <= at_most(5.0)
