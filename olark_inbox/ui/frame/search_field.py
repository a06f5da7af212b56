"""The search field: typed words go out as they are typed; Esc clears."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import GhostButton, key_cap_width, paint_key_cap
from olark_inbox.ui.kit.forms import Field
from olark_inbox.ui.kit.words import translate

LONGEST = 500
"""More typed letters than this are cut: nobody searches by a page of text."""


class _Cap(QWidget):
    """Shows the key that leads here, while the field is empty."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._text), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        height = theme.px(18)
        width = key_cap_width(self._text)
        box = QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        paint_key_cap(painter, box, self._text)
        painter.end()


class SearchField(Field):
    """Where the owner types what to look for."""

    changed = Signal(str)
    """What stands in the field now, at every keystroke."""
    left = Signal()
    """Esc in the empty field, or Down or Enter: back to the list."""

    begun = Signal()
    """The keyboard came into the field."""
    over = Signal()
    """The keyboard left the field."""

    def __init__(self) -> None:
        self.helper: Callable[[int], bool] = lambda _: False
        """Is told of each key first; True where it took it."""
        super().__init__("search", translate("SearchField", "Search"), 36)
        self._build_search()
        self._wire()

    def _build_search(self) -> None:
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(translate("SearchField", "Search words, names, e-mail"))
        self._cap = _Cap("Ctrl K")
        self.clear_button = GhostButton(
            "x", translate("SearchField", "Clear the search (Esc)"), height=26
        )
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.hide()
        self.filter_button = GhostButton(
            "sliders-horizontal", translate("SearchField", "Narrow the search down"), height=26
        )
        self.filter_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(self._cap)
        self.row.addWidget(self.filter_button)
        self.row.addWidget(self.clear_button)

    def _wire(self) -> None:
        self.line.textChanged.connect(self._on_changed)
        self.clear_button.clicked.connect(self.clear)

    def words(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Empty the field; the list then shows the place again."""
        self.line.clear()

    def begin(self, letter: str = "") -> None:
        """Put the cursor into the field, after a first letter typed elsewhere."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if letter:
            self.line.setText(self.line.text() + letter)
        else:
            self.line.selectAll()

    def _tell_focus(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FocusIn:
            self.begun.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.over.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if self.helper(key):
                return True
            if key == Qt.Key.Key_Escape and self.line.text():
                self.clear()
                return True
            if key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
        self._tell_focus(event)
        return super().eventFilter(watched, event)

    def _on_changed(self, text: str) -> None:
        self._cap.setVisible(not text)
        self.clear_button.setVisible(bool(text))
        self.changed.emit(text)
