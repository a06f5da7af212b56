"""Whether a changed row stays in the list shown, where that can be said without the store.

The store decides what belongs to a view; this is the same in Python for the views whose rule
needs nothing but the row, so that an arrival is on the screen without another query.
"""

from collections.abc import Callable

from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Query, Row, View


def _open(row: Row) -> bool:
    return not row.done and row.binned_ms is None


def _offline(row: Row) -> bool:
    return row.kind is Kind.OFFLINE and _open(row)


def _unanswered(row: Row) -> bool:
    return row.unanswered and _open(row)


def _reminded(row: Row) -> bool:
    return row.due and _open(row)


_RULES: dict[View, Callable[[Row], bool]] = {
    View.ALL: lambda row: row.binned_ms is None,
    View.INBOX: _open,
    View.NEEDS_REPLY: lambda row: _offline(row) or _unanswered(row) or _reminded(row),
    View.REMINDERS: lambda row: _reminded(row) and not (row.unanswered or row.kind is Kind.OFFLINE),
    View.OFFLINE: _offline,
    View.UNANSWERED: _unanswered,
    View.STARRED: lambda row: row.starred and row.binned_ms is None,
    View.DONE: lambda row: row.done and row.binned_ms is None,
    View.BIN: lambda row: row.binned_ms is not None,
}


def belongs(row: Row, query: Query) -> bool | None:
    """Return whether the row is in the list of `query`; None where only the store knows."""
    rule = _RULES.get(query.view)
    return None if rule is None or query.words.strip() else rule(row)
