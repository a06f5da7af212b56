"""What changed, said aloud to whoever does not see it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader, where one listens, say a sentence; urgent ones interrupt it."""
    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    how = QAccessible.AnnouncementPoliteness
    event.setPoliteness(how.Assertive if urgent else how.Polite)
    QAccessible.updateAccessibility(event)
