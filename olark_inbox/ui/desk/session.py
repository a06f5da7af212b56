"""The end of the owner's session: everything is kept at once, then the program ends by itself."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication


class SessionEnd(QObject):
    """Hears that the owner logs out or the computer shuts down.

    What is to be saved is saved before the system hears back: it may wait no longer than that.
    """

    def __init__(
        self,
        app: QApplication,
        save: Callable[[], object],
        end: Callable[[], None],
        platform: str = sys.platform,
    ) -> None:
        super().__init__()
        self._app, self._save, self._end = app, save, end
        direct = Qt.ConnectionType.DirectConnection
        app.commitDataRequest.connect(self._on_commit, direct)
        app.saveStateRequest.connect(self._on_save_state, direct)
        # Only there does the system send the event itself; hearing all events costs time.
        self._filters = platform == "darwin"
        if self._filters:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Hear nothing more."""
        self._app.commitDataRequest.disconnect(self._on_commit)
        self._app.saveStateRequest.disconnect(self._on_save_state)
        if self._filters:
            self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._app and event.type() == QEvent.Type.Quit:
            # Qt would end the loop at once, and what has to be closed would stay open.
            self._on_commit()
            event.accept()
            return True
        return False

    def _on_commit(self, _manager: QSessionManager | None = None) -> None:
        self._save()
        self._end()

    def _on_save_state(self, manager: QSessionManager) -> None:
        # What starts with the session is the owner's choice, not the session's memory.
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
