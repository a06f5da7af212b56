"""Reading the store from end to end: conversations for a file, deliveries for an archive."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from olark_inbox.store import documents, fetch, listing, owntags, saved
from olark_inbox.store.bodies import unpack
from olark_inbox.store.columns import words_of
from olark_inbox.store.rows import Opened

STEP = 100
"""So many are read at a time."""


@dataclass(frozen=True, slots=True)
class KeptDelivery:
    """One delivery as an archive holds it: what came, and what became of it."""

    id: int
    received_ms: int
    outcome: str
    content_type: str
    content_encoding: str
    sample: bool
    settled: bool
    times: int
    reason: str
    size: int
    hash: bytes
    raw: bytes
    """Empty where the owner put an unreadable one aside."""


@dataclass(frozen=True, slots=True)
class KeptMarks:
    """What the bodies do not say of a conversation: its place, and what the owner did with it."""

    key: str
    arrival: int
    received_ms: int
    started_ms: int
    live_until_ms: int | None
    unread: bool
    starred: bool
    done: bool
    binned_ms: int | None
    seen_lines: int
    own_tags: tuple[str, ...] = ()
    note: str = ""
    remind_ms: int | None = None
    due: bool = False


@dataclass(frozen=True, slots=True)
class KeptOwner:
    """What the owner made that belongs to no single conversation."""

    tags: tuple[tuple[str, int], ...] = ()
    """His tags, each with its colour, worn or not."""
    searches: tuple[tuple[str, str], ...] = ()
    """Saved searches in his order: name and words."""
    persons: tuple[tuple[str, ...], ...] = ()
    """Groups of identities he said are one person."""


Kept = KeptDelivery | KeptMarks | KeptOwner


_OPENED = (
    f"select {listing.COLUMNS}, document.body, conversation.seen_lines,"  # noqa: S608 - a constant
    " coalesce(note.text, '') from json_each(?) as wanted"
    " cross join conversation on conversation.id = wanted.value"
    " join document on document.conversation = conversation.id"
    " left join note on note.conversation = conversation.id"
)


def opened(connection: apsw.Connection, conversations: Sequence[int]) -> tuple[Opened, ...]:
    """Return these conversations in their order, without those that are gone."""
    found = connection.execute(_OPENED, (json.dumps(list(conversations)),))
    return tuple(
        Opened(
            row=listing.to_row(values[:-3]),
            conversation=documents.merged(connection, values[0], values[-3]).conversation,
            seen_lines=values[-2],
            note=values[-1],
        )
        for values in found
    )


def owner(connection: apsw.Connection) -> KeptOwner:
    """Return what the owner made that belongs to no single conversation."""
    groups: dict[int, list[str]] = {}
    sql = "select person, identity from person_join order by person, at_ms, identity"
    for person, identity in connection.execute(sql):
        groups.setdefault(person, []).append(identity)
    return KeptOwner(
        tags=tuple((tag.name, tag.colour) for tag in owntags.every(connection)),
        searches=tuple((one.name, one.words) for one in saved.every(connection)),
        persons=tuple(tuple(group) for group in groups.values()),
    )


def delivery_ids(
    connection: apsw.Connection, conversations: Sequence[int] | None, *, samples: bool
) -> list[int]:
    """Return which deliveries belong to these conversations (None: all there are), in order.

    Without `samples` neither sample chats nor Olark's test deliveries.
    """
    condition = "1" if samples else "sample = 0 and outcome <> 'test'"
    if conversations is None:
        sql = f"select id from delivery where {condition} order by id"  # noqa: S608 - our own words
        return [identity for (identity,) in fetch.every(connection, sql)]
    sql = (
        "select delivery.id from delivery_conversation join delivery on id = delivery"  # noqa: S608
        f" where conversation = ? and {condition}"
    )
    found = {
        identity
        for conversation in conversations
        for (identity,) in connection.execute(sql, (conversation,))
    }
    return sorted(found)


def kept(
    connection: apsw.Connection, deliveries: Sequence[int], *, samples: bool
) -> tuple[Kept, ...]:
    """Return deliveries, each followed by the marks of the conversations that end with it."""
    result: list[Kept] = []
    for identity in deliveries:
        found = delivery(connection, identity)
        if found is None:
            continue
        result.append(found)
        last = {"delivery": identity, "samples": int(samples)}
        result += [_marks(values) for values in connection.execute(_MARKS, last)]
    return tuple(result)


def delivery(connection: apsw.Connection, identity: int) -> KeptDelivery | None:
    """Return one delivery, None where there is none of this id."""
    values = fetch.first(connection, _DELIVERY, (identity,))
    if values is None:
        return None
    *plain, sample, settled, times, reason, size, hashed, body = values
    whole = (*plain, sample == 1, settled == 1, times, reason, size, hashed, unpack(body))
    return KeptDelivery(*whole)


_DELIVERY = (
    "select id, received_ms, outcome, content_type, content_coding, sample, settled, times, reason,"
    " size, hash, body from delivery where id = ?"
)
_MARKS = f"""
select key, arrival, received_ms, started_ms, live_until_ms, unread, starred, done, binned_ms,
    seen_lines, {listing.OWN_NAMES}, coalesce(note.text, ''), remind_ms, due
from conversation left join note on note.conversation = conversation.id
where id in (select conversation from delivery_conversation where delivery = :delivery)
    and (sample = 0 or :samples)
    and :delivery = (
        select max(link.delivery) from delivery_conversation as link
        join delivery on delivery.id = link.delivery
        where link.conversation = conversation.id and (delivery.sample = 0 or :samples)
    )
order by arrival
"""  # noqa: S608 - our own columns


def _marks(values: Sequence[Any]) -> KeptMarks:
    key, arrival, received, started, live, unread, starred, done, binned, seen = values[:10]
    tags, note, remind_ms, due = values[10:]
    return KeptMarks(
        key, arrival, received, started, live, unread == 1, starred == 1, done == 1, binned, seen,
        words_of(tags), note, remind_ms, due == 1,
    )  # fmt: skip


def known(connection: apsw.Connection) -> dict[int, int]:
    """Return how often each delivery is in the store already, by `print_of`."""
    counted: dict[int, int] = {}
    for hashed, received_ms in connection.execute("select hash, received_ms from delivery"):
        mark = print_of(hashed, received_ms)
        counted[mark] = counted.get(mark, 0) + 1
    return counted


def print_of(hashed: bytes, received_ms: int) -> int:
    """Return one number for a body and the moment it came; the same for the same, else another."""
    return int.from_bytes(hashed[:8], "little") ^ (received_ms * 0x9E3779B97F4A7C15 & _MASK)


_MASK = (1 << 64) - 1
