"""Helping to search: chips, completion, filters by mouse, and searches that are kept."""

import asyncio
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.store.grammar import FILTERS, as_value, complete
from olark_inbox.store.language import spoken
from olark_inbox.store.saved import Names, SavedSearch
from olark_inbox.store.search import Chip, plan
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.frame import follow_menus
from olark_inbox.ui.kit import ask, search_words, words
from olark_inbox.ui.kit.controls import dress_menu
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.search.search_offers import Offer, SearchOffers, about, fixed, offers

_COUNT_MS = 3_000
"""Saved searches are counted anew this long after something changed, not at every change."""


class Searching(QObject):
    """Joins the search field, its head and the sidebar with the store."""

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        super().__init__()
        search_words.begin()
        self._desk, self._inbox = desk, inbox
        self._names = Names()
        self._searches: tuple[SavedSearch, ...] = ()
        self._menu: QMenu | None = None
        self._field = desk.window.list.search
        self.offers = SearchOffers(self._field)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_COUNT_MS)
        self._wire()

    def _wire(self) -> None:
        window, column = self._desk.window, self._desk.window.list
        self._field.changed.connect(self._on_typed)
        self._field.line.cursorPositionChanged.connect(lambda *_: self._offer())
        self._field.helper = self.offers.key
        self._field.begun.connect(self._read_names)
        self._field.over.connect(self.offers.hide)
        self._field.filter_button.clicked.connect(self.show_filters)
        self.offers.taken.connect(self._take)
        column.chips.removed.connect(self._remove)
        column.save_search.clicked.connect(self.save)
        saved = window.sidebar.saved
        saved.chosen.connect(lambda search: self.search_for(search.words))
        saved.ordered.connect(self._order)
        saved.menu_wanted.connect(self._on_saved_menu)
        window.menus.connect({"save_search": self.save})
        window.menus.enable(("save_search",), on=False)
        self._desk.flow.changed.connect(lambda _: self._on_changed())
        self._later.timeout.connect(self._count)

    def start(self) -> None:
        """Show the saved searches."""
        self._desk.flow.start_task(self._read(), "saved searches")
        self._count()

    def stop(self) -> None:
        """Count no more, and read nothing where the field is the last to have the keyboard."""
        self._later.stop()
        self._field.begun.disconnect(self._read_names)
        self.offers.hide()

    # What is typed

    def search_for(self, typed: str) -> None:
        """Put words into the field and search for them."""
        self._field.line.setText(typed)
        self.offers.hide()

    def _on_typed(self, text: str) -> None:
        clock = self._desk.flow.clock()
        chips = plan(text, clock).chips if text.strip() else ()
        self._desk.window.list.chips.show_chips(chips)
        self._desk.window.sidebar.saved.show_chosen(text.strip())
        kept = any(one.words == text.strip() for one in self._searches)
        offered = bool(text.strip()) and not kept
        self._desk.window.list.save_search.setVisible(offered)
        self._desk.window.menus.enable(("save_search",), on=offered)
        self._offer()

    def _offer(self) -> None:
        line = self._field.line
        if not line.hasFocus() or line.hasSelectedText():
            self.offers.hide()
            return
        self.offers.show_offers(offers(complete(line.text(), line.cursorPosition()), self._names))

    def _take(self, offer: Offer) -> None:
        """Put a suggestion in the place of what was begun."""
        line = self._field.line
        begun = complete(line.text(), line.cursorPosition())
        if begun is None:
            return
        text = line.text()
        before, after = text[: begun.named], text[begun.end :].lstrip()
        line.setText(before + offer.value + after)
        line.setCursorPosition(len(before + offer.value))
        line.setFocus()

    def _remove(self, chip: Chip) -> None:
        text = self._field.line.text()
        rest = f"{text[: chip.start].rstrip()} {text[chip.end :].lstrip()}".strip()
        self._field.line.setText(rest)

    def _read_names(self) -> None:
        self._desk.flow.start_task(self._named(), "names")

    async def _named(self) -> None:
        try:
            self._names = await asyncio.wrap_future(self._inbox.searches.names())
        except StoreError:
            return  # the flow says so; there are fewer suggestions
        self._offer()

    # Filters by mouse

    def show_filters(self) -> None:
        """Open the menu of everything a search can be narrowed down by."""
        self._desk.flow.start_task(self._show_filters(), "filters")

    async def _show_filters(self) -> None:
        await self._named()
        menu = dress_menu(QMenu(self._desk.window))
        known = {
            "agent": self._names.agents, "group": self._names.groups, "tag": self._names.tags,
        }  # fmt: skip
        for name in FILTERS:
            values = known[name] if name in known else fixed(name)
            if not values and name in known:
                continue
            said = spoken().said_filter(name)
            if not values:
                menu.addAction(f"{said}:  {about(name)}", partial(self._add, f"{said}:"))
                continue
            inner = dress_menu(menu.addMenu(f"{said}:  {about(name)}"))
            for value in values[:30]:
                text = value.replace("&", "&&")
                inner.addAction(text, partial(self._add, f"{said}:{as_value(value)} "))
        self._pop(menu, self._field.mapToGlobal(QPoint(0, self._field.height() + 4)))

    def _add(self, text: str) -> None:
        line = self._field.line
        typed = line.text().rstrip()
        line.setText(f"{typed} {text}" if typed else text)
        line.setFocus()
        line.setCursorPosition(len(line.text()))
        self._offer()

    # Kept searches

    def save(self) -> None:
        """Ask for a name and keep the search."""
        typed = self._field.words().strip()
        if not typed:
            return
        dialog = ask.AskName(
            self._desk.window, translate("Searching", "Save this search"),
            translate("Searching", "Save"), words.shortened(typed, 60),
        )  # fmt: skip
        dialog.answered.connect(
            lambda name: self._desk.flow.start_task(self._saved(name, typed), "save a search")
        )
        dialog.open()

    async def _saved(self, name: str, typed: str) -> None:
        try:
            await asyncio.wrap_future(self._inbox.searches.save(name, typed))
        except ValueError:
            return  # there is no letter in the name
        await self._read()
        self._count()
        said = translate("Searching", "Search saved: {0}").format(words.shortened(name, 40))
        self._desk.window.toast.say(said, icon="bookmark")

    def _on_saved_menu(self, search: SavedSearch, at: QPoint) -> None:
        places = [one.id for one in self._searches]
        place = places.index(search.id) if search.id in places else 0
        what: list[tuple[str, Callable[[], None]]] = [
            (translate("Searching", "Rename"), partial(self._rename, search)),
        ]
        if place > 0:
            what.append((translate("Searching", "Move up"), partial(self._move, place, -1)))
        if place < len(places) - 1:
            what.append((translate("Searching", "Move down"), partial(self._move, place, 1)))
        what.append((translate("Searching", "Delete"), partial(self._delete, search)))
        self._pop(follow_menus.saved_menu(self._desk.window, what), at)

    def _rename(self, search: SavedSearch) -> None:
        dialog = ask.AskName(
            self._desk.window, translate("Searching", "Rename the search"),
            translate("Searching", "Rename"), search.name,
        )  # fmt: skip
        said = translate("Searching", "The search has another name")
        dialog.answered.connect(
            lambda name: self._desk.flow.do(self._inbox.searches.rename(search.id, name), said)
        )
        dialog.open()

    def _move(self, place: int, by: int) -> None:
        ids = [one.id for one in self._searches]
        ids.insert(place + by, ids.pop(place))
        self._order(ids)

    def _order(self, ids: list[int]) -> None:
        said = translate("Searching", "The searches stand in another order")
        self._desk.flow.do(self._inbox.searches.order(ids), said)

    def _delete(self, search: SavedSearch) -> None:
        said = translate("Searching", "Search deleted: {0}").format(
            words.shortened(search.name, 40)
        )
        self._desk.flow.do(self._inbox.searches.delete(search.id), said)

    def _on_changed(self) -> None:
        self._desk.flow.start_task(self._read(), "saved searches")
        if self._searches and not self._later.isActive():
            self._later.start()

    async def _read(self) -> None:
        try:
            self._searches = await asyncio.wrap_future(self._inbox.searches.every())
        except StoreError:
            return  # the flow says so
        self._desk.window.sidebar.show_saved(self._searches)
        self._desk.window.list.save_search.setVisible(self._is_new())
        self._desk.window.menus.enable(("save_search",), on=self._is_new())

    def _is_new(self) -> bool:
        typed = self._field.words().strip()
        return bool(typed) and all(one.words != typed for one in self._searches)

    def _count(self) -> None:
        self._desk.flow.start_task(self._counted(), "count the searches")

    async def _counted(self) -> None:
        try:
            counts = await asyncio.wrap_future(self._inbox.searches.counts())
        except StoreError:
            return  # counted again at the next change
        self._desk.window.sidebar.saved.show_counts(counts)

    def _pop(self, menu: QMenu, at: QPoint) -> None:
        self._menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
