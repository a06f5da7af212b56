"""How the visitor rated the chat: stars, bars for what was asked beside, and the comment."""

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from olark_inbox.olark.model import Rating
from olark_inbox.ui.detail.lines import draw_line
from olark_inbox.ui.detail.phrases import one_line
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import fill_round, paint_icon

BEST = 5

_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Stars(QWidget):
    """Five stars and their number in words."""

    def __init__(self, score: int) -> None:
        super().__init__()
        self._score = score
        self._words = self.tr("{0} of 5").format(score)
        self.setAccessibleName(self.tr("Rated {0} of 5").format(score))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        size, step = theme.px(16), theme.px(20)
        colors = theme.current()
        top = (self.height() - size) // 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number in range(BEST):
            given = number < self._score
            left = self.width() - number * step - size if mirrored else number * step
            square = QRect(left, top, size, size)
            paint_icon(painter, square, "star", colors["star" if given else "line2"], filled=given)
        painter.setFont(theme.font(13, 600))
        painter.setPen(colors["t1"])
        room = self.width() - BEST * step - theme.px(4)
        words = QRect(0 if mirrored else self.width() - room, 0, room, self.height())
        draw_line(painter, words, self._words, to_right=mirrored)
        painter.end()


class Bar(QWidget):
    """One of the scores beside the stars."""

    def __init__(self, label: str, score: int) -> None:
        super().__init__()
        self._label, self._score = label, score
        self.setAccessibleName(self.tr("{0}: {1} of 5").format(label, score))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(19))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors, high = theme.current(), self.height()
        painter.setFont(theme.font(12))
        painter.setPen(colors["t2"])
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        number, length = theme.px(16), theme.px(72)
        left = number if mirrored else self.width() - number - length
        room = self.width() - number - length - theme.px(8)
        words = QRect(self.width() - room if mirrored else 0, 0, room, high)
        draw_line(painter, words, self._label, to_right=mirrored)
        track = QRect(left, (high - theme.px(4)) // 2, length, theme.px(4))
        fill_round(painter, track, 2, colors["line"])
        given = round(length * min(self._score, BEST) / BEST)
        track = QRect(left + (length - given if mirrored else 0), track.y(), given, track.height())
        fill_round(painter, track, 2, colors["star"])
        painter.setFont(theme.font(12, 500, tabular=True))
        painter.setPen(colors["t1"])
        place = QRect(0 if mirrored else self.width() - number, 0, number, high)
        draw_line(painter, place, str(self._score), to_right=not mirrored)
        painter.end()


def rating_words(rating: Rating) -> str:
    """Return the comment in quotes, "" where the visitor gave none."""
    comment = rating.comments.strip()
    if not one_line(comment):
        return ""
    # Whatever direction the words have, the closing mark stands behind them.
    words = _DIRECTIONS.sub("", comment)
    return f"\u201c{words}\u201d" if words.isascii() else f"\u201c\u2068{words}\u2069\u201d"
