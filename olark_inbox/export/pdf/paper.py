"""The sheet: its size, its margins, and the unit everything on it is measured in."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

UNITS = 720
"""Units an inch: a tenth of a point, so that fonts have whole sizes and text its true width."""

POINT = 10

_MARGIN = 48 * POINT
_TOP = 44 * POINT
_FOOT = 54 * POINT

# Where paper is cut in inches.
_LETTER = {
    QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico,
    QLocale.Country.Chile, QLocale.Country.Colombia, QLocale.Country.CostaRica,
    QLocale.Country.DominicanRepublic, QLocale.Country.ElSalvador, QLocale.Country.Guatemala,
    QLocale.Country.Nicaragua, QLocale.Country.Panama, QLocale.Country.Philippines,
    QLocale.Country.PuertoRico, QLocale.Country.Venezuela,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet, in units."""

    width: int
    height: int
    size: QPageSize.PageSizeId
    left: int = _MARGIN
    top: int = _TOP

    @property
    def inner(self) -> int:
        """How wide the text may be."""
        return self.width - 2 * self.left

    @property
    def right(self) -> int:
        return self.width - self.left

    @property
    def room(self) -> int:
        """How much stands on a page, between the top margin and the foot."""
        return self.height - self.top - _FOOT

    @property
    def foot(self) -> int:
        """Where the line above the page number is."""
        return self.height - _FOOT + 14 * POINT


A4 = Paper(5953, 8419, QPageSize.PageSizeId.A4)
LETTER = Paper(6120, 7920, QPageSize.PageSizeId.Letter)


def paper_named(name: str) -> Paper:
    """Return "a4" or "letter"; for any other name what is usual where the owner lives."""
    papers = {"a4": A4, "letter": LETTER}
    return papers.get(name.lower()) or (LETTER if QLocale().territory() in _LETTER else A4)
