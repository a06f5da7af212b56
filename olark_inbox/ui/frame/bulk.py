"""The pane for several selected conversations: who they are, and what to do with all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.store.rows import Row
from olark_inbox.ui.detail.lines import draw_line
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import (
    Face,
    LinkButton,
    OutlineButton,
    fill_round,
    focus_ring,
    outline_round,
    paint_avatar,
    paint_icon,
)
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.painted import PaintedButton
from olark_inbox.ui.kit.words import translate

_FACES = 5
_FACE = 44
_STEP = 38


@dataclass(frozen=True, slots=True)
class Offer:
    """One action on all that is selected."""

    name: str
    icon: str
    text: str
    keys: str = ""


class ActionTile(PaintedButton):
    """One action with its icon and its key, as wide as its column."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_offer(offer)

    def show_offer(self, offer: Offer) -> None:
        """Show an action under another name."""
        self.offer = offer
        self.setText(offer.text)
        self.setAccessibleName(offer.text)
        self.setToolTip(f"{offer.text} ({offer.keys})" if offer.keys else offer.text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(216), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(130), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, box = theme.current(), self.rect()
        hovered = self.isEnabled() and self.underMouse()
        fill_round(painter, box, 8, colors["hover" if hovered or self.isDown() else "base"])
        outline_round(painter, box, 8, colors["line2"])
        size, edge = theme.px(16), theme.px(14)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ink = "t1" if self.isEnabled() else "t3"
        icon = QRect(edge, (box.height() - size) // 2, size, size)
        keys_width = self._paint_keys(painter, rtl=rtl)
        room = box.adjusted(edge + size + theme.px(10), 0, -keys_width - edge, 0)
        if rtl:
            icon.moveRight(box.right() - edge)
            room = box.adjusted(keys_width + edge, 0, -(edge + size + theme.px(10)), 0)
        paint_icon(painter, icon, self.offer.icon, colors["t2" if self.isEnabled() else "t3"])
        painter.setFont(theme.font(13, 500))
        painter.setPen(colors[ink])
        draw_line(painter, room, self.text(), to_right=rtl)
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, box, 8)
        painter.end()

    def _paint_keys(self, painter: QPainter, *, rtl: bool) -> int:
        painter.setFont(theme.font(12))
        painter.setPen(theme.current()["t3"])
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        edge = theme.px(14)
        painter.drawText(self.rect().adjusted(edge, 0, -edge, 0), where, self.offer.keys)
        return painter.fontMetrics().horizontalAdvance(self.offer.keys) + theme.px(8)


class Faces(QWidget):
    """A few avatars, one over the edge of the other."""

    def __init__(self) -> None:
        super().__init__()
        self._faces: list[Face] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the visitors of the first few rows."""
        self._faces = [
            Face(row.name, row.visitor_id, row.anonymous, live=False) for row in rows[:_FACES]
        ]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        across = _FACE + _STEP * max(0, len(self._faces) - 1)
        return QSize(theme.px(across + 4), theme.px(_FACE + 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        size, rim = theme.px(_FACE), theme.px(2)
        for number, face in enumerate(self._faces):
            box = QRect(theme.px(_STEP) * number + rim, rim, size, size)
            around = box.adjusted(-rim, -rim, rim, rim)
            fill_round(painter, around, around.height() / 2, theme.current()["base"])
            paint_avatar(painter, box, face)
        painter.end()


class _Bar(QWidget):
    """How far something is."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedSize(theme.px(320), theme.px(6))

    def show_part(self, done: int, total: int) -> None:
        self._part = done / total if total else 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, box = theme.current(), self.rect()
        fill_round(painter, box, box.height() / 2, colors["chip"])
        filled = QRect(box)
        filled.setWidth(round(box.width() * self._part))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            filled.moveRight(box.right())
        if filled.width() >= box.height():
            fill_round(painter, filled, box.height() / 2, colors["accent_fill"])
        painter.end()


class BulkPane(QWidget):
    """Stands where one conversation would, while several are selected."""

    wanted = Signal(str)
    """The name of the action that was chosen."""
    cleared = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tiles: dict[str, ActionTile] = {}
        self._build()

    def _build(self) -> None:
        self.faces = Faces()
        self.title = Text("", 18, 600).centred()
        self.names = Text("", 13, 400, "t2").centred()
        self.more = Text("", 12, 400, "t3").centred()
        self.clear = LinkButton(translate("Bulk", "Clear selection"))
        self.clear.clicked.connect(self.cleared)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        tiles = QWidget()
        tiles.setLayout(self._grid)
        tiles.setMaximumWidth(theme.px(440))
        tiles.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.progress = self._built_progress()
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.addStretch(1)
        column.addWidget(self.faces, 0, centre)
        column.addSpacing(14)
        column.addWidget(self.title)
        column.addWidget(self.names)
        column.addSpacing(18)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(tiles, 8)
        across.addStretch(1)
        column.addLayout(across)
        column.addWidget(self.progress, 0, centre)
        column.addSpacing(18)
        column.addWidget(self.more)
        column.addSpacing(6)
        column.addWidget(self.clear, 0, centre)
        column.addStretch(1)

    def _built_progress(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        self.doing = Text("", 13, 400, "t2").centred()
        self._bar = _Bar()
        self.stop = OutlineButton(translate("Bulk", "Stop"))
        self.stop.clicked.connect(self.stopped)
        centre = Qt.AlignmentFlag.AlignHCenter
        for widget in (self.doing, self._bar, self.stop):
            column.addWidget(widget, 0, centre)
        box.hide()
        return box

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these actions, two in a line."""
        for number, one in enumerate(offers):
            alone = number == len(offers) - 1 and number % 2 == 0
            tile = ActionTile(one)
            tile.clicked.connect(lambda _on=False, name=one.name: self.wanted.emit(name))
            self._tiles[one.name] = tile
            self._grid.addWidget(tile, number // 2, number % 2, 1, 2 if alone else 1)

    def tile(self, name: str) -> ActionTile:
        """Return the button of an action."""
        return self._tiles[name]

    def show_selected(self, count: int, rows: Sequence[Row]) -> None:
        """Show how many are selected, and who the first are; `rows` are those that are loaded."""
        self.title.setText(translate("Bulk", "%Ln conversations selected", "", count))
        self.faces.show_rows(rows)
        named = [words.shortened(words.plain(row.name), 30) for row in rows[:3]]
        rest = count - len(named)
        text = ", ".join(named)
        if rest > 0 and named:
            text = translate("Bulk", "{0} and {1} more").format(text, words.number(rest))
        self.names.setText(text)
        self.more.setText(self._about(rows) if len(rows) == count else "")

    def _about(self, rows: Sequence[Row]) -> str:
        reachable = sum(bool(row.email) for row in rows)
        if reachable == 1:
            return translate("Bulk", "1 of them has an e-mail address.")
        return translate("Bulk", "%Ln of them have an e-mail address.", "", reachable)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far an action is; it can be stopped."""
        self.doing.setText(
            translate("Bulk", "{0} of {1}").format(words.number(done), words.number(total))
        )
        self._bar.show_part(done, total)
        self.progress.show()
        for tile in self._tiles.values():
            tile.setEnabled(False)

    def end_progress(self) -> None:
        """Take the bar away: the action is over."""
        self.progress.hide()
        for tile in self._tiles.values():
            tile.setEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["base"])
        painter.end()
