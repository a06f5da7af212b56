"""Lists in another order than that of arrival: longest waiting, lowest rating, name.

A view of many rows walks the index of its order and skips what is not in the view; one of few
rows sorts them. Either way a page costs the same however many conversations there are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import apsw

from olark_inbox.olark.model import Kind
from olark_inbox.store import fetch
from olark_inbox.store.folding import fold_name
from olark_inbox.store.rows import Order, Query, Row, View
from olark_inbox.store.views import Slice, condition_on_conversation, slice_of

SORTED = 5_000
"""So many rows are sorted rather than looked for along an index."""
NO_RATING = 9
"""Where what has no rating is sorted."""
_ALWAYS_FEW = (View.LIVE, View.MISSING)


def sort_name(name: str) -> str:
    """Return a name as lists sort it: without case and accents."""
    return fold_name(name)[:100]


def sort_rating(rating: int | None) -> int:
    """Return a rating as lists sort it: the lowest first, what has none last."""
    return NO_RATING if rating is None else rating


@dataclass(frozen=True, slots=True)
class Part:
    """Which piece of a list of `total` rows: behind the row `after`, or from `offset` on."""

    total: int
    offset: int
    limit: int
    after: Row | None = None


@dataclass(frozen=True, slots=True)
class _Sort:
    index: str
    key: str
    falling: bool
    """The greatest key first."""
    newest: bool
    """Among equal keys the newest first."""
    of: Callable[[Row], Any]

    @property
    def further(self) -> str:
        return "<" if self.falling else ">"

    @property
    def nearer(self) -> str:
        return ">" if self.falling else "<"


_SORTS = {
    Order.WAITING: _Sort(
        "order_waiting",
        "conversation.waiting",
        falling=True,
        newest=False,
        of=lambda row: int(row.unanswered or row.kind is Kind.OFFLINE),
    ),
    Order.RATING: _Sort(
        "order_rating",
        "conversation.sort_rating",
        falling=False,
        newest=True,
        of=lambda row: sort_rating(row.rating),
    ),
    Order.NAME: _Sort(
        "order_name",
        "conversation.sort_name",
        falling=False,
        newest=True,
        of=lambda row: sort_name(row.name),
    ),
}


def ids(connection: apsw.Connection, query: Query, now_ms: int, part: Part) -> list[int]:
    """Return the conversations of a piece of the list."""
    view, sort = source(query, now_ms, part.total), _SORTS[query.order]
    if part.after is None:
        return _walk(connection, view, "1", {"limit": part.limit, "offset": part.offset})
    # Two walks that each begin at their place: first the rest of those with the same key.
    here = {"key": sort.of(part.after), "at": part.after.arrival, "offset": 0}
    equal = f"{sort.key} = :key and {view.arrival} {'<' if sort.newest else '>'} :at"
    found = _walk(connection, view, equal, here | {"limit": part.limit})
    if len(found) < part.limit:
        rest = {"key": here["key"], "offset": 0, "limit": part.limit - len(found)}
        found += _walk(connection, view, f"{sort.key} {sort.further} :key", rest)
    return found


def above(connection: apsw.Connection, query: Query, now_ms: int, row: Row, total: int) -> int:
    """Return how many rows of the list stand above one that is in it."""
    view, sort = source(query, now_ms, total), _SORTS[query.order]
    nearer = f"{sort.key} {sort.nearer} :key"
    equal = f"{sort.key} = :key and {view.arrival} {'>' if sort.newest else '<'} :at"
    key = {"key": sort.of(row)}
    return _count(connection, view, nearer, key) + _count(
        connection, view, equal, key | {"at": row.arrival}
    )


def source(query: Query, now_ms: int, total: int) -> Slice:
    """Return the SQL of a view in the order `query` names, by the way that costs less."""
    view = slice_of(query, now_ms)
    if total > SORTED and query.view not in _ALWAYS_FEW:
        condition, parameters = condition_on_conversation(query, now_ms)
        return Slice(
            f"conversation indexed by {_SORTS[query.order].index}",
            condition,
            parameters,
            view.order.replace("labelled.arrival", "conversation.arrival"),
            "conversation.arrival",
            "conversation.id",
        )
    return view


def _walk(connection: apsw.Connection, view: Slice, beyond: str, more: dict[str, Any]) -> list[int]:
    found = fetch.every(
        connection,
        f"select {view.id} from {view.source} where {view.condition} and {beyond}"  # noqa: S608
        f" order by {view.order} limit :limit offset :offset",
        view.parameters | more,
    )
    return [identity for (identity,) in found]


def _count(connection: apsw.Connection, view: Slice, which: str, more: dict[str, Any]) -> int:
    sql = f"select count(*) from {view.source} where {view.condition} and {which}"  # noqa: S608
    return int(fetch.one(connection, sql, view.parameters | more)[0])
