"""Ways along a list: by arrival, longest waiting, lowest rating, name.

By arrival a view has an index of its own. In another order a view of many rows walks the index of
that order and skips what is not in the view; one of few rows sorts them. Either way a page costs
the same however many conversations there are.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from olark_inbox.olark.model import Kind
from olark_inbox.store import fetch
from olark_inbox.store.columns import sort_name, sort_rating
from olark_inbox.store.rows import Order, Query, Row, View
from olark_inbox.store.views import Slice, condition_on_conversation, slice_of

SORTED = 5_000
"""So many rows are sorted rather than looked for along an index."""
ALWAYS_FEW = (View.LIVE, View.MISSING)

Place = tuple[Any, int]
"""Where a row stands in a list: its key, None where the list has none, and its arrival."""


@dataclass(frozen=True, slots=True)
class _Sort:
    newest: bool
    """Among equal keys the newest first; without a key, of all."""
    index: str = ""
    key: str = ""
    falling: bool = False
    """The greatest key first."""
    of: Callable[[Row], Any] = lambda _row: None

    @property
    def further(self) -> str:
        return "<" if self.falling else ">"

    @property
    def nearer(self) -> str:
        return ">" if self.falling else "<"

    @property
    def later(self) -> str:
        return "<" if self.newest else ">"

    @property
    def sooner(self) -> str:
        return ">" if self.newest else "<"


_SORTS = {
    Order.NEWEST: _Sort(newest=True),
    Order.OLDEST: _Sort(newest=False),
    Order.WAITING: _Sort(
        newest=False,
        index="order_waiting",
        key="conversation.waiting",
        falling=True,
        of=lambda row: int(row.unanswered or row.kind is Kind.OFFLINE),
    ),
    Order.RATING: _Sort(
        newest=True,
        index="order_rating",
        key="conversation.sort_rating",
        of=lambda row: sort_rating(row.rating),
    ),
    Order.NAME: _Sort(
        newest=True,
        index="order_name",
        key="conversation.sort_name",
        of=lambda row: sort_name(row.name),
    ),
}


class Way:
    """How to go along a list of `total` rows, from any place of it."""

    def __init__(self, query: Query, now_ms: int, total: int) -> None:
        self.view = source(query, now_ms, total)
        self._sort = _SORTS[query.order]
        self.key = self._sort.key
        """The column that sorts before arrival does, "" where none does."""

    def place(self, row: Row) -> Place:
        """Return where a row stands."""
        return self._sort.of(row), row.arrival

    def rank(self, place: Place) -> tuple[Any, int]:
        """Return what puts places into the order of the list."""
        key, arrival = place
        return -key if self._sort.falling else key or 0, -arrival if self._sort.newest else arrival

    def walk(
        self,
        connection: apsw.Connection,
        columns: str,
        span: tuple[int, int],
        behind: Place | None = None,
    ) -> list[fetch.Values]:
        """Return columns of `span[1]` rows, after `span[0]` were passed over."""
        offset, limit = span
        found: list[fetch.Values] = []
        for which, values in self._stretches(behind, None):
            sql = (
                f"select {columns} from {self.view.source} where {which}"  # noqa: S608 - our own words
                f" order by {self.view.order} limit :limit offset :offset"
            )
            here = fetch.every(connection, sql, values | {"limit": limit, "offset": offset})
            found += here
            limit -= len(here)
            if limit <= 0:
                break
            offset = offset - self._count(connection, which, values) if offset and not here else 0
        return found

    def ids(
        self, connection: apsw.Connection, span: tuple[int, int], behind: Place | None = None
    ) -> list[int]:
        """Return the conversations of a piece of the list."""
        return [one for (one,) in self.walk(connection, self.view.id, span, behind)]

    def count(self, connection: apsw.Connection, behind: Place | None, upto: Place) -> int:
        """Return how many rows stand behind one place, up to and with another."""
        stretches = self._stretches(behind, upto)
        return sum(self._count(connection, which, values) for which, values in stretches)

    def _count(self, connection: apsw.Connection, which: str, values: dict[str, Any]) -> int:
        sql = f"select count(*) from {self.view.source} where {which}"  # noqa: S608 - our own words
        return int(fetch.one(connection, sql, values)[0])

    def _stretches(
        self, behind: Place | None, upto: Place | None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give the conditions that the rows between two places fulfil, one stretch after another.

        Each is a range of an index: the rest of those with the first key, then all in between, then
        those with the last key.
        """
        condition, parameters = self.view.condition, dict(self.view.parameters)
        if behind is not None:
            parameters |= {"key": behind[0], "at": behind[1]}
        if upto is not None:
            parameters |= {"last_key": upto[0], "last_at": upto[1]}
        for parts in self._parts(behind, upto):
            yield " and ".join((condition, *parts)), parameters

    def _parts(self, behind: Place | None, upto: Place | None) -> Iterator[Sequence[str]]:
        key, at, sort = self.key, self.view.arrival, self._sort
        after = [f"{at} {sort.later} :at"] if behind is not None else []
        until = [f"{at} {sort.sooner}= :last_at"] if upto is not None else []
        if not key:
            yield [*after, *until]
        elif behind is not None and upto is not None and behind[0] == upto[0]:
            yield [f"{key} = :key", *after, *until]
        else:
            if behind is not None:
                yield [f"{key} = :key", *after]
            further = [f"{key} {sort.further} :key"] if behind is not None else []
            nearer = [f"{key} {sort.nearer} :last_key"] if upto is not None else []
            yield [*further, *nearer]
            if upto is not None:
                yield [f"{key} = :last_key", *until]


def source(query: Query, now_ms: int, total: int) -> Slice:
    """Return the SQL of a view in the order `query` names, by the way that costs less."""
    view, index = slice_of(query, now_ms), _SORTS[query.order].index
    if index and total > SORTED and query.view not in ALWAYS_FEW:
        condition, parameters = condition_on_conversation(query, now_ms)
        return Slice(
            f"conversation indexed by {index}",
            condition,
            parameters,
            view.order.replace("labelled.arrival", "conversation.arrival"),
            "conversation.arrival",
            "conversation.id",
        )
    return view
