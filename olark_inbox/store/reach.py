"""Whether Olark could reach us: proofs of listening, gaps in it, and what was heard of which kind.

A gap is a period in which the inbox was not provably reachable. It begins at the last moment at
which it surely was (`from_ms`), is certain from `noticed_ms` on, and ends with the next proof.
"""

import hashlib
import hmac
from collections.abc import Sequence
from typing import NamedTuple

import apsw

from olark_inbox.store import fetch
from olark_inbox.store.batch import Batch

TABLES = """
create table proof_key (
    id integer primary key check (id = 1),
    value blob not null
) strict;
insert into proof_key values (1, randomblob(32));

create table reach (
    id integer primary key autoincrement,
    from_ms integer not null,
    noticed_ms integer not null,
    until_ms integer,
    reason text not null,
    recovered integer not null default 0,
    looked integer not null default 0
) strict;
create table reach_alive (
    id integer primary key check (id = 1),
    at_ms integer not null
) strict;

create table heard (
    kind text primary key,
    first_ms integer not null,
    last_ms integer not null
) strict, without rowid;
"""
"""The migration: the key is made with the tables and never leaves the store."""

_GAP = "select id, from_ms, noticed_ms, until_ms, reason, recovered, looked from reach"
_KEPT = 1_000
"""So many gaps are kept; older ones that were looked at go."""


class Gap(NamedTuple):
    """A period without proof that Olark could reach us."""

    id: int
    from_ms: int
    """The last moment before it at which we surely were reachable."""
    noticed_ms: int
    """From here on we surely were not."""
    until_ms: int | None
    """When reachability was proven again; None: not yet."""
    reason: str
    recovered: int
    """How many deliveries of this time were fetched afterwards."""
    looked: bool
    """The owner has looked after it."""


class Heard(NamedTuple):
    """When something of a kind came from Olark for the first and the last time."""

    first_ms: int
    last_ms: int


def proof_of(connection: apsw.Connection, nonce: str) -> str:
    """Return what only this store can answer to `nonce`."""
    (key,) = fetch.one(connection, "select value from proof_key")
    return hmac.new(key, b"olark-inbox proof " + nonce.encode("ascii"), hashlib.sha256).hexdigest()


def alive(batch: Batch, at_ms: int) -> None:
    """Note that we were reachable, as far as known, until `at_ms`. Wakes nobody."""
    batch.execute("insert or replace into reach_alive values (1, ?)", (at_ms,))


def alive_ms(connection: apsw.Connection) -> int | None:
    """Return until when we were reachable, as far as known; None: never proven."""
    row = fetch.first(connection, "select at_ms from reach_alive")
    return None if row is None else int(row[0])


def begin(batch: Batch, times: tuple[int, int], reason: str, join_ms: int) -> None:
    """Begin a gap at `times` (from, noticed), or go on with one that ended only just before.

    What goes on is for the owner one gap; it has to be looked at again.
    """
    from_ms, noticed_ms = times
    if _open(batch.connection) is not None:
        return
    last = fetch.first(batch.connection, "select id, until_ms from reach order by id desc limit 1")
    if last is not None and last[1] is not None and from_ms - last[1] <= join_ms:
        batch.execute(
            "update reach set until_ms = null, looked = 0, from_ms = min(from_ms, ?) where id = ?",
            (from_ms, last[0]),
        )
    else:
        batch.execute(
            "insert into reach (from_ms, noticed_ms, reason) values (?, ?, ?)",
            (from_ms, max(from_ms, noticed_ms), reason),
        )
        batch.execute(
            "delete from reach where looked = 1 and id <= (select max(id) from reach) - ?", (_KEPT,)
        )
    batch.changed(None, "state", None)


def end(batch: Batch, until_ms: int) -> None:
    """End the open gap, if there is one: reachability is proven."""
    if _open(batch.connection) is None:
        return
    batch.execute("update reach set until_ms = max(from_ms, ?) where until_ms is null", (until_ms,))
    batch.changed(None, "state", None)


def recovered(batch: Batch, count: int) -> None:
    """Add deliveries that were fetched afterwards to the newest gap."""
    batch.execute(
        "update reach set recovered = recovered + ? where id = (select max(id) from reach)",
        (count,),
    )
    batch.changed(None, "state", None)


def look(batch: Batch, gaps: Sequence[int]) -> None:
    """Note that the owner looked after these gaps."""
    for gap in gaps:
        batch.execute("update reach set looked = 1 where id = ?", (gap,))
    batch.changed(None, "state", None)


def gaps(connection: apsw.Connection, least_ms: int, limit: int) -> tuple[Gap, ...]:
    """Return gaps of at least this length that nobody looked after, and open ones; newest first."""
    found = fetch.every(
        connection,
        f"{_GAP} where looked = 0 and (until_ms is null or until_ms - from_ms >= ?)"
        " order by id desc limit ?",
        (least_ms, limit),
    )
    return tuple(_gap(row) for row in found)


def _gap(row: fetch.Values) -> Gap:
    identity, from_ms, noticed_ms, until_ms, reason, fetched, looked = row
    return Gap(identity, from_ms, noticed_ms, until_ms, reason, fetched, bool(looked))


def hear(batch: Batch, kind: str, at_ms: int) -> None:
    """Note that Olark sent something of this kind."""
    batch.at_end(
        f"heard {kind}",
        "insert into heard values (?, ?, ?) on conflict (kind) do update set last_ms = ?",
        (kind, at_ms, at_ms, at_ms),
    )


def heard(connection: apsw.Connection) -> dict[str, Heard]:
    """Return what came from Olark: kind (start, transcript, offline, test) -> when."""
    found = fetch.every(connection, "select kind, first_ms, last_ms from heard")
    return {kind: Heard(first_ms, last_ms) for kind, first_ms, last_ms in found}


def _open(connection: apsw.Connection) -> int | None:
    row = fetch.first(connection, "select id from reach where until_ms is null")
    return None if row is None else int(row[0])
