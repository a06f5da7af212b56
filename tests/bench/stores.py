"""Stores of a known size, made once by a bulk path and kept for later.

The rows are made by the program's own code, in the order of a quiet shop: one transaction for each
thousand, and no sync before the end. What a store is kept under names what few chats become in it:
after a change of the payloads, of the tables or of how anything is written, a new one is made.
"""

import hashlib
import shutil
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import apsw

from olark_inbox.base.folders import open_folders
from olark_inbox.olark.body import read_body
from olark_inbox.store import accept, schema
from olark_inbox.store.batch import Batch
from olark_inbox.store.connection import open_writer
from olark_inbox.store.documents import Arrived
from tests.bench.payloads import EPOCH, chat, form

FORM = "application/x-www-form-urlencoded"
_STEP = 1_000
_FORMAT = (
    "select sql from sqlite_schema",
    "select * from conversation", "select * from labelled", "select * from document",
    "select id, received_ms, content_type, body from delivery",
    "select id, block from words_data",
)  # fmt: skip


def store_of(size: int) -> Path:
    """Return a data folder with `size` conversations, outside the repository. Do not change it."""
    folder = Path(tempfile.gettempdir()) / f"olark-inbox-bench-{_format()}" / str(size)
    if folder.exists():
        return folder
    # Made under another name: whoever else makes the same store must find it whole or not at all.
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f"{size}-", dir=folder.parent))
    _make(made, size)
    with suppress(OSError):  # somebody else was quicker
        made.rename(folder)
    shutil.rmtree(made, ignore_errors=True)
    return folder


@cache
def _format() -> str:
    """Return a name for how chats are kept: the same for the same bytes in a store of a few."""
    digest = hashlib.blake2b(digest_size=6)
    with tempfile.TemporaryDirectory() as folder:
        _make(Path(folder), 20)
        connection = open_writer(open_folders(Path(folder)).store)
        for sql in _FORMAT:
            digest.update(repr(connection.execute(sql).fetchall()).encode())
        connection.close()
    return digest.hexdigest()


def _make(folder: Path, size: int) -> None:
    folders = open_folders(folder)
    schema.prepare(folders.store, folders.migration_lock)
    connection = open_writer(folders.store)
    connection.execute("pragma synchronous = off").fetchall()
    for first in range(0, size, _STEP):
        _add(connection, first, min(size, first + _STEP))
        print(
            f"\r{min(size, first + _STEP):,} of {size:,} stored",
            end="",
            file=sys.stderr,
            flush=True,
        )
    connection.execute("pragma wal_checkpoint(truncate)").fetchall()
    connection.close()
    print(file=sys.stderr)


def copy_of(size: int) -> Path:
    """Return a folder with a store of its own, to be changed and removed."""
    folder = Path(tempfile.mkdtemp(prefix="olark-inbox-bench-"))
    shutil.copytree(store_of(size), folder, dirs_exist_ok=True)
    return folder


def _add(connection: apsw.Connection, first: int, last: int) -> None:
    connection.execute("begin immediate")
    batch = Batch(connection, lambda: received_ms(last))
    for number in range(first, last):
        raw = form(chat(number))
        arrived = Arrived(
            raw, FORM, "", sample=False, received_ms=received_ms(number),
            read=read_body,
        )  # fmt: skip
        accept.store(batch, arrived)
    batch.finish()
    connection.execute("commit")


def received_ms(number: int) -> int:
    """Return when the chat of this number came: a few minutes after it began."""
    return (EPOCH + number * 61 + 700) * 1000
