"""Landmarks of a long list: places so many rows apart, so that no jump counts from its top.

Each reading connection keeps them in memory, as places, not as rows: what comes, goes or moves
changes only how many rows lie between two of them. The log of changes says between which, and those
are counted anew before the next use.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Any
from weakref import WeakKeyDictionary

import apsw

from olark_inbox.store import fetch
from olark_inbox.store.batch import TOLD
from olark_inbox.store.orders import ALWAYS_FEW, SORTED, Place, Way
from olark_inbox.store.rows import Query

STEP = 2_000
"""So many rows lie between two landmarks when they are set; up to twice as many later."""
KEPT = 8
"""Of so many lists the landmarks are kept."""
PIECE = 5
"""So many landmarks are set at a time while nobody waits for one: some milliseconds."""

# What changes neither the key nor, by itself, the arrival of a conversation.
_STEADY = ("new", "mark", "due")


def before(
    connection: apsw.Connection, way: Way, query: Query, offset: int, total: int
) -> tuple[Place | None, int]:
    """Return a place near the row at `offset`, None for the top, and how many rows lie between."""
    if offset < STEP or _is_short(query, total):
        return None, offset
    return _trail(connection, way, query).before(connection, way, offset)


def above(connection: apsw.Connection, way: Way, query: Query, place: Place, total: int) -> int:
    """Return how many rows stand above the one at a place."""
    if _is_short(query, total):
        return way.count(connection, None, place) - 1
    return _trail(connection, way, query).above(connection, way, place)


def survey(connection: apsw.Connection, way: Way, query: Query, total: int) -> bool:
    """Set some more landmarks; False when they reach to the end."""
    if _is_short(query, total):
        return False
    trail = _trail(connection, way, query)
    if all(trail.goes_on(connection, way) for _ in range(PIECE)):
        return True
    if trail.walked:
        trail.walked = False
        connection.pragma("shrink_memory")  # nobody is about to read all that was walked through
    return False


def _is_short(query: Query, total: int) -> bool:
    return total <= SORTED or query.view in ALWAYS_FEW


class Trail:
    """The landmarks of one list, as far down as they were needed."""

    def __init__(self, number: int) -> None:
        self.number = number
        """The change number they are right for."""
        self.walked = False
        """Landmarks were set since memory was last given back."""
        self._places: list[Place] = []
        self._ranks: list[tuple[Any, int]] = []
        self._counts: list[int] = []
        """How many rows stand from one landmark, without it, to the next, with it."""

    def before(
        self, connection: apsw.Connection, way: Way, offset: int
    ) -> tuple[Place | None, int]:
        ends = list(accumulate(self._counts))
        while offset - (ends[-1] if ends else 0) >= STEP and self.goes_on(connection, way):
            ends.append(sum(self._counts))
        at = bisect_right(ends, offset)
        return (self._places[at - 1], offset - ends[at - 1]) if at else (None, offset)

    def above(self, connection: apsw.Connection, way: Way, place: Place) -> int:
        rank = way.rank(place)
        while (not self._ranks or self._ranks[-1] < rank) and self.goes_on(connection, way):
            pass
        at = bisect_left(self._ranks, rank)
        return sum(self._counts[:at]) + way.count(connection, self._behind(at), place) - 1

    def goes_on(self, connection: apsw.Connection, way: Way) -> bool:
        """Set one landmark more; False where too few rows are left."""
        return self._set(connection, way, len(self._places))

    def catch_up(self, connection: apsw.Connection, way: Way) -> bool:
        """Count anew where something changed; False where it is not known where."""
        newest = int(fetch.one(connection, "select max(number) from change")[0] or 0)
        if newest == self.number:
            return True
        touched = _touched(connection, way, self.number, newest)
        if touched is None:
            return False
        self.number = newest
        stretches = {bisect_left(self._ranks, way.rank(place)) for place in touched}
        for at in sorted(stretches - {len(self._places)}, reverse=True):
            self._count(connection, way, at)
        return True

    def _behind(self, at: int) -> Place | None:
        return self._places[at - 1] if at else None

    def _set(self, connection: apsw.Connection, way: Way, at: int) -> bool:
        """Set a landmark STEP rows behind the one before `at`."""
        columns = f"{way.key or 'null'}, {way.view.arrival}"
        found = way.walk(connection, columns, (STEP - 1, 1), self._behind(at))
        if not found:
            return False
        place: Place = (found[0][0], found[0][1])
        self._places.insert(at, place)
        self._ranks.insert(at, way.rank(place))
        self._counts.insert(at, STEP)
        self.walked = True
        return True

    def _count(self, connection: apsw.Connection, way: Way, at: int) -> None:
        """Count a stretch anew, and cut it where it has become long."""
        count = way.count(connection, self._behind(at), self._places[at])
        while count > 2 * STEP and self._set(connection, way, at):
            at, count = at + 1, count - STEP
        self._counts[at] = count


_TRAILS: WeakKeyDictionary[apsw.Connection, dict[Query, Trail]] = WeakKeyDictionary()


def _trail(connection: apsw.Connection, way: Way, query: Query) -> Trail:
    """Return the landmarks of a list as they are right now."""
    trails = _TRAILS.setdefault(connection, {})
    trail = trails.pop(query, None)
    if trail is None or not trail.catch_up(connection, way):
        trail = Trail(int(fetch.one(connection, "select max(number) from change")[0] or 0))
    trails[query] = trail
    if len(trails) > KEPT:
        del trails[next(iter(trails))]
    return trail


def _touched(connection: apsw.Connection, way: Way, since: int, newest: int) -> set[Place] | None:
    """Return where rows stood or stand that changed since a number; None: it cannot be told."""
    (oldest,) = fetch.one(connection, "select min(number) from change")
    if newest < since or since + 1 < (oldest or 0):
        return None
    found = fetch.every(
        connection,
        f"select what, old_arrival, conversation.arrival, {way.key or 'null'}"  # noqa: S608 - our own
        " from change left join conversation on conversation.id = change.conversation"
        " where number > ? and (change.conversation is not null or what = 'reset') limit ?",
        (since, TOLD + 1),
    )
    places: set[Place] = set()
    for what, old, now, key in found:
        # Where a row stood that may have another key now is not written anywhere.
        if what == "reset" or (way.key and (what not in _STEADY or now is None)):
            return None
        places |= {(key, arrival) for arrival in (old, now) if arrival is not None}
    return places if len(found) <= TOLD else None
