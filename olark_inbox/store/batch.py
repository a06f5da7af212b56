"""One transaction of the writer in the making, and what a work item may do in it."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import apsw

from olark_inbox.base.clock import Clock
from olark_inbox.store import fetch, waiting
from olark_inbox.store.place import place_of
from olark_inbox.store.waiting import Waiting

TOLD = 1_000
"""More changes than this are not told one by one: reading the list again is quicker."""
CHANGES_KEPT = 10_000
"""How many changes stay readable; whoever is further behind reads the list again."""

_NEWEST_ID = {
    "delivery": "select coalesce(max(id), 0) from delivery",
    "conversation": "select coalesce(max(seq), 0) from sqlite_sequence where name = 'conversation'",
}

IndexText = tuple[str | bytes, ...]
"""Text for the five columns of `words`; where it is very long, in UTF-8."""
_LARGE = 1024 * 1024


class Batch:
    """What a work item is given: the connection inside its transaction, and the common books.

    Rows are written at once. The full-text index waits until all items are done: first all
    deletes, then all inserts, each in order of arrival, because FTS5 is several times slower when
    they alternate. `finish` writes those and the books, just before the commit.
    """

    def __init__(
        self, connection: apsw.Connection, clock: Clock, prints: Sequence[int] = ()
    ) -> None:
        """Begin; `prints` are the keys of conversations that items of the batch bring."""
        self._raw = connection
        self._waiting = Waiting()
        self._next_ids: dict[str, int] = {}
        self._ends: dict[str, tuple[str, tuple[Any, ...]]] = {}
        self.new_prints: set[int] = set()
        """Keys of conversations that wait to be inserted."""
        self.unknown = self._unknown(prints)
        """Of these keys, those that no conversation has yet: nothing has to be looked up."""
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
        self._changes: list[tuple[str, int | None, int | None]] = []
        self._deliveries_changed = False

    def _unknown(self, prints: Sequence[int]) -> set[int]:
        if not prints:
            return set()
        sql = (
            "select key_print from conversation where key_print in (select value from json_each(?))"
        )
        found = fetch.every(self._raw, sql, (json.dumps(prints),))
        return set(prints).difference(known for (known,) in found)

    @property
    def connection(self) -> apsw.Connection:
        """The connection, after all that waits was written: whoever reads through it sees it."""
        if self._waiting.any:
            self._waiting.write(self._raw)
            self.new_prints.clear()
        self._next_ids.clear()
        return self._raw

    @property
    def execute(self) -> Callable[..., apsw.Cursor]:
        """Run one statement, after all that waits was written."""
        return self.connection.execute

    def flush(self) -> None:
        """Write all that waits."""
        self._raw = self.connection

    def lookup(self, sql: str, parameters: fetch.Parameters) -> fetch.Values | None:
        """Read a row that cannot be among those that wait, without writing them first."""
        return fetch.first(self._raw, sql, parameters)

    def insert(self, table: str, row: tuple[Any, ...]) -> None:
        """Insert a row at the end, together with the others of its table; a large one at once."""
        self._waiting.add(table, row)
        if isinstance(row[-1], bytes) and len(row[-1]) > _LARGE:
            self.flush()

    def new_id(self, table: str) -> int:
        """Return the id of a row that is going to be inserted."""
        following = self._next_ids.get(table)
        if following is None:
            following = fetch.one(self._raw, _NEWEST_ID[table])[0] + 1
        self._next_ids[table] = following + 1
        return int(following)

    def at_end(self, name: str, sql: str, parameters: tuple[Any, ...]) -> None:
        """Run a statement once before the commit; the last one of a name wins."""
        self._ends[name] = (sql, parameters)

    def arrive(self, received_ms: int) -> int:
        """Return the next place in the list: growing, whatever the clock does."""
        self._arrival = max(self._arrival + 1, place_of(received_ms))
        return self._arrival

    @property
    def newest_arrival(self) -> int:
        """The newest place there is."""
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
        self._changes.append((what, conversation, old_arrival))

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
        """Write what waits, the index, the states and the changes."""
        connection = self.connection
        self._write_index()
        for sql, parameters in self._ends.values():
            connection.execute(sql, parameters)
        self._write_states()
        self._write_changes()

    def _write_index(self) -> None:
        if self._deletes:
            # A place that was left and taken again within this batch is replaced like any other.
            self.connection.executemany(
                "delete from words where rowid = ?", [(a,) for a in sorted(self._deletes)]
            )
        if self._inserts:
            rows = [(arrival, *self._inserts[arrival]) for arrival in sorted(self._inserts)]
            waiting.insert(self.connection, "words", rows)

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
            self._changes.append(("state", None, None))
        if self._deliveries_changed:
            self._changes.append(("delivery", None, None))
        if not self._changes:
            return
        waiting.insert(self.connection, "change", self._changes)
        newest = self.connection.last_insert_rowid()
        self.execute("delete from change where number <= ?", (newest - CHANGES_KEPT,))
