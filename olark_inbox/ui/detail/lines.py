"""Lines of received words: cut to fit, whole in their tip, copied by a click."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from olark_inbox.ui.detail.phrases import one_line
from olark_inbox.ui.detail.tips import as_tip
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import dress_menu, fill_round, focus_ring, paint_icon
from olark_inbox.ui.kit.paint import baseline, text_direction
from olark_inbox.ui.kit.painted import PaintedButton

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RTL = Qt.LayoutDirection.RightToLeft
_LONGEST = 2_000
_COPIED_MS = 1_400


class Elided(QWidget):
    """One line of words, cut with an ellipsis where there is no room for all of it."""

    def __init__(self, size: int = 13, weight: int = 400, shade: str = "t1") -> None:
        super().__init__()
        self._look = (size, weight, shade)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show received words."""
        self._text = one_line(text)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def _font(self) -> QFont:
        return theme.font(*self._look[:2])

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._font()).horizontalAdvance(self._text) + 1
        return QSize(words, theme.px(self._look[0] + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme.px(48), self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        cut = self.sizeHint().width() > self.width()
        self.setToolTip(as_tip(self._text) if cut else "")
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(theme.current()[self._look[2]])
        mirrored = self.layoutDirection() is _RTL
        draw_line(painter, self.rect(), self._text, to_right=mirrored)
        painter.end()


def draw_line(painter: QPainter, rect: QRect, text: str, *, to_right: bool = False) -> None:
    """Draw one line by its baseline, in its own direction, cut at its own end."""
    metrics = painter.fontMetrics()
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(cut, painter.font())
    option = QTextOption(_LEFT)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(text_direction(text))
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width() + 2)
    layout.endLayout()
    y = baseline(metrics, rect.y(), rect.height()) - line.ascent()
    x = rect.x() + (max(0.0, rect.width() - line.naturalTextWidth()) if to_right else 0)
    layout.draw(painter, QPointF(x, y))


class Fact(PaintedButton):
    """Words behind an icon or a label. A click copies them, or does what `acts` says.

    `lines` is how many lines it takes before it is cut.
    """

    copied = Signal(str)

    def __init__(  # noqa: PLR0913 - each is one plain choice of its look
        self,
        text: str,
        *,
        icon: str = "",
        name: str = "",
        shade: str = "t1",
        lines: int = 3,
        copies: str | None = None,
        acts: bool = False,
        indented: bool = False,
        tip: str = "",
    ) -> None:
        super().__init__()
        self._words = text[:_LONGEST]
        self._icon, self._shade, self._most = icon, shade, lines
        self._copies = text if copies is None else copies
        self._acts = acts
        self._indented = indented or bool(icon)
        self._said = False
        self._layout = QTextLayout()
        self._back = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._back.timeout.connect(self._on_back)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._say_name()
        does = "" if acts else self.tr("Click copies")
        parts = (tip or name, one_line(text), does)
        self.setToolTip(as_tip("\n".join(part for part in parts if part)))
        self.clicked.connect(self._on_clicked)
        self._set_lines()

    def text(self) -> str:
        return self._words

    def show_text(self, text: str) -> None:
        """Show other words in the same place, as a clock does."""
        self._words = text[:_LONGEST]
        self._say_name()
        self._set_lines()

    def _say_name(self) -> None:
        shown = one_line(self._words)
        self.setAccessibleName(f"{self._name}: {shown}" if self._name else shown)

    def be_still(self) -> None:
        """Be words only: nothing to click, nothing to stop at with Tab."""
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip("")

    def _room(self) -> int:
        return max(40, self.width() - self._indent())

    def _indent(self) -> int:
        return theme.px(26) if self._indented else 0

    def _set_lines(self) -> None:
        """Break the words into lines; the last one that is shown ends in an ellipsis."""
        font = theme.font(13)
        shown = self.tr("Copied") if self._said else self._words
        words = "\u2028".join(line.rstrip() for line in shown.splitlines()) or " "
        layout, count = _broken(words, font, self._room(), self._most)
        if count > self._most:
            last = layout.lineAt(self._most - 1)
            start = last.textStart()
            tail = QFontMetrics(font).elidedText(
                words[start : start + 400].replace("\u2028", " ") + "…",
                Qt.TextElideMode.ElideRight,
                self._room(),
            )
            layout, _ = _broken(words[:start] + tail, font, self._room(), self._most)
        self._layout = layout
        shown_lines = min(self._most, layout.lineCount())
        self.setFixedHeight(shown_lines * theme.px(17) + theme.px(8))
        self.update()

    def sizeHint(self) -> QSize:
        widest = max(
            (
                self._layout.lineAt(n).naturalTextWidth()
                for n in range(min(self._most, self._layout.lineCount()))
            ),
            default=0.0,
        )
        return QSize(self._indent() + int(widest) + 2, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._set_lines()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._set_lines()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = dress_menu(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(theme.icon("copy"), self.tr("Copy"), self.copy)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Put the words on the clipboard, exactly as sent, and say so for a moment."""
        QGuiApplication.clipboard().setText(self._copies)
        self._said = True
        self._back.start()
        self._say()
        self.copied.emit(self._copies)

    def _on_clicked(self) -> None:
        if not self._acts:
            self.copy()

    def _on_back(self) -> None:
        self._said = False
        self._say()

    def _say(self) -> None:
        height = self.height()
        self._set_lines()
        self.setFixedHeight(height)  # nothing below it may jump for a word

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        mirrored = self.layoutDirection() is _RTL
        if self.isEnabled() and self.underMouse():
            around = self.rect().adjusted(-6, 0, 6, 0)
            fill_round(painter, around, 6, colors["side_hover"])
        icon = "check" if self._said else self._icon
        if self._icon:
            size = theme.px(16)
            x = self.width() - size if mirrored else 0
            square = QRect(x, theme.px(4), size, size)
            paint_icon(painter, square, icon, colors["live" if self._said else "t2"])
        painter.setPen(colors["t3" if self._said else self._shade])
        for number in range(min(self._most, self._layout.lineCount())):
            line = self._layout.lineAt(number)
            x = 0 if mirrored else self._indent()
            if mirrored:
                x = int(self._room() - line.naturalTextWidth())
            top = theme.px(4) + number * theme.px(17)
            y = baseline(QFontMetrics(theme.font(13)), top, theme.px(17)) - line.ascent()
            line.draw(painter, QPointF(x - line.position().x(), y - line.position().y()))
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, self.rect(), 5)
        painter.end()


def _broken(text: str, font: QFont, width: int, most: int) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text, font)
    option = QTextOption(_LEFT)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(text_direction(text))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    count = 0
    while count <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return layout, count
