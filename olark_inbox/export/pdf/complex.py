"""Scripts whose letters melt together: drawn as outlines, with their plain letters beneath, unseen.

A PDF finds and copies a text by what each drawn shape stands for. In Devanagari or Thai one shape
stands for several letters, or is drawn before the letter it follows; Qt's PDF writer knows no name
for it. So the shapes are drawn as lines, and under them, invisible, the letters in their order.
"""

import re
from itertools import accumulate, groupby
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QRawFont, QTextLine

from olark_inbox.export.pdf.ink import kept_by_thread
from olark_inbox.export.pdf.pictures import draw_pictures, is_coloured

# From Devanagari to Myanmar, Khmer, Balinese and their neighbours, and what was added later.
_MELTING = re.compile("[\u0700-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uabff\U00011000-\U00011fff]")
_UNSEEN = QColor(0, 0, 0, 0)


def melts(text: str) -> bool:
    """Return whether a text has letters that melt together."""
    return not text.isascii() and _MELTING.search(text) is not None


def draw_line(painter: QPainter, line: QTextLine, at: QPointF, pen: QColor, text: str) -> None:
    """Draw a line of such a text; `text` is all of its layout."""
    runs = line.glyphRuns()
    for run in runs:
        _draw_shapes(painter, run, at, pen)
    fonts = [font for font in (run.rawFont() for run in runs) if not is_coloured(font)]
    start, length = line.textStart(), line.textLength()
    # Qt counts in UTF-16.
    part = text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le", "ignore")
    painter.setPen(_UNSEEN)
    for font, letters in groupby(part, lambda letter: _font_for(letter, fonts)):
        chunk = "".join(letters)
        after = start + len(chunk.encode("utf-16-le")) // 2
        left, right = (_x(line, place) for place in (start, after))
        if font is not None:
            _draw_letters(
                painter, fonts[font], chunk, at + QPointF(left, _base(line)), right - left
            )
        start = after


def _x(line: QTextLine, place: int) -> float:
    # The stubs promise a number; what comes is the number and the place it stands for.
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)


def _base(line: QTextLine) -> float:
    return line.y() + line.ascent()


def _font_for(letter: str, fonts: list[QRawFont]) -> int | None:
    return next((n for n, font in enumerate(fonts) if font.supportsCharacter(ord(letter))), None)


def _draw_shapes(painter: QPainter, run: QGlyphRun, at: QPointF, pen: QColor) -> None:
    font = run.rawFont()
    if is_coloured(font):
        # Asked for its outlines it would draw no more pictures, here and in all that follows.
        painter.setPen(pen)
        draw_pictures(painter, run, at)
        return
    kept = _outlines(font.familyName(), font.styleName(), font.weight(), font.pixelSize())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen)
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        path = kept.get(glyph)
        if path is None:
            path = kept[glyph] = _rounded(font.pathForGlyph(glyph))
        painter.drawPath(path.translated(_even(at.x() + place.x()), _even(at.y() + place.y())))
    painter.setBrush(Qt.BrushStyle.NoBrush)


@kept_by_thread
def _outlines(*font: str | float) -> dict[int, QPainterPath]:  # noqa: ARG001 it is the key
    """Return the shapes of a font that were drawn before: there are some hundreds at most."""
    return {}


def _rounded(path: QPainterPath) -> QPainterPath:
    """Return a shape as exact as letters in a PDF are, to some thousandth of their size.

    Its numbers are shorter then, and alike: a page of them is a fifth smaller.
    """
    for number in range(path.elementCount()):
        point = path.elementAt(number)
        path.setElementPositionAt(number, _even(point.x), _even(point.y))
    return path


def _even(number: float) -> float:
    return round(number * 8) / 8


def _draw_letters(painter: QPainter, font: QRawFont, text: str, at: QPointF, width: float) -> None:
    glyphs = font.glyphIndexesForString(text)
    widths = [size.x() for size in font.advancesForGlyphIndexes(glyphs)]
    # Letters by themselves take more or less room than melted together; gaps read as blanks.
    fit = min(1.0, abs(width) / (sum(widths) or 1.0))
    places = [fit * before for before in accumulate(widths, initial=0.0)]
    letters = QGlyphRun()
    letters.setRawFont(font)
    letters.setGlyphIndexes(glyphs)
    letters.setPositions([QPointF(place, 0) for place in places[: len(glyphs)]])
    painter.drawGlyphRun(at, letters)
