"""What the pages are drawn with: the window's fonts and its colours in the light."""

import functools
import json
import threading
import zlib
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from olark_inbox.base.resources import resource
from olark_inbox.export.letters import letters
from olark_inbox.export.pdf.paper import POINT

P = ParamSpec("P")
T = TypeVar("T")
_LINE, _ENDS, _CORNERS = (
    Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin,
)  # fmt: skip
_HUES = 8
_NOBODY = 7
_KEPT = 1024
"""Of each kind, for each thread."""


@functools.cache
def color(token: str) -> QColor:
    """Return a colour of the window's light theme."""
    return QColor(_tokens()[token])


@functools.cache
def avatar(key: str) -> tuple[QColor, QColor]:
    """Return disc and letters of an avatar, the same as in the window; "" is nobody's."""
    hue = zlib.crc32(key.encode("utf-8", "replace")) % _HUES if key else _NOBODY
    back, front = _tokens()["avatars"][hue]
    return QColor(back), QColor(front)


@functools.cache
def tag_dot(tag: str, hue: int | None = None) -> QColor:
    """Return the colour of a tag's dot, the same as in the window."""
    number = zlib.crc32(tag.casefold().encode("utf-8", "replace")) if hue is None else hue
    return QColor(_tokens()["tag_dots"][number % _HUES])


def round_pen(ink: QColor, width: float) -> QPen:
    """Return what draws a disc as a point, a pill as a line, a box with round corners as a box.

    The page then has a line for each, instead of ten for its curves, and is packed the sooner.
    """
    return _round_pen(ink.rgb(), width)


@functools.cache
def _round_pen(rgb: int, width: float) -> QPen:
    return QPen(QColor(rgb), width, _LINE, _ENDS, _CORNERS)


def kept_by_thread(make: Callable[P, T]) -> Callable[P, T]:
    """Keep what `make` returns, apart for each thread, and no longer than that thread lives.

    Fonts and layouts are for one thread. What is left of an ended one crashes the next, and that
    may well have its number.
    """
    own = threading.local()

    @functools.wraps(make)
    def kept(*key: P.args, **named: P.kwargs) -> T:
        try:
            made: T = own.made(*key, **named)
        except AttributeError:
            own.made = functools.lru_cache(maxsize=_KEPT)(make)
            made = own.made(*key, **named)
        return made

    return kept


@kept_by_thread
def font(points: float, weight: int = 400) -> QFont:
    """Return the window's font in a size for paper. Do not change it: it is kept."""
    return letters(round(points * POINT), weight)


@functools.cache
def _tokens() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
    light: dict[str, Any] = table["light"]
    return light
