"""The program with a probe in its window's thread, for `stalls` and `latency`.

It opens the first chat that comes, and goes to another window, as the owner does at the till: a
list that is worked at holds still, one that is only there takes in every row. A 5 ms timer on the
window's thread writes down how late it came, and a hook when the row of each chat was painted
first. When the program ends, the lateness of every tick, with its time, goes into the file named by
OLARK_INBOX_BENCH_PROBE; into the same name with `.painted` goes, by the chat's number, when it was
seen.
"""

import atexit
import json
import os
import sys
import time
from array import array
from pathlib import Path
from typing import Any

from tests.bench.payloads import number_of

INTERVAL_MS = 5


def _install() -> None:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QWidget

    ticks = array("d")  # small: it must not be what grows in the memory that is measured

    class Probe(QTimer):
        def __init__(self, shown: "window.InboxWindow") -> None:
            super().__init__()
            self.shown, self.has_opened = shown, False
            self.till = QWidget()
            self.setTimerType(Qt.TimerType.PreciseTimer)
            self.setInterval(INTERVAL_MS)
            self.timeout.connect(self.tick)
            self.last = time.perf_counter()
            self.start()

        def tick(self) -> None:
            now = time.perf_counter()
            ticks.extend((time.time(), max(0.0, (now - self.last) * 1000 - INTERVAL_MS)))
            self.last = now
            shown = getattr(self.shown, "list", None)  # none before the window is furnished
            if not self.has_opened and shown is not None and shown.model.total:
                self.has_opened = True
                shown.view.select_place(0)
                self.till.show()
                self.till.activateWindow()

    from olark_inbox.ui.frame import window

    made = window.InboxWindow.__init__
    kept: list[Probe] = []

    def with_probe(self: window.InboxWindow, *arguments: object, **named: object) -> None:
        made(self, *arguments, **named)  # type: ignore[arg-type]
        kept.append(Probe(self))

    window.InboxWindow.__init__ = with_probe  # type: ignore[method-assign,assignment]

    painted = _watched_rows()

    def write() -> None:
        file = Path(os.environ["OLARK_INBOX_BENCH_PROBE"])
        file.write_text(json.dumps(list(zip(ticks[::2], ticks[1::2], strict=True))), "utf-8")
        file.with_suffix(".painted").write_text(json.dumps(painted), "utf-8")

    atexit.register(write)


def _watched_rows() -> dict[int, float]:
    """Return a table that fills with when the row of each chat was painted first."""
    from olark_inbox.ui.list.delegate import ConversationDelegate

    seen: dict[int, float] = {}
    paint = ConversationDelegate.paint

    def and_note(self: ConversationDelegate, painter: Any, option: Any, index: Any) -> None:
        paint(self, painter, option, index)
        row = self._row_at(index.row())
        if row is not None:
            seen.setdefault(number_of(row.key), time.time())

    ConversationDelegate.paint = and_note  # type: ignore[method-assign]
    return seen


if __name__ == "__main__":
    _install()
    from olark_inbox.cli import main

    sys.exit(main())
