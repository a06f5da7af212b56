"""Colours, type and icons: the only place that knows the token table."""

import functools
import json
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from olark_inbox.base.resources import resource

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True)
class Theme:
    """One set of colours. `theme["t1"]` is a QColor; avatars and tag dots are lists."""

    name: ThemeName
    colors: dict[str, QColor]
    avatars: tuple[tuple[QColor, QColor], ...]
    tag_dots: tuple[QColor, ...]

    def __getitem__(self, token: str) -> QColor:
        return self.colors[token]


@functools.cache
def tokens() -> dict[str, Any]:
    """Return the token table as it stands in resources/theme/tokens.json."""
    table: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
    return table


@functools.cache
def theme(name: ThemeName) -> Theme:
    """Return the colours of one theme, built once."""
    table = tokens()[name]
    colors = {}
    for token, value in table.items():
        if isinstance(value, str):
            colors[token] = QColor(value)
        elif token in ("scrim", "shadow"):
            colors[token] = QColor(*value)
    avatars = tuple((QColor(back), QColor(front)) for back, front in table["avatars"])
    return Theme(name, colors, avatars, tuple(QColor(dot) for dot in table["tag_dots"]))


_current: list[ThemeName] = ["light"]


def current() -> Theme:
    """Return the theme in use; widgets ask when they paint and keep nothing across a change."""
    return theme(_current[0])
