"""Numbered steps: a ring with a number, and beside it what is to be done."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import outline_round

_GAP = 12


class StepNumber(QWidget):
    """The number of a step in its ring; 0 keeps its place free."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(24), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if not self._number:
            return
        painter = QPainter(self)
        outline_round(painter, self.rect(), self.width() / 2, theme.current()["line2"], 1.5)
        painter.setFont(theme.font(12, 500))
        painter.setPen(theme.current()["t2"])
        box = QRect(0, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.number(self._number))
        painter.end()


def step(number: int, *what: QWidget | QLayout, top: bool = False) -> QHBoxLayout:
    """Return a line: the number, then what belongs to it; the number stands at its `top`."""
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    where = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
    row.addWidget(StepNumber(number), 0, where)
    for one in what:
        if isinstance(one, QLayout):
            row.addLayout(one, 1)
            continue
        fixed = one.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        row.addWidget(one, 0 if fixed else 1)
    if len(what) == 1:
        row.addStretch(0)
    return row
