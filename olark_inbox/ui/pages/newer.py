"""Looks once a day whether there is a newer version, and says so in one line: no more."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from olark_inbox import __version__
from olark_inbox.base import tasks
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.desk.board import Board
from olark_inbox.ui.pages.newer_lines import NewerLines
from olark_inbox.ui.pages.newer_page import NewerPage
from olark_inbox.ui.pages.pages import Pages
from olark_inbox.updates.release import Release, from_values, is_newer, read

_DAY_MS = 24 * 3_600_000
_HOUR_MS = 3_600_000
_FIRST_MS = 60_000
"""The start belongs to the chats."""
_LONGEST_S = 45.0


class Newer(QObject):
    """Beside one board, as long as the window is there."""

    changed = Signal()
    """Something is known anew: whoever shows it looks here."""

    def __init__(
        self, board: Board, pages: Pages, settings: Settings, clock: Callable[[], int]
    ) -> None:
        super().__init__()
        self._board, self._pages, self._settings, self._clock = board, pages, settings, clock
        self.looking = False
        self.failed = False
        """The last look found nobody, or nothing to read."""
        self.page: NewerPage | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST_MS)
        self._timer.timeout.connect(self._on_timer)
        board.newer_wanted.connect(self.show_page)
        board.newer_put_away.connect(self._on_put_away)
        pages.sections.append(self._lines)

    def start(self) -> None:
        """Show what is known already, and look from time to time."""
        self._show()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self.page is not None:
            self.page.close()

    @property
    def found(self) -> Release | None:
        """What was announced last, if it is newer than this program."""
        release = from_values(self._settings.update_found)
        return release if release is not None and is_newer(release) else None

    def is_due(self) -> bool:
        """Whether a day has passed since the last look, or the clock was set back meanwhile."""
        passed = self._clock() - self._settings.update_looked_ms
        wanted = self._settings.update_look and bool(self._settings.update_address)
        return wanted and not 0 <= passed < _DAY_MS

    def _on_timer(self) -> None:
        self._timer.setInterval(_HOUR_MS)
        if self.is_due():
            self.look()

    def look(self) -> None:
        """Look now."""
        if not self.looking and self._settings.update_address:
            self.looking = True
            self.changed.emit()
            tasks.start(self._look(), name="look for a newer version")

    async def _look(self) -> None:
        # 30 ms of loading, and needed once a day.
        from olark_inbox.updates import fetch  # noqa: PLC0415

        address = self._settings.update_address
        release = None
        try:
            reading = tasks.beside(lambda: fetch.fetch(address))
            release = read(await asyncio.wait_for(reading, _LONGEST_S))
        except (fetch.NotRead, TimeoutError):
            pass
        else:
            # Only an answer counts: without a network it is tried again in an hour.
            self._keep(update_looked_ms=self._clock())
        finally:
            self.looking = False
        self.failed = release is None
        if release is not None:
            self._keep(update_found=release.written())
        self._show()

    def show_page(self) -> None:
        """Show what has changed in it."""
        release = self.found
        if release is None:
            return
        if self.page is None:
            self.page = NewerPage(self._board.window, release)
            self.page.destroyed.connect(self._on_page_gone)
        self.page.show()
        self.page.raise_()

    def _on_page_gone(self) -> None:
        self.page = None

    def _on_put_away(self) -> None:
        release = self.found
        if release is not None:
            self._keep(update_put_away=release.version)

    def _show(self) -> None:
        release = self.found
        told = release is not None and release.version != self._settings.update_put_away
        self._board.show_newer(release.version if release is not None and told else "", __version__)
        self.changed.emit()

    def _keep(self, **values: object) -> None:
        try:
            self._settings.store(values)
        except SettingsNotSaved:
            return  # they hold until the program ends; what matters is said elsewhere

    def _lines(self) -> QWidget:
        return NewerLines(self, self._settings, self._clock)
