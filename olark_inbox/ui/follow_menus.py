"""The menus of following up: own tags to put on and take off, moments to be reminded at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from olark_inbox.store.rows import OwnTag, Row
from olark_inbox.ui import theme, times
from olark_inbox.ui.controls import dress_menu
from olark_inbox.ui.paint import paint_dot
from olark_inbox.ui.reminder_times import offers
from olark_inbox.ui.words import translate

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
        action = menu.addAction(dot_icon(theme.current().tag_dots[tag.colour % 8]), name)
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
    colours = dress_menu(menu.addMenu(translate("FollowMenus", "Colour")))
    for number, color in enumerate(theme.current().tag_dots):
        text = translate("FollowMenus", "Colour %Ln", "", number + 1)
        action = colours.addAction(dot_icon(color), text)
        action.setCheckable(True)
        action.setChecked(number == tag.colour)
        action.triggered.connect(lambda _on=False, n=number: colour(n))
    menu.addAction(translate("FollowMenus", "Delete the tag"), delete)
    return menu


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


def _menu(parent: QWidget) -> QMenu:
    menu = dress_menu(QMenu(parent))
    menu.setToolTipsVisible(True)
    return menu
