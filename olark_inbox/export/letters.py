"""The letters of the window and of its pages on paper: the fonts beside the program."""

import functools

from PySide6.QtGui import QFont, QFontDatabase

from olark_inbox.base.resources import resource

_GENERAL = QFontDatabase.SystemFont.GeneralFont


def letters(pixels: int, weight: int) -> QFont:
    """Return a new font of this size: Inter, and for other scripts what the system has."""
    made = QFont()
    made.setFamilies([*_families(), *QFontDatabase.systemFont(_GENERAL).families()])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    # Its own shapes and widths on every system and at every scale: a line breaks where it broke.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Inter's contextual forms turn the x of "2x9" into a multiplication sign: wrong in an address
    # and in people's words.
    made.setFeature(QFont.Tag("calt"), 0)
    return made


@functools.cache
def _families() -> tuple[str, ...]:
    """Load the fonts beside the program; without them the system's own font is used."""
    found: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            found += QFontDatabase.applicationFontFamilies(number)
    # The heavier cuts also report families of their own ("Inter Medium"): weights find them.
    return tuple(dict.fromkeys(name for name in found if " " not in name))
