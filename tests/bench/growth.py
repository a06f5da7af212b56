"""`growth`: what a delivery and a search cost in small stores and in large ones."""

import shutil
import statistics
import time

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Body, Inbox
from olark_inbox.store.rows import Query, View
from tests.bench.harness import Result, percentile
from tests.bench.payloads import chat, form
from tests.bench.search import TYPED
from tests.bench.stores import FORM, copy_of

_DELIVERIES = 800


def _a_delivery(inbox: Inbox, first: int) -> float:
    """Return the milliseconds of one of many deliveries that come 32 at a time."""
    bodies = [Body(form(chat(first + n)), FORM) for n in range(_DELIVERIES)]
    began = time.perf_counter()
    for at in range(0, _DELIVERIES, 32):
        for waiting in [inbox.accept(body) for body in bodies[at : at + 32]]:
            waiting.result()
    return (time.perf_counter() - began) * 1000 / _DELIVERIES


def _a_search(inbox: Inbox) -> float:
    """Return the milliseconds in which all but one in twenty searches are answered."""
    took = []
    for typed in TYPED:
        began = time.perf_counter()
        inbox.find(Query(View.ALL, words=typed), 0, 50).result()
        took.append((time.perf_counter() - began) * 1000)
    return percentile(took, 0.95)


def _a_list(inbox: Inbox) -> float:
    """Return the milliseconds of the first page, the figures, and one conversation."""
    took = []
    for _ in range(20):
        began = time.perf_counter()
        rows = inbox.find(Query(View.INBOX), 0, 50).result().rows
        inbox.counts().result()
        inbox.opened(rows[7].id).result()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def growth(*, quick: bool) -> list[Result]:
    sizes = (1_000, 10_000) if quick else (1_000, 10_000, 100_000, 1_000_000)
    folders = {size: copy_of(size) for size in sizes}
    boxes = {size: Inbox.open(open_folders(folder)) for size, folder in folders.items()}
    found: dict[tuple[str, int], list[float]] = {}
    for number in range(6):
        for size, inbox in boxes.items():
            row = {
                "a delivery": _a_delivery(inbox, size + 2_000_000 + number * _DELIVERIES),
                "a search, p95": _a_search(inbox),
                "list, figures, one opened": _a_list(inbox),
            }
            for name, took in row.items():
                if number:
                    found.setdefault((name, size), []).append(took)
    for size, inbox in boxes.items():
        inbox.close()
        shutil.rmtree(folders[size], ignore_errors=True)
    least = sizes[0]
    return [
        Result(f"growth {name} at {size:,}", "ms", took, found[name, least], "≤ 2×", "≤ 1.3×",
               f"the floor is {least:,} stored")
        for (name, size), took in found.items()
        if size != least
    ]  # fmt: skip
