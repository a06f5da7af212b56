"""Where the parts of a row lie; painting and clicking ask the same functions."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from olark_inbox.ui.kit import theme

COMFORTABLE = 96
COMPACT = 60
ACTION = 22
STEP = 24


def row_height(*, compact: bool) -> int:
    """Return the height of every row."""
    return theme.px(COMPACT if compact else COMFORTABLE)


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The parts of one row, in the view's coordinates, mirrored where the window is."""

    rect: QRect
    compact: bool = False
    mirrored: bool = False

    def mirror(self, rect: QRect) -> QRect:
        """Turn a left-to-right rectangle into the one on the screen."""
        if self.mirrored:
            gap = rect.left() - self.rect.left()
            rect.moveLeft(self.rect.right() + 1 - gap - rect.width())
        return rect

    def at(self, x: int, y: int, width: int, height: int) -> QRect:
        """Return a rectangle given in the design's pixels from the row's leading top corner."""
        px = theme.px
        return self.mirror(
            QRect(self.rect.left() + px(x), self.rect.top() + px(y), px(width), px(height))
        )

    def from_end(self, end: int, y: int, width: int, height: int) -> QRect:
        """Return a rectangle whose trailing edge is `end` design pixels before the row's."""
        px = theme.px
        left = self.rect.right() + 1 - px(end) - width
        return self.mirror(QRect(left, self.rect.top() + px(y), width, px(height)))

    @property
    def surface(self) -> QRect:
        """The rounded rectangle that is filled when selected or under the pointer."""
        px = theme.px
        return self.rect.adjusted(px(8), 1, -px(8), -1)

    @property
    def avatar(self) -> QRect:
        return self.at(24, 12 if self.compact else 14, 36, 36)

    @property
    def name_top(self) -> int:
        """The top of the name's line of 20."""
        return self.rect.top() + theme.px(8 if self.compact else 10)

    @property
    def preview_top(self) -> int:
        return self.rect.top() + theme.px(28 if self.compact else 30)

    @property
    def meta_top(self) -> int:
        return self.rect.top() + theme.px(70)

    def actions(self, count: int) -> tuple[QRect, ...]:
        """Return the squares of the actions under the pointer, in their order."""
        top = 7 if self.compact else 9
        places = []
        for number in range(count):
            end = 16 + (count - 1 - number) * STEP
            places.append(self.from_end(end, top, theme.px(ACTION), ACTION))
        return tuple(places)

    @property
    def hairline(self) -> QRect:
        px = theme.px
        left, right = self.rect.left() + px(72), self.rect.right() + 1 - px(16)
        return self.mirror(QRect(left, self.rect.bottom(), right - left, 1))
