"""Emoji: drawn as pictures, and named beneath, unseen, so that they can be found and copied.

Qt's PDF writer puts a coloured letter on the page as an image, which says nothing. So a letter of
our own font that no language uses is drawn under each, invisible, and when the file is finished
its table of letters says what every one of those stands for. The same is done for letters behind
the first 65,536, such as rare Chinese ones in names: Qt draws them, but knows no name for them.
"""

import math
import re
import threading
from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPaintEngine,
    QPainter,
    QRawFont,
    QTextLine,
)

_MAYBE = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u20e3\u2122-\u2bff\u3030\u303d\u3297\u3299\U00010000-\U0010ffff]"
)
_RARE = re.compile("[\U00010000-\U0001efff\U0001fb00-\U0010ffff]")
_PICTURE = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|.[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    "(?:\u200d.[\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)
_LONGEST = 128
"""Bytes of the longest picture: a flag of a part of a country, a family of many."""
_COLOURED = ("CBDT", "COLR", "sbix", "SVG ")
"""Tables a font has whose letters are pictures."""
_NOBODYS = range(0xE000, 0xF8FF)
"""Code points that stand for nothing."""
_WIDE = 0.4
"""How wide a letter may be, in sizes of its font, for readers to find the words around it apart."""
_UNSEEN = QColor(0, 0, 0, 0)
_ON_LETTER = QTextLine.CursorPosition.CursorOnCharacter

_lock = threading.Lock()
_stand_ins: dict[str, str] = {}
_named: dict[str, str] = {}
_images: dict[tuple[str, float, int], QImage] = {}
_MOST_IMAGES = 256
_spare: list[str] = []
"""Letters nobody uses, in all weights of our font."""


def may_have_pictures(text: str) -> bool:
    """Return whether a text may have letters that are drawn as pictures."""
    return not text.isascii() and _MAYBE.search(text) is not None


def name_pictures(painter: QPainter, line: QTextLine, at: QPointF, text: str, used: QFont) -> None:
    """Name the pictures of a line, drawn at `at`; `text` is all of its layout."""
    for picture, place, wide in _pictures(line, text):
        font = QRawFont.fromFont(used)
        stand_in = _stand_in(picture, font)
        if stand_in:
            letter = QGlyphRun()
            glyphs = font.glyphIndexesForString(stand_in)
            letter.setRawFont(font)
            letter.setGlyphIndexes(glyphs)
            letter.setPositions([QPointF(0, 0)])
            painter.setPen(_UNSEEN)
            _draw_as_wide(painter, letter, at + place, wide)


def _draw_as_wide(painter: QPainter, letter: QGlyphRun, at: QPointF, wide: float) -> None:
    """Draw a letter as wide as the one it stands for: readers take a gap for the end of a word."""
    if not wide:
        painter.drawGlyphRun(at, letter)
        return
    [own] = letter.rawFont().advancesForGlyphIndexes(letter.glyphIndexes())
    former = painter.transform()
    painter.translate(at)
    painter.scale(wide / own.x(), 1)
    painter.drawGlyphRun(QPointF(), letter)
    painter.setTransform(former)


def draw_pictures(painter: QPainter, run: QGlyphRun, at: QPointF) -> None:
    """Draw letters that are pictures; a PDF holds each once, however often it is drawn."""
    if painter.paintEngine().type() is not QPaintEngine.Type.Pdf:
        painter.drawGlyphRun(at, run)
        return
    font = run.rawFont()
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        image = _image(font, glyph)
        pad = _pad(font)
        painter.drawImage(at + place - QPointF(pad, font.ascent() + pad), image)


def _image(font: QRawFont, glyph: int) -> QImage:
    """Return the picture of a letter, always the same image as long as it is remembered."""
    key = (font.familyName(), font.pixelSize(), glyph)
    with _lock:
        image = _images.get(key)
        if image is None:
            if len(_images) >= _MOST_IMAGES:
                _images.clear()
            image = _images[key] = _painted(font, glyph)
        return image


def _painted(font: QRawFont, glyph: int) -> QImage:
    [advance] = font.advancesForGlyphIndexes([glyph])
    pad = _pad(font)
    wide, high = advance.x() + 2 * pad, font.ascent() + font.descent() + 2 * pad
    image = QImage(math.ceil(wide), math.ceil(high), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(_UNSEEN)
    letter = QGlyphRun()
    letter.setRawFont(font)
    letter.setGlyphIndexes([glyph])
    letter.setPositions([QPointF(0, 0)])
    painter = QPainter(image)
    painter.drawGlyphRun(QPointF(pad, pad + font.ascent()), letter)
    painter.end()
    return image


def _pad(font: QRawFont) -> int:
    """Return how far a picture may reach beyond the room of its letter."""
    return math.ceil(font.pixelSize() / 10)


def named(character: str) -> str:
    """Return the picture a character stands for, "" where it is only itself."""
    return _named.get(character, "")


def _pictures(line: QTextLine, text: str) -> Iterator[tuple[str, QPointF, float]]:
    """Yield what has to be named, where it stands, and how wide a letter of a word is, else 0."""
    raw = text.encode("utf-16-le", "surrogatepass")  # as Qt counts
    rare = _RARE.search(text) is not None
    for run in line.glyphRuns():
        coloured = is_coloured(run.rawFont())
        if not (coloured or rare):
            continue
        sizes = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for place, size in zip(run.positions(), sizes, strict=True):
            # Qt tells with a run which letters it is of, but not rightly behind other scripts.
            start = line.xToCursor(place.x() + 1, _ON_LETTER)
            following = raw[2 * start : 2 * start + _LONGEST].decode("utf-16-le", "replace")
            picture = _PICTURE.match(following)
            if picture and (coloured or _RARE.match(picture[0])):
                yield picture[0], place, 0.0 if coloured else size.x()


_coloured: dict[str, bool] = {}


def is_coloured(font: QRawFont) -> bool:
    """Return whether the letters of a font are pictures."""
    family = font.familyName()
    if family not in _coloured:
        _coloured[family] = any(font.fontTable(table).size() for table in _COLOURED)
    return _coloured[family]


def _stand_in(picture: str, font: QRawFont) -> str:
    """Return the letter for a picture, always the same; "" where there are more than letters."""
    with _lock:
        if not _spare:
            _spare.extend(_letters(font))
        if picture not in _stand_ins and len(_stand_ins) < len(_spare):
            _stand_ins[picture] = _spare[len(_stand_ins)]
            _named[_stand_ins[picture]] = picture
        return _stand_ins.get(picture, "")


def _letters(font: QRawFont) -> list[str]:
    """Return letters nobody uses; first those between which and the next word readers see a blank.

    They go by the room between letters: too wide a letter takes the blank, too narrow a one looks
    like the end of a paragraph.
    """
    letters = [chr(code) for code in _NOBODYS if font.supportsCharacter(code)]
    sizes = font.advancesForGlyphIndexes(font.glyphIndexesForString("".join(letters)))
    wide = _WIDE * font.pixelSize()
    found = [(size.x() > wide, -size.x(), one) for one, size in zip(letters, sizes, strict=True)]
    return [letter for _, width, letter in sorted(found) if width]
