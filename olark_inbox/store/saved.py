"""Searches the owner saved: a name, the words, and their place in the sidebar."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import NamedTuple

import apsw

from olark_inbox.base.clock import Clock
from olark_inbox.store import fetch, hits
from olark_inbox.store.batch import Batch
from olark_inbox.store.readers import Reader
from olark_inbox.store.rows import Query, View
from olark_inbox.store.search import LONGEST as LONGEST_WORDS
from olark_inbox.store.undoing import Undo
from olark_inbox.store.writer import Writer

LONGEST_NAME = 80


class SavedSearch(NamedTuple):
    """One of them."""

    id: int
    name: str
    words: str


def every(connection: apsw.Connection) -> tuple[SavedSearch, ...]:
    """Return them as the owner ordered them."""
    sql = "select id, name, words from saved_search order by position, id"
    return tuple(SavedSearch(*one) for one in fetch.every(connection, sql))


def save(batch: Batch, name: str, words: str) -> int:
    """Keep a search at the end and return its id."""
    values = (_clean(name, LONGEST_NAME), _clean(words, LONGEST_WORDS))
    if not all(values):
        raise ValueError("A saved search needs a name and words.")
    batch.execute(
        "insert into saved_search (name, words, position)"
        " values (?, ?, (select coalesce(max(position), 0) + 1 from saved_search))",
        values,
    )
    made = batch.connection.last_insert_rowid()
    _tell(batch)
    return made


def rename(batch: Batch, search: int, name: str) -> Undo:
    """Call a saved search otherwise."""
    (old,) = fetch.one(batch.connection, "select name from saved_search where id = ?", (search,))
    name = _clean(name, LONGEST_NAME)
    if not name:
        raise ValueError("A saved search needs a name.")
    _rename(batch, (search, name))
    return Undo(((_rename, (search, old)),))


def order(batch: Batch, searches: Sequence[int]) -> Undo:
    """Put saved searches in this order; those not named follow as they were."""
    old = tuple(one.id for one in every(batch.connection))
    _order(batch, (*searches, *(one for one in old if one not in searches)))
    return Undo(((_order, old),))


def delete(batch: Batch, search: int) -> Undo:
    """Take a saved search away."""
    found = fetch.first(
        batch.connection,
        "delete from saved_search where id = ? returning id, name, words, position",
        (search,),
    )
    _tell(batch)
    return Undo(((_bring_back, found),)) if found else Undo()


def _rename(batch: Batch, what: tuple[int, str]) -> None:
    search, name = what
    batch.execute("update saved_search set name = ? where id = ?", (name, search))
    _tell(batch)


def _order(batch: Batch, searches: Sequence[int]) -> None:
    batch.connection.executemany(
        "update saved_search set position = ? where id = ?",
        [(at, search) for at, search in enumerate(searches, 1)],
    )
    _tell(batch)


def _bring_back(batch: Batch, values: tuple[int, str, str, int]) -> None:
    batch.execute("insert or ignore into saved_search values (?, ?, ?, ?)", values)
    _tell(batch)


def _clean(text: str, longest: int) -> str:
    plain = " ".join(text.replace("\0", "").split())
    return plain[:longest].encode("utf-8", "replace").decode()


def _tell(batch: Batch) -> None:
    batch.changed(None, "searches", None)


class Names(NamedTuple):
    """What filters can be completed with: all names there are."""

    agents: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """Olark's and the owner's."""


def names(connection: apsw.Connection) -> Names:
    """Return the names of agents, groups and tags, those used most first."""
    found: dict[str, list[str]] = {"agent": [], "group": [], "tag": [], "own": []}
    sql = "select kind, name from label where kind <> 'gone' and (kept > 0 or kind = 'own')"
    for kind, name in connection.execute(f"{sql} order by total desc, name"):
        found[kind].append(name)
    tags = tuple(dict.fromkeys((*found["own"], *found["tag"])))
    return Names(tuple(found["agent"]), tuple(found["group"]), tags)


def counts(connection: apsw.Connection, now_ms: int) -> dict[int, int]:
    """Return how many each saved search finds."""
    return {
        one.id: hits.total(connection, Query(View.ALL, words=one.words), now_ms)
        for one in every(connection)
    }


class Searches:
    """The owner's saved searches. Safe from any thread; returns futures."""

    def __init__(
        self, writer: Writer, reader: Reader, counter: Callable[[], Reader], clock: Clock
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._counter = counter
        self._clock = clock

    def counts(self) -> "Future[dict[int, int]]":
        """Return how many each one finds, counted beside everything else."""
        now = self._clock()
        return self._counter().call(lambda c: counts(c, now))

    def names(self) -> "Future[Names]":
        """Return the names that filters can be completed with."""
        return self._reader.call(names)

    def every(self) -> "Future[tuple[SavedSearch, ...]]":
        """Return them as the owner ordered them."""
        return self._reader.call(every)

    def save(self, name: str, words: str) -> "Future[int]":
        """Keep a search at the end and return its id."""
        return self._writer.put(partial(save, name=name, words=words))

    def rename(self, search: int, name: str) -> "Future[Undo]":
        """Call a saved search otherwise."""
        return self._writer.put(partial(rename, search=search, name=name))

    def order(self, searches: Sequence[int]) -> "Future[Undo]":
        """Put saved searches in this order."""
        return self._writer.put(partial(order, searches=searches))

    def delete(self, search: int) -> "Future[Undo]":
        """Take a saved search away."""
        return self._writer.put(partial(delete, search=search))
