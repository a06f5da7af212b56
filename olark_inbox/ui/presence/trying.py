"""Trying an alert: an example is shown, then "Did you see it?" and where to look if not."""

import os
import shutil
import sys
from collections.abc import Mapping

from PySide6.QtCore import QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.alerts.rules import TROUBLE, Alert, AlertKind
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import translate

EXAMPLE = 0
"""The conversation an example is about: there is none of this number."""
_PAGES = {
    "win32": "ms-settings:notifications",
    "darwin": "x-apple.systempreferences:com.apple.Notifications-Settings.extension",
}
_TOOLS = (
    ("GNOME", ("gnome-control-center", "notifications")),
    ("KDE", ("systemsettings", "kcm_notifications")),
    ("KDE", ("kcmshell6", "kcm_notifications")),
    ("KDE", ("kcmshell5", "kcm_notifications")),
    ("XFCE", ("xfce4-notifyd-config",)),
    ("X-CINNAMON", ("cinnamon-settings", "notifications")),
    ("MATE", ("mate-notification-properties",)),
)


def example(kind: AlertKind, *, sound: bool) -> Alert:
    """Make an alert as it would be; it is about nobody."""
    counted = ((kind, 1),)
    if kind in TROUBLE:
        return Alert((), counted, sound, words=translate("Trying", "This is only an example."))
    return Alert(
        (EXAMPLE,),
        counted,
        sound,
        who=translate("Trying", "An example"),
        words=translate("Trying", "Could you send me a quote, please?"),
        found=translate("Trying", "quote"),
        rating=1,
    )


def is_example(alert: Alert) -> bool:
    """Whether it was only shown to be tried."""
    return alert.conversations == (EXAMPLE,)


def settings_command(desktop: str) -> list[str]:
    """Return the program of this desktop with the settings of notifications, if it is there."""
    names = desktop.upper().split(":")
    for name, (program, *rest) in _TOOLS:
        found = shutil.which(program) if name in names else None
        if found:
            return [found, *rest]
    return []


def open_system_settings(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> bool:
    """Open the system's page about notifications; returns whether there is one to open."""
    if platform in _PAGES:
        return QDesktopServices.openUrl(QUrl(_PAGES[platform]))
    line = settings_command(environment.get("XDG_CURRENT_DESKTOP", ""))
    return bool(line) and bool(QProcess.startDetached(line[0], line[1:])[0])


class SeenQuestion(Dialog):
    """Asks whether the example was seen."""

    help_wanted = Signal()
    """It was not seen: lead to the system's settings."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, translate("Trying", "Did you see it?"))
        says = translate(
            "Trying", "An example of this alert was just shown, where this computer shows such."
        )
        self.says = Text(says, 13, 400, "t2").wrapped()
        self.yes = PrimaryButton(translate("Trying", "Yes"))
        self.no = OutlineButton(translate("Trying", "No"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.column.addWidget(self.says)
        self.column.addSpacing(20)
        self.column.addLayout(row)
        self.setFixedWidth(theme.px(400))
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.help_wanted)

    def say_no_settings(self) -> None:
        """Nothing could be opened: say in words where to look."""
        self.says.setText(
            translate(
                "Trying",
                "Look in the settings of this computer for notifications, and let Olark Inbox show "
                "them. A mode that does not disturb hides them too.",
            )
        )
        self.no.hide()
        self.yes.setText(translate("Trying", "Close"))
        self.adjustSize()
