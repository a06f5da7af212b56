"""Which conversations belong to which view of the sidebar, and their figures.

Each view is a condition that its own partial index of the schema answers; the terms stand here
word for word as in the index, because only then SQLite uses it.
"""

from typing import Any, NamedTuple

import apsw

from olark_inbox.olark.standing import LIVE_MS
from olark_inbox.store import fetch, owntags
from olark_inbox.store.place import place_of
from olark_inbox.store.rows import Counts, Order, Query, View

_OPEN = "conversation.done = 0 and conversation.binned_ms is null"

_CONDITIONS = {
    View.ALL: "conversation.binned_ms is null",
    View.INBOX: _OPEN,
    View.NEEDS_REPLY: f"(conversation.waiting = 1 or conversation.due = 1) and {_OPEN}",
    View.OFFLINE: f"conversation.kind = 'offline' and {_OPEN}",
    View.UNANSWERED: f"conversation.unanswered = 1 and {_OPEN}",
    View.STARRED: "conversation.starred = 1 and conversation.binned_ms is null",
    View.DONE: "conversation.done = 1 and conversation.binned_ms is null",
    View.BIN: "conversation.binned_ms is not null",
    # Who is live was received, and therefore arrived, within the last three hours: the bound on
    # arrival keeps this short however many chats never ended.
    View.LIVE: (
        "conversation.live_until_ms is not null and conversation.binned_ms is null"
        " and conversation.live_until_ms > :now and conversation.arrival >= :early"
    ),
    View.MISSING: (
        f"conversation.kind = 'start' and {_OPEN}"
        " and conversation.live_until_ms is not null and conversation.live_until_ms <= :now"
    ),
    # Without what waits for an answer anyhow: the parts of Needs reply add up to it.
    View.REMINDERS: f"conversation.due = 1 and conversation.waiting = 0 and {_OPEN}",
}


class Slice(NamedTuple):
    """The SQL of one view: `select … from {source} where {condition} order by {order}`."""

    source: str
    condition: str
    parameters: dict[str, Any]
    order: str
    arrival: str
    """The column that holds the place, for keysets and positions."""
    id: str
    """The column that holds the conversation's id."""


LABELLED = (View.TAG, View.GROUP, View.OWN)
"""Views of what carries a label; the label's own list answers them."""

_ORDERS = {
    Order.NEWEST: "{arrival} desc",
    Order.OLDEST: "{arrival}",
    Order.WAITING: "conversation.waiting desc, {arrival}",
    Order.RATING: "conversation.sort_rating, {arrival} desc",
    Order.NAME: "conversation.sort_name, {arrival} desc",
}


def _at(now_ms: int) -> dict[str, int]:
    return {"now": now_ms, "early": place_of(now_ms - LIVE_MS)}


def slice_of(query: Query, now_ms: int) -> Slice:
    """Return the SQL of the view and order that `query` names; its words are search's business."""
    if query.view in LABELLED:
        return _labelled(query)
    parameters = _at(now_ms) if query.view in (View.LIVE, View.MISSING) else {}
    return Slice(
        # Left to itself SQLite sometimes takes a longer index that begins with the same column.
        f"conversation indexed by view_{query.view.value}",
        _CONDITIONS[query.view],
        parameters,
        _ORDERS[query.order].format(arrival="conversation.arrival"),
        "conversation.arrival",
        "conversation.id",
    )


def _labelled(query: Query) -> Slice:
    source, arrival, identity = "labelled", "labelled.arrival", "labelled.conversation"
    if query.order not in (Order.NEWEST, Order.OLDEST):
        source = "labelled join conversation on conversation.id = labelled.conversation"
    return Slice(
        source,
        "labelled.label = (select id from label where kind = :kind and name = :name)"
        " and labelled.hidden = 0",
        {"kind": query.view.value, "name": query.label},
        _ORDERS[query.order].format(arrival=arrival),
        arrival,
        identity,
    )


def condition_on_conversation(query: Query, now_ms: int) -> tuple[str, dict[str, Any]]:
    """Return what a row of `conversation` must fulfil to be in the view, for a search in it."""
    view = slice_of(query, now_ms)
    if query.view not in LABELLED:
        return view.condition, view.parameters
    inside = f"select 1 from labelled where {view.condition}"  # noqa: S608 - our own words only
    return f"exists ({inside} and labelled.arrival = conversation.arrival)", view.parameters


def counts(connection: apsw.Connection, now_ms: int) -> Counts:
    """Return the sidebar's figures: one row kept by triggers, and two short index ranges."""
    tally = fetch.one(
        connection,
        "select total, inbox, unread, offline, unanswered, starts, starred, done, bin, samples,"
        " unreadable, reminders from tally",
    )
    total, inbox, unread, offline, unanswered, starts, starred, done, bin_, samples = tally[:10]
    torn, reminders = tally[10:]
    live = _count(connection, View.LIVE, now_ms)
    began = fetch.one(
        connection,
        "select count(*) from conversation where kind = 'start' and done = 0"
        " and binned_ms is null and live_until_ms > :now and arrival >= :early",
        _at(now_ms),
    )[0]
    number = fetch.one(connection, "select max(number) from change")[0] or 0
    return Counts(
        number=number,
        total=total,
        inbox=inbox,
        unread=unread,
        needs_reply=offline + unanswered + reminders,
        offline=offline,
        unanswered=unanswered,
        reminders=reminders,
        live=live,
        missing=starts - began,
        starred=starred,
        done=done,
        bin=bin_,
        samples=samples,
        unreadable=torn,
        tags=_labels(connection, "tag"),
        groups=_labels(connection, "group"),
        own_tags=owntags.every(connection),
    )


def _count(connection: apsw.Connection, view: View, now_ms: int) -> int:
    where = slice_of(Query(view=view), now_ms)
    sql = f"select count(*) from {where.source} where {where.condition}"  # noqa: S608 - our own words
    return int(fetch.one(connection, sql, where.parameters)[0])


def _labels(connection: apsw.Connection, kind: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        fetch.every(
            connection,
            "select name, total from label where kind = ? and total > 0"
            " order by total desc, name limit 200",
            (kind,),
        )
    )
