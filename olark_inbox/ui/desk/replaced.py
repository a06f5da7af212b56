"""Notices that a newer program was installed over the one that runs, which needs its own parts."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from olark_inbox.ui.desk.board import Board

_LOOK_MS = 60_000


def own_program() -> Path | None:
    """Return the file that is replaced by an update; None from source, where none is."""
    return Path(sys.executable) if getattr(sys, "frozen", False) else None


class Replaced(QObject):
    """Beside one board; tells once."""

    def __init__(self, board: Board, program: Path | None) -> None:
        super().__init__()
        self._board, self._program = board, program
        self._begun = self._mark()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from time to time, where there is something to look at."""
        if self._begun is not None:
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look now; a file that is gone is being replaced, or the program is removed."""
        now = self._mark()
        if now is not None and now != self._begun:
            self.stop()
            self._board.show_replaced()

    def _mark(self) -> tuple[int, int] | None:
        if self._program is None:
            return None
        try:
            found = self._program.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns
