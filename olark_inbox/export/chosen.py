"""Which conversations go into a file: exactly what was chosen, in the order it was shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Brief, Order, Query, View


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
    for one in _briefs(inbox, chosen):
        step()
        if one.sample and not chosen.samples:
            samples += 1
        elif _within(one, chosen):
            ids.append(one.id)
            starts += one.is_empty
    return Picked(tuple(ids), starts, samples)


def _briefs(inbox: Inbox, chosen: Chosen) -> Iterator[Brief]:
    if chosen.ids is not None:
        return inbox.archiving.briefs(chosen.ids)
    if chosen.query.order in (Order.NEWEST, Order.OLDEST) or chosen.query.words.strip():
        return inbox.briefs_of(chosen.query)
    return inbox.archiving.briefs(_sorted(inbox, chosen.query))


def _sorted(inbox: Inbox, query: Query) -> Iterator[int]:
    """Read a list that is sorted by name, rating or waiting, a page at a time."""
    offset, after = 0, None
    while rows := inbox.find(query, offset, 500, after=after).result().rows:
        yield from [row.id for row in rows]
        offset, after = offset + len(rows), rows[-1]


def _within(one: Brief, chosen: Chosen) -> bool:
    after = chosen.since_ms is None or one.received_ms >= chosen.since_ms
    return after and (chosen.until_ms is None or one.received_ms < chosen.until_ms)
