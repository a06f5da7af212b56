"""`list`: showing, jumping, turning the wheel, inserting; large stores beside one of 1,000."""

import json
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench import programs
from tests.bench.harness import Cpu, Result, percentile
from tests.bench.stores import copy_of

_MOVES = {
    "show": "≤ 1.5×", "jump": "≤ 1.5×", "wheel": "≤ 1.5×", "frame": "p95 ≤ 16 ms",
    "insert": "≤ 16 ms",
}  # fmt: skip


def _moves(folder: Path) -> dict[str, dict[str, list[float]]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.listed", str(folder)],
        env=programs.ENVIRONMENT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, dict[str, list[float]]] = json.loads(done.stdout)
    return found


def _one(name: str, took: list[float]) -> float:
    return percentile(took, 0.95) if name == "frame" else statistics.median(took)


def lists(*, quick: bool) -> list[Result]:
    results = []
    for size in (10_000,) if quick else (100_000, 1_000_000):
        large, small = copy_of(size), copy_of(1_000)
        found = {
            name: Result(f"list {name} at {size:,}", "ms", target=target, stretch="≤ 1.2×")
            for name, target in _MOVES.items()
        }
        cpu = {name: Cpu() for name in _MOVES}
        for _ in range(5):
            ours, floor = _moves(large), _moves(small)
            for name, result in found.items():
                result.ours.append(_one(name, ours["clock"][name]))
                result.floor.append(_one(name, floor["clock"][name]))
                cpu[name].ours += ours["processor"][name]
                cpu[name].floor += floor["processor"][name]
        for folder in (large, small):
            shutil.rmtree(folder, ignore_errors=True)
        for name, result in found.items():
            result.note = cpu[name].note()
        results += found.values()
    return results
