"""Playing a short sound where the notification cannot: by whatever small player is there."""

import shutil
import sys
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from olark_inbox.alerts.rules import TROUBLE, Alert
from olark_inbox.base.resources import resource

_PLAYERS = (
    ("pw-play",),
    ("paplay",),
    ("canberra-gtk-play", "-f"),
    ("aplay", "-q"),
)


def sound_of(alert: Alert) -> Path:
    """Return the file of an alert's sound: a trouble sounds different from a chat."""
    return resource("sounds", "trouble.wav" if alert.kind in TROUBLE else "chat.wav")


def command(path: Path, platform: str = sys.platform) -> list[str]:
    """Return the program that plays it; nothing where there is none."""
    players = (("afplay",),) if platform == "darwin" else _PLAYERS
    for player, *options in players:
        found = shutil.which(player)
        if found:
            return [found, *options, str(path)]
    return []


def play(path: Path) -> None:
    """Play it beside everything else, as loud as the system has it."""
    if sys.platform == "win32":
        sound = import_module("winsound")
        sound.PlaySound(str(path), sound.SND_FILENAME | sound.SND_ASYNC | sound.SND_NODEFAULT)
        return
    line = command(path)
    if line:
        QProcess.startDetached(line[0], line[1:])
    else:
        QApplication.beep()
