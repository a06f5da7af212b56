"""Pages of others, opened in the owner's browser."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_page(address: str) -> None:
    """Open a page."""
    QDesktopServices.openUrl(QUrl(address))
