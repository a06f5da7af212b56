"""The program with a probe in its window's thread, for `stalls` and `latency`.

A 5 ms timer on the window's thread writes down how late it came. The lateness of every tick goes
into the file named by OLARK_INBOX_BENCH_PROBE when the program ends, with the time of each tick.
"""

import atexit
import json
import os
import sys
import time

INTERVAL_MS = 5


def _install() -> None:
    from PySide6.QtCore import Qt, QTimer

    ticks: list[tuple[float, float]] = []

    class Probe(QTimer):
        def __init__(self) -> None:
            super().__init__()
            self.setTimerType(Qt.TimerType.PreciseTimer)
            self.setInterval(INTERVAL_MS)
            self.timeout.connect(self.tick)
            self.last = time.perf_counter()
            self.start()

        def tick(self) -> None:
            now = time.perf_counter()
            ticks.append((time.time(), max(0.0, (now - self.last) * 1000 - INTERVAL_MS)))
            self.last = now

    from olark_inbox.ui import window

    made = window.InboxWindow.__init__
    kept: list[Probe] = []

    def with_probe(self: window.InboxWindow, *arguments: object, **named: object) -> None:
        made(self, *arguments, **named)  # type: ignore[arg-type]
        kept.append(Probe())

    window.InboxWindow.__init__ = with_probe  # type: ignore[method-assign,assignment]

    def write() -> None:
        with open(os.environ["OLARK_INBOX_BENCH_PROBE"], "w") as file:  # noqa: PTH123
            json.dump(ticks, file)

    atexit.register(write)


if __name__ == "__main__":
    _install()
    from olark_inbox.cli import main

    sys.exit(main())
