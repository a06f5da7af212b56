"""What drawing text needs in a process without a window."""

import os
import sys

from PySide6.QtGui import QGuiApplication

from olark_inbox.export import language

_kept: list[QGuiApplication] = []
"""Keeps the application alive as long as the program."""


def begin() -> None:
    """Make an application that nobody sees, in the owner's language; once."""
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # there may be no display
    # On macOS a program that draws is not yet one that belongs into the dock.
    os.environ.setdefault("QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM", "1")
    # Fonts that lack a script hand over to others; Qt says so on every start.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    if QGuiApplication.instance() is None:
        app = QGuiApplication(["olark-inbox"])
        language.begin(app)
        _kept.append(app)
