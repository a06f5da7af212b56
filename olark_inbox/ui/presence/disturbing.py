"""Whether the desktop was told not to disturb, where it says so.

Asked without waiting for the answer. KDE, GNOME, Xfce and dunst are asked over the session bus,
Windows by its own call; macOS has no public word for it.
"""

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

_DBUS = "org.freedesktop.DBus.Properties"
_QUIET_STATES = frozenset({2, 3, 4, 6})
"""Of Windows: busy (full screen), a game, presenting, quiet hours."""


@dataclass(frozen=True, slots=True)
class Question:
    """One call on the session bus, and which answer means "do not disturb"."""

    service: str
    path: str
    interface: str
    method: str
    arguments: tuple[str, ...]
    means_quiet: bool = True


QUESTIONS = (
    # KDE's own addition to the notification service.
    Question(
        "org.freedesktop.Notifications", "/org/freedesktop/Notifications", _DBUS, "Get",
        ("org.freedesktop.Notifications", "Inhibited"),
    ),
    Question(
        "org.freedesktop.Notifications", "/org/freedesktop/Notifications", _DBUS, "Get",
        ("org.dunstproject.cmd0", "paused"),
    ),
    # GNOME's switch, through the portal.
    Question(
        "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings", "Read",
        ("org.gnome.desktop.notifications", "show-banners"),
        means_quiet=False,
    ),
    Question(
        "org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf", "GetProperty",
        ("xfce4-notifyd", "/do-not-disturb"),
    ),
)  # fmt: skip


class Disturbing(QObject):
    """Asks now and then; `unwanted` is the last known answer."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self.unwanted = False
        self._platform = platform
        self._answers: dict[Question, bool] = {}
        self._open: dict[int, QObject] = {}
        self._number = 0

    def look(self) -> None:
        """Ask anew; `changed` follows where the answer is another one."""
        if self._platform == "win32":
            self._settle(windows_is_quiet())
        elif self._platform.startswith("linux"):
            self._ask_bus()

    def stop(self) -> None:
        """Hear no answers any more."""
        self._open.clear()

    def _ask_bus(self) -> None:
        from PySide6.QtDBus import (  # noqa: PLC0415 - only where there is a bus to ask
            QDBusConnection,
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected() or self._open:
            return
        for question in QUESTIONS:
            call = QDBusMessage.createMethodCall(
                question.service, question.path, question.interface, question.method
            )
            call.setArguments(list(question.arguments))
            # Nobody is started only to be asked.
            call.setAutoStartService(False)
            self._number += 1
            watcher = QDBusPendingCallWatcher(bus.asyncCall(call, 2_000), self)
            self._open[self._number] = watcher
            watcher.finished.connect(self._hearer(question, self._number))

    def _hearer(self, question: Question, number: int) -> Callable[..., None]:
        def hear(watcher: Any) -> None:
            if self._open.pop(number, None) is None:
                return
            reply = watcher.reply()
            failed = reply.errorName() != ""
            answer = None if failed else plain_value(reply.arguments())
            self._answers[question] = answer is question.means_quiet
            watcher.deleteLater()
            if not self._open:
                self._settle(any(self._answers.values()))

        return hear

    def _settle(self, unwanted: bool) -> None:  # noqa: FBT001 - the answer itself
        if unwanted != self.unwanted:
            self.unwanted = unwanted
            self.changed.emit()


def plain_value(arguments: Any) -> bool | None:
    """Take the answer out of its wrappings; None where it is no yes or no."""
    value = arguments
    while not isinstance(value, bool):
        if isinstance(value, list) and value:
            value = value[0]
        elif hasattr(value, "variant"):
            value = value.variant()
        else:
            return None
    return value


def windows_is_quiet(library: Any = None) -> bool:
    """Ask Windows whether notifications are unwanted now."""
    shell = library or getattr(ctypes, "windll").shell32  # noqa: B009 - elsewhere there is none
    state = ctypes.c_int(0)
    failed = shell.SHQueryUserNotificationState(ctypes.byref(state))
    return not failed and state.value in _QUIET_STATES
