import apsw
import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.store import backup, mending, schema
from olark_inbox.store.errors import StoreDamaged, StoreTooNew
from olark_inbox.store.keeping import MENDED
from tests.store import harm
from tests.store.makers import NOW, chat, keys, post

MANY = 150


@pytest.fixture
def filled(folders, clock):
    inbox = Inbox.open(folders, clock)
    for n in range(MANY):
        post(inbox, chat(f"c{n}"))
        if n == 49:
            backup.make(folders.store, folders.backups, NOW, "daily")
    inbox.close()
    harm.fold_in(folders.store)
    return folders


def test_a_store_that_cannot_be_opened_is_mended_only_for_whoever_runs_it(
    filled, clock, expect_log
):
    expect_log("mended from the newest backup")
    harm.spoil(filled.store, 1)
    with pytest.raises(StoreDamaged, match="damaged"):
        Inbox.open(filled, clock)
    inbox = Inbox.open(filled, clock, mend=True)
    assert set(keys(inbox)) == {f"c{n}" for n in range(50)}
    said = inbox.state().result(120)[MENDED].value
    assert said["backup_ms"] == NOW
    assert not said["whole"]
    assert mending.Path(said["kept"]).exists()
    inbox.close()


@pytest.mark.parametrize("how", ["empty", "gone"])
def test_an_empty_file_is_not_taken_for_a_new_store(filled, clock, how, expect_log):
    expect_log("mended from the newest backup")
    if how == "empty":
        filled.store.write_bytes(b"")
    else:
        filled.store.unlink()
    inbox = Inbox.open(filled, clock, mend=True)
    assert set(keys(inbox)) == {f"c{n}" for n in range(50)}
    inbox.close()


def test_a_folder_without_backups_begins_anew(folders, clock):
    inbox = Inbox.open(folders, clock, mend=True)
    assert keys(inbox) == []
    assert MENDED not in inbox.state().result(120)
    inbox.close()


def test_a_sound_store_is_left_alone(filled, clock):
    assert mending.mend_closed(filled, clock) is None
    assert not (filled.root / "damaged").exists()


def test_whoever_has_the_store_open_sees_the_mended_one(filled, clock):
    """Also another process: it is one large change in the same file."""
    other = Inbox.open(filled, clock)
    assert len(keys(other)) == MANY
    before = other.number()
    harm.spoil(filled.store, *harm.pages_of(filled.store, "delivery")[:2])
    mending.mend(filled, clock)
    assert other.changes_since(before).result(120).reset
    there = set(keys(other))
    assert {f"c{n}" for n in range(50)} <= there
    post(other, chat("after"))
    assert "after" in keys(other)
    assert other.check().result(120).sound
    other.close()


def test_before_a_migration_a_backup_is_made(folders, clock, monkeypatch):
    today = schema.MIGRATIONS
    monkeypatch.setattr(schema, "MIGRATIONS", today[:1])
    schema.prepare(folders.store, folders.migration_lock)
    monkeypatch.setattr(schema, "MIGRATIONS", today)
    Inbox.open(folders, clock).close()
    (made,) = backup.all_in(folders.backups, clock())
    assert made.why == "migration"
    still = backup.open_still(made.path)
    assert schema.version(still) == 1
    still.close()
    Inbox.open(folders, clock).close()
    assert len(backup.all_in(folders.backups, clock())) == 1


def test_a_store_of_a_newer_version_is_refused_and_left_as_it_is(filled, clock):
    newer = apsw.Connection(str(filled.store))
    newer.pragma("user_version", 99)
    newer.close()
    before = filled.store.read_bytes()
    with pytest.raises(StoreTooNew, match="newer version"):
        Inbox.open(filled, clock, mend=True)
    assert filled.store.read_bytes() == before
