"""Watches over the safety of the data while the window is open; says what the owner must know."""

import asyncio
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from olark_inbox.base import places, tasks
from olark_inbox.base.clock import now_ms
from olark_inbox.inbox import Inbox, StateEntry
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.ui.desk import safe_notices
from olark_inbox.ui.desk.board import Board
from olark_inbox.ui.desk.flow import Flow
from olark_inbox.ui.desk.safe_notices import Safety

_LOOK_MS = 500
_SPACE_EVERY = 120
"""The disk is asked at every so many looks: once a minute."""


class SafetyWatch(QObject):
    """Tells the board how safe the data is, and does what its notices offer."""

    def __init__(
        self, board: Board, flow: Flow, inbox: Inbox, settings: Settings, folder: Path
    ) -> None:
        super().__init__()
        self._board = board
        self._inbox, self._settings, self._folder = inbox, settings, folder
        self._looks = 0
        self._elsewhere = False
        self.known = Safety(
            synced_by=places.synced_by(folder), on_network=places.is_on_network(folder)
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        flow.stated.connect(self.hear)
        board.safety_wanted.connect(self.do)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()
        self._board.show_safety(self.known)
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Look at what changes without a word: storing, the disk, the settings."""
        free = self.known.free
        if self._looks % _SPACE_EVERY == 0:
            free = places.free_bytes(self._folder)
            if self._elsewhere:
                tasks.start(self._probe(), name="whether storing works")
        self._looks += 1
        self._know(
            replace(
                self.known,
                storing=self._inbox.trouble(),
                free=free,
                moved=bool(self._settings.moved_ms),
                former_secret=self._settings.former_secret_works,
            )
        )

    def hear(self, state: Mapping[str, StateEntry]) -> None:
        """Take what the store says about its backups and repairs."""
        receiver = state.get("receiver")
        self._elsewhere = receiver is not None and receiver.pid != os.getpid()
        said, mended = state.get("backup"), state.get("mended")
        value = {} if said is None else said.value
        trouble = str(value.get("trouble") or value.get("second_trouble") or "")
        self._know(
            replace(
                self.known,
                backup_trouble=trouble,
                mended=mended.value if mended is not None and mended.value else None,
            )
        )

    def do(self, key: str) -> None:
        """Do what the button of a notice says."""
        if key == safe_notices.MOVED:
            self._settings.moved_ms = 0
        elif key == safe_notices.FORMER:
            self._settings.forget_former_secret()
        elif key == safe_notices.MENDED:
            tasks.start(self._told(), name="repair was read")
        self.look()

    async def _probe(self) -> None:
        """Store something: another process that cannot has no way to say so."""
        with suppress(StoreError):  # the inbox knows its trouble from then on
            await asyncio.wrap_future(self._inbox.set_state("stored", {"at_ms": now_ms()}))

    async def _told(self) -> None:
        await asyncio.wrap_future(self._inbox.keeping.told())

    def _know(self, known: Safety) -> None:
        if known != self.known:
            self.known = known
            self._board.show_safety(known)
