"""Making the rows shown equal to a slice read anew, by the fewest insertions, moves, removals."""

from collections.abc import Sequence
from typing import Protocol

from olark_inbox.store.rows import Found, Row
from olark_inbox.ui.list.places import Places


class Rows(Protocol):
    """What can be changed row by row: the model."""

    places: Places

    def insert(self, place: int, rows: Sequence[Row | None]) -> None: ...
    def remove(self, place: int, count: int = 1) -> None: ...
    def move(self, source: int, target: int) -> None: ...
    def fill(self, place: int, rows: Sequence[Row]) -> None: ...
    def adopt(self, found: Found) -> None: ...


def fit(rows: Rows, found: Found) -> None:
    """Make the rows of `found` stand where they belong; what lies outside is loaded when seen."""
    coming = {row.id for row in found.rows}
    spare = found.total - rows.places.total
    for place, row in enumerate(found.rows, found.offset):
        old = rows.places.index_of(row.id)
        if old is not None and old < place:
            rows.places.forget(old)  # it stood above the slice
            old = None
        if old is None and spare > 0 and rows.places.at(place) is not None:
            rows.insert(place, [row])
            spare -= 1
            continue
        spare += _clear(rows, place, coming)
        _settle(rows, place, row)
    _forget_outside(rows, found)
    rows.adopt(found)


def _clear(rows: Rows, place: int, coming: set[int]) -> int:
    """Take away what stands at a place and is not in the slice any more; return how many."""
    gone = 0
    while (here := rows.places.at(place)) is not None and here.id not in coming:
        rows.remove(place)
        gone += 1
    return gone


def _settle(rows: Rows, place: int, row: Row) -> None:
    old = rows.places.index_of(row.id)
    if old is not None:
        rows.move(old, place)
    elif rows.places.at(place) is not None or place >= rows.places.total:
        rows.insert(place, [row])
        return
    rows.fill(place, [row])


def _forget_outside(rows: Rows, found: Found) -> None:
    inside = {row.id for row in found.rows}
    for row in rows.places.known():
        place = rows.places.index_of(row.id)
        if row.id not in inside and place is not None:
            rows.places.forget(place)
