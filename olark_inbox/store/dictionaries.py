"""What stored texts were squeezed with lies beside them: a store can be read by itself."""

import apsw

from olark_inbox.base import squeeze
from olark_inbox.store import fetch

TABLES = """
create table dictionary (
    number integer primary key,
    text blob not null
) strict;
"""
"""The migration."""


def keep(connection: apsw.Connection) -> None:
    """Lay the program's dictionaries into the store, before anything is written with them."""
    if not connection.table_exists("main", "dictionary"):
        return
    there = {number for (number,) in fetch.every(connection, "select number from dictionary")}
    for number in squeeze.SHIPPED:
        if number not in there:
            connection.execute(
                "insert into dictionary values (?, ?)", (number, squeeze.shipped(number))
            )


def learn(connection: apsw.Connection) -> None:
    """Know the dictionaries that a store brings and the program does not."""
    if not connection.table_exists("main", "dictionary"):
        return
    for (number,) in fetch.every(connection, "select number from dictionary"):
        if number not in squeeze.SHIPPED:
            (text,) = fetch.one(
                connection, "select text from dictionary where number = ?", (number,)
            )
            squeeze.learn(number, text)
