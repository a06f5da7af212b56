"""Telling the owner something outside the list: the desktop's bubble, the tray's, or our own."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from olark_inbox.alerts.rules import Alert
from olark_inbox.base import tasks
from olark_inbox.base.resources import resource
from olark_inbox.ui.kit.app_icon import mark
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.presence import alert_words, sounds

if TYPE_CHECKING:
    from desktop_notifier import Button, DesktopNotifier

_log = logging.getLogger(__name__)
_SHOWN_MS = 8_000
_PATIENCE_S = 5.0
"""A service that has not answered by then shows nothing: the window tells it itself."""

Actions = tuple[tuple[str, Callable[[], None]], ...]
"""What can be done about something: its words, and what it does."""


class Bubbles(QObject):
    """Shows an alert by the best means there is; a click on it comes back as `clicked`.

    The desktop's own notifications where it answers (`find`), else the tray's, else `own`: the
    window's toast. So nothing is silently lost. With `begin`, it is asked when there is something
    to tell for the first time: what that loads takes four megabytes.
    """

    clicked = Signal(object)
    """The Alert that was clicked."""
    done_clicked = Signal(object)
    """The Alert whose conversation is done with, by the button in the notification."""

    def __init__(
        self,
        tray: QSystemTrayIcon | None,
        own: Callable[[Alert], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tray = tray
        self._own = own
        self._desktop: DesktopNotifier | None = None
        self._able: frozenset[object] = frozenset()
        self.hide: Callable[[], bool] = lambda: False
        """Whether names and words of customers stay hidden."""
        self.play: Callable[[Path], None] = sounds.play
        self._in_tray: Callable[[], None] | None = None
        self._loading: threading.Thread | None = None
        self._unsought = False
        self._finding: asyncio.Task[None] | None = None
        if tray is not None:
            tray.messageClicked.connect(self._on_tray_clicked)

    @property
    def by_desktop(self) -> bool:
        """Whether the desktop's own notifications are used."""
        return self._desktop is not None

    def begin(self) -> None:
        """Ask the desktop when there is something to tell."""
        self._unsought = True

    async def find(self) -> None:
        """Ask the desktop whether it shows notifications; a dead service must not be believed."""
        try:
            await self._ask()
        finally:
            self._unsought = False

    def _is_asked_before(self, then: Callable[[], None]) -> bool:
        """Whether the desktop is to be asked first; what there is to tell is told when it was."""
        if not self._unsought:
            return False
        if self._finding is None:
            self._finding = tasks.start(self.find(), name="notifications")
        self._finding.add_done_callback(lambda task: None if task.cancelled() else then())
        return True

    async def _ask(self) -> None:
        await self._loaded()
        from desktop_notifier import DesktopNotifier, Icon  # noqa: PLC0415 - loaded by now

        notifier = DesktopNotifier("Olark Inbox", Icon(path=resource("icons", "app.svg")))
        try:
            able = await asyncio.wait_for(notifier.get_capabilities(), _PATIENCE_S)
        except Exception as error:  # noqa: BLE001 - whatever a desktop's service may raise
            _log.info("the desktop shows no notifications: %s", type(error).__name__)
            _disconnect(notifier)
            return
        if able:
            self._desktop, self._able = notifier, able
        else:
            _disconnect(notifier)

    async def _loaded(self) -> None:
        """Load the library beside the window: it takes longer than showing the window does."""
        done: Future[None] = Future()

        def load() -> None:
            try:
                import_module("desktop_notifier")
                # What it says of a failure would go to the terminal, with a traceback.
                logging.getLogger("desktop_notifier").addHandler(logging.NullHandler())
                if sys.platform.startswith("linux"):
                    import_module("desktop_notifier.backends.dbus")
            finally:
                # Whoever waited may have gone: the program can be quit in its first second.
                if done.set_running_or_notify_cancel():
                    done.set_result(None)

        self._loading = threading.Thread(target=load, name="notifications", daemon=True)
        self._loading.start()
        await asyncio.wrap_future(done)

    def close(self) -> None:
        """Let go of the desktop's service."""
        if self._loading is not None:
            self._loading.join()
            self._loading = None
        if self._desktop is not None:
            _disconnect(self._desktop)
            self._desktop = None

    def tell(self, alert: Alert) -> None:
        """Show an alert."""
        if self._is_asked_before(partial(self.tell, alert)):
            return
        if self._desktop is not None:
            tasks.start(self._tell_desktop(self._desktop, alert), name="notification")
        else:
            self._tell_here(alert)

    def say(self, title: str, body: str, actions: Actions) -> None:
        """Show what is no alert, outside the window alone; a click does the first of `actions`."""
        if self._is_asked_before(partial(self.say, title, body, actions)):
            return
        if self._desktop is not None:
            tasks.start(self._say_desktop(self._desktop, title, body, actions), name="notification")
        elif self._tray is not None and self._tray.isVisible():
            self._in_tray = actions[0][1]
            self._tray.showMessage(title, body, mark(64), _SHOWN_MS)

    async def _say_desktop(
        self, notifier: "DesktopNotifier", title: str, body: str, actions: Actions
    ) -> None:
        from desktop_notifier import Button, Capability  # noqa: PLC0415 - loaded by now

        able = Capability.BUTTONS in self._able
        buttons = tuple(Button(*action) for action in actions) if able else ()
        try:
            await notifier.send(
                title=title, message=body, buttons=buttons, on_clicked=actions[0][1]
            )
        except Exception as error:  # noqa: BLE001 - the service may have ended meanwhile
            _log.info("a notification was not taken: %s", type(error).__name__)

    def _tell_here(self, alert: Alert) -> None:
        if alert.sound:
            self.play(sounds.sound_of(alert))
        if self._tray is None or not self._tray.isVisible():
            self._own(alert)
            return
        self._in_tray = partial(self.clicked.emit, alert)
        title, body = self._words(alert)
        self._tray.showMessage(title, body, mark(64), _SHOWN_MS)

    def _words(self, alert: Alert) -> tuple[str, str]:
        hide = self.hide()
        return alert_words.title(alert, hide=hide), alert_words.body(alert, hide=hide)

    async def _tell_desktop(self, notifier: "DesktopNotifier", alert: Alert) -> None:
        from desktop_notifier import Capability, Sound, Urgency  # noqa: PLC0415 - loaded by now

        # Elsewhere it knows only the sounds of the system, not a file of ours.
        by_itself = Capability.SOUND in self._able and sys.platform.startswith("linux")
        title, body = self._words(alert)
        sent: list[Alert] = []
        try:
            await notifier.send(
                title=title,
                message=body,
                urgency=Urgency.Normal,
                buttons=self._buttons(alert) if Capability.BUTTONS in self._able else (),
                sound=Sound(path=sounds.sound_of(alert)) if alert.sound and by_itself else None,
                on_clicked=lambda: self.clicked.emit(alert),
                # The library swallows what goes wrong: only this says that it went well.
                on_dispatched=lambda: sent.append(alert),
            )
        except Exception as error:  # noqa: BLE001 - the service may have ended meanwhile
            _log.info("a notification was not taken: %s", type(error).__name__)
        if not sent:
            self._tell_here(alert)
            return
        if alert.sound and not by_itself:
            self.play(sounds.sound_of(alert))

    def _buttons(self, alert: Alert) -> tuple["Button", ...]:
        from desktop_notifier import Button  # noqa: PLC0415 - loaded by now

        opens = Button(translate("Bubbles", "Open"), lambda: self.clicked.emit(alert))
        if alert.conversation is None:
            return (opens,)
        done = Button(translate("Bubbles", "Done"), lambda: self.done_clicked.emit(alert))
        return (opens, done)

    def _on_tray_clicked(self) -> None:
        if self._in_tray is not None:
            self._in_tray()


def _disconnect(notifier: "DesktopNotifier") -> None:
    """End its connection to the bus, which it has no own word for; elsewhere there is none."""
    backend = getattr(notifier, "_backend", None)
    bus = getattr(backend, "bus", None)
    if bus is not None:
        bus.disconnect()
