"""Opening the store: the same pragmas and the same patience everywhere."""

import os
import threading
from pathlib import Path

import apsw

from olark_inbox.base.said import said
from olark_inbox.store import dictionaries, folding
from olark_inbox.store.errors import StoreDamaged, StoreUnavailable

BUSY_ROUNDS = 15_000
"""How many milliseconds to wait for another process's commit before giving up."""

# What a failing disk, a full one or a missing permission looks like: nothing is wrong with the
# statement, and the same connection may never work again.
DISK_ERRORS = (
    apsw.FullError,
    apsw.IOError,
    apsw.CantOpenError,
    apsw.ReadOnlyError,
    apsw.CorruptError,
    apsw.NotADBError,
    apsw.PermissionsError,
    apsw.BusyError,
    apsw.LockedError,
    apsw.ProtocolError,
    apsw.NoMemError,
    apsw.ConnectionClosedError,
)

_SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (apsw.FullError, said("The disk is full.")),
    (apsw.ReadOnlyError, said("The data folder cannot be written to.")),
    (apsw.CantOpenError, said("The data file cannot be opened.")),
    (apsw.PermissionsError, said("The data file may not be opened.")),
    (apsw.CorruptError, said("The data file is damaged.")),
    (apsw.NotADBError, said("The data file is damaged.")),
    (apsw.BusyError, said("Another program keeps the data file locked.")),
    (apsw.IOError, said("The disk reports an error.")),
)


def sentence(error: Exception) -> str:
    """Say in plain words what SQLite reported."""
    for kind, words in _SENTENCES:
        if isinstance(error, kind):
            return words
    return said("The data file cannot be used.")


def unavailable(error: Exception) -> StoreUnavailable:
    """Wrap what SQLite raised into what the floors above know."""
    damaged = isinstance(error, apsw.CorruptError | apsw.NotADBError)
    result = (StoreDamaged if damaged else StoreUnavailable)(sentence(error))
    result.__cause__ = error
    return result


def open_writer(path: Path) -> apsw.Connection:
    """Open the one writing connection of this process, making the file (0600) if need be."""
    try:
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = open_bare(path)
        # One statement a call: `execute` stops after the first that returns a row.
        for pragma in (
            "journal_mode = wal",
            "synchronous = full",
            "fullfsync = on",
            "checkpoint_fullfsync = on",
            "cache_size = -8000",
            "wal_autocheckpoint = 2000",
            "journal_size_limit = 67108864",
        ):
            connection.execute(f"pragma {pragma}").fetchall()
        dictionaries.learn(connection)
    except (apsw.Error, OSError) as error:
        raise unavailable(error) from error
    return connection


def open_reader(path: Path) -> apsw.Connection:
    """Open a connection that only reads."""
    try:
        connection = open_bare(path)
        connection.execute("pragma query_only = on").fetchall()
        connection.execute("pragma cache_size = -8000").fetchall()
        dictionaries.learn(connection)
    except (apsw.Error, OSError) as error:
        raise unavailable(error) from error
    return connection


def open_bare(path: Path) -> apsw.Connection:
    """Open a store whatever its state: nothing is read of it yet. Raises apsw's own errors."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    # SQLite's own wait backs off to 100 ms and starves beside a busy process.
    pause = threading.Event()

    def wait(rounds: int) -> bool:
        pause.wait(0.001)
        return rounds < BUSY_ROUNDS

    connection.set_busy_handler(wait)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    folding.register(connection)
    connection.execute("pragma temp_store = memory").fetchall()
    return connection
