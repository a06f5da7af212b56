"""Whether somebody is at the window: a list that nobody touches need not hold still for ever."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

_AWHILE_MS = 60_000
_TOUCHES = {
    QEvent.Type.Show,
    QEvent.Type.WindowActivate,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
}


class Untouched(QObject):
    """Counts from the last touch of the window that a widget is in; asks nothing in between."""

    passed = Signal()
    """Nobody has touched it for a while, and no menu and no dialog stands open."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.is_long = False
        """Whether the last touch is long ago."""
        self.awhile = QTimer(self)
        self.awhile.setSingleShot(True)
        self.awhile.setInterval(_AWHILE_MS)
        self.awhile.timeout.connect(self._on_passed)
        widget.installEventFilter(self)

    def touch(self) -> None:
        """Note that somebody is there."""
        self.is_long = False
        self.awhile.start()

    def _on_passed(self) -> None:
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            self.touch()
            return
        self.is_long = True
        self.passed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show:
            # Touches go to the window first, whatever in it they are for.
            self._widget.window().windowHandle().installEventFilter(self)
        if kind in _TOUCHES:
            self.touch()
        return False
