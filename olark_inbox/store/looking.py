"""What can be asked of the data, by whoever shows it: nothing here changes anything."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from olark_inbox.base.clock import Clock
from olark_inbox.base.piecemeal import late_modules
from olark_inbox.base.said import said
from olark_inbox.store.errors import StoreUnavailable
from olark_inbox.store.readers import NewestReader, Number, Reader
from olark_inbox.store.rows import (
    Brief,
    Changes,
    Counts,
    Found,
    Opened,
    Order,
    Query,
    Row,
    Soundness,
)

if TYPE_CHECKING:
    from olark_inbox.store import changes, check, hits, listing, views
else:
    # Receiving needs none of these.
    globals().update(
        late_modules("olark_inbox.store", "changes", "check", "hits", "listing", "views")
    )

RowOrBrief = TypeVar("RowOrBrief", Row, Brief)


class Looking:
    """Owns the threads that read. Every method returns at once; see `Inbox`."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path, self._clock = path, clock
        self._list = Reader(path, "store-list")
        self._search = NewestReader(path, "store-search")
        self._number = Number(path)
        self._lock = threading.Lock()
        self._besides: dict[str, Reader] = {}
        self._closed = False

    def close(self) -> None:
        """End every thread that reads."""
        with self._lock:
            self._closed = True
        for reader in (self._list, self._search, *self._besides.values()):
            reader.close()
        self._number.close()

    def number(self) -> int:
        """Return the newest change number, other processes' included; takes microseconds."""
        return self._number.read()

    def changes_since(self, number: int, most: int | None = None) -> "Future[Changes]":
        """Say what changed after `number`; more than `most` changes are not told one by one."""
        return self._list.call(lambda connection: changes.since(connection, number, most))

    def find(
        self, query: Query, offset: int = 0, limit: int = 50, *, after: Row | None = None
    ) -> "Future[Found]":
        """Return rows of a list. A search that a newer one overtakes raises Superseded."""
        now, span = self._clock(), (offset, limit)
        if query.words.strip():
            return self._search.call(lambda c: hits.find(c, query, now, span, after))
        return self._list.call(lambda c: listing.find(c, query, now, span, after))

    def survey(self, query: Query) -> "Future[bool]":
        """Get to know a little more of a long list, for quick jumps in it; False: all is known."""
        now = self._clock()
        return self._list.call(lambda c: listing.survey(c, query, now))

    def total(self, query: Query) -> "Future[int]":
        """Count all there is, where `find` said its total is not exact."""
        now = self._clock()
        if query.words.strip():
            return self._search.call(lambda c: hits.total(c, query, now))
        return self._list.call(lambda c: listing.total(c, query, now))

    def position(self, query: Query, conversation: int) -> "Future[int | None]":
        """Return how many rows stand above a conversation; None where it is not in the list."""
        now = self._clock()
        read = hits.position if query.words.strip() else listing.position
        return self._list.call(lambda c: read(c, query, now, conversation))

    def row(self, conversation: int) -> "Future[Row | None]":
        """Return one conversation as the list shows it."""
        return self._list.call(lambda c: listing.row(c, conversation))

    def by_key(self, key: str) -> "Future[Row | None]":
        """Return the conversation of Olark's id."""
        return self._list.call(lambda c: listing.row_of_key(c, key))

    def opened(self, conversation: int, words: str = "") -> "Future[Opened | None]":
        """Return all there is about one conversation; with words, where they stand in it."""
        now = self._clock()
        return self._list.call(lambda c: hits.opened(c, conversation, words, now))

    def counts(self) -> "Future[Counts]":
        """Return the figures of the sidebar."""
        now = self._clock()
        return self._list.call(lambda c: views.counts(c, now))

    def rows_of(self, query: Query) -> Iterator[Row]:
        """Yield every row of a list, newest or oldest first, in short reads that wait here."""
        return self._each(query, listing.rows)

    def briefs_of(self, query: Query) -> Iterator[Brief]:
        """Yield the same rows in brief."""
        return self._each(query, listing.briefs)

    def _each(self, query: Query, made: "listing.Made[RowOrBrief]") -> "Iterator[RowOrBrief]":
        now, after = self._clock(), None
        if query.order is not Order.OLDEST:
            query = replace(query, order=Order.NEWEST)
        page = hits.page if query.words.strip() else listing.page
        read = partial(page, query=query, now_ms=now, made=made)
        while rows := self._list.call(partial(read, after=after)).result():
            yield from rows
            after = rows[-1].arrival

    def check(self) -> "Future[Soundness]":
        """Look whether the store is sound, beside everything else."""
        return self._beside("store-check").call(check.look)

    def _beside(self, name: str) -> Reader:
        """Return a reader for what takes long, started when it is first asked for."""
        with self._lock:
            if self._closed:
                raise StoreUnavailable(said("The program is ending."))
            if name not in self._besides:
                self._besides[name] = Reader(self._path, name)
            return self._besides[name]
