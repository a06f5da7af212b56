"""The list of conversations as Qt sees it: a window on the inbox, loaded as it is looked at."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.inbox import Inbox
from olark_inbox.store.notices import Notice
from olark_inbox.store.rows import Change, Changes, Found, Order, Query, Row
from olark_inbox.ui.list import phrases
from olark_inbox.ui.list.belonging import belongs
from olark_inbox.ui.list.loading import Loader
from olark_inbox.ui.list.places import Places

_NOWHERE = QModelIndex()
Prepare = Callable[[Sequence[Row]], Awaitable[None]]


class ConversationModel(QAbstractTableModel):
    """One column; a row that is not loaded yet has no data and is loaded when it is shown.

    Rows keep their identity: what happens in the inbox arrives as insertions, moves, removals and
    changed data, so that the selection and the place of the list survive it.
    """

    found_changed = Signal()
    """`total`, `total_exact` or `notices` changed."""
    ready = Signal()
    """The first rows of a new query are there."""

    def __init__(
        self, inbox: Inbox, parent: QObject | None = None, *, clock: Clock = now_ms
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self.query = Query()
        self.total_exact = True
        self.notices: tuple[Notice, ...] = ()
        self.number = 0
        """The change number the rows stand at."""
        self.heard = 0
        """The newest change number told of: behind it while a page is on its way."""
        self.is_ready = False
        self.owner_acts = False
        """While a row goes: it goes by what the owner did to it."""
        self.prepare: Prepare | None = None
        """Done with rows read anew before they stand at the top of the list."""
        self.places = Places()
        self._loader = Loader(inbox, self)

    # ------------------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.places.total

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        row = self.places.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        ):
            return phrases.sentence(row, self.clock())
        return None

    # ------------------------------------------------------------------------ what the view asks

    @property
    def total(self) -> int:
        """How many conversations the list has."""
        return self.places.total

    def row_at(self, index: int) -> Row | None:
        """Return the row at a place, None while it is not loaded."""
        return self.places.at(index)

    def place_of(self, conversation: int) -> int | None:
        """Return where a conversation stands, None where it is not loaded."""
        return self.places.index_of(conversation)

    def show(self, first: int, last: int) -> None:
        """Say which rows are on the screen; those missing are loaded."""
        self._loader.show(first, last)

    def set_query(self, query: Query) -> None:
        """Show another list; the old one stays until the first rows of the new one are there."""
        self.query = query
        self.is_ready = False
        self._loader.begin()

    def read_again(self) -> None:
        """Compare what is shown with the store, where time alone may have changed it."""
        if self.is_ready:
            self._loader.read_again()

    async def locate(self, conversation: int) -> int | None:
        """Return where a conversation stands, loading what is around it; None: not in the list."""
        return await self._loader.locate(conversation)

    async def ids_between(self, first: int, last: int) -> list[int]:
        """Return the conversations from one place to another, those not loaded too."""
        return await self._loader.ids_between(first, last)

    async def settle(self) -> None:
        """Wait until nothing is being loaded."""
        await self._loader.settle()

    def close(self) -> None:
        """Load nothing any more."""
        self._loader.close()

    # ------------------------------------------------------------------------ what happened

    def refresh(self, changes: Changes) -> None:
        """Take in what happened in the inbox."""
        self.heard = max(self.heard, changes.number)
        if self.is_ready and (changes.reset or changes.number > self.number):
            self.take(changes)

    def take(self, changes: Changes) -> None:
        """Change the rows as far as that is certain, and read again where it is not."""
        mine = [change for change in changes.changes if change.number > self.number]
        if changes.reset:
            self._loader.read_again()
            return
        self.number = max(self.number, changes.number)
        left = [change for change in mine if change.row is None]
        kept = [(change, change.row) for change in mine if change.row is not None]
        kept.sort(key=lambda pair: pair[1].arrival)
        certain = [self._leave(change.conversation) for change in left]
        if not all(certain + self._take_rows(kept)):
            self._loader.read_again()

    def _take_rows(self, kept: Sequence[tuple[Change, Row]]) -> list[bool]:
        """Take in rows from the oldest to the newest place; say of each whether it was certain."""
        certain: list[bool] = []
        arrived: list[Row] = []
        top = self.places.at(0)
        ceiling = top.arrival if top is not None else None
        if self.places.total and ceiling is None:
            return [not kept]
        for change, row in kept:
            inside = belongs(row, self.query)
            on_top = self.query.order is Order.NEWEST and (ceiling is None or row.arrival > ceiling)
            new = change.old_arrival is None and self.places.index_of(row.id) is None
            if inside and new and on_top:
                arrived.insert(0, row)
                certain.append(True)
            else:
                self.insert(0, arrived)  # before this one, which may move above them
                arrived = []
                certain.append(self._take_row(change, row, on_top=on_top))
        self.insert(0, arrived)
        return certain

    def _take_row(self, change: Change, row: Row, *, on_top: bool) -> bool:
        inside, place = belongs(row, self.query), self.places.index_of(row.id)
        if inside is None or place is None:
            return False
        if not inside:
            self.owner_acts = change.what == "mark"
            self.remove(place)
            self.owner_acts = False
            return True
        old = self.places.at(place)
        if old is not None and old.arrival == row.arrival:
            self.fill(place, [row])
            return self.query.order is Order.NEWEST
        if on_top:
            self.move(place, 0)
            self.fill(0, [row])
        return on_top

    def _leave(self, conversation: int) -> bool:
        place = self.places.index_of(conversation)
        if place is not None:
            self.remove(place)
        return place is not None

    # ------------------------------------------------------------------------ changing the rows

    def reset_to(self, found: Found) -> None:
        """Show the first rows of a new query."""
        self.beginResetModel()
        self.places = Places(found.total)
        for place, row in enumerate(found.rows, found.offset):
            self.places.put(place, row)
        self.endResetModel()
        self.number = found.number
        self.is_ready = True
        self._tell(found)
        self.ready.emit()

    def insert(self, place: int, rows: Sequence[Row | None]) -> None:
        """Put rows before a place, None for one that is not known."""
        if not rows:
            return
        self.beginInsertRows(_NOWHERE, place, place + len(rows) - 1)
        self.places.open_gap(place, len(rows))
        for at, row in enumerate(rows, place):
            if row is not None:
                self.places.put(at, row)
        self.endInsertRows()
        self._loader.forget_far()
        self.found_changed.emit()

    def remove(self, place: int, count: int = 1) -> None:
        """Take rows away."""
        if count <= 0:
            return
        self.beginRemoveRows(_NOWHERE, place, place + count - 1)
        self.places.remove(place, count)
        self.endRemoveRows()
        self.found_changed.emit()

    def move(self, source: int, target: int) -> None:
        """Take one row to where it then has the place `target`."""
        if source == target:
            return
        before = target if target < source else target + 1
        self.beginMoveRows(_NOWHERE, source, source, _NOWHERE, before)
        self.places.move(source, target)
        self.endMoveRows()

    def fill(self, place: int, rows: Sequence[Row]) -> None:
        """Know the rows from a place on."""
        changed = []
        for at, row in enumerate(rows, place):
            if at < self.places.total and self.places.at(at) != row:
                self.places.put(at, row)
                changed.append(at)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))

    def adopt(self, found: Found) -> None:
        """Take over the size of the list (at its end) and rows that were not loaded."""
        if found.total_exact or found.total > self.places.total:
            self._resize(found.total)
        self.fill(found.offset, found.rows)
        self._tell(found)

    def counted(self, total: int) -> None:
        """Take over the exact size of a search that was only begun to count."""
        self._resize(total)
        self.total_exact = True
        self.found_changed.emit()

    def _resize(self, total: int) -> None:
        if total > self.places.total:
            self.insert(self.places.total, [None] * (total - self.places.total))
        else:
            self.remove(total, self.places.total - total)

    def _tell(self, found: Found) -> None:
        self.total_exact, self.notices = found.total_exact, found.notices
        self.found_changed.emit()
