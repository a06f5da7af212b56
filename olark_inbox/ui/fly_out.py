"""What a column of icons has no room for: saved searches, tags and groups, behind one button."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from olark_inbox.store.rows import Counts, View
from olark_inbox.store.saved import SavedSearch
from olark_inbox.ui import theme, words
from olark_inbox.ui.controls import dress_menu, tag_color
from olark_inbox.ui.follow_menus import dot_icon
from olark_inbox.ui.place_button import Place, PlaceButton
from olark_inbox.ui.words import translate


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


def _sections(counts: Counts) -> tuple[list[tuple[Place, int]], ...]:
    return (
        [(Place(View.OWN, own.name), own.total) for own in counts.own_tags],
        [(Place(View.TAG, name), total) for name, total in counts.tags],
        [(Place(View.GROUP, name), total) for name, total in counts.groups],
    )


def _safe(name: str) -> str:
    """Return a name in which & is a letter and no key."""
    return words.shortened(words.plain(name), 40).replace("&", "&&")
