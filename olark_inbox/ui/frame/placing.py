"""Where the window stands: what is kept of it, and where it fits when the screen is another."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from PySide6.QtCore import QRect, QSize

from olark_inbox.ui.kit import theme

LEAST = QSize(880, 500)
USUAL = QSize(1280, 800)
WIDE_FROM = 1_500
"""A window so wide gives all columns more room."""
SIDEBAR, SIDEBAR_WIDE, SIDEBAR_NARROW = 216, 232, 60
"""The width of the sidebar at 100 %, of that of a wide window, and of the column of icons."""
LIST, LIST_WIDE = 360, 408
"""The width of the list at 100 %, as long as the owner did not choose another."""
_SEEN = 80
"""So many pixels of the title must be on a screen, or the window could not be taken hold of."""


def sidebar_width(*, narrow: bool, wide: bool) -> int:
    """Return how wide the sidebar is now."""
    return theme.px(SIDEBAR_NARROW if narrow else SIDEBAR_WIDE if wide else SIDEBAR)


@dataclass(frozen=True, slots=True)
class Kept:
    """The state of the window as the settings keep it; each value may be missing or wrong."""

    x: int = -1
    y: int = -1
    width: int = 0
    height: int = 0
    maximized: bool = False
    list_width: int = 0
    view: str = ""
    label: str = ""
    open: int = 0
    card: bool = True
    compact: bool = False

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Kept":
        """Take what is of the right type, and the usual for the rest."""
        usual = cls()
        values: dict[str, Any] = {}
        for field in fields(cls):
            value = stored.get(field.name)
            if type(value) is type(getattr(usual, field.name)):
                values[field.name] = value
        return cls(**values)

    def written(self) -> dict[str, Any]:
        """Return it as the settings keep it."""
        return asdict(self)


def fitted(kept: Kept, screens: Sequence[QRect]) -> QRect:
    """Return where the window goes: as it was, or moved onto a screen that is still there.

    `screens` are the usable parts, the first one the main screen.
    """
    if not screens:
        return QRect(0, 0, USUAL.width(), USUAL.height())
    if kept.width <= 0 or kept.height <= 0:
        return _centred(USUAL, screens[0])
    wanted = QRect(kept.x, kept.y, kept.width, kept.height)
    for screen in screens:
        size = _within(wanted.size(), screen)
        common = screen.intersected(QRect(wanted.x(), wanted.y(), size.width(), _SEEN))
        if common.width() >= _SEEN and common.height() >= _SEEN // 2:
            return QRect(wanted.topLeft(), size)
    return _centred(wanted.size(), screens[0])


def _within(size: QSize, screen: QRect) -> QSize:
    return QSize(
        max(min(size.width(), screen.width()), LEAST.width()),
        max(min(size.height(), screen.height()), LEAST.height()),
    )


def _centred(size: QSize, screen: QRect) -> QRect:
    fits = _within(size, screen)
    left = screen.left() + max((screen.width() - fits.width()) // 2, 0)
    top = screen.top() + max((screen.height() - fits.height()) // 2, 0)
    return QRect(left, top, fits.width(), fits.height())
