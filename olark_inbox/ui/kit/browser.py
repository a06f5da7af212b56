"""Pages of others, opened in the owner's browser; and those of the Help, opened here."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

HELP = "olark-inbox-help"
"""Whoever shows the Help is Qt's handler of these addresses; nobody else sees them."""


def open_help(page: str) -> None:
    """Ask whoever shows the Help for a page."""
    QDesktopServices.openUrl(QUrl(f"{HELP}:{page}"))


def open_page(address: str) -> None:
    """Open a page."""
    QDesktopServices.openUrl(QUrl(address))
