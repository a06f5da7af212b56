"""Reading kept bodies again with today's reader."""

from collections.abc import Callable, Sequence
from typing import Any

import apsw

from olark_inbox.olark.body import Reading
from olark_inbox.olark.merge import Merged, first, merge, rank
from olark_inbox.olark.model import Conversation, Kind
from olark_inbox.store import accept, fetch, keep
from olark_inbox.store.accept import POSITIONS, Arrived
from olark_inbox.store.batch import Batch
from olark_inbox.store.bodies import unpack
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.rows import Outcome

Read = Callable[[bytes, str, str], Reading]
"""The reader of the day: raw body, content type, content coding."""

STEP = 50
"""So many deliveries are read again in one transaction."""

_COLUMNS = "id, received_ms, outcome, content_type, content_coding, sample, settled, body"


def steps(connection: apsw.Connection, deliveries: Sequence[int] | None) -> list[list[int]]:
    """Return the ids to read again, in order of arrival, a transaction's worth at a time."""
    if deliveries is None:
        found = fetch.every(connection, "select id from delivery order by id")
        wanted = [identity for (identity,) in found]
    else:
        wanted = sorted(set(deliveries))
    return [wanted[at : at + STEP] for at in range(0, len(wanted), STEP)]


class Run:
    """One reading again of many bodies, a few to a transaction."""

    def __init__(self, read: Read, progress: Callable[[int, int, str], None] | None) -> None:
        self._read = read
        self._progress = progress
        self._done = 0
        self._total = 0

    def begin(self, parts: list[list[int]]) -> list[list[int]]:
        """Note how much there is to do."""
        self._total = sum(len(part) for part in parts)
        return parts

    def step(self, batch: Batch, deliveries: Sequence[int]) -> set[int]:
        """Read these again and return the conversations that changed.

        A conversation is put together anew from all its bodies, in whatever order they came; its
        place and the owner's marks stay. A body nobody could read before is taken as if it came
        now.
        """
        changed: set[int] = set()
        for delivery in deliveries:
            arrived = _load(batch, delivery, self._read)
            if arrived is None:
                continue
            linked = _linked(batch, delivery)
            if linked:
                changed |= {one for one in linked if _rebuild(batch, one, self._read)}
            else:
                changed |= _learn(batch, delivery, arrived)
        self._done += len(deliveries)
        if self._progress is not None:
            self._progress(self._done, self._total, "")
        return changed

    @staticmethod
    def changed(parts: list[set[int]]) -> int:
        """Return how many conversations changed in all steps together."""
        return len(set().union(*parts))


def _load(batch: Batch, delivery: int, read: Read) -> Arrived | None:
    found = fetch.first(
        batch.connection,
        f"select {_COLUMNS} from delivery where id = ?",  # noqa: S608 - our own columns
        (delivery,),
    )
    if found is None or not found[-1]:
        return None
    return _arrived(found, read)


def _arrived(values: Sequence[Any], read: Read) -> Arrived:
    _, received_ms, _, content_type, coding, sample, _, body = values
    raw = unpack(body)
    reading = read(raw, content_type, coding)
    return Arrived(raw, content_type, coding, sample == 1, received_ms, reading)


def _linked(batch: Batch, delivery: int) -> list[int]:
    found = fetch.every(
        batch.connection,
        "select distinct conversation from delivery_conversation"
        " join delivery on delivery.id = delivery_conversation.delivery"
        " where delivery = ? and outcome <> 'unreadable'",
        (delivery,),
    )
    return [conversation for (conversation,) in found]


def _rebuild(batch: Batch, conversation: int, read: Read) -> bool:
    (key,) = fetch.one(
        batch.connection, "select key from conversation where id = ?", (conversation,)
    )
    merged: Merged | None = None
    for delivery, arrived in _bodies_of(batch, conversation, read):
        for position, one in _shown(arrived.reading):
            if one.key == key:
                order = rank(one, arrived.received_ms, delivery * POSITIONS + position)
                merged = first(one, order) if merged is None else merge(merged, one, order)
    return merged is not None and keep.rewrite(batch, conversation, merged)


def _bodies_of(batch: Batch, conversation: int, read: Read) -> list[tuple[int, Arrived]]:
    columns = ", ".join(f"delivery.{column.strip()}" for column in _COLUMNS.split(","))
    found = fetch.every(
        batch.connection,
        f"select distinct {columns} from delivery_conversation"  # noqa: S608 - our own columns
        " join delivery on delivery.id = delivery_conversation.delivery"
        " where conversation = ? and outcome <> 'unreadable' order by delivery.id",
        (conversation,),
    )
    return [(values[0], _arrived(values, read)) for values in found]


def _shown(reading: Reading) -> list[tuple[int, Conversation]]:
    return [
        (position, one)
        for position, one in enumerate(reading.conversations)
        if one.kind not in (Kind.TEST, Kind.EVENT)
    ]


def _learn(batch: Batch, delivery: int, arrived: Arrived) -> set[int]:
    """Take a body that said nothing before; what was erased stays erased."""
    reading = arrived.reading
    alive = tuple(one for one in reading.conversations if not _erased(batch, one.key))
    if reading.failure is not None or not alive:
        return set()
    outcome, kind = accept.judge(alive)
    effects = accept.take_all(batch, accept.again(arrived, alive), delivery)
    if outcome is not Outcome.STORED:
        return set()
    batch.execute(
        "update delivery set outcome = ?, kind = ?, settled = 0, reason = '', repaired = ?"
        " where id = ?",
        (outcome.value, kind, int(reading.repaired), delivery),
    )
    batch.execute("delete from torn where delivery = ?", (delivery,))
    batch.deliveries_changed()
    return {effect.conversation for effect in effects if effect.changed}


def _erased(batch: Batch, key: str) -> bool:
    sql = "select 1 from erased where key_print = ?"
    return fetch.first(batch.connection, sql, (fingerprint(key),)) is not None
