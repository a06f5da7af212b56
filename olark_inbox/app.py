"""The roof of the window: one a data folder, shown before the rest of the program is loaded.

Python needs longer to load what the window holds than to show a window. So only what the eye meets
first is loaded before: the place, the colours. The rest follows when it shows.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from olark_inbox.base import terminal
from olark_inbox.base.alone import alone
from olark_inbox.base.folders import Folders
from olark_inbox.base.lean_qt import lean_qt
from olark_inbox.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from olark_inbox.ui.frame.window import InboxWindow

_SHOWN_MS = 100
"""So long at most the first painting is waited for; a window made small is never painted."""


def run(folders: Folders, *, port: int | None, hidden: bool, archive: Path | None = None) -> int:
    """Show the window until it is quit; a second start raises the first. Returns the exit code.

    An archive that somebody opened with the program is brought back.
    """
    with alone(folders.window_lock) as first:
        if not first:
            _tell_the_first(folders, archive, hidden=hidden)
            return 0
        if archive is not None:
            _leave_for_the_window(folders, archive)
        with terminal.outlived():
            again = _run(folders, port, hidden=hidden)
    if again:
        _begin_again(folders)
    return 0


def _tell_the_first(folders: Folders, archive: Path | None, *, hidden: bool) -> None:
    if archive is not None:
        _ask(folders, "bring_back", str(archive))
    elif not hidden:
        _ask(folders, "raise")


def _begin_again(folders: Folders) -> None:
    """Start the program that was installed meanwhile; the lock is free for it."""
    from PySide6.QtCore import QProcess

    from olark_inbox.base.autostart import own_command

    program, *words = own_command(folders.root, hidden=False)
    QProcess.startDetached(program, words)


def _leave_for_the_window(folders: Folders, archive: Path) -> None:
    from olark_inbox.store.errors import StoreError

    with suppress(StoreError):  # the window meets the same in a moment, and says it
        _ask(folders, "bring_back", str(archive))


def _ask(folders: Folders, what: str, detail: str = "") -> None:
    from olark_inbox.inbox import Inbox

    inbox = Inbox.open(folders)
    try:
        inbox.ask("window", what, detail).result()
    finally:
        inbox.close()


def _run(folders: Folders, port: int | None, *, hidden: bool) -> bool:
    settings = Settings(folders)
    app = _application(settings)
    window = _window(settings, hidden=hidden)

    import qasync  # type: ignore[import-untyped] # it brings no types

    from olark_inbox.living import live

    loop = qasync.QEventLoop(app)
    # Building the window and ending the receiver take their time, and only development mode
    # would complain of it.
    loop.slow_callback_duration = 60.0
    try:
        work = live(app, window, folders, settings, port, hidden=hidden)
        again: bool = loop.run_until_complete(work)
    finally:
        loop.close()
    return again


def _application(settings: Settings) -> "QApplication":
    with lean_qt():
        from PySide6.QtWidgets import QApplication

    from olark_inbox.export import language
    from olark_inbox.ui.kit import theme

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["olark-inbox"])
    language.begin(app)
    # Qt makes a D-Bus path of it to tell launchers how much is unread: no hyphen there.
    app.setApplicationName("OlarkInbox")
    app.setApplicationDisplayName("Olark Inbox")
    app.setDesktopFileName("olark-inbox")
    app.setQuitOnLastWindowClosed(False)
    setting: Any = settings.theme
    theme.begin(app, setting, settings.text_size)
    return app


def _window(settings: Settings, *, hidden: bool) -> "InboxWindow":
    """Return the window, empty yet; shown and painted unless it is to be hidden."""
    from PySide6.QtCore import QEventLoop, QTimer

    from olark_inbox.ui.frame.window import InboxWindow

    window = InboxWindow(settings)
    if not hidden:
        painted = QEventLoop()
        window.painted.connect(painted.quit)
        QTimer.singleShot(_SHOWN_MS, painted.quit)
        window.show()
        painted.exec()
    return window
