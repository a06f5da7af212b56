"""Who is one person: the same visitor id always, the same e-mail address where the owner says so.

A conversation without visitor id is an identity of its own until it is joined. Joins are kept as
groups of identities, so they hold for conversations that come later too.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from heapq import merge
from typing import NamedTuple

import apsw

from olark_inbox.olark.model import Message
from olark_inbox.store import documents, fetch, listing, marks
from olark_inbox.store.batch import Batch
from olark_inbox.store.door import Door
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.rows import Row
from olark_inbox.store.undoing import Undo

_SHOWN = 50
_VISITOR, _CONVERSATION = "v:", "c:"


class Hint(NamedTuple):
    """Somebody who has the same e-mail address and may be the same person."""

    identity: str
    name: str
    email: str
    conversations: int
    newest: int
    """The newest of their conversations."""


class Joined(NamedTuple):
    """Another identity the owner joined to this person."""

    identity: str
    name: str


class Person(NamedTuple):
    """What is known of who wrote a conversation."""

    hints: tuple[Hint, ...] = ()
    joined: tuple[Joined, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a person's timeline."""

    row: Row
    index: int
    """Which line of its conversation."""
    message: Message
    at_ms: int
    """When it was said; a line without time counts as said with the one before."""


def identity(row: Row) -> str:
    """Return what stands for whoever wrote a conversation."""
    return f"{_VISITOR}{row.visitor_id}" if row.visitor_id else f"{_CONVERSATION}{row.key}"


def person(connection: apsw.Connection, conversation: int) -> Person:
    """Return who may be the same person, and who was said to be."""
    row = listing.row(connection, conversation)
    if row is None:
        return Person()
    own = identity(row)
    group = _group(connection, own)
    joined = tuple(
        Joined(one, _name(connection, one)) for one in group if one != own and one is not None
    )
    return Person(_hints(connection, row, group), joined)


def _hints(connection: apsw.Connection, row: Row, group: Sequence[str]) -> tuple[Hint, ...]:
    if not row.email:
        return ()
    found = fetch.every(
        connection,
        "select id from conversation where email <> '' and lower(email) = lower(?)"
        " and binned_ms is null order by arrival desc limit 200",
        (row.email,),
    )
    hints: dict[str, Hint] = {}
    for one in listing.rows(connection, [at for (at,) in found]):
        other = identity(one)
        if other in group:
            continue
        known = hints.get(other)
        count = 1 if known is None else known.conversations + 1
        newest = one if known is None else known
        name = newest.name
        place = one.id if known is None else known.newest
        hints[other] = Hint(other, name, row.email, count, place)
    return tuple(hints.values())


def _group(connection: apsw.Connection, own: str) -> tuple[str, ...]:
    """Return all identities of a person, this one included."""
    found = fetch.every(
        connection,
        "select identity from person_join where person ="
        " (select person from person_join where identity = ?) order by at_ms, identity",
        (own,),
    )
    return tuple(one for (one,) in found) or (own,)


def _name(connection: apsw.Connection, one: str) -> str:
    for conversation in _of(connection, one, 1):
        row = listing.row(connection, conversation)
        if row is not None:
            return row.name
    return ""


def _of(connection: apsw.Connection, one: str, limit: int) -> list[int]:
    """Return the conversations of an identity, newest first, without the bin."""
    text = one[2:]
    if one.startswith(_VISITOR):
        condition = "visitor_print = ? and visitor_id = ?"
    else:
        condition = "key_print = ? and key = ?"
    found = fetch.every(
        connection,
        f"select id from conversation where {condition}"  # noqa: S608 - one of the two above
        " and binned_ms is null order by arrival desc limit ?",
        (fingerprint(text), text, limit),
    )
    return [conversation for (conversation,) in found]


def others(connection: apsw.Connection, row: Row, limit: int = _SHOWN) -> tuple[Row, ...]:
    """Return the other conversations of the same person, newest first, without the bin."""
    ids = {
        conversation
        for one in _group(connection, identity(row))
        for conversation in _of(connection, one, limit + 1)
    }
    found = listing.rows(connection, sorted(ids - {row.id}))
    return tuple(sorted(found, key=lambda one: -one.arrival)[:limit])


def join(batch: Batch, conversation: int, other: str) -> Undo:
    """Let two identities be one person, with all that each was joined to before."""
    row = listing.row(batch.connection, conversation)
    if row is None or identity(row) == other:
        return Undo()
    return together(batch, (identity(row), other))


def together(batch: Batch, identities: Sequence[str]) -> Undo:
    """Let these be one person, with all that each was joined to before."""
    groups = [_group(batch.connection, one) for one in identities]
    if not groups or set(identities) <= set(groups[0]):
        return Undo()
    both = tuple(dict.fromkeys(one for group in groups for one in group))
    return _regroup(batch, both, both)


def part(batch: Batch, other: str) -> Undo:
    """Let an identity be a person of its own again."""
    group = _group(batch.connection, other)
    rest = tuple(one for one in group if one != other)
    return _regroup(batch, group, rest)


def _regroup(batch: Batch, touched: Sequence[str], together: Sequence[str]) -> Undo:
    old = tuple(
        fetch.first(batch.connection, "select * from person_join where identity = ?", (one,))
        or (one, None, None)
        for one in touched
    )
    (number,) = fetch.one(batch.connection, "select coalesce(max(person), 0) + 1 from person_join")
    new = dict.fromkeys(together, number) if len(together) > 1 else {}
    _set(batch, tuple((one, new.get(one), batch.now_ms) for one in touched))
    return Undo(((_set, old),))


def _set(batch: Batch, rows: Sequence[tuple[str, int | None, int | None]]) -> None:
    for one, number, at_ms in rows:
        batch.execute("delete from person_join where identity = ?", (one,))
        if number is not None:
            batch.execute("insert into person_join values (?, ?, ?)", (one, number, at_ms))
    conversations = [
        conversation for one, _, _ in rows for conversation in _of(batch.connection, one, _SHOWN)
    ]
    marks.tell(batch, conversations)


def timeline(connection: apsw.Connection, conversation: int) -> tuple[Moment, ...]:
    """Return all lines of a person's conversations in order of time, oldest first.

    The lines of one conversation stay in their order, whatever their clocks say.
    """
    row = listing.row(connection, conversation)
    if row is None:
        return ()
    rows = sorted((row, *others(connection, row)), key=lambda one: one.arrival)
    each = [_moments(connection, one) for one in rows]
    return tuple(merge(*each, key=lambda moment: moment.at_ms))


def _moments(connection: apsw.Connection, row: Row) -> Iterator[Moment]:
    found = fetch.first(connection, "select body from document where conversation = ?", (row.id,))
    if found is None:
        return
    messages = documents.merged(connection, row.id, found[0]).conversation.messages
    at = next((one.at_ms for one in messages if one.at_ms is not None), row.started_ms)
    for index, message in enumerate(messages):
        at = max(at, message.at_ms) if message.at_ms is not None else at
        yield Moment(row, index, message, at)


def forget(batch: Batch, key: str, visitor: str) -> None:
    """Forget the joins of a conversation that is erased, and of its visitor with the last one."""
    batch.execute("delete from person_join where identity = ?", (f"{_CONVERSATION}{key}",))
    found = fetch.first(
        batch.connection,
        "select 1 from conversation where visitor_print = ? and visitor_id = ?",
        (fingerprint(visitor), visitor),
    )
    if visitor and found is None:
        batch.execute("delete from person_join where identity = ?", (f"{_VISITOR}{visitor}",))


class Persons(Door):
    """Who is one person."""

    def person(self, conversation: int) -> "Future[Person]":
        """Return who may be the same person as who wrote this, and who was said to be."""
        return self._reader.call(partial(person, conversation=conversation))

    def join(self, conversation: int, other: str) -> "Future[Undo]":
        """Accept a hint: from now on both are one person."""
        return self._writer.put(partial(join, conversation=conversation, other=other))

    def part(self, other: str) -> "Future[Undo]":
        """Take a join back: the identity is a person of its own again."""
        return self._writer.put(partial(part, other=other))

    def timeline(self, conversation: int) -> "Future[tuple[Moment, ...]]":
        """Return all lines of this person's conversations in order of time."""
        return self._reader.call(partial(timeline, conversation=conversation))
