"""The menus of following up: own tags to put on and take off, moments to be reminded at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from olark_inbox.store.rows import OwnTag, Row
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.controls import dress_menu
from olark_inbox.ui.kit.paint import paint_dot
from olark_inbox.ui.kit.reminder_times import offers, told_when
from olark_inbox.ui.kit.words import translate

_ICON = 16


def tag_menu(
    parent: QWidget,
    tags: Sequence[OwnTag],
    rows: Sequence[Row],
    toggle: Callable[[OwnTag, bool], None],
    new: Callable[[], None],
) -> QMenu:
    """Return the menu of own tags; those that all rows carry are ticked."""
    menu = _menu(parent)
    for tag in tags:
        on_all = bool(rows) and all(tag.name in row.own_tags for row in rows)
        name = tag.name.replace("&", "&&")
        color = theme.current().tag_dots[tag.colour % 8]
        action = menu.addAction(tick_icon(color) if on_all else dot_icon(color), name)
        action.setCheckable(True)
        action.setChecked(on_all)
        action.triggered.connect(lambda _on=False, t=tag, put=not on_all: toggle(t, put))
    if tags:
        menu.addSeparator()
    menu.addAction(theme.icon("plus"), translate("FollowMenus", "New tag"), new)
    return menu


def remind_menu(
    parent: QWidget,
    now_ms: int,
    at: Callable[[int], None],
    day: Callable[[], None],
    clear: Callable[[], None] | None,
) -> QMenu:
    """Return the menu of moments; `clear` where there is a reminder to be taken away."""
    menu = _menu(parent)
    for offer in offers(now_ms):
        action = menu.addAction(offer.words)
        action.setToolTip(times.full_time(offer.at_ms))
        action.triggered.connect(lambda _on=False, ms=offer.at_ms: at(ms))
    menu.addAction(translate("FollowMenus", "On a day"), day)
    for action in menu.actions():
        action.setToolTip(f"{action.toolTip()}\n{told_when()}")
    if clear is not None:
        menu.addSeparator()
        menu.addAction(translate("FollowMenus", "No reminder"), clear)
    return menu


def own_tag_menu(
    parent: QWidget,
    tag: OwnTag,
    rename: Callable[[], None],
    colour: Callable[[int], None],
    delete: Callable[[], None],
) -> QMenu:
    """Return what can be done with a tag of the owner's."""
    menu = _menu(parent)
    menu.addAction(translate("FollowMenus", "Rename"), rename)
    colours = menu.addMenu(translate("FollowMenus", "Colour"))
    _add_colours(dress_menu(colours), tag.colour, colour)
    menu.addAction(translate("FollowMenus", "Delete the tag"), delete)
    return menu


def colour_menu(parent: QWidget, chosen: int | None, colour: Callable[[int], None]) -> QMenu:
    """Return the menu of the colours a tag can have."""
    menu = _menu(parent)
    _add_colours(menu, chosen, colour)
    return menu


def _add_colours(menu: QMenu, chosen: int | None, colour: Callable[[int], None]) -> None:
    names = (
        translate("FollowMenus", "Amber"), translate("FollowMenus", "Orange"),
        translate("FollowMenus", "Blue"), translate("FollowMenus", "Teal"),
        translate("FollowMenus", "Green"), translate("FollowMenus", "Violet"),
        translate("FollowMenus", "Pink"), translate("FollowMenus", "Grey"),
    )  # fmt: skip
    for number, (name, color) in enumerate(zip(names, theme.current().tag_dots, strict=True)):
        icon = tick_icon(color) if number == chosen else dot_icon(color)
        action = menu.addAction(icon, name)
        action.setCheckable(True)
        action.setChecked(number == chosen)
        action.triggered.connect(lambda _on=False, n=number: colour(n))


def saved_menu(parent: QWidget, offers: Sequence[tuple[str, Callable[[], None]]]) -> QMenu:
    """Return what can be done with a saved search."""
    menu = _menu(parent)
    for text, do in offers:
        menu.addAction(text, do)
    return menu


def dot_icon(color: QColor) -> QIcon:
    """Return a tag's dot as an icon."""
    size = theme.px(_ICON)
    picture = QPixmap(QSize(size, size) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    paint_dot(painter, QPointF(size / 2, size / 2), theme.px(8), color)
    painter.end()
    return QIcon(picture)


def tick_icon(color: QColor) -> QIcon:
    """Return the dot of a tag that is on: Qt shows an icon or a tick, never both."""
    size = theme.px(_ICON)
    return QIcon(theme.pixmap("check", color, size, 2.0))


def _menu(parent: QWidget) -> QMenu:
    menu = dress_menu(QMenu(parent))
    menu.setToolTipsVisible(True)
    return menu
