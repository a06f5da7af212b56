"""Erasing conversations for good: every row, every word of the index, every body as sent.

Only the key is remembered, as a number, so that reading old bodies again never brings it back. A
new delivery of that key is a conversation again.
"""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial

from olark_inbox.olark import cutting
from olark_inbox.store import fetch, owntags, persons, samples
from olark_inbox.store.batch import Batch
from olark_inbox.store.bodies import pack, unpack
from olark_inbox.store.door import Door
from olark_inbox.store.errors import StoreUnavailable
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.place import place_of

STEP = 50
"""So many are erased in one transaction."""
BIN_MS = 30 * 86_400_000
"""So long the bin keeps what is in it."""
_DAY_MS = 86_400_000
_CUT = "Somebody's conversation was erased from it."
_IDLE = 4
"""A step of merging that changes fewer rows, in both indexes together, had nothing to do."""
_MERGED = 200
"""Pages of the index that are written anew in one step."""


def erase(batch: Batch, conversations: Sequence[int]) -> int:
    """Erase these; returns how many there were."""
    batch.execute("pragma secure_delete = on").fetchall()
    count = sum(_erase(batch, conversation) for conversation in conversations)
    if count:
        batch.execute("delete from label where kept = 0 and kind not in ('own', 'gone')")
        batch.label_ids.clear()
        batch.set_state("erased", {"at_ms": batch.now_ms, "merged": False})
        batch.deliveries_changed()
    return count


def _erase(batch: Batch, conversation: int) -> bool:
    found = fetch.first(
        batch.connection,
        "select key, arrival, visitor_id from conversation where id = ?",
        (conversation,),
    )
    if found is None:
        return False
    key, arrival, visitor = found
    sent = fetch.every(
        batch.connection,
        "select distinct delivery from delivery_conversation where conversation = ?",
        (conversation,),
    )
    samples.drop(batch, conversation, arrival)
    for (delivery,) in sent:
        _cut(batch, delivery, key)
    persons.forget(batch, key, visitor)
    batch.execute("delete from torn where key_print = ?", (fingerprint(key),))
    batch.execute("insert or replace into erased values (?, ?)", (fingerprint(key), batch.now_ms))
    return True


def _cut(batch: Batch, delivery: int, key: str) -> None:
    """Remove a body, or one conversation from it where it holds others too."""
    sql = "select 1 from delivery_conversation where delivery = ? limit 1"
    found = fetch.first(
        batch.connection,
        "select body, content_type, content_coding from delivery where id = ?",
        (delivery,),
    )
    if found is None:
        return
    if fetch.first(batch.connection, sql, (delivery,)) is None:
        batch.execute("delete from torn where delivery = ?", (delivery,))
        batch.execute("delete from delivery where id = ?", (delivery,))
        return
    raw = cutting.without(unpack(found[0]), found[1], found[2], key)
    batch.execute(
        "update delivery set body = ?, size = ?, hash = ?, content_type = 'application/json',"
        " content_coding = '', reason = ? where id = ?",
        (pack(raw), len(raw), hashlib.blake2b(raw, digest_size=16).digest(), _CUT, delivery),
    )


def expire(batch: Batch) -> int:
    """Erase what has been in the bin too long, a step's worth; returns how many."""
    found = fetch.every(
        batch.connection,
        "select id from conversation where binned_ms is not null and binned_ms < ? limit ?",
        (batch.now_ms - BIN_MS, STEP),
    )
    return erase(batch, [conversation for (conversation,) in found]) if found else 0


def merge_index(batch: Batch) -> int:
    """Write a piece of the index anew without what was erased; 0 when nothing is left to do."""
    found = fetch.first(batch.connection, "select value from state where name = 'erased'")
    if found is None or '"merged": true' in found[0]:
        return 0
    connection = batch.connection
    before = connection.total_changes()
    begun = '"begun": true' in found[0]
    pages = _MERGED if begun else -_MERGED
    batch.execute("insert into words (words, rank) values ('merge', ?)", (pages,))
    batch.execute("insert into note_words (note_words, rank) values ('merge', ?)", (pages,))
    left = connection.total_changes() - before >= _IDLE
    batch.set_state("erased", {"at_ms": batch.now_ms, "merged": not left, "begun": True})
    return int(left)


def finish(batch: Batch, days: int) -> int:
    """Put answered chats of so many days ago to Done, a step's worth; returns how many."""
    found = fetch.every(
        batch.connection,
        "select id from conversation where done = 0 and binned_ms is null and arrival < ?"
        " and kind = 'transcript' and waiting = 0 and remind_ms is null"
        " order by arrival limit ?",
        (place_of(batch.now_ms - days * _DAY_MS), _FINISHED),
    )
    chats = [conversation for (conversation,) in found]
    batch.connection.executemany(
        "update conversation set done = 1 where id = ?", [(one,) for one in chats]
    )
    if chats:
        batch.changed(None, "reset", None)
    return len(chats)


_FINISHED = 5_000


class Housekeeping(Door):
    """What happens by itself once a day."""

    def daily(self, done_after_days: int = 0) -> "Future[int]":
        """Empty the bin of what is old, end what was deleted, put answered chats to Done.

        Everything behind deliveries and in small steps. `done_after_days` 0: leave the chats
        alone. Returns how many conversations were erased.
        """
        self._writer.put(lambda b: owntags.forget_gone(b, b.now_ms - _DAY_MS), bulk=True)
        if done_after_days > 0:
            _again_and_again(self, partial(finish, days=done_after_days), _FINISHED)
        erased = _again_and_again(self, expire, STEP)
        erased.add_done_callback(self._merge_after)
        return erased

    def _merge_after(self, erased: "Future[int]") -> None:
        if erased.exception() is None:
            with suppress(StoreUnavailable):  # the program ends: the next day does it
                self.merge()

    def merge(self) -> "Future[int]":
        """Take the words of what was erased out of the files of the index too."""
        return _again_and_again(self, merge_index, 1)

    def put(self, work: Callable[[Batch], int]) -> "Future[int]":
        return self._writer.put(work, bulk=True)


def _again_and_again(door: Housekeeping, work: Callable[[Batch], int], full: int) -> "Future[int]":
    """Run steps one after another until one has less to do than a step holds; sum them up."""
    whole: Future[int] = Future()
    whole.set_running_or_notify_cancel()
    total = 0

    def step_done(step: "Future[int]") -> None:
        nonlocal total
        try:
            total += step.result()
            if step.result() < full:
                whole.set_result(total)
            else:
                door.put(work).add_done_callback(step_done)
        except Exception as error:  # noqa: BLE001 - the future carries it to who asked
            whole.set_exception(error)

    door.put(work).add_done_callback(step_done)
    return whole
