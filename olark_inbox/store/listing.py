"""Rows as the list shows them: columns to `Row`, and slices of a view."""

import json
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import apsw

from olark_inbox.olark.model import Kind
from olark_inbox.store import fetch, landmarks, orders
from olark_inbox.store.columns import words_of
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.rows import Brief, Found, Order, Query, Row, View
from olark_inbox.store.views import LABELLED, slice_of

OWN_NAMES = (
    "iif(conversation.own_tags = '', '', (select json_group_array(name) from ("
    "select label.name from json_each(conversation.own_tags)"
    " join label on label.id = json_each.value where label.kind = 'own' order by label.name)))"
)
"""The names of the owner's tags on a conversation; its column holds their ids."""
COLUMNS = (
    "conversation.id, conversation.key, conversation.arrival, conversation.received_ms,"
    " conversation.started_ms, conversation.kind, conversation.unanswered, conversation.automatic,"
    " conversation.live_until_ms, conversation.manual, conversation.name, conversation.anonymous,"
    " conversation.email, conversation.phone, conversation.visitor_id, conversation.preview,"
    " conversation.agents, conversation.lines, conversation.tags,"
    f" {OWN_NAMES},"
    " conversation.groups, conversation.rating, conversation.unread, conversation.starred,"
    " conversation.done, conversation.binned_ms, conversation.sample, conversation.remind_ms,"
    " conversation.due"
)
_BY_ID = f"select {COLUMNS} from conversation where id = ?"  # noqa: S608 - a constant
_BY_IDS = f"select {COLUMNS} from conversation where id in (select value from json_each(?))"  # noqa: S608 - as above
_BRIEFS = (
    "select conversation.id, arrival, received_ms, sample, kind = 'start' and lines = 0"
    " from json_each(?) as wanted cross join conversation on conversation.id = wanted.value"
)
_KINDS = {kind.value: kind for kind in Kind}


ID, NAME, PREVIEW = 0, 10, 15
"""Where these stand in COLUMNS."""

T = TypeVar("T")
Marks = tuple[tuple[int, int], ...]
Made = Callable[[apsw.Connection, Sequence[int]], Sequence[T]]
"""Makes something of conversations: `rows` or `briefs`."""


def to_row(
    values: Sequence[Any], snippet: str = "", marks: Marks = (), name_marks: Marks = ()
) -> Row:
    """Make a Row of the columns COLUMNS names; the rest is what a search found in it."""
    return Row(
        id=values[0],
        key=values[1],
        arrival=values[2],
        received_ms=values[3],
        started_ms=values[4],
        kind=_KINDS[values[5]],
        unanswered=values[6] == 1,
        automatic=values[7] == 1,
        live_until_ms=values[8],
        manual=values[9] == 1,
        name=values[10],
        anonymous=values[11] == 1,
        email=values[12],
        phone=values[13],
        visitor_id=values[14],
        preview=values[15],
        agents=words_of(values[16]),
        lines=values[17],
        tags=words_of(values[18]),
        own_tags=words_of(values[19]),
        groups=words_of(values[20]),
        rating=values[21],
        unread=values[22] == 1,
        starred=values[23] == 1,
        done=values[24] == 1,
        binned_ms=values[25],
        sample=values[26] == 1,
        remind_ms=values[27],
        due=values[28] == 1,
        snippet=snippet,
        marks=marks,
        name_marks=name_marks,
    )


def row(connection: apsw.Connection, conversation: int) -> Row | None:
    """Return one conversation's row, None where it is gone."""
    values = fetch.first(connection, _BY_ID, (conversation,))
    return to_row(values) if values else None


def rows(connection: apsw.Connection, conversations: Sequence[int]) -> tuple[Row, ...]:
    """Return the rows of these ids in their order, without those that are gone."""
    known = by_ids(connection, conversations)
    return tuple(known[identity] for identity in conversations if identity in known)


def by_ids(connection: apsw.Connection, conversations: Iterable[int]) -> dict[int, Row]:
    """Return the rows of these ids, without those that are gone."""
    found = fetch.every(connection, _BY_IDS, (json.dumps(list(conversations)),))
    return {values[0]: to_row(values) for values in found}


def id_of_key(connection: apsw.Connection, key: str) -> int | None:
    """Return the id of the conversation Olark (or its content) calls `key`."""
    found = fetch.first(
        connection,
        "select id from conversation where key_print = ? and key = ?",
        (fingerprint(key), key),
    )
    return int(found[0]) if found else None


def row_of_key(connection: apsw.Connection, key: str) -> Row | None:
    """Return the row of the conversation Olark (or its content) calls `key`."""
    identity = id_of_key(connection, key)
    return row(connection, identity) if identity is not None else None


def number(connection: apsw.Connection) -> int:
    """Return the newest change number this read sees."""
    return int(fetch.one(connection, "select max(number) from change")[0] or 0)


def total(connection: apsw.Connection, query: Query, now_ms: int) -> int:
    """Return how many rows a view has, from the tally where it has a figure for it."""
    figure = _FIGURES.get(query.view)
    if figure is not None:
        sql = f"select {figure} from tally"  # noqa: S608 - one of the constants below
        return int(fetch.one(connection, sql)[0])
    if query.view in LABELLED:
        found = fetch.first(
            connection,
            "select total from label where kind = ? and name = ?",
            (query.view.value, query.label),
        )
        return int(found[0]) if found else 0
    view = slice_of(query, now_ms)
    sql = f"select count(*) from {view.source} where {view.condition}"  # noqa: S608 - our own words
    return int(fetch.one(connection, sql, view.parameters)[0])


_FIGURES = {
    View.ALL: "total",
    View.INBOX: "inbox",
    View.NEEDS_REPLY: "offline + unanswered + reminders",
    View.OFFLINE: "offline",
    View.UNANSWERED: "unanswered",
    View.REMINDERS: "reminders",
    View.STARRED: "starred",
    View.DONE: "done",
    View.BIN: "bin",
}


def find(
    connection: apsw.Connection,
    query: Query,
    now_ms: int,
    span: tuple[int, int],
    after: Row | None = None,
) -> Found:
    """Return rows `span[0]` and on, at most `span[1]`, of a view.

    With `after`, the row the caller has just before them, no row is passed over. Without it the way
    begins at the nearest landmark. So a page costs the same wherever it is.
    """
    whole = total(connection, query, now_ms)
    way = orders.Way(query, now_ms, whole)
    if after is not None:
        ids = way.ids(connection, (0, span[1]), way.place(after))
    else:
        behind, further = landmarks.before(connection, way, query, span[0], whole)
        ids = way.ids(connection, (further, span[1]), behind)
    return Found(
        rows=rows(connection, ids),
        offset=span[0],
        total=whole,
        number=number(connection),
    )


def survey(connection: apsw.Connection, query: Query, now_ms: int) -> bool:
    """Get to know a little more of a long list, so that jumps in it cost less; False: all known."""
    whole = total(connection, query, now_ms)
    return landmarks.survey(connection, orders.Way(query, now_ms, whole), query, whole)


def position(connection: apsw.Connection, query: Query, now_ms: int, wanted: int) -> int | None:
    """Return how many rows of the view stand above this conversation, None where it is not in."""
    view, one = slice_of(query, now_ms), row(connection, wanted)
    inside = f"select 1 from {view.source} where {view.condition} and {view.arrival} = :here"  # noqa: S608 - our own words only
    if one is None or not fetch.first(connection, inside, view.parameters | {"here": one.arrival}):
        return None
    whole = total(connection, query, now_ms)
    way = orders.Way(query, now_ms, whole)
    return landmarks.above(connection, way, query, way.place(one), whole)


def ids(connection: apsw.Connection, query: Query, now_ms: int, upto: int) -> "array[int]":
    """Return every conversation of a view that stands at `upto` or below, newest first."""
    view = slice_of(replace(query, order=Order.NEWEST), now_ms)
    sql = (
        f"select {view.id} from {view.source}"  # noqa: S608 - our own words only
        f" where {view.condition} and {view.arrival} <= :upto order by {view.order}"
    )
    found = connection.execute(sql, view.parameters | {"upto": upto})
    return array("q", (identity for (identity,) in found))


PAGE = 500
"""How many rows are read at a time where all are read."""


def page(
    connection: apsw.Connection, query: Query, now_ms: int, after: int | None, made: Made[T]
) -> Sequence[T]:
    """Return what is made of the next of a view, behind an arrival, for reading it to its end."""
    way = orders.Way(query, now_ms, 0)
    behind = None if after is None else (None, after)
    return made(connection, way.ids(connection, (0, PAGE), behind))


def briefs(connection: apsw.Connection, conversations: Sequence[int]) -> tuple[Brief, ...]:
    """Return these ids in brief, in their order, without those that are gone."""
    found = connection.execute(_BRIEFS, (json.dumps(list(conversations)),))
    return tuple(map(Brief._make, found))
