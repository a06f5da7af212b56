"""Reminding the owner of a conversation: it comes back to Needs reply when its time has come."""

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial

import apsw

from olark_inbox.store import fetch, futures, marks
from olark_inbox.store.batch import Batch
from olark_inbox.store.door import Door
from olark_inbox.store.undoing import Undo, joined

_AT_ONCE = 500


def next_ms(connection: apsw.Connection) -> int | None:
    """Return when the next reminder is due."""
    sql = "select min(remind_ms) from conversation where remind_ms is not null and due = 0"
    found = fetch.one(connection, sql)[0]
    return None if found is None else int(found)


def ring(batch: Batch) -> int:
    """Bring back what is due by now, out of Done too; returns how many. The bin stays the bin."""
    found = fetch.every(
        batch.connection,
        "select id from conversation where remind_ms is not null and due = 0 and remind_ms <= ?"
        " limit ?",
        (batch.now_ms, _AT_ONCE),
    )
    due = [conversation for (conversation,) in found]
    batch.connection.executemany(
        "update conversation set due = 1, done = 0 where id = ?", [(one,) for one in due]
    )
    marks.tell(batch, due, "due")
    return len(due)


class Reminders(Door):
    """The owner's reminders."""

    def remind(self, conversations: Sequence[int], at_ms: int) -> "Future[Undo]":
        """Remind the owner of conversations at a time, in place of any reminder before."""
        return self._set(conversations, at_ms)

    def clear(self, conversations: Sequence[int]) -> "Future[Undo]":
        """Remind the owner of these no more."""
        return self._set(conversations, None)

    def next_ms(self) -> "Future[int | None]":
        """Return when the next reminder is due, None where there is none."""
        return self._reader.call(next_ms)

    def ring(self) -> "Future[int]":
        """Bring back what is due by now; each is told as a change, "due"."""
        return self._writer.put(ring)

    def _set(self, conversations: Sequence[int], at_ms: int | None) -> "Future[Undo]":
        parts = [
            self._writer.put(partial(marks.remind, conversations=part, at_ms=at_ms), bulk=bulk)
            for part, bulk in marks.steps(conversations)
        ]
        return futures.gather(parts, joined)
