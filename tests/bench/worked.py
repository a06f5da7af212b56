"""The program with a hand in its window, for `load` and `soak`: it searches, opens, exports.

While the file named by OLARK_INBOX_BENCH_HAND exists, the hand does one thing after another, as
often as the file says (milliseconds, then the names of what it does). When it is gone, the hand
empties the search field and stops the export.
"""

import itertools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench import probed

if TYPE_CHECKING:
    from olark_inbox.export.save import Format
    from olark_inbox.household import House

WORDS = ("wheel", "brake pads", "w", "is:unanswered", "tanaka", "the", "ireland long", "rating:5")


class Hand:
    """Does what an owner does, from the window's own loop."""

    def __init__(self, house: "House", file: Path) -> None:
        from PySide6.QtCore import QTimer

        self.house, self.file = house, file
        self.words, self.themes = itertools.cycle(WORDS), itertools.cycle(("dark", "light"))
        self.acts: itertools.cycle[str] | None = None
        self.jobs: Any = None
        self.timer = QTimer()
        self.timer.timeout.connect(self.tick)
        self.timer.start(200)

    def tick(self) -> None:
        if self.house.window.ending or not self.file.exists():
            if self.acts is not None:
                self.rest()
            return
        if self.acts is None:
            every, *acts = self.file.read_text().split()
            self.timer.setInterval(int(every))
            self.acts = itertools.cycle(acts)
        getattr(self, next(self.acts))()

    def rest(self) -> None:
        self.acts = None
        if not self.house.window.ending:
            self.clear()
            self.show()
        if self.jobs is not None:
            self.jobs.stop(self.job)

    def search(self) -> None:
        self.house.window.list.search.line.setText(next(self.words))

    def clear(self) -> None:
        self.house.window.list.search.clear()

    def open(self) -> None:
        self.house.desk._step(1)

    def theme(self) -> None:
        self.house.pages._on_theme(next(self.themes))

    def hide(self) -> None:
        self.house.window.hide()

    def show(self) -> None:
        self.house.window.show()

    def settings(self) -> None:
        self.house.pages.settings()

    def close_pages(self) -> None:
        self.house.pages.close()

    def export(self) -> None:
        """Keep a PDF of everything in the list being written."""
        from olark_inbox.export.save import Format

        self._write(Format.PDF)

    def table(self) -> None:
        """Keep a table of it being written."""
        from olark_inbox.export.save import Format

        self._write(Format.CONVERSATIONS)

    def archive(self) -> None:
        """Keep an archive of it being written."""
        from olark_inbox.export.save import Format

        self._write(Format.ARCHIVE)

    def _write(self, kind: "Format") -> None:
        from olark_inbox.export.chosen import Chosen
        from olark_inbox.export.save import Wanted

        if self.jobs is None:
            self.jobs = self.house.saving.exporting.jobs
        elif self.jobs.under_way():
            return
        target = self.file.with_name(f"chats{kind.ending}")
        self.job = self.jobs.start(Wanted(Chosen(), kind, target, replace=True))

    def few(self) -> None:
        """Write a PDF of what is open, and a table of it."""
        from olark_inbox.export.chosen import Chosen
        from olark_inbox.export.save import Format, Wanted

        self.jobs = self.house.saving.exporting.jobs
        chosen = self.house.flow.open_id
        if chosen is not None and not self.jobs.under_way():
            for kind in (Format.PDF, Format.CONVERSATIONS):
                target = self.file.with_name(f"few{kind.ending}")
                self.job = self.jobs.start(Wanted(Chosen((chosen,)), kind, target, replace=True))


def _install() -> None:
    from olark_inbox import household

    settle = household.House.settle
    hands: list[Hand] = []

    def with_hand(self: household.House) -> None:
        settle(self)
        hands.append(Hand(self, Path(os.environ["OLARK_INBOX_BENCH_HAND"])))

    household.House.settle = with_hand  # type: ignore[method-assign]


if __name__ == "__main__":
    probed._install()
    # Before the window, so that this import is no part of what is measured.
    _install()
    from olark_inbox.cli import main

    sys.exit(main())
