import threading

import apsw
import pytest

from olark_inbox.base.alone import Lock, alone
from olark_inbox.inbox import Inbox
from olark_inbox.store import schema
from olark_inbox.store.connection import open_writer
from olark_inbox.store.errors import StoreTooNew, StoreUnavailable
from tests.store.makers import Ticking, chat, post


def test_a_new_store_is_at_todays_version_and_sound(folders):
    schema.prepare(folders.store, folders.migration_lock)
    connection = open_writer(folders.store)
    assert schema.version(connection) == len(schema.MIGRATIONS)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_preparing_again_changes_nothing(folders):
    schema.prepare(folders.store, folders.migration_lock)
    inbox = Inbox.open(folders, Ticking())
    post(inbox, chat())
    inbox.close()
    schema.prepare(folders.store, folders.migration_lock)
    inbox = Inbox.open(folders, Ticking())
    assert inbox.counts().result().total == 1
    inbox.close()


def test_a_store_of_a_newer_program_is_refused_and_left_alone(folders):
    schema.prepare(folders.store, folders.migration_lock)
    connection = open_writer(folders.store)
    connection.pragma("user_version", 99)
    connection.close()
    before = folders.store.read_bytes()
    with pytest.raises(StoreTooNew, match="newer version"):
        Inbox.open(folders, Ticking())
    assert folders.store.read_bytes() == before


def test_a_migration_that_fails_leaves_the_store_as_it_was(connection, monkeypatch):
    broken = (*schema.MIGRATIONS, "create table later (x); create table later (x)")
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    with pytest.raises(apsw.SQLError):
        schema.migrate(connection)
    assert schema.version(connection) == len(broken) - 1
    assert not connection.execute("select 1 from sqlite_schema where name = 'later'").fetchall()


def test_the_next_migration_runs_once(connection, monkeypatch):
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "create table later (x)"))
    schema.migrate(connection)
    schema.migrate(connection)
    assert schema.version(connection) == len(schema.MIGRATIONS)


def test_the_index_of_an_older_store_joins_its_pieces_as_rarely_as_a_new_one(connection):
    asked = "select v from words_config where k = 'automerge'"
    new = connection.execute(asked).fetchall()
    connection.execute("delete from words_config where k = 'automerge'")
    schema.migrate(connection)
    assert connection.execute(asked).fetchall() == new != []


def test_what_only_saves_work_waits_for_a_disk_that_takes_it(connection):
    asked = "select v from words_config where k = 'automerge'"
    connection.execute("delete from words_config where k = 'automerge'")
    connection.execute("pragma query_only = on")
    schema.migrate(connection)
    connection.execute("pragma query_only = off")
    assert not connection.execute(asked).fetchall()
    schema.migrate(connection)
    assert connection.execute(asked).fetchall()


def test_a_migration_waits_for_the_other_process(folders):
    lock = Lock(folders.migration_lock)
    assert lock.take()
    waiting = threading.Thread(
        target=schema.prepare, args=(folders.store, folders.migration_lock), daemon=True
    )
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    lock.let_go()
    waiting.join(120)
    assert not waiting.is_alive()


def test_a_lock_held_for_too_long_is_said(folders, monkeypatch):
    monkeypatch.setattr(schema, "_PATIENCE_S", 0.05)
    with alone(folders.migration_lock), pytest.raises(StoreUnavailable, match="Another start"):
        schema.prepare(folders.store, folders.migration_lock)


def test_every_figure_of_the_tally_counts_what_its_condition_says(connection):
    columns = {row[1] for row in connection.execute("pragma table_info(tally)")}
    assert set(schema.TALLIES) <= columns
