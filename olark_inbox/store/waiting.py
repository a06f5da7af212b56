"""New rows that wait for the end of their batch, to go in many to a statement.

Each statement gives Python's lock away and has to wait for it afterwards, while the thread that
receives keeps it busy: one statement for many rows is several times faster than many for one.
"""

from collections.abc import Sequence
from typing import Any

import apsw

_MOST = 64
"""Rows of the longest statement; shorter ones halve it, so that few texts are ever prepared."""

# In the order in which they are written. The first column is never null.
_COLUMNS = {
    "delivery": (
        "id", "received_ms", "outcome", "kind", "size", "hash", "content_type", "content_coding",
        "repaired", "sample", "reason", "body",
    ),
    "conversation": (
        "kind", "unanswered", "automatic", "manual", "waiting", "live_until_ms", "anonymous",
        "lines", "rating", "visitor_print", "name", "email", "phone", "visitor_id", "agents",
        "tags", "groups", "preview", "sort_name", "sort_rating", "id", "arrival", "received_ms",
        "started_ms", "sample", "key_print", "key",
    ),
    "document": ("conversation", "body"),
    "delivery_conversation": ("delivery", "position", "conversation", "words"),
    "labelled": ("label", "hidden", "arrival", "conversation"),
}  # fmt: skip
_OTHERS = {
    "words": ("rowid", "visitor", "lines", "agents", "labels", "other"),
    "change": ("what", "conversation", "old_arrival"),
}
SHOWN_COLUMNS = _COLUMNS["conversation"][:20]
"""What the list shows of a conversation, in the order `keep.shown` gives it."""


class Waiting:
    """Rows by table."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _COLUMNS}
        self.any = False

    def add(self, table: str, row: tuple[Any, ...]) -> None:
        """Keep a row for `write`."""
        self._rows[table].append(row)
        self.any = True

    def write(self, connection: apsw.Connection) -> None:
        """Insert everything that waits."""
        for table, rows in self._rows.items():
            if rows:
                insert(connection, table, rows)
                rows.clear()
        self.any = False


def insert(connection: apsw.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows in few statements.

    What does not fill a statement goes in one with room to spare: cut into several, the index would
    be written once for each of them.
    """
    for at in range(0, len(rows), _MOST):
        part = rows[at : at + _MOST]
        room = 1 << (len(part) - 1).bit_length()
        values = [value for row in part for value in row]
        values += [None] * (len(part[0]) * (room - len(part)))
        connection.execute(_statement(table, room), values)


def _statement(table: str, room: int) -> str:
    known = _STATEMENTS.get((table, room))
    if known is None:
        columns = _COLUMNS.get(table) or _OTHERS[table]
        row = f"({', '.join('?' * len(columns))})"
        known = (
            f"insert or replace into {table} ({', '.join(columns)}) select * from"  # noqa: S608 - our own names
            f" (values {', '.join([row] * room)}) where column1 is not null"
        )
        if table != "delivery_conversation":
            known = known.replace("insert or replace", "insert", 1)
        _STATEMENTS[table, room] = known
    return known


_STATEMENTS: dict[tuple[str, int], str] = {}
