"""Which conversations go into a file: exactly what was chosen, in the order it was shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from olark_inbox.inbox import Inbox
from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Order, Query, Row, View


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the owner chose: single conversations, or all of a view or search."""

    ids: tuple[int, ...] | None = None
    """Single conversations, in the order shown; None: what `query` finds."""
    query: Query = field(default_factory=lambda: Query(view=View.ALL))
    since_ms: int | None = None
    """Only what was received from then on."""
    until_ms: int | None = None
    """Only what was received before then."""
    samples: bool = False
    """Sample chats too, which are left out otherwise."""
    about: str = ""
    """What was chosen, as the owner would say it: "Search: wheel"."""

    @property
    def everything(self) -> bool:
        """Whether nothing at all is left out but samples; the bin is part of it."""
        query = self.query
        return (
            self.ids is None
            and (query.view, query.words.strip()) == (View.ALL, "")
            and self.since_ms is None
            and self.until_ms is None
        )


@dataclass(frozen=True, slots=True)
class Picked:
    """The conversations of a choice."""

    ids: tuple[int, ...]
    starts: int = 0
    """How many of them only began: there is nothing to read in them yet."""
    samples: int = 0
    """How many sample chats were left out."""


def pick(inbox: Inbox, chosen: Chosen, step: Callable[[], object] = lambda: None) -> Picked:
    """Look up what a choice means now. Blocks; not for the window's thread.

    `step` is called after each conversation and may raise to stop.
    """
    ids: list[int] = []
    starts = samples = 0
    for row in _rows(inbox, chosen):
        step()
        if row.sample and not chosen.samples:
            samples += 1
            continue
        if not _within(row, chosen):
            continue
        ids.append(row.id)
        starts += row.kind is Kind.START and not row.lines
    return Picked(tuple(ids), starts, samples)


def _rows(inbox: Inbox, chosen: Chosen) -> Iterator[Row]:
    if chosen.ids is not None:
        found = (inbox.row(identity).result() for identity in chosen.ids)
        return (row for row in found if row is not None)
    if chosen.query.order in (Order.NEWEST, Order.OLDEST) or chosen.query.words.strip():
        return inbox.rows_of(chosen.query)
    return _sorted_rows(inbox, chosen.query)


def _sorted_rows(inbox: Inbox, query: Query) -> Iterator[Row]:
    """Read a list that is sorted by name, rating or waiting, a page at a time."""
    offset = 0
    while rows := inbox.find(query, offset, 500).result().rows:
        yield from rows
        offset += len(rows)


def _within(row: Row, chosen: Chosen) -> bool:
    after = chosen.since_ms is None or row.received_ms >= chosen.since_ms
    return after and (chosen.until_ms is None or row.received_ms < chosen.until_ms)
