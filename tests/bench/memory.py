"""`memory`: what the program takes after start and after a steady rain of chats."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench import programs
from tests.bench.harness import Result
from tests.bench.stores import copy_of
from tests.bench.window import BARE_WINDOW

_STAY = BARE_WINDOW.replace("QTimer.singleShot(0, app.quit)", "pass")


def _bare_window() -> float:
    process = subprocess.Popen(
        [sys.executable, "-c", _STAY], env=programs.ENVIRONMENT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    taken = programs.resident_mb(process.pid)
    process.kill()
    process.wait()
    return taken


def memory(*, quick: bool) -> list[Result]:
    if not Path("/proc/self/status").exists():
        return [Result("memory", "MB", note="needs /proc: not measured")]
    size, seconds, rounds = (10_000, 6, 1) if quick else (1_000_000, 600, 1)
    note = f"{size:,} stored; 50/s for {seconds} s after the first 500"
    start = Result("memory after start", "MB", target="≤ floor + 60", stretch="≤ floor + 40")
    growth = Result("memory growth", "MB", target="≤ 5 MB", note=note)
    for number in range(rounds):
        folder = copy_of(size)
        with programs.inbox(folder) as ours:
            start.ours.append(programs.at_rest(ours.process.pid))
            start.floor.append(_bare_window())
            first = size + 100_000 * (number + 1)
            programs.load(ours, clients=4, seconds=5, rate=100, first=first)
            before = programs.resident_mb(ours.process.pid)
            programs.load(ours, clients=4, seconds=seconds, rate=50, first=first + 50_000)
            growth.ours.append(programs.resident_mb(ours.process.pid) - before)
        shutil.rmtree(folder, ignore_errors=True)
    more = [a - b for a, b in zip(start.ours, start.floor, strict=True)]
    start.note = f"+{sorted(more)[len(more) // 2]:.0f} MB over a bare window"
    return [start, growth]
