import threading

import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.store import backup, keeping
from olark_inbox.store.errors import StoreUnavailable
from olark_inbox.store.keeping import BACKUP, DAY_MS, MENDED
from tests.store import harm
from tests.store.makers import chat, keys, post, row

PATIENCE_S = 120


def filled(inbox, count=150):
    for n in range(count):
        post(inbox, chat(f"c{n}"))


def until_said(inbox, name, true):
    """Wait for a state, woken by each commit."""
    changed = threading.Event()
    leave = inbox.wakeups.subscribe(changed.set)
    try:
        for _ in range(200):
            entry = inbox.state().result(120).get(name)
            if entry is not None and true(entry.value):
                return entry.value
            changed.wait(0.1)
            changed.clear()
    finally:
        leave()
    pytest.fail(f"{name} never said it")


def test_a_backup_is_made_at_once_where_there_is_none_and_then_once_a_day(folders, clock):
    inbox = Inbox.open(folders, clock)
    post(inbox, chat("a"))
    inbox.keeping.start()
    until_said(inbox, BACKUP, lambda said: said["at_ms"])
    assert len(inbox.keeping.backups()) == 1
    inbox.close()
    again = Inbox.open(folders, clock)
    again.keeping.start()
    assert again.keeping.looked.result(PATIENCE_S)
    assert len(again.keeping.backups()) == 1
    again.close()
    clock.at += DAY_MS
    later = Inbox.open(folders, clock)
    later.keeping.start()
    until_said(later, BACKUP, lambda said: clock.at - said["at_ms"] < 60_000)
    assert len(later.keeping.backups()) == 2
    later.close()


def test_nothing_is_backed_up_while_there_is_nothing(inbox):
    inbox.keeping.start()
    assert inbox.keeping.looked.result(PATIENCE_S)
    inbox.close()
    assert inbox.keeping.backups() == ()


def test_back_up_now_also_fills_the_second_place_and_says_when_it_did_last(inbox, tmp_path):
    post(inbox, chat("a"))
    second = tmp_path / "stick"
    second.mkdir()
    inbox.keeping.start(lambda: str(second))
    made = inbox.keeping.back_up().result(PATIENCE_S)
    assert backup.is_sound(second / made.path.name)
    said = until_said(inbox, BACKUP, lambda said: said.get("second_at_ms") == made.at_ms)
    assert said["second_trouble"] == ""
    second.rename(tmp_path / "unplugged")
    later = inbox.keeping.back_up().result(PATIENCE_S)
    said = until_said(inbox, BACKUP, lambda said: said["at_ms"] == later.at_ms)
    assert said["second_at_ms"] == made.at_ms
    assert "not there" in said["second_trouble"]


def test_going_back_to_a_backup_keeps_what_arrived_since(inbox):
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    made = inbox.keeping.back_up().result(PATIENCE_S)
    post(inbox, chat("later"))
    inbox.mark([row(inbox, "c1").id], unread=False).result(120)
    number = inbox.number()
    inbox.keeping.restore(made.path).result(PATIENCE_S)
    assert inbox.changes_since(number).result(120).reset
    assert set(keys(inbox)) == {"c0", "c1", "c2", "c3", "c4", "later"}
    assert row(inbox, "c1").unread
    assert inbox.check().result(120).sound
    assert [one.why for one in inbox.keeping.backups()] == ["restore", "asked"]
    post(inbox, chat("new"))
    assert "new" in keys(inbox)


def test_what_was_lost_from_the_store_is_back_after_going_back(inbox):
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    made = inbox.keeping.back_up().result(PATIENCE_S)
    inbox._writer.put(lambda batch: batch.execute("delete from delivery where id <= 2")).result(120)
    inbox.keeping.restore(made.path).result(PATIENCE_S)
    assert inbox.check().result(120).deliveries == 5


def test_a_damaged_backup_is_not_restored(inbox):
    filled(inbox)
    made = inbox.keeping.back_up().result(PATIENCE_S)
    harm.spoil(made.path, 3, 4, 5)
    with pytest.raises(StoreUnavailable, match="damaged"):
        inbox.keeping.restore(made.path).result(PATIENCE_S)
    assert len(keys(inbox)) == 150


def test_after_a_clean_end_nothing_is_checked_and_after_a_crash_it_is(folders, clock):
    inbox = Inbox.open(folders, clock)
    filled(inbox, 3)
    inbox.keeping.start()
    inbox.keeping.looked.result(PATIENCE_S)
    assert (folders.root / "running").exists()
    inbox.close()
    assert not (folders.root / "running").exists()
    (folders.root / "running").touch()
    again = Inbox.open(folders, clock)
    again.keeping.start()
    assert again.keeping.looked.result(PATIENCE_S)
    again.close()


def test_damage_found_after_a_crash_is_mended_behind_everybodys_back(folders, clock, expect_log):
    expect_log("the store is damaged; it is mended")
    inbox = Inbox.open(folders, clock)
    filled(inbox)
    inbox.keeping.back_up().result(PATIENCE_S)
    for n in range(20):
        post(inbox, chat(f"late{n}"))
    inbox.close()
    harm.fold_in(folders.store)
    harm.spoil(folders.store, *harm.pages_of(folders.store, "document")[2:4])
    (folders.root / "running").touch()
    again = Inbox.open(folders, clock)
    post(again, chat("during"))
    again.keeping.start()
    assert again.keeping.looked.result(PATIENCE_S) is False
    said = until_said(again, MENDED, lambda said: said)
    assert "damaged" in said["kept"]
    there = set(keys(again))
    assert {f"c{n}" for n in range(150)} <= there
    assert {f"late{n}" for n in range(20)} <= there
    assert "during" in there
    assert again.check().result(120).sound
    again.keeping.told().result(120)
    assert again.state().result(120)[MENDED].value == {}
    again.close()


def test_damage_met_while_reading_is_mended_too(inbox, folders, expect_log):
    expect_log("the store is damaged; it is mended")
    filled(inbox)
    inbox.keeping.start()
    until_said(inbox, BACKUP, lambda said: said["at_ms"])
    harm.fold_in(folders.store)
    harm.spoil(folders.store, *harm.pages_of(folders.store, "delivery"))
    inbox._list.renew()
    with pytest.raises(StoreUnavailable, match="damaged"):
        inbox.deliveries(limit=1000).result(120)
    until_said(inbox, MENDED, lambda said: said)
    assert len(keys(inbox)) == 150
    assert inbox.check().result(120).sound


def test_only_one_process_looks_after_a_store(folders, clock):
    first, second = Inbox.open(folders, clock), Inbox.open(folders, clock)
    first.keeping.start()
    assert first.keeping.looked.result(PATIENCE_S)
    second.keeping.start()
    post(second, chat("a"))
    assert second.keeping.back_up().result(PATIENCE_S)
    assert not second.keeping.looked.done()
    second.close()
    assert (folders.root / "running").exists()
    first.close()


def test_a_failing_backup_is_said_and_does_not_end_the_keeping(inbox, folders, expect_log):
    expect_log("looking after the store failed")
    post(inbox, chat("a"))
    folders.backups.write_bytes(b"a file where the folder should be")
    inbox.keeping.start()
    said = until_said(inbox, BACKUP, lambda said: said["trouble"])
    assert "could not be written" in said["trouble"]
    folders.backups.unlink()
    inbox.keeping.back_up().result(PATIENCE_S)
    assert until_said(inbox, BACKUP, lambda said: not said["trouble"])


def test_quitting_does_not_wait_for_a_backup(inbox, folders, monkeypatch):
    filled(inbox, 50)
    held, going = threading.Event(), threading.Event()
    real = backup.vacuum

    def slow(store, to, begun):
        def wait():
            held.set()
            return not going.wait(120)

        def hold(connection):
            begun(connection)
            if connection is not None:
                connection.set_progress_handler(wait, 50)

        real(store, to, hold)

    monkeypatch.setattr(backup, "vacuum", slow)
    waiting = inbox.keeping.back_up()
    assert held.wait(120)
    closing = threading.Thread(target=inbox.keeping.close)
    closing.start()
    while not inbox.keeping._closing:
        threading.Event().wait(0.001)
    going.set()
    closing.join(120)
    assert not closing.is_alive()
    with pytest.raises(StoreUnavailable):
        waiting.result(120)
    assert inbox.keeping.backups() == ()
    assert list(folders.backups.iterdir()) == []


def test_a_look_that_was_cut_short_is_made_up_for_at_the_next_start(folders, clock, monkeypatch):
    inbox = Inbox.open(folders, clock)
    filled(inbox, 3)
    (folders.root / "running").touch()
    held, going = threading.Event(), threading.Event()
    real = keeping.open_bare

    def wait():
        held.set()
        return not going.wait(120)

    def slow(path):
        connection = real(path)
        connection.set_progress_handler(wait, 1)
        return connection

    monkeypatch.setattr(keeping, "open_bare", slow)
    inbox.keeping.start()
    assert held.wait(120)
    closing = threading.Thread(target=inbox.close)
    closing.start()
    while not inbox.keeping._closing:
        threading.Event().wait(0.001)
    going.set()
    closing.join(120)
    assert (folders.root / "running").exists()
