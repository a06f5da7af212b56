"""What arrived from Olark: the log of deliveries, their raw bodies, and putting torn ones aside."""

from collections.abc import Sequence
from typing import Any

import apsw

from olark_inbox.base.said import said
from olark_inbox.store import fetch
from olark_inbox.store.batch import Batch
from olark_inbox.store.bodies import unpack
from olark_inbox.store.errors import Gone
from olark_inbox.store.rows import Delivery, Outcome

_COLUMNS = "id, received_ms, outcome, kind, size, repaired, sample, settled, times, reason"


def page(
    connection: apsw.Connection, before: int | None, limit: int, *, unreadable_only: bool
) -> tuple[Delivery, ...]:
    """Return deliveries, newest first, from the one before `before` on."""
    only = "outcome = 'unreadable' and " if unreadable_only else ""
    found = fetch.every(
        connection,
        f"select {_COLUMNS} from delivery where {only}id < ?"  # noqa: S608 - our own words
        " order by id desc limit ?",
        (before if before is not None else 1 << 62, limit),
    )
    return tuple(_delivery(connection, values) for values in found)


def _delivery(connection: apsw.Connection, values: Sequence[Any]) -> Delivery:
    identity, received_ms, outcome, kind, size, repaired, sample, settled, times, reason = values
    links = fetch.every(
        connection,
        "select conversation, words, name from delivery_conversation"
        " join conversation on id = conversation where delivery = ? order by position limit 100",
        (identity,),
    )
    summary = "; ".join(dict.fromkeys(words for _, words, _ in links if words))
    if times > 1:
        summary = f"came {times} times"
    return Delivery(
        id=identity,
        received_ms=received_ms,
        outcome=Outcome(outcome),
        kind=kind,
        summary=summary,
        conversations=tuple(dict.fromkeys(conversation for conversation, _, _ in links)),
        names=tuple(dict.fromkeys(name for _, _, name in links)),
        size=size,
        repaired=repaired == 1,
        sample=sample == 1,
        reason=reason,
        settled=settled == 1,
    )


def raw(connection: apsw.Connection, delivery: int) -> bytes:
    """Return a body byte for byte as it came; b"" where it was discarded."""
    found = fetch.first(connection, "select body from delivery where id = ?", (delivery,))
    if found is None:
        raise Gone(said("What Olark sent is not kept any more."))
    return unpack(found[0])


def discard(batch: Batch, delivery: int) -> None:
    """Put an unreadable one aside for good: its body goes, its line in the log stays."""
    batch.execute(
        "update delivery set settled = 1, body = x'' where id = ? and outcome = 'unreadable'",
        (delivery,),
    )
    batch.execute("delete from torn where delivery = ?", (delivery,))
    batch.deliveries_changed()
