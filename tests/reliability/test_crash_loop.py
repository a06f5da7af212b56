"""Kill -9 under load, again and again: nothing acknowledged is lost, it listens again at once."""

import statistics
import subprocess
import sys
import time

from olark_inbox.base.folders import Folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Query, View
from tests.reliability.posting import Load, sometime
from tests.reliability.rounds import at_most, rounds, tell

AGAIN_S = at_most(2.0)


class Receiving:
    """`olark-inbox receive`, without Python's development mode: its start is timed."""

    def __init__(self, program):
        began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "olark_inbox", "receive", "--port", "0"],
            stdout=subprocess.PIPE,
            env=program.environment,
            encoding="utf-8",
        )
        line = self.process.stdout.readline()
        self.took = time.monotonic() - began
        self.port = int(line.split("port ")[1].split(".")[0])

    def kill(self):
        self.process.kill()
        self.process.wait(120)
        self.process.stdout.close()


def test_nothing_acknowledged_is_lost_however_often_the_program_is_killed(program):
    acknowledged, took, unfit = set(), [], []
    times = rounds(6, 100)
    receiving = Receiving(program)
    folders = Folders(program.root)
    path = f"/olark/{Settings(folders).secret}"
    for number in range(times):
        load = Load(receiving.port, path, f"k{number}")
        load.wait_for(int(sometime(3, 60)))
        receiving.kill()
        load.stop()
        acknowledged |= set(load.acknowledged)
        receiving = Receiving(program)
        took.append(receiving.took)
        unfit += _problems(folders, acknowledged)
    receiving.kill()
    tell(
        f"killed {times} times under load: {len(acknowledged)} acknowledged, 0 lost; listening"
        f" again after {statistics.median(took):.2f} s (median), {max(took):.2f} s (slowest)"
    )
    assert not unfit
    assert statistics.median(took) <= AGAIN_S


def _problems(folders, acknowledged):
    """Look at the store beside the receiver that was started anew."""
    inbox = Inbox.open(folders)
    try:
        there = {row.key for row in inbox.rows_of(Query(View.ALL))}
        lost = acknowledged - there
        return [*(f"lost: {key}" for key in lost), *inbox.check().result(120).problems]
    finally:
        inbox.close()
