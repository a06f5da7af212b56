"""`search`: every keystroke of typed searches, beside the bare question to FTS5."""

import time
from collections.abc import Callable

import apsw

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.store import search as grammar
from olark_inbox.store.connection import open_reader
from olark_inbox.store.rows import Query, View
from tests.bench.harness import Cpu, Result, percentile
from tests.bench.stores import store_of

TYPED = (
    # Common words, rare ones, two together, one letter, beginnings, other scripts, filters.
    "wheel", "the", "battery", "brake", "ireland", "warranty", "friday", "saturday", "pothole",
    "commuter", "green", "hello", "grace", "kovač", "okafor", "tanaka", "garcía", "müller",
    "wheel wobbles", "brake pads", "order arrived", "small green", "maya wheel", "priya silva",
    "ship ireland long", "two left", "a", "w", "7", "q", "wob", "sat", "com", "発送", "دراجة",
    "จักรยาน", "agent:maya wheel", "tag:repair brake", "is:unanswered order", "rating:5 battery",
)  # fmt: skip
_BARE = "select rowid from words where words match ? order by rowid desc limit 50"


def _keystrokes() -> list[str]:
    return [typed[:end] for typed in TYPED for end in range(1, len(typed) + 1)]


def _took(cpu: list[float], work: Callable[[], object]) -> float:
    began, cpu_began = time.perf_counter(), time.process_time()
    work()
    cpu.append((time.process_time() - cpu_began) * 1000)
    return (time.perf_counter() - began) * 1000


def _round(inbox: Inbox, bare: apsw.Connection, cpu: Cpu) -> tuple[list[float], list[float]]:
    ours, floor = [], []
    for typed in _keystrokes():
        match = grammar.plan(typed, 0).match
        if match is None:
            continue
        query = Query(View.ALL, words=typed)
        ours.append(_took(cpu.ours, lambda query=query: inbox.find(query, 0, 50).result()))  # type: ignore[misc]
        floor.append(_took(cpu.floor, lambda match=match: bare.execute(_BARE, (match,)).fetchall()))  # type: ignore[misc]
    return ours, floor


def search(*, quick: bool) -> list[Result]:
    results = []
    for size, most in ((10_000, 10),) if quick else ((100_000, 10), (1_000_000, 25)):
        folders = open_folders(store_of(size))
        inbox, bare = Inbox.open(folders), open_reader(folders.store)
        of = f"search at {size:,}"
        p50 = Result(f"{of}: p50", "ms")
        p95 = Result(f"{of}: p95", "ms", target=f"≤ 2.0×, ≤ {most} ms", stretch="≤ 1.3×")
        _round(inbox, bare, Cpu())
        cpu = Cpu()
        for _ in range(5):
            ours, floor = _round(inbox, bare, cpu)
            for result, share in ((p50, 0.5), (p95, 0.95)):
                result.ours.append(percentile(ours, share))
                result.floor.append(percentile(floor, share))
        p95.note = (
            f"{len(ours)} keystrokes; the floor gives places only; processor time, p95:"
            f" {percentile(cpu.ours, 0.95):.1f} ms beside {percentile(cpu.floor, 0.95):.1f}"
        )
        inbox.close()
        bare.close()
        results += [p50, p95]
    return results
