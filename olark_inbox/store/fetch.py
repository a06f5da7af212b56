"""Asking SQLite with one call: what a statement returns, as plain values."""

from collections.abc import Mapping, Sequence
from typing import Any

import apsw

Parameters = Sequence[Any] | Mapping[str, Any]
Values = tuple[Any, ...]


def first(connection: apsw.Connection, sql: str, parameters: Parameters = ()) -> Values | None:
    """Return the first row, None where there is none."""
    return connection.execute(sql, parameters).fetchone()


def one(connection: apsw.Connection, sql: str, parameters: Parameters = ()) -> Values:
    """Return the first row of a statement that always has one."""
    row = first(connection, sql, parameters)
    if row is None:
        raise LookupError("a statement that always returns a row returned none")
    return row


def every(connection: apsw.Connection, sql: str, parameters: Parameters = ()) -> list[Values]:
    """Return all rows."""
    return connection.execute(sql, parameters).fetchall()
