"""What pages and dialogs are laid out from: words, a tick box, a choice of a few, a field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import (
    baseline,
    fill_round,
    focus_ring,
    outline_round,
    paint_icon,
)
from olark_inbox.ui.kit.mirrored import at_start, set_margins
from olark_inbox.ui.kit.painted import PaintedButton


def restyle_all() -> None:
    """Lay everything out again after the size of the text changed.

    Qt tells only those widgets that have no font of their own.
    """
    for widget in QApplication.allWidgets():
        restyle = getattr(widget, "restyle", None)
        if callable(restyle):
            restyle()
        widget.updateGeometry()
        widget.update()


class Text(QLabel):
    """Plain words in one size and grey of the design; never markup."""

    def __init__(
        self, text: str = "", size: int = 13, weight: int = 400, shade: str = "t1"
    ) -> None:
        super().__init__()
        self._look = (size, weight, shade)
        self._centred = False
        self._align()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.restyle()

    def wrapped(self) -> "Text":
        """Let it take as many lines as it needs."""
        self.setWordWrap(True)
        return self

    def centred(self) -> "Text":
        self._centred = True
        self._align()
        return self

    def _align(self) -> None:
        side = Qt.AlignmentFlag.AlignHCenter if self._centred else at_start(self)
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def selectable(self) -> "Text":
        """Let the owner mark and copy it."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        return self

    def set_shade(self, shade: str) -> None:
        self._look = (*self._look[:2], shade)
        self.restyle()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)

    def restyle(self) -> None:
        """Take the colours of the theme and the size of the text."""
        size, weight, shade = self._look
        font, color = theme.font(size, weight), theme.current()[shade]
        palette = self.palette()
        if self.font() != font:
            self.setFont(font)
        if palette.color(self.foregroundRole()) != color:
            palette.setColor(self.foregroundRole(), color)
            self.setPalette(palette)


class Tile(QWidget):
    """The sign over an empty page: an icon on a rounded square."""

    def __init__(self, icon: str, kind: str = "") -> None:
        super().__init__()
        self._icon, self._kind = icon, kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, kind: str = "") -> None:
        """Show an icon, on the colour of a kind ("live") or on grey."""
        self._icon, self._kind = icon, kind
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(56), theme.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        fill_round(painter, self.rect(), 16, colors[f"{self._kind}_bg" if self._kind else "field"])
        size = theme.px(24)
        at = (self.width() - size) // 2
        paint_icon(painter, QRect(at, at, size, size), self._icon, colors[self._kind or "t2"])
        painter.end()


class Tick(PaintedButton):
    """A box to tick, with its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(13)).horizontalAdvance(self.text())
        return QSize(theme.px(18 + 10 + 4) + words, theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, size = theme.current(), theme.px(18)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRect(self.width() - size - 2 if rtl else 2, (self.height() - size) // 2, size, size)
        if self.isChecked():
            fill_round(painter, box, 5, colors["accent_fill" if self.isEnabled() else "line2"])
            inner, at = theme.px(14), (size - theme.px(14)) // 2
            mark = QRect(box.x() + at, box.y() + at, inner, inner)
            paint_icon(painter, mark, "check", colors["on_accent"])
        else:
            fill_round(painter, box, 5, colors["hover" if self.underMouse() else "base"])
            outline_round(painter, box, 5, colors["t3" if self.isEnabled() else "line2"])
        metrics = QFontMetrics(theme.font(13))
        painter.setFont(theme.font(13))
        painter.setPen(colors["t1" if self.isEnabled() else "t3"])
        words = metrics.horizontalAdvance(self.text())
        x = box.x() - theme.px(10) - words if rtl else box.right() + 1 + theme.px(10)
        painter.drawText(x, baseline(metrics, 0, self.height()), self.text())
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, box.adjusted(-2, -2, 2, 2), 6)
        painter.end()


class _Segment(PaintedButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(13, 500)).horizontalAdvance(self.text())
        return QSize(words + theme.px(24), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        if self.isChecked():
            fill_round(painter, self.rect(), 6, colors["raised"])
            outline_round(painter, self.rect(), 6, colors["line2"])
        painter.setFont(theme.font(13, 500))
        painter.setPen(colors["t1" if self.isChecked() else "t2"])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, self.rect(), 6)
        painter.end()


class Segments(QWidget):
    """One of a few, side by side."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text in choices:
            button = _Segment(text)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._on_clicked)

    def choose(self, key: str) -> None:
        """Show a choice, without telling anybody."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        fill_round(painter, self.rect(), 8, theme.current()["chip"])
        painter.end()

    def _on_clicked(self, button: QAbstractButton) -> None:
        for key, each in self._buttons.items():
            if each is button:
                self.chosen.emit(key)


class Field(QWidget):
    """A rounded box with an icon and a line of text to read or to type in."""

    def __init__(self, icon: str = "", name: str = "", height: int = 40) -> None:
        super().__init__()
        self._icon = icon
        self._height = height
        self.line = QLineEdit()
        self.line.setFrame(False)
        self.line.setAccessibleName(name)
        self.line.setStyleSheet("QLineEdit { background: transparent; border: none; }")
        self.row = QHBoxLayout(self)
        self.row.setSpacing(6)
        self.row.addWidget(self.line, 1)
        self.line.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(self._height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, size = theme.current(), theme.px(16)
        fill_round(painter, self.rect(), 8, colors["field"])
        focused = self.line.hasFocus() and not self.line.isReadOnly()
        if focused:
            focus_ring(painter, self.rect(), 8)
        else:
            outline_round(painter, self.rect(), 8, colors["line"])
        if self._icon:
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = self.width() - size - theme.px(10) if rtl else theme.px(10)
            square = QRect(x, (self.height() - size) // 2, size, size)
            paint_icon(painter, square, self._icon, colors["t2"])
        painter.end()

    def restyle(self) -> None:
        """Take the size of the text."""
        self.line.setFont(theme.font(13))
        set_margins(self.row, self, theme.px(32 if self._icon else 10), 0, theme.px(8), 0)


def page_box(widget: QWidget, spacing: int = 0) -> QVBoxLayout:
    """Give a widget a column without margins."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def said(text: str, shade: str = "t2") -> Text:
    """Return a paragraph."""
    return Text(text, 13, 400, shade).wrapped()


def side_by_side(*widgets: QWidget, wide: bool = True) -> QHBoxLayout:
    """Return a row of widgets; the first one takes the room, or nobody does."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    for place, widget in enumerate(widgets):
        row.addWidget(widget, int(wide and not place))
    if not wide:
        row.addStretch(1)
    return row
