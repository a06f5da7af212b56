"""One other conversation of the same person, as a line of the visitor card."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from olark_inbox.store.rows import Row
from olark_inbox.ui.detail.lines import draw_line
from olark_inbox.ui.detail.phrases import one_line
from olark_inbox.ui.detail.tips import as_tip
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.controls import fill_round, focus_ring
from olark_inbox.ui.kit.painted import PaintedButton


class EarlierLine(PaintedButton):
    """Another conversation of the same visitor."""

    def __init__(self, row: Row, now_ms: int) -> None:
        super().__init__()
        self.conversation = row.id
        self._when = times.short_time(row.received_ms, now_ms)
        self._words = one_line(row.preview) or self.tr("Without words")
        full = times.full_time(row.received_ms)
        self.setAccessibleName(f"{full}: {self._words}")
        self.setToolTip(as_tip(f"{full}\n{self._words}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self.underMouse():
            fill_round(painter, self.rect(), 6, colors["side_hover"])
        painter.setFont(theme.font(12, tabular=True))
        painter.setPen(colors["t2"])
        metrics = painter.fontMetrics()
        date = max(theme.px(52), metrics.horizontalAdvance(self._when) + theme.px(8))
        whole = self.rect()
        left, right = whole.adjusted(0, 0, date - whole.width(), 0), whole.adjusted(date, 0, 0, 0)
        if mirrored:
            left.moveRight(whole.right())
            right.moveLeft(0)
        draw_line(painter, left, self._when, to_right=mirrored)
        painter.setFont(theme.font(13))
        painter.setPen(colors["t1"])
        draw_line(painter, right, self._words, to_right=mirrored)
        if self._ring.shown and self.hasFocus():
            focus_ring(painter, self.rect(), 5)
        painter.end()
