"""What every benchmark shares: rounds in turn, ratios pair by pair, one table."""

import importlib.metadata
import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass
class Result:
    """One row: `ours` and `floor` are the figures of each round, in the order they were taken."""

    name: str
    unit: str
    ours: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    target: str = ""
    stretch: str = ""
    note: str = ""

    @property
    def ratios(self) -> list[float]:
        if not self.floor:
            return []
        return [a / b for a, b in zip(self.ours, self.floor, strict=True) if b]

    def as_json(self) -> dict[str, object]:
        return {**self.__dict__, "ratios": self.ratios}


def in_turn(
    rounds: int, ours: Callable[[int], float], floor: Callable[[int], float]
) -> tuple[list[float], list[float]]:
    """Measure A B A B …, after one of each that does not count."""
    ours(-1), floor(-1)
    a, b = [], []
    for number in range(rounds):
        a.append(ours(number))
        b.append(floor(number))
    return a, b


@dataclass
class Cpu:
    """Processor time beside the clock's: less moved by what else the machine does."""

    ours: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)

    def of(self, took: list[float], work: Callable[[], T]) -> T:
        """Do the work, and add to `took` (ours or the floor's) what it cost, in seconds."""
        began = time.process_time()
        found = work()
        took.append(time.process_time() - began)
        return found

    def note(self) -> str:
        """Return the ratio of the medians, the first round left out."""
        ratio = statistics.median(self.ours[1:]) / statistics.median(self.floor[1:])
        return f"processor time {ratio:.2f}x the floor's"


def spread(values: Sequence[float]) -> str:
    if not values:
        return "–"
    middle = statistics.median(values)
    return f"{middle:.4g} ({min(values):.4g}–{max(values):.4g})"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def machine() -> str:
    shown = ("PySide6-Essentials", "aiohttp", "apsw", "qasync")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in shown)
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {versions}; store: WAL, synchronous=FULL"
    )


def table(results: Sequence[Result]) -> str:
    head = ("name", "ours", "floor", "ratio", "target", "stretch", "note")
    rows = [head]
    for result in results:
        ratio = spread(result.ratios)
        ours = f"{spread(result.ours)} {result.unit}"
        floor = f"{spread(result.floor)} {result.unit}" if result.floor else "–"
        rows.append((result.name, ours, floor, ratio, result.target, result.stretch, result.note))
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
