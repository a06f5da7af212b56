"""One transaction of the writer in the making, and what a work item may do in it."""

import json
import os
from collections.abc import Mapping
from typing import Any

import apsw

from olark_inbox.base.clock import Clock

CHANGES_KEPT = 10_000
"""How many changes stay readable; whoever is further behind reads the list again."""

IndexText = tuple[str, str, str, str, str]
"""Text for the five columns of `words`."""


class Batch:
    """What a work item is given: the connection inside its transaction, and the common books.

    Rows are written at once. The full-text index waits until all items are done: first all
    deletes, then all inserts, each in order of arrival, because FTS5 is several times slower when
    they alternate. `finish` writes those and the books, just before the commit.
    """

    def __init__(self, connection: apsw.Connection, clock: Clock) -> None:
        self.connection = connection
        self.execute = connection.execute
        self.now_ms = clock()
        row = self.execute("select max(arrival) from conversation").fetchone()
        self.label_ids: dict[tuple[str, str], int] = {}
        """Ids of labels met in this transaction; not kept longer, a rollback takes them back."""
        self.torn_waits = self.execute("select 1 from torn limit 1").fetchone() is not None
        """Whether any unreadable body waits for a whole copy."""
        self._arrival: int = (row[0] if row else None) or 0
        self._deletes: set[int] = set()
        self._inserts: dict[int, IndexText] = {}
        self._states: dict[str, Mapping[str, Any]] = {}
        self._changes: list[tuple[int | None, str, int | None]] = []
        self._deliveries_changed = False

    def arrive(self, received_ms: int) -> int:
        """Return the next place in the list: growing, whatever the clock does."""
        self._arrival = max(self._arrival + 1, received_ms)
        return self._arrival

    def index(self, arrival: int, text: IndexText) -> None:
        """Make `text` findable under `arrival`."""
        self._inserts[arrival] = text

    def unindex(self, arrival: int) -> None:
        """Forget what was findable under `arrival`."""
        if self._inserts.pop(arrival, None) is None:
            self._deletes.add(arrival)

    def changed(self, conversation: int | None, what: str, old_arrival: int | None) -> None:
        """Tell whoever shows the list. `conversation` None says: read it all again."""
        self._changes.append((conversation, what, old_arrival))

    def deliveries_changed(self) -> None:
        """Tell whoever shows the log of deliveries."""
        self._deliveries_changed = True

    def set_state(self, name: str, value: Mapping[str, Any]) -> None:
        """Remember `value` for the other roles; the last one of a batch wins."""
        self._states[name] = value

    @property
    def says_something(self) -> bool:
        """Whether anybody needs a wake-up after the commit."""
        return bool(self._changes or self._states or self._deliveries_changed)

    def finish(self) -> None:
        """Write the index, the states and the changes."""
        self._write_index()
        self._write_states()
        self._write_changes()

    def _write_index(self) -> None:
        if self._deletes:
            # A place that was left and taken again within this batch is replaced like any other.
            self.connection.executemany(
                "delete from words where rowid = ?", [(a,) for a in sorted(self._deletes)]
            )
        if self._inserts:
            self.connection.executemany(
                "insert into words (rowid, visitor, lines, agents, labels, other)"
                " values (?, ?, ?, ?, ?, ?)",
                [(arrival, *self._inserts[arrival]) for arrival in sorted(self._inserts)],
            )

    def _write_states(self) -> None:
        for name, value in self._states.items():
            self.execute(
                "insert into state (name, value, at_ms, pid) values (?, ?, ?, ?)"
                " on conflict (name) do update set"
                " value = excluded.value, at_ms = excluded.at_ms, pid = excluded.pid",
                (name, json.dumps(dict(value)), self.now_ms, os.getpid()),
            )

    def _write_changes(self) -> None:
        if self._states:
            self._changes.append((None, "state", None))
        if self._deliveries_changed:
            self._changes.append((None, "delivery", None))
        if not self._changes:
            return
        self.connection.executemany(
            "insert into change (conversation, what, old_arrival) values (?, ?, ?)", self._changes
        )
        newest = self.connection.last_insert_rowid()
        self.execute("delete from change where number <= ?", (newest - CHANGES_KEPT,))
