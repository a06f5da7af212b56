"""`export-waits`: how late the window is while it writes a table, an archive and a PDF."""

import json
import shutil
import tempfile
import time
from pathlib import Path

from tests.bench import programs
from tests.bench.harness import Result, percentile
from tests.bench.stores import copy_of

FORMATS = ("table", "archive", "export")
"""What the hand does: see tests.bench.worked."""

_SIZE = 10_000


def export_waits(*, quick: bool) -> list[Result]:
    rounds = 1 if quick else 5
    folder, spans = copy_of(_SIZE), []
    work = Path(tempfile.mkdtemp(prefix="olark-inbox-bench-"))
    probe, hand = work / "ticks.json", work / "hand"
    with programs.inbox(folder, probe=probe, hand=hand):
        for _ in range(rounds):
            idle = _resting(3)
            spans += [(act, _written(hand, act), idle) for act in FORMATS]
    ticks = json.loads(probe.read_text())
    shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    results = []
    for act in FORMATS:
        note = f"{_SIZE:,} conversations; the floor: the same window idle"
        name = "PDF" if act == "export" else act
        p99 = Result(f"export-waits p99, {name}", "ms", target="≤ 10 ms", note=note)
        most = Result(f"export-waits max, {name}", "ms", target="≤ 32 ms")
        for its, span, idle in spans:
            if its == act:
                for (begin, end), kind in ((span, "ours"), (idle, "floor")):
                    late = [late for at, late in ticks if begin <= at <= end]
                    getattr(p99, kind).append(percentile(late, 0.99))
                    getattr(most, kind).append(max(late))
        results += [p99, most]
    return results


def _resting(seconds: float) -> tuple[float, float]:
    began = time.time() + 1
    programs.wait_until(lambda: time.time() > began + seconds)
    return began, time.time()


def _written(hand: Path, act: str) -> tuple[float, float]:
    """Let the hand write one whole file."""
    files = [hand.with_name(name) for name in ("chats.csv", "chats.jsonl", "chats.pdf")]
    for file in files:
        file.unlink(missing_ok=True)
    began = time.time()
    hand.write_text(f"50 {act}")
    programs.wait_until(lambda: any(file.exists() for file in files), 1800)
    ended = time.time()
    hand.unlink()
    _resting(1)  # what was begun meanwhile is stopped
    return began, ended
