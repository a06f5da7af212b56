"""Colours, type and icons: the only place that knows the token table."""

import functools
import json
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication

from olark_inbox.base.resources import resource
from olark_inbox.export.letters import letters

ThemeName = Literal["light", "dark"]
Setting = Literal["system", "light", "dark"]

TEXT_SIZES = (90, 100, 110, 120, 130, 140, 150)
"""The sizes of the window the owner can choose, in per cent."""


@dataclass(frozen=True)
class Theme:
    """One set of colours. `theme["t1"]` is a QColor; avatars and tag dots are lists."""

    name: ThemeName
    colors: dict[str, QColor]
    avatars: tuple[tuple[QColor, QColor], ...]
    tag_dots: tuple[QColor, ...]
    high_contrast: bool = False

    def __getitem__(self, token: str) -> QColor:
        return self.colors[token]


@dataclass
class _State:
    """What is in use now."""

    setting: Setting = "system"
    name: ThemeName = "light"
    high_contrast: bool = False
    percent: int = 100
    watched: set[int] = field(default_factory=set)
    """The applications whose style hints are listened to (there is one but in tests)."""


_state = _State()


@functools.cache
def tokens() -> dict[str, Any]:
    """Return the token table as it stands in resources/theme/tokens.json."""
    table: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
    return table


@functools.cache
def theme(name: ThemeName, *, high_contrast: bool = False) -> Theme:
    """Return the colours of one theme, built once."""
    table = tokens()[name]
    colors = {}
    for token, value in table.items():
        if isinstance(value, str):
            colors[token] = QColor(value)
        elif token in ("scrim", "shadow"):
            colors[token] = QColor(*value)
    if high_contrast:
        colors |= {"line2": colors["t3"], "line": colors["t3"], "t2": colors["t1"]}
        colors |= {"t3": colors["t1"]}
    avatars = tuple((QColor(back), QColor(front)) for back, front in table["avatars"])
    dots = tuple(QColor(dot) for dot in table["tag_dots"])
    return Theme(name, colors, avatars, dots, high_contrast)


def current() -> Theme:
    """Return the theme in use; widgets ask when they paint and keep nothing across a change."""
    return theme(_state.name, high_contrast=_state.high_contrast)


# ------------------------------------------------------------------------------ applying a theme

_MOTION = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateCombo,
)
"""What the system may move by itself. The window stands still for everybody."""


def begin(app: QApplication, setting: Setting, percent: int) -> None:
    """Give the application its colours and sizes: all that an empty window needs. Then `apply`."""
    _state.percent = _allowed(percent)
    _color(app, setting)


def apply(app: QApplication, setting: Setting) -> None:
    """Dress the application; every widget then gets a PaletteChange, the sign to repaint.

    "system" follows the desktop, also while the window is open, and is light where the desktop
    does not say.
    """
    hints = app.styleHints()
    if id(app) not in _state.watched:
        _state.watched = {id(app)}
        app.setStyle("Fusion")
        for effect in _MOTION:
            app.setEffectEnabled(effect, enable=False)
        hints.colorSchemeChanged.connect(_on_system_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(_on_system_changed)
    app.setFont(font(13))
    _color(app, setting)
    sheet = _style_sheet(current())
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def _on_system_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply(app, _state.setting)


def _color(app: QApplication, setting: Setting) -> None:
    hints = app.styleHints()
    _state.setting = setting
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(setting)
    if wanted is None:
        hints.unsetColorScheme()
        _state.name = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    else:
        _state.name = "dark" if wanted is Qt.ColorScheme.Dark else "light"
        if hints.colorScheme() is not wanted:
            hints.setColorScheme(wanted)  # title bars and file dialogs of the system
    _state.high_contrast = _wants_contrast(hints)
    app.setPalette(palette(current()))


def _wants_contrast(hints: QStyleHints) -> bool:
    if not hasattr(hints, "accessibility"):  # Qt before 6.10 does not say
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def palette(colors: Theme) -> QPalette:
    """Return the palette that makes Qt's own widgets fit a theme."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    table = {
        role.Window: "base", role.WindowText: "t1", role.Base: "base", role.AlternateBase: "panel",
        role.Text: "t1", role.BrightText: "on_accent", role.Button: "raised",
        role.ButtonText: "t1", role.Highlight: "accent_fill", role.HighlightedText: "on_accent",
        role.PlaceholderText: "t3", role.Link: "accent", role.LinkVisited: "accent",
        role.Accent: "accent_fill", role.ToolTipBase: "raised", role.ToolTipText: "t1",
        role.Light: "raised", role.Midlight: "hover", role.Mid: "line2", role.Dark: "line2",
        role.Shadow: "line2",
    }  # fmt: skip
    result = QPalette()
    for where, token in table.items():
        result.setColor(where, colors[token])
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, where, colors["t3"])
    result.setColor(group.Disabled, role.Button, colors["chip"])
    return result


_SHEET = """
QToolTip {{ background: {raised}; color: {t1}; border: 1px solid {line2}; padding: 4px 7px; }}
QMenu {{ background: {raised}; color: {t1}; border: 1px solid {line2}; border-radius: 10px;
  padding: 6px; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {sel}; color: {t1}; }}
QMenu::item:disabled {{ color: {t3}; background: transparent; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {t3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def _style_sheet(colors: Theme) -> str:
    """Return the little that a palette cannot say; everything else is painted by our widgets."""
    names = {token: color.name() for token, color in colors.colors.items()}
    return _SHEET.format_map(names)


# ------------------------------------------------------------------------------------------ type


def text_size() -> int:
    """Return the size of the window's text in per cent."""
    return _state.percent


def set_text_size(app: QApplication, percent: int) -> None:
    """Scale the whole window; every widget gets a FontChange, the sign to lay out again."""
    _state.percent = _allowed(percent)
    app.setFont(font(13))


def _allowed(percent: int) -> int:
    return max(TEXT_SIZES[0], min(TEXT_SIZES[-1], percent))


def px(length: int) -> int:
    """Return a length of the design (at 100 %) at the text size in use."""
    return round(length * _state.percent / 100)


def font(size: int, weight: int = 400, *, tabular: bool = False, italic: bool = False) -> QFont:
    """Return Inter in a size of the design; digits of one width where `tabular`.

    The font is a cached one: copy it before changing it.
    """
    return _font(px(size), weight, tabular, italic)


@functools.lru_cache(maxsize=256)
def _font(pixels: int, weight: int, tabular: bool, italic: bool) -> QFont:  # noqa: FBT001 - a key
    result = letters(pixels, weight)
    result.setItalic(italic)
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


# ----------------------------------------------------------------------------------------- icons


_STROKE = 1.75
_SMALL = 14
"""Below this many pixels an icon needs a stronger stroke to stay readable."""


@functools.lru_cache(maxsize=512)
def _drawn(name: str, color: str, size: int, dpr: float, filled: bool) -> QPixmap:  # noqa: FBT001 - a key
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - no icon before the window shows

    svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", color)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE if size >= _SMALL else 2.25}"')
    if filled:
        svg = svg.replace('fill="none"', f'fill="{color}"')
    pixels = round(size * dpr)
    result = QPixmap(pixels, pixels)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    result.setDevicePixelRatio(dpr)
    return result


def pixmap(name: str, color: QColor, size: int, dpr: float, *, filled: bool = False) -> QPixmap:
    """Return an icon in one colour, `size` logical pixels wide, cached."""
    return _drawn(name, color.name(), size, dpr, filled)


def icon(name: str, shade: str = "t2", *, filled: bool = False) -> QIcon:
    """Return an icon for Qt's own widgets (menus); ask again after a PaletteChange."""
    result = QIcon()
    for dpr in (1.0, 1.5, 2.0, 3.0):
        for mode, color in ((QIcon.Mode.Normal, shade), (QIcon.Mode.Disabled, "line2")):
            result.addPixmap(pixmap(name, current()[color], 16, dpr, filled=filled), mode)
    return result
