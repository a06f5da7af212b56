"""The left side of the guide: the five steps, which are proven, and where one is."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import (
    baseline,
    fill_round,
    focus_ring,
    outline_round,
    paint_icon,
)
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.painted import PaintedButton
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.reach.setup_facts import Facts, Step, done, note, title
from olark_inbox.ui.reach.setup_pictures import Sign

WIDTH = 264


class _StepButton(PaintedButton):
    """One step: its number or a tick, its name, a line."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self.done = False
        self.current = False
        self.note = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: Facts, current: Step) -> None:
        """Show how the step stands."""
        self.done = done(facts, self.step)
        self.current = self.step is current
        self.note = note(facts, self.step, current)
        name = translate("Setup", "Step {0}: {1}").format(self.step + 1, title(self.step))
        self.setAccessibleName(f"{name}. {self.note}".strip())
        self.setToolTip(self.note or name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH - 40), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        size = theme.px(24)
        x = self.width() - size if rtl else 0
        self._paint_sign(painter, QRect(x, theme.px(8), size, size))
        room = self.width() - size - theme.px(12)
        left = 0 if rtl else size + theme.px(12)
        align = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        align |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        colors = theme.current()
        painter.setFont(theme.font(13, 600 if self.current else 500))
        painter.setPen(colors["t1" if self.current or self.done else "t2"])
        height = theme.px(20 if self.note else 40)
        painter.drawText(QRect(left, theme.px(1), room, height), align, title(self.step))
        painter.setFont(theme.font(12))
        painter.setPen(colors["live" if self.done else "t3"])
        elided = painter.fontMetrics().elidedText(self.note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, theme.px(21), room, theme.px(18)), align, elided)
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, self.rect(), 6)
        painter.end()

    def _paint_sign(self, painter: QPainter, disc: QRect) -> None:
        colors, radius = theme.current(), disc.width() / 2
        if self.done:
            fill_round(painter, disc, radius, colors["live_bg"])
            inner = theme.px(14)
            at = (disc.width() - inner) // 2
            paint_icon(
                painter, QRect(disc.x() + at, disc.y() + at, inner, inner), "check", colors["live"]
            )
            return
        if self.current:
            fill_round(painter, disc, radius, colors["accent_fill"])
        else:
            outline_round(painter, disc, radius, colors["line2"], 1.5)
        painter.setFont(theme.font(12, 600))
        painter.setPen(colors["on_accent" if self.current else "t2"])
        text = str(self.step + 1)
        x = disc.x() + (disc.width() - painter.fontMetrics().horizontalAdvance(text)) // 2
        painter.drawText(x, baseline(painter.fontMetrics(), disc.y(), disc.height()), text)


class SetupSide(QWidget):
    """All five; a click goes to a step, it never ticks one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.steps = [_StepButton(step) for step in Step]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 22, 20, 20)
        column.setSpacing(2)
        column.addWidget(Text(translate("Setup", "Set up Olark Inbox"), 15, 600))
        column.addWidget(Text(translate("Setup", "About ten minutes"), 12, 400, "t3"))
        column.addSpacing(10)
        for step in self.steps:
            step.clicked.connect(lambda _checked=False, each=step: self.chosen.emit(each.step))
            column.addWidget(step)
        column.addStretch(1)
        safe = QHBoxLayout()
        safe.setSpacing(10)
        safe.addWidget(Sign("shield-check"), 0, Qt.AlignmentFlag.AlignVCenter)
        says = translate("Setup", "Stored only here; they travel through Olark and your address.")
        safe.addWidget(Text(says, 12, 400, "t3").wrapped(), 1)
        column.addLayout(safe)
        self.setFixedWidth(theme.px(WIDTH))

    def show_facts(self, facts: Facts, current: Step) -> None:
        """Show how each step stands."""
        for step in self.steps:
            step.show_facts(facts, current)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current()["side"])
        painter.end()
