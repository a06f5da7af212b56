"""What every small window of the program shares: the surface, Esc, a title."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.browser import open_help
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.painted import PaintedButton

_FRAME = 40
"""What the system may put above a window; before it is shown nobody says."""


class Dialog(QDialog):
    """A small window on its own surface. Open it with `open()` or `show()`, never `exec()`."""

    help_page = "start"
    """Which page of the Help F1 opens here."""
    usual: QAbstractButton | None = None
    """What Enter presses, where the focus is on no other button."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        keys.activated.connect(lambda: open_help(self.help_page))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(0)
        self.heading = Text(title, 18, 600)
        self.column.addWidget(self.heading)
        self.column.addSpacing(16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self.usual is None:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        # A tick or a choice is no such button: Enter goes on from there.
        other = isinstance(focused, PaintedButton) and not focused.isCheckable()
        button = cast("QAbstractButton", focused) if other else self.usual
        if button.isVisible() and not event.isAutoRepeat():
            button.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Grow to what the words need at this width: Qt asks a window for its height too early."""
        super().showEvent(event)
        self._grow()

    def fit(self) -> None:
        """Be as high as the words need, at most as the screen: Qt stops at two thirds of it."""
        self.adjustSize()
        self._grow()

    def _grow(self) -> None:
        need = self.column.totalHeightForWidth(self.width())
        if need > self.height():
            self.resize(self.width(), need)
        if self.isVisible():
            fit_to_screen(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()


def fit_to_screen(window: QWidget) -> None:
    """Let a window that is just being shown be no higher than its screen, its buttons on it."""
    room = window.screen().availableGeometry().adjusted(0, 0, 0, -_FRAME)
    height = min(window.height(), room.height())
    top = max(room.top(), min(window.y(), room.bottom() + 1 - height))
    if height < window.height():
        window.resize(window.width(), height)
    if top != window.y():
        window.move(window.x(), top)


class _Scrolled(QScrollArea):
    """Scrolls up and down only: it is at least as wide as what is in it."""

    def minimumSizeHint(self) -> QSize:
        hint, inside = super().minimumSizeHint(), self.widget()
        if inside is None:
            return hint
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(max(hint.width(), inside.minimumSizeHint().width() + bar), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())


def scrolled(inside: QWidget) -> QScrollArea:
    """Put a page into a frameless area that scrolls up and down."""
    area = _Scrolled()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def section(title: str) -> Text:
    """Return the grey head of a section."""
    return Text(title, 11, 600, "t3")
