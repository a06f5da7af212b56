"""Bodies with the right secret from a sender outside the owner's list: kept, until he decides."""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

import apsw

from olark_inbox.base.clock import Clock
from olark_inbox.store import fetch, futures
from olark_inbox.store.batch import Batch
from olark_inbox.store.bodies import pack
from olark_inbox.store.readers import Reader
from olark_inbox.store.rows import Outcome
from olark_inbox.store.writer import Writer

TABLES = """
create index delivery_refused on delivery (reason, id) where outcome = 'refused';
"""
"""The migration. `reason` of such a delivery is the address of its sender."""

QUOTA_ITEMS = 200
QUOTA_BYTES = 50 * 1024 * 1024


class Refused:
    """What was refused, as the inbox hands it out. Safe from any thread."""

    def __init__(
        self, writer: Writer, reader: Reader, clock: Clock, read_again: Callable[..., Any]
    ) -> None:
        self._writer, self._reader, self._clock = writer, reader, clock
        self._read_again = read_again

    def keep(
        self, raw: bytes, content_type: str, content_coding: str, sender: str
    ) -> "Future[bool]":
        """Keep a body of a sender that is not in the list; False where there are too many."""
        now = self._clock()
        values = (now, len(raw), _hash(raw), content_type, content_coding, sender, pack(raw))
        return self._writer.put(lambda batch: _keep(batch, values), size=len(raw), limited=True)

    def allow(self, sender: str) -> "Future[int]":
        """Read what this sender delivered, now that he is in the list; returns what it changed."""
        released = self._writer.put(lambda batch: _release(batch, "reason", sender))
        return futures.then(released, self._read)

    def admit(self, delivery: int) -> "Future[int]":
        """Read one of them though its sender is not in the list: we asked for it ourselves."""
        released = self._writer.put(lambda batch: _release(batch, "id", delivery))
        return futures.then(released, self._read)

    def _read(self, deliveries: Sequence[int]) -> "Future[int]":
        if not deliveries:
            return futures.done(0)
        again: Future[int] = self._read_again(deliveries)
        return again


def known(connection: apsw.Connection, hashed: bytes) -> bool:
    """Whether the same body is kept as refused."""
    sql = "select 1 from delivery where outcome = 'refused' and hash = ?"
    return fetch.first(connection, sql, (hashed,)) is not None


def _keep(batch: Batch, values: tuple[Any, ...]) -> bool:
    connection = batch.connection
    if known(connection, values[2]):
        return True  # the sender tries again and again
    count, size = fetch.one(
        connection,
        "select count(*), coalesce(sum(size), 0) from delivery where outcome = 'refused'",
    )
    if count >= QUOTA_ITEMS or size + values[1] > QUOTA_BYTES:
        return False
    batch.execute(
        "insert into delivery (received_ms, size, hash, content_type, content_coding, reason, body,"
        " outcome, kind, repaired, sample) values (?, ?, ?, ?, ?, ?, ?, ?, '', 0, 0)",
        (*values, Outcome.REFUSED.value),
    )
    batch.deliveries_changed()
    return True


def _release(batch: Batch, column: str, value: str | int) -> list[int]:
    """Let what was refused count as not yet read."""
    found = fetch.every(
        batch.connection,
        "update delivery set outcome = 'unreadable', reason = ''"  # noqa: S608 - our own columns
        f" where outcome = 'refused' and {column} = ? returning id",
        (value,),
    )
    batch.deliveries_changed()
    return sorted(identity for (identity,) in found)


def _hash(raw: bytes) -> bytes:
    return hashlib.blake2b(raw, digest_size=16).digest()
