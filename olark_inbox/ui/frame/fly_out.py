"""What a column of icons has no room for: saved searches, tags and groups, behind one button."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from olark_inbox.store.rows import Counts, View
from olark_inbox.store.saved import SavedSearch
from olark_inbox.ui.frame.follow_menus import dot_icon
from olark_inbox.ui.frame.place_button import Place, PlaceButton
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.controls import dress_menu, tag_color
from olark_inbox.ui.kit.words import translate


class FlyOut(PlaceButton):
    """Opens a menu of everything that has a name of the shop's own."""

    def __init__(self) -> None:
        super().__init__(Place(View.TAG), "bookmark", below=False)
        self.setText(translate("Sidebar", "Saved searches, tags and groups"))
        self.set_figure(0)
        self.narrow = True

    def pop(
        self,
        searches: Sequence[SavedSearch],
        counts: Counts,
        search: Callable[[SavedSearch], None],
        go: Callable[[Place], None],
    ) -> QMenu:
        """Show the menu beside the button; what is chosen there goes to `search` or `go`."""
        menu = dress_menu(QMenu(self))
        menu.aboutToHide.connect(menu.deleteLater)
        for one in searches:
            menu.addAction(theme.icon("bookmark"), _safe(one.name), partial(search, one))
        for places in _sections(counts):
            menu.addSeparator()
            for place, total in places:
                dot = dot_icon(tag_color(place.label))
                icon = theme.icon("users") if place.view is View.GROUP else dot
                text = f"{_safe(place.label)}\t{words.number(total)}"
                menu.addAction(icon, text, partial(go, place))
        right = self.mapToGlobal(QPoint(self.width(), 0))
        left = self.mapToGlobal(QPoint(0, 0)) - QPoint(menu.sizeHint().width(), 0)
        menu.popup(left if self.isRightToLeft() else right)
        return menu


def _sections(counts: Counts) -> Iterator[list[tuple[Place, int]]]:
    for _view, places in groupby(labels_of(counts), key=lambda one: one[0].view):
        yield list(places)


def labels_of(counts: Counts) -> Iterator[tuple[Place, int]]:
    """Return where tags and groups lead to, with their figures."""
    yield from ((Place(View.OWN, own.name), own.total) for own in counts.own_tags)
    yield from ((Place(View.TAG, name), total) for name, total in counts.tags)
    yield from ((Place(View.GROUP, name), total) for name, total in counts.groups)


def names_of(counts: Counts) -> tuple[object, ...]:
    """Return what decides which rows there are; rows are made anew only where it changes."""
    own = tuple((one.id, one.name, one.colour) for one in counts.own_tags)
    tags, groups = (tuple(name for name, _ in some) for some in (counts.tags, counts.groups))
    return own, tags, groups


def _safe(name: str) -> str:
    """Return a name in which & is a letter and no key."""
    return words.shortened(words.plain(name), 40).replace("&", "&&")
