"""Reading kept bodies again with today's reader."""

from collections.abc import Callable, Sequence

import apsw

from olark_inbox.olark.model import Conversation
from olark_inbox.store import accept, documents, fetch, keep
from olark_inbox.store.batch import Batch
from olark_inbox.store.documents import BODY_COLUMNS, Arrived, Read
from olark_inbox.store.fingerprint import fingerprint

Progress = Callable[[int, int, str], None]
"""Told (done, total, "") after each step."""

STEP = 50
"""So many deliveries are read again in one transaction."""


def steps(connection: apsw.Connection, deliveries: Sequence[int] | None) -> list[list[int]]:
    """Return the ids to read again, in order of arrival, a transaction's worth at a time."""
    if deliveries is None:
        found = fetch.every(
            connection, "select id from delivery where outcome <> 'refused' order by id"
        )
        wanted = [identity for (identity,) in found]
    else:
        wanted = sorted(set(deliveries))
    return [wanted[at : at + STEP] for at in range(0, len(wanted), STEP)]


class Run:
    """One reading again of some or all bodies."""

    def __init__(self, read: Read, progress: Progress | None, *, everything: bool) -> None:
        self._read = read
        self._progress = progress
        self._everything = everything
        self._done = 0
        self._total = 0

    def begin(self, parts: list[list[int]]) -> list[list[int]]:
        """Note how much there is to do."""
        self._total = sum(len(part) for part in parts)
        return parts

    def step(self, batch: Batch, deliveries: Sequence[int]) -> set[int]:
        """Read these again and return the conversations that changed.

        A conversation is put together anew from all its bodies, in whatever order they came; its
        place and the owner's marks stay. What nobody could read before is taken as if it came now,
        and what was erased stays erased.
        """
        changed: set[int] = set()
        for delivery in deliveries:
            changed |= self._one(batch, delivery)
        self._done += len(deliveries)
        if self._progress is not None:
            self._progress(self._done, self._total, "")
        return changed

    @staticmethod
    def changed(parts: list[set[int]]) -> int:
        """Return how many conversations changed in all steps together."""
        return len(set().union(*parts))

    def _one(self, batch: Batch, delivery: int) -> set[int]:
        sql = f"select {BODY_COLUMNS} from delivery where id = ?"  # noqa: S608 - our own columns
        found = fetch.first(batch.connection, sql, (delivery,))
        if found is None or not found[-1]:
            return set()
        arrived = documents.arrived(found, self._read)
        if arrived.reading.failure is not None:
            return set()
        linked = _linked(batch, delivery)
        changed = {
            conversation
            for conversation in linked
            if self._is_due(batch, conversation, delivery) and self._rebuild(batch, conversation)
        }
        return changed | _learn(batch, delivery, arrived, set(linked.values()))

    def _rebuild(self, batch: Batch, conversation: int) -> bool:
        merged = documents.put_together(batch.connection, conversation, self._read)
        return merged is not None and keep.rewrite(batch, conversation, merged)

    def _is_due(self, batch: Batch, conversation: int, delivery: int) -> bool:
        """Where all is read again, a conversation is put together once: at its last delivery."""
        if not self._everything:
            return True
        sql = "select max(delivery) from delivery_conversation where conversation = ?"
        return bool(fetch.one(batch.connection, sql, (conversation,))[0] == delivery)


def _linked(batch: Batch, delivery: int) -> dict[int, str]:
    """Return the conversations this delivery was read into, with their keys."""
    found = fetch.every(
        batch.connection,
        "select conversation.id, conversation.key from delivery_conversation"
        " join delivery on delivery.id = delivery_conversation.delivery"
        " join conversation on conversation.id = delivery_conversation.conversation"
        " where delivery_conversation.delivery = ? and delivery.outcome <> 'unreadable'",
        (delivery,),
    )
    return dict(found)


def _learn(batch: Batch, delivery: int, arrived: Arrived, known: set[str]) -> set[int]:
    """Take what this delivery did not say to the reader of its day."""
    parts = [
        (position, one)
        for position, one in documents.shown(arrived.reading)
        if one.key not in known and not _erased(batch, one)
    ]
    effects = accept.take(batch, arrived, delivery, parts)
    outcome, kind = accept.judge(arrived.reading.conversations)
    if effects or not documents.shown(arrived.reading):
        batch.execute(
            "update delivery set outcome = ?, kind = ?, settled = 0, reason = '', repaired = ?"
            " where id = ? and outcome <> ?",
            (outcome.value, kind, int(arrived.reading.repaired), delivery, outcome.value),
        )
        batch.execute("delete from torn where delivery = ?", (delivery,))
        batch.deliveries_changed()
    return {effect.conversation for effect in effects if effect.changed}


def _erased(batch: Batch, conversation: Conversation) -> bool:
    sql = "select 1 from erased where key_print = ?"
    return fetch.first(batch.connection, sql, (fingerprint(conversation.key),)) is not None
