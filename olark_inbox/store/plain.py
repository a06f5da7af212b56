"""Conversations as a table needs them: what the list knows, and the document as it is written."""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import apsw

from olark_inbox.olark.document import UnknownDocument, as_written, values_of
from olark_inbox.olark.merge import Merged
from olark_inbox.store import fetch, listing
from olark_inbox.store.columns import words_of
from olark_inbox.store.rows import Opened


class Plain(NamedTuple):
    """One conversation. A tuple of plain values: a table is made of a hundred thousand of them."""

    id: int
    received_ms: int
    started_ms: int
    unanswered: bool
    unread: bool
    starred: bool
    done: bool
    binned_ms: int | None
    sample: bool
    note: str
    own_tags: tuple[str, ...]
    written: dict[str, Any]
    """What its deliveries say, as `olark.document` writes it."""


_PLAIN = (
    "select conversation.id, conversation.received_ms, conversation.started_ms,"  # noqa: S608
    " conversation.unanswered, conversation.unread, conversation.starred, conversation.done,"
    f" conversation.binned_ms, conversation.sample, coalesce(note.text, ''), {listing.OWN_NAMES},"
    " document.body from json_each(?) as wanted"
    " cross join conversation on conversation.id = wanted.value"
    " join document on document.conversation = conversation.id"
    " left join note on note.conversation = conversation.id"
)


def read(connection: apsw.Connection, conversations: Sequence[int]) -> list[fetch.Values]:
    """Read these conversations in their order, without those that are gone; for `plain`."""
    return fetch.every(connection, _PLAIN, (json.dumps(list(conversations)),))


def plain(values: fetch.Values, mend: Callable[[int, bytes], Merged]) -> Plain:
    """Return what was read; `mend` is asked for a conversation whose document cannot be read."""
    own_tags, document = values[-2:]
    try:
        written = as_written(document)
    except UnknownDocument:
        written = values_of(mend(values[0], document).conversation)
    return Plain._make((*values[:-2], words_of(own_tags), written))


def plain_of(opened: Opened) -> Plain:
    """Return the same of a conversation that was read whole, and perhaps changed since."""
    row = opened.row
    return Plain(
        row.id, row.received_ms, row.started_ms, row.unanswered, row.unread, row.starred, row.done,
        row.binned_ms, row.sample, opened.note, row.own_tags, values_of(opened.conversation),
    )  # fmt: skip
