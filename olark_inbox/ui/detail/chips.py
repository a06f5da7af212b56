"""Tags as pills: wrapped in the card, on one line beside the name."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from olark_inbox.ui.detail.phrases import one_line
from olark_inbox.ui.detail.tips import as_tip
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import PILL_HEIGHT, PillLook, paint_pill, pill_width, tag_color

_GAP = 6
_LONGEST_TAG = 40
_WIDEST = 150


def kind_look(text: str, kind: str, icon: str = "") -> PillLook:
    """Return the pill that says what a conversation is: "live", "offline" or "alert"."""
    colors = theme.current()
    return PillLook(text, colors[kind], colors[f"{kind}_bg"], icon)


class Chips(QWidget):
    """Pills in a row, or in as many rows as they need."""

    def __init__(self, *, wraps: bool) -> None:
        super().__init__()
        self._wraps = wraps
        self._kind: tuple[str, str, str] | None = None
        self._tags: tuple[str, ...] = ()
        across = QSizePolicy.Policy.Expanding if wraps else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def show_chips(self, tags: Sequence[str], kind: tuple[str, str, str] | None = None) -> None:
        """Show a kind (words, colours, icon) and tags."""
        self._kind = kind
        self._tags = tuple(filter(None, (one_line(tag, _LONGEST_TAG) for tag in tags)))
        words = [kind[0]] if kind else []
        if self._tags:
            words.append(self.tr("tags: {0}").format(", ".join(self._tags)))
        self.setAccessibleName(", ".join(words))
        self.setToolTip(as_tip("\n".join(self._tags)))
        if self.parentWidget() is not None:  # without one it would be a window of its own
            self.setVisible(bool(words))
        self._fit()
        self.updateGeometry()
        self.update()

    def _looks(self) -> list[PillLook]:
        colors = theme.current()
        looks = [kind_look(*self._kind)] if self._kind else []
        looks += [
            PillLook(tag, colors["t2"], colors["chip"], "", tag_color(tag)) for tag in self._tags
        ]
        return looks

    def _placed(self) -> list[tuple[QRect, PillLook]]:
        """Return where each pill stands; one too many on a single line is left out."""
        high, gap = theme.px(PILL_HEIGHT), theme.px(_GAP)
        x = y = 0
        placed: list[tuple[QRect, PillLook]] = []
        for look in self._looks():
            width = min(pill_width(look), theme.px(_WIDEST), max(1, self.width()))
            if x and x + width > self.width():
                if not self._wraps:
                    break
                x, y = 0, y + high + gap
            placed.append((QRect(x, y, width, high), look))
            x += width + gap
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            for rect, _look in placed:
                rect.moveRight(self.width() - 1 - rect.left())
        return placed

    def _fit(self) -> None:
        placed = self._placed()
        bottom = placed[-1][0].bottom() + 1 if placed else 0
        self.setFixedHeight(max(theme.px(PILL_HEIGHT), bottom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        widths = [min(pill_width(look), theme.px(_WIDEST)) for look in self._looks()]
        return QSize(sum(widths) + theme.px(_GAP) * max(0, len(widths) - 1), self.height())

    def minimumSizeHint(self) -> QSize:
        first = [min(pill_width(look), theme.px(_WIDEST)) for look in self._looks()[:1]]
        return QSize(first[0] if first else 0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        for rect, look in self._placed():
            paint_pill(painter, rect.x(), rect.y(), look, width=rect.width())
        painter.end()
