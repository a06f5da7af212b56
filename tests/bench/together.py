"""`load`: deliveries, searches and a PDF export at once, and how the window bears it."""

import json
import shutil
import tempfile
import time
from pathlib import Path

from tests.bench import programs
from tests.bench.harness import Result, percentile
from tests.bench.stores import copy_of
from tests.bench.window import lateness

RATE = 300
_HAND = "1000 export search"


def _burst(size: int, seconds: float, first: int) -> tuple[list[float], float]:
    """Return the lateness of the window's ticks during the burst, and what the memory grew by."""
    folder = copy_of(size)
    work = Path(tempfile.mkdtemp(prefix="olark-inbox-bench-"))
    probe, hand = work / "ticks.json", work / "hand"
    with programs.inbox(folder, probe=probe, hand=hand) as program:
        # The same before: what is loaded and remembered for good (rows, pages of the store, shapes
        # of letters: all of them bounded) is no growth.
        hand.write_text(_HAND)
        programs.load(program, clients=16, seconds=max(15, seconds), rate=RATE, first=first)
        hand.unlink()
        before = programs.at_rest(program.process.pid)
        hand.write_text(_HAND)
        began = time.time() + 1
        programs.load(program, clients=16, seconds=seconds, rate=RATE, first=first + 50_000)
        ended = time.time()
        hand.unlink()
        grown = programs.at_rest(program.process.pid) - before
    ticks = json.loads(probe.read_text())
    shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    return [late for at, late in ticks if began <= at <= ended], grown


def together(*, quick: bool) -> list[Result]:
    size, seconds, rounds = (10_000, 5, 1) if quick else (100_000, 60, 5)
    note = f"{RATE}/s for {seconds} s, a search a second, a PDF of everything; {size:,} stored"
    p99 = Result("load: lateness p99", "ms", target="≤ 2× idle, ≤ 10 ms", note=note)
    most = Result("load: longest wait of the window", "ms", target="≤ 100 ms")
    growth = Result("load: memory growth", "MB", target="≤ 5 MB")
    for number in range(rounds):
        late, grown = _burst(size, seconds, 4_000_000 + number * 100_000)
        idle = Path(tempfile.mkdtemp())
        still = lateness(idle, seconds=min(seconds, 10), first=number * 100_000)
        shutil.rmtree(idle, ignore_errors=True)
        p99.ours.append(percentile(late, 0.99))
        p99.floor.append(percentile(still, 0.99))
        most.ours.append(max(late))
        most.floor.append(max(still))
        growth.ours.append(grown)
    return [p99, most, growth]
