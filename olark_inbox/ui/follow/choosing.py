"""What the owner's wish is about: the open one, those that are selected, or all of a list."""

import asyncio
from collections.abc import Awaitable, Callable

from olark_inbox.base.clock import Clock
from olark_inbox.store.many import Chosen, Everything
from olark_inbox.store.rows import Order, Row
from olark_inbox.ui.list.model import ConversationModel
from olark_inbox.ui.list.selecting import count, selected_spans
from olark_inbox.ui.list.view import ConversationView

MANY = 2_000
"""More than these are told as all of a list but some, where that is shorter."""
_TRIES = 20
_PAUSE_S = 0.05


async def chosen(
    view: ConversationView, open_id: int | None, clock: Clock, number: Callable[[], int]
) -> Chosen:
    """Return what is selected, exactly as it was shown at this moment.

    `number` is the newest change number of the inbox.
    """
    spans = selected_spans(view.selectionModel())
    total, selected = view.conversations.total, count(spans)
    if selected == 0:
        return [] if open_id is None else [open_id]
    loaded = view.selected_ids()
    if len(loaded) == selected:
        return loaded
    if selected <= MANY or selected * 2 < total:
        return await _steady(view.conversations, view.all_selected_ids, number)
    newest = _newest(view, clock)  # before anything else can arrive
    query = view.conversations.query
    but = await _steady(view.conversations, lambda: _unselected(view), number)
    return Everything(query, newest, tuple(but))


async def _unselected(view: ConversationView) -> list[int]:
    left: list[int] = []
    at = 0
    total = view.conversations.total
    for first, last in [*selected_spans(view.selectionModel()), (total, total)]:
        if first > at:
            left += await view.conversations.ids_between(at, first - 1)
        at = last + 1
    return left


async def _steady(
    model: ConversationModel,
    read: Callable[[], Awaitable[list[int]]],
    number: Callable[[], int],
) -> list[int]:
    """Read by places until nothing moved them meanwhile; the selection moves with its rows."""
    found: list[int] = []
    for _ in range(_TRIES):
        before = number()
        found = await read()
        if before == number() == model.heard or (before == number() and model.number == before):
            break
        await asyncio.sleep(_PAUSE_S)
    return found


def _newest(view: ConversationView, clock: Clock) -> int:
    """Return a place that everything shown stands at or below, and nothing to come."""
    model = view.conversations
    top = model.row_at(0)
    if model.query.order is Order.NEWEST and top is not None:
        return top.arrival
    return clock()


def rows_of(view: ConversationView, open_row: Row | None) -> list[Row]:
    """Return the chosen rows as far as they are loaded."""
    model = view.conversations
    places = (model.place_of(one) for one in view.selected_ids())
    found = [model.row_at(place) for place in places if place is not None]
    rows = [row for row in found if row is not None]
    return rows or ([open_row] if open_row is not None else [])
