"""The words that are in the index: what a begun word may go on to.

The index keeps beginnings of up to three letters ready. For a longer one SQLite would first join
the lists of all words that begin so, however many conversations have them; asked for the words
themselves, it walks their lists side by side and stops as soon as a page is full.
"""

import re
from contextlib import suppress

import apsw

from olark_inbox.store import fetch

MOST = 16
"""A beginning that more words have is left to SQLite."""

_BEGUN = re.compile(r'"((?:[^"]* )?)([^" ]{4,})" \*')
_NEXT = "select term from temp.vocabulary where term >= ? and term < ? limit 1"


def register(connection: apsw.Connection) -> None:
    """Let a connection read the words of the index; must come before it is told to only read."""
    # Whether the store is damaged shows when it is read, and is said by who reads.
    with suppress(apsw.Error):
        connection.execute(
            "create virtual table temp.vocabulary using fts5vocab(main, words, instance)"
        )


def spelled_out(connection: apsw.Connection, match: str) -> str:
    """Return the expression with the words of the index in place of a long begun word."""

    def words(found: "re.Match[str]") -> str:
        before, begun = found.groups()
        known = _beginning_with(connection, begun)
        each = [f'"{before}{word}"' for word in known]
        return f"({' OR '.join(each)})" if each else found[0]

    try:
        return _BEGUN.sub(words, match)
    except apsw.SQLError:  # this connection knows no words
        return match


def _beginning_with(connection: apsw.Connection, begun: str) -> list[str]:
    """Return all words that begin so; none where they are too many."""
    found: list[str] = []
    at, end = begun, begun + "\U0010ffff"
    while (row := fetch.first(connection, _NEXT, (at, end))) is not None:
        if len(found) == MOST:
            return []
        found.append(row[0])
        at = row[0] + "\0"
    return found
