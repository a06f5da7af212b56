"""One row of the sidebar: an icon or a dot, a name, a figure; painted by the tokens."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy

from olark_inbox.store.rows import View
from olark_inbox.ui.detail.tips import as_tip
from olark_inbox.ui.frame.placing import SIDEBAR, SIDEBAR_NARROW
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import fill_round, focus_ring, paint_icon, tag_color
from olark_inbox.ui.kit.paint import paint_dot
from olark_inbox.ui.kit.painted import PaintedButton

ROW = 32


@dataclass(frozen=True, slots=True)
class Place:
    """What a row of the sidebar leads to; `label` is the tag or group."""

    view: View
    label: str = ""


class PlaceButton(PaintedButton):
    """One row of the sidebar.

    `style` of the figure: "plain" grey, "strong" bold, "accent" a filled pill, "live" a green pill
    with a dot. `below` moves it to the right, under the row it belongs to.
    """

    def __init__(self, place: Place, icon: str, style: str = "plain", *, below: bool) -> None:
        super().__init__()
        self.place = place
        self.figure = 0
        self.narrow = False
        self._icon = icon
        self._style = style
        self._below = below
        self.setText(words.place(place.view, place.label))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_figure(0)

    def show_ring(self) -> None:
        """Show that the keyboard is here."""
        self._ring.shown = True
        self.update()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_figure(self, figure: int) -> None:
        """Show a count; a screen reader hears it with the name."""
        self.figure = figure
        name = self.text()
        if figure:
            name = f"{name}, {words.number(figure)}"
        if name == self.accessibleName():
            return
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name) if self.place.label else name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SIDEBAR_NARROW if self.narrow else SIDEBAR), theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(SIDEBAR_NARROW), theme.px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
        moved_to = QApplication.focusWidget()
        if moved_to is not self and isinstance(moved_to, PlaceButton):
            moved_to.show_ring()  # an arrow key led there

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        shape = self.rect().adjusted(8, 1, -8, -1)
        if self.isChecked():
            fill_round(painter, shape, 8, colors["side_sel"])
        elif self.underMouse():
            fill_round(painter, shape, 8, colors["side_hover"])
        self._paint_icon(painter, colors)
        if self.narrow:
            self._paint_sign(painter, colors)
        else:
            self._paint_words(painter, colors)
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, shape, 8)
        painter.end()

    def _left(self) -> int:
        if self.narrow:
            return (self.width() - theme.px(16)) // 2
        return theme.px(34 if self._below else 20)

    def _mirrored(self, rect: QRect) -> QRect:
        """Return the rectangle on the other side where the window reads from right to left."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self.width() - rect.right() - 1)
        return rect

    def _paint_icon(self, painter: QPainter, colors: theme.Theme) -> None:
        size = theme.px(16)
        square = self._mirrored(QRect(self._left(), (self.height() - size) // 2, size, size))
        if self.place.view in (View.TAG, View.OWN) and self.place.label:
            paint_dot(painter, QRectF(square).center(), theme.px(8), tag_color(self.place.label))
            return
        shade = "t2"
        if self.isChecked():
            shade = "accent"
        elif self._style == "live" and self.figure:
            shade = "live"
        paint_icon(painter, square, self._icon, colors[shade])

    def _paint_sign(self, painter: QPainter, colors: theme.Theme) -> None:
        """Show beside an icon without words that there is something new or open."""
        if not self.figure or self._style == "plain":
            return
        size, dot = theme.px(16), theme.px(7)
        icon = QRect(self._left(), (self.height() - size) // 2, size, size)
        corner = self._mirrored(QRect(icon.right() - dot // 2 + 1, icon.top() - dot // 2, dot, dot))
        around = "side_sel" if self.isChecked() else "side"
        centre = QRectF(corner).center()
        paint_dot(painter, centre, dot + theme.px(3), colors[around])
        shade = "live_dot" if self._style == "live" else "accent"
        paint_dot(painter, centre, dot, colors[shade])

    def _paint_words(self, painter: QPainter, colors: theme.Theme) -> None:
        strong = self._style == "strong" and self.figure > 0
        taken = self._paint_figure(painter, colors, strong=strong)
        painter.setFont(theme.font(13, 600 if self.isChecked() or strong else 400))
        painter.setPen(colors["t1"])
        left = self._left() + theme.px(26)
        room = QRect(left, 0, self.width() - left - taken, self.height())
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(self._mirrored(room), _side(self, start=True), text)

    def _paint_figure(self, painter: QPainter, colors: theme.Theme, *, strong: bool) -> int:
        """Draw the count at the end; return the width it takes with its margins."""
        if not self.figure:
            return theme.px(20)
        if self._style in ("accent", "live"):
            return self._paint_pill(painter, colors)
        text = words.number(self.figure)
        painter.setFont(theme.font(12, 600 if strong else 400, tabular=True))
        painter.setPen(colors["t1" if strong else "t3"])
        room = self._mirrored(QRect(0, 0, self.width() - theme.px(25), self.height()))
        painter.drawText(room, _side(self, start=False), text)
        return painter.fontMetrics().horizontalAdvance(text) + theme.px(29)

    def _paint_pill(self, painter: QPainter, colors: theme.Theme) -> int:
        text = words.number(self.figure)
        live = self._style == "live"
        painter.setFont(theme.font(12, 600, tabular=True))
        lead, height = theme.px(9) if live else 0, theme.px(20)
        advance = painter.fontMetrics().horizontalAdvance(text)
        width = max(advance + theme.px(13) + lead, theme.px(20))
        box = QRect(
            self.width() - theme.px(18) - width, (self.height() - height) // 2, width, height
        )
        box = self._mirrored(box)
        back = colors["live_bg" if live else "accent_fill"]
        fill_round(painter, box, height / 2, back)
        if live:
            centre = QPointF(box.left() + theme.px(9), box.top() + height / 2)
            paint_dot(painter, centre, theme.px(6), colors["live_dot"])
        painter.setPen(colors["live" if live else "on_accent"])
        painter.drawText(box.adjusted(lead, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, text)
        return width + theme.px(26)


def _side(widget: QAbstractButton, *, start: bool) -> Qt.AlignmentFlag:
    rtl = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignLeft if start is not rtl else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
