"""A body that was read becomes rows: the delivery as it came, and what it changes."""

import hashlib
import os

from olark_inbox.olark.body import Failure
from olark_inbox.olark.merge import Merged
from olark_inbox.olark.model import Conversation, Kind
from olark_inbox.olark.pasted import is_pasted
from olark_inbox.store import reach, torn
from olark_inbox.store.batch import Batch
from olark_inbox.store.bodies import pack
from olark_inbox.store.documents import Arrived, Parts, rank_of, shown
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.keep import Effect, keep
from olark_inbox.store.rows import Outcome, Receipt

BODY_LOST = "What was sent was lost when the data file was damaged."
LAST_STATE = "last"
"""When something was posted last, and what it brought, if anything: {"at_ms", "conversation"}."""
FOREIGN_STATE = "foreign"
"""How many requests were not Olark's, at our address or beside it: {"count": n, "at_ms": last}."""
_COUNT = """
insert into state (name, value, at_ms, pid)
    values (?, json_object('count', ?, 'at_ms', ?), ?, ?)
on conflict (name) do update set
    value = json_object('count', value ->> 'count' + ?, 'at_ms', excluded.at_ms),
    at_ms = excluded.at_ms, pid = excluded.pid
"""


def foreign(arrived: Arrived) -> bool:
    """Whether the body is not Olark's at all, so that nothing of it is kept."""
    failure = arrived.reading.failure
    return failure is not None and not failure.unreadable


def refuse(arrived: Arrived) -> Receipt:
    """Return what is said of a foreign body."""
    failure = arrived.reading.failure
    if failure is None:
        return Receipt(Outcome.FOREIGN)
    return Receipt(Outcome.FOREIGN, failure.reason, cause=failure.cause)


def prints(arrived: Arrived) -> tuple[int, ...]:
    """Return the keys of the conversations it brings, for whoever begins its batch."""
    return tuple(fingerprint(one.key) for _, one in shown(arrived.reading))


def count_foreign(batch: Batch, count: int, at_ms: int) -> None:
    """Count more of what was not Olark's; nothing else of it is kept."""
    batch.execute(_COUNT, (FOREIGN_STATE, count, at_ms, at_ms, os.getpid(), count))
    batch.deliveries_changed()


def store(batch: Batch, arrived: Arrived) -> Receipt:
    """Keep the body and what it says. Runs inside the writer's transaction."""
    failure = arrived.reading.failure
    batch.deliveries_changed()
    hashed = hashlib.blake2b(arrived.raw, digest_size=16).digest()
    if failure is not None:
        return _unreadable(batch, arrived, hashed, failure)
    outcome, kind = judge(arrived.reading.conversations)
    delivery = _insert(batch, arrived, outcome, kind, hashed, "")
    posted = not arrived.sample and not _is_pasted(arrived)
    listed = arrived.reading.listed
    effects = take(batch, arrived, delivery, shown(arrived.reading))
    if posted and outcome is not Outcome.TEST:
        _note_last(batch, arrived, effects[-1].conversation if effects else None)
    if posted and not arrived.from_here:
        reach.hear(batch, kind, arrived.received_ms)
    if outcome is Outcome.TEST:
        batch.set_state("test", {"at_ms": arrived.received_ms})
    return Receipt(
        outcome,
        delivery=delivery,
        conversations=tuple(dict.fromkeys(effect.conversation for effect in effects)),
        changed=any(effect.changed for effect in effects),
        listed=listed,
    )


def _note_last(batch: Batch, arrived: Arrived, conversation: int | None) -> None:
    batch.set_state(LAST_STATE, {"at_ms": arrived.received_ms, "conversation": conversation})


def _is_pasted(arrived: Arrived) -> bool:
    return any(is_pasted(one.id) for one in arrived.reading.conversations)


def judge(conversations: tuple[Conversation, ...]) -> tuple[Outcome, str]:
    """Return the outcome and kind of a body in which these were read."""
    shown = [one.kind for one in conversations if one.kind not in (Kind.TEST, Kind.EVENT)]
    if shown:
        return Outcome.STORED, shown[0].value
    tested = any(one.kind is Kind.TEST for one in conversations)
    return (Outcome.TEST, Kind.TEST.value) if tested else (Outcome.EVENT, Kind.EVENT.value)


def take(batch: Batch, arrived: Arrived, delivery: int, parts: Parts) -> list[Effect]:
    """Merge conversations of a delivery into the store, and log what each changed.

    It uses up `parts`: whoever holds them holds all of their text.
    """
    effects = []
    while parts:
        position, conversation = parts.pop(0)
        key = conversation.key
        order = rank_of(conversation, arrived.received_ms, delivery, position)
        effect = keep(batch, conversation, order, arrived.received_ms, sample=arrived.sample)
        del conversation
        if not isinstance(effect, Effect):
            arrived.let_go()
            effect = effect()
        effects.append(effect)
        batch.insert(
            "delivery_conversation", (delivery, position, effect.conversation, effect.words)
        )
        torn.settle(batch, key, effect.conversation)
    return effects


def note_lost_body(batch: Batch, merged: Merged, effect: Effect, *, sample: bool) -> None:
    """Write down the delivery a conversation came by, of which no more is left than that."""
    conversation = merged.conversation
    hashed = hashlib.blake2b(conversation.key.encode(), digest_size=16).digest()
    delivery = batch.new_id("delivery")
    row = (
        delivery, merged.received_ms, Outcome.STORED.value, conversation.kind.value, 0, hashed, "",
        "", 0, int(sample), BODY_LOST, b"",
    )  # fmt: skip
    batch.insert("delivery", row)
    batch.insert("delivery_conversation", (delivery, 0, effect.conversation, effect.words))


def _unreadable(batch: Batch, arrived: Arrived, hashed: bytes, failure: Failure) -> Receipt:
    reason = failure.reason
    if not arrived.sample:
        _note_last(batch, arrived, None)
    same = torn.fold(batch, hashed, arrived.received_ms)
    if same is not None:
        return Receipt(Outcome.UNREADABLE, reason, delivery=same)
    if torn.quota_is_full(batch, len(arrived.raw)):
        batch.set_state("unreadable_full", {"at_ms": arrived.received_ms})
        return Receipt(Outcome.FULL, reason)
    delivery = _insert(batch, arrived, Outcome.UNREADABLE, "", hashed, reason)
    torn.remember(batch, arrived.raw, failure.ids, delivery)
    return Receipt(Outcome.UNREADABLE, reason, delivery=delivery)


def _insert(
    batch: Batch, arrived: Arrived, outcome: Outcome, kind: str, hashed: bytes, reason: str
) -> int:
    delivery = batch.new_id("delivery")
    batch.insert(
        "delivery",
        (
            delivery,
            arrived.received_ms,
            outcome.value,
            kind,
            len(arrived.raw),
            hashed,
            arrived.content_type,
            arrived.content_coding,
            int(arrived.reading.repaired),
            int(arrived.sample),
            reason,
            pack(arrived.raw),
        ),
    )
    return delivery
