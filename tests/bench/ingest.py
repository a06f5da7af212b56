"""`ingest`, `ingest-commit`, `sync`: what the door costs."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.bench import programs
from tests.bench.harness import Result, in_turn


def _cpu_s(program: programs.Program) -> float:
    """Return the processor time a program has taken; 0 where the system does not tell."""
    stat = Path(f"/proc/{program.process.pid}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


_cpu_us: dict[str, list[float]] = {}
"""Processor time a delivery, by program and round: less moved by what else the machine does."""


def _rate(program: programs.Program, seconds: float, first: int, fastest: int) -> float:
    """Return the deliveries a second; `fastest` bounds what is made ready to be posted."""
    most = int(seconds * fastest)
    before = _cpu_s(program)
    report = programs.load(program, clients=32, seconds=seconds, first=first, most=most)
    assert report["bad"] == 0, "a delivery was refused"
    took = (_cpu_s(program) - before) * 1e6 / float(report["good"])  # type: ignore[arg-type]
    _cpu_us.setdefault(program.path, []).append(took)
    return float(report["good"]) / float(report["seconds"])  # type: ignore[arg-type]


def _against(floor_name: str, *, quick: bool) -> tuple[list[float], list[float]]:
    seconds, rounds = (0.6, 5) if quick else (6.0, 7)
    quickest = 20_000 if floor_name == "bare_aiohttp" else 5_000
    folder = Path(tempfile.mkdtemp())
    floor_folder = Path(tempfile.mkdtemp())
    posted = {"ours": 0, "floor": 0}

    def first(which: str) -> int:
        posted[which] += 120_000
        return posted[which]

    try:
        arguments = (str(floor_folder),) if floor_name == "commit_each" else ()
        with programs.inbox(folder) as ours, programs.floor(floor_name, *arguments) as floor:
            return in_turn(
                rounds,
                lambda _: _rate(ours, seconds, first("ours"), 5_000),
                lambda _: _rate(floor, seconds, first("floor"), quickest),
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(floor_folder, ignore_errors=True)


def ingest(*, quick: bool) -> list[Result]:
    _cpu_us.clear()
    ours, floor = _against("bare_aiohttp", quick=quick)
    note = "durable, window open, 32 clients"
    cpu = Result("ingest, processor a delivery", "µs", note="all threads, the window too")
    for path, took in _cpu_us.items():
        kept = cpu.floor if path.endswith("/floor") else cpu.ours
        kept += took[1:]
    return [Result("ingest", "/s", ours, floor, "≥ 0.50", "≥ 0.75", note), cpu]


def ingest_commit(*, quick: bool) -> list[Result]:
    ours, floor = _against("commit_each", quick=quick)
    return [Result("ingest-commit", "/s", ours, floor, "≥ 3.0", "≥ 3.5", "one commit a request")]


def sync(*, quick: bool) -> list[Result]:
    """Count the syncs of the store that strace sees while deliveries are answered."""
    if shutil.which("strace") is None:
        return [Result("sync", "", note="strace is not installed: not measured")]
    folder = Path(tempfile.mkdtemp())
    trace = folder / "trace"
    with programs.inbox(folder / "data", "receive") as ours:
        watch = subprocess.Popen(
            ["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", str(trace),
             "-p", str(ours.process.pid)],
        )  # fmt: skip
        programs.wait_until(trace.exists)
        answered = []
        for number in range(20 if quick else 100):
            report = programs.load(ours, clients=1, seconds=5, most=1, first=number)
            answered.append(report["good"])
        watch.terminate()
        watch.wait(10)
    syncs = trace.read_text().count("sync(")
    shutil.rmtree(folder, ignore_errors=True)
    note = f"{syncs} syncs for {sum(answered)} lone deliveries"  # type: ignore[arg-type]
    return [
        Result(
            "sync", "a delivery", [syncs / max(1, len(answered))], [1.0], "≥ 1 a batch", "", note
        )
    ]
