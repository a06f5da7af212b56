"""Small things that only show: a pill, an avatar, a key cap, a hairline, each a widget."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.paint import (
    PILL_HEIGHT,
    Face,
    PillLook,
    key_cap_width,
    paint_avatar,
    paint_key_cap,
    paint_pill,
    pill_width,
    tag_color,
)


class Pill(QWidget):
    """A pill standing by itself, for layouts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self._kind = self._icon = self._tag = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kind(self, text: str, kind: str, icon: str = "") -> None:
        """Show words in the colours of a kind: "live", "offline", "alert" or "chip"."""
        self._text, self._kind, self._icon, self._tag = text, kind, icon, ""
        self._changed()

    def show_tag(self, tag: str) -> None:
        """Show a tag with its dot."""
        self._text, self._kind, self._icon, self._tag = tag, "chip", "", tag
        self._changed()

    def _changed(self) -> None:
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def _look(self) -> PillLook:
        colors = theme.current()
        dot = tag_color(self._tag) if self._tag else None
        if self._kind in ("live", "offline", "alert"):
            back = colors[f"{self._kind}_bg"]
            return PillLook(self._text, colors[self._kind], back, self._icon, dot)
        return PillLook(self._text, colors["t2"], colors["chip"], self._icon, dot)

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._look()), theme.px(PILL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme.px(40), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        paint_pill(painter, 0, 0, self._look(), width=self.width())
        painter.end()


class Avatar(QWidget):
    """An avatar standing by itself, for layouts."""

    def __init__(self, size: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._face = Face("", anonymous=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_face(self, face: Face) -> None:
        """Show who it stands for."""
        self._face = face
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._face)
        painter.end()


class KeyCap(QWidget):
    """The key that does what stands beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._text), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        paint_key_cap(painter, self.rect(), self._text)
        painter.end()


class Hairline(QWidget):
    """One pixel between two panes or sections."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        self._vertical = vertical
        expanding, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(*((fixed, expanding) if vertical else (expanding, fixed)))

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["line"])
        painter.end()
