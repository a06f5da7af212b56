"""`export-pdf` and `export-csv`: whole files, beside the same text written plainly."""

import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from olark_inbox.base import litter
from olark_inbox.base.folders import open_folders
from olark_inbox.export.chosen import Chosen, pick
from olark_inbox.export.pdf.book import page_words
from olark_inbox.export.pdf.head import facts_of
from olark_inbox.export.pdf.words import Calendar, kind_of
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.export.text import words
from olark_inbox.export.wall import WallClock
from olark_inbox.inbox import Body, Inbox
from olark_inbox.store.rows import Opened
from tests.bench.floors import plain_csv, plain_pdf
from tests.bench.harness import Cpu, Result, in_turn
from tests.bench.payloads import chat
from tests.bench.stores import store_of


def _rate(count: int, work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return count / (time.perf_counter() - began)


def save(inbox: Inbox, wanted: Format, target: Path) -> None:
    """Save everything."""
    Saving(inbox, Wanted(Chosen(), wanted, target, replace=True)).run()


def export_csv(*, quick: bool) -> list[Result]:
    litter.look_seldom()  # as the window does once it stands
    size = 10_000 if quick else 100_000
    folders = open_folders(store_of(size))
    inbox = Inbox.open(folders)
    with tempfile.TemporaryDirectory() as made:
        target, cells = Path(made) / "chats.csv", Path(made) / "cells.sqlite"
        save(inbox, Format.CONVERSATIONS, target)
        plain_csv.prepare(target, cells)

        cpu = Cpu()

        def ours(_: int) -> float:
            return cpu.of(
                cpu.ours,
                lambda: 1000 / _rate(1, lambda: save(inbox, Format.CONVERSATIONS, target)),
            )

        def floor(_: int) -> float:
            return cpu.of(
                cpu.floor, lambda: 1000 / _rate(1, lambda: plain_csv.write(target, cells))
            )

        figures = in_turn(5, ours, floor)
    inbox.close()
    note = f"{size:,} conversations; the floor: the same cells, ready in a table; {cpu.note()}"
    return [Result("export-csv", "ms", *figures, "≤ 2.0×", "≤ 1.5×", note)]


def _long(number: int, lines: int) -> dict[str, object]:
    """Return a chat of so many lines."""
    payload = chat(number)
    payload["items"] = (payload["items"] * lines)[:lines]
    return payload


def pages_of(inbox: Inbox, ours: Path) -> list[list[str]]:
    """Return what our file says, as plain lines on as many pages as it has."""
    save(inbox, Format.PDF, ours)
    count = max(map(int, re.findall(rb"/Count (\d+)\n", ours.read_bytes())))
    calendar = Calendar(WallClock())
    each = list(inbox.archiving.opened_each(pick(inbox, Chosen()).ids))
    lines = [line for opened in each for line in _plain(opened, calendar)]
    most = -(-len(lines) // count)
    feet = [f"{each[at % len(each)].row.name} · {page_words(1, 2)} {at}" for at in range(count)]
    return [[*lines[at * most : (at + 1) * most], foot] for at, foot in enumerate(feet)]


def _plain(opened: Opened, calendar: Calendar) -> list[str]:
    """Return what is said of a conversation, line by line: in the list, on its card, in it."""
    row, conversation = opened.row, opened.conversation
    kind, rating = kind_of(row), conversation.rating
    began = f"{calendar.short_day(row.started_ms)} {calendar.time(row.started_ms)}"
    scores = f"Rating {rating.overall} of 5 “{rating.comments}”" if rating else ""
    facts = (f"{fact.name} {fact.value}" for fact in facts_of(opened, calendar))
    said = words(conversation.messages, row.name, WallClock()).splitlines()
    return [
        f"{row.name} {began} {kind} 1",
        row.name,
        " ".join((kind, *row.tags)),
        *facts,
        scores,
        *said,
    ]


def export_pdf(*, quick: bool) -> list[Result]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    litter.look_seldom()
    results = []
    for chats, lines in ((50, 12), (2, 500)) if quick else ((500, 12), (20, 500)):
        folder = Path(tempfile.mkdtemp())
        inbox = Inbox.open(open_folders(folder))
        for number in range(chats):
            body = json.dumps(_long(number, lines)).encode()
            inbox.accept(Body(body, "application/json")).result()
        pages = pages_of(inbox, folder / "ours.pdf")
        cpu = Cpu()
        figures = in_turn(
            5,
            lambda _, inbox=inbox, pages=pages, folder=folder, cpu=cpu: cpu.of(  # type: ignore[misc]
                cpu.ours,
                lambda: _rate(len(pages), lambda: save(inbox, Format.PDF, folder / "ours.pdf")),
            ),
            lambda _, pages=pages, folder=folder, cpu=cpu: cpu.of(  # type: ignore[misc]
                cpu.floor,
                lambda: _rate(len(pages), lambda: plain_pdf.write(folder / "floor.pdf", pages)),
            ),
        )
        inbox.close()
        shutil.rmtree(folder, ignore_errors=True)
        same = f"the floor: the same words on {len(pages)} pages"
        note = f"{chats} chats of {lines} lines; {same}; {cpu.note()}"
        results.append(Result("export-pdf", "pages/s", *figures, "≥ 0.6", "≥ 0.8", note))
    del app
    return results
