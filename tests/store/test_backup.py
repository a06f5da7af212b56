import os
import stat
import threading

import apsw
import pytest

from olark_inbox.inbox import Body
from olark_inbox.store import backup
from olark_inbox.store.errors import StoreUnavailable
from tests.store import harm
from tests.store.makers import NOW, chat, post, raw

DAY = 24 * 3_600_000


@pytest.fixture
def place(folders):
    return folders.backups


def made(folders, at_ms=NOW, why="daily"):
    return backup.make(folders.store, folders.backups, at_ms, why)


def chats_in(path):
    connection = backup.open_still(path)
    found = [key for (key,) in connection.execute("select key from conversation order by id")]
    connection.close()
    return found


def test_a_backup_is_a_whole_store_made_while_others_write(inbox, folders):
    for n in range(20):
        post(inbox, chat(f"c{n}"))
    ended = threading.Event()

    def write():
        n = 20
        while not ended.is_set():
            inbox.accept(Body(raw(chat(f"c{n}")))).result(120)
            n += 1

    writing = threading.Thread(target=write)
    writing.start()
    try:
        backups = [made(folders, NOW + n * DAY) for n in range(3)]
    finally:
        ended.set()
        writing.join()
    for one in backups:
        assert backup.is_sound(one.path)
        assert chats_in(one.path)[:20] == [f"c{n}" for n in range(20)]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_backups_are_the_owners_alone(inbox, folders, place):
    post(inbox, chat("a"))
    made(folders)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in place.iterdir()} == {0o600}


def test_seven_are_kept_and_what_is_not_ours_stays(inbox, folders, place):
    post(inbox, chat("a"))
    place.mkdir()
    (place / "holiday.jpg").write_bytes(b"mine")
    half = place / ".inbox-20200101-000000-00-daily.sqlite.part"
    half.write_bytes(b"half")
    times = [made(folders, NOW + n * DAY).at_ms for n in range(9)]
    kept = backup.all_in(place, NOW + 10 * DAY)
    assert [one.at_ms for one in kept] == times[:1:-1]
    assert (place / "holiday.jpg").exists()
    assert not half.exists()


def test_a_backup_of_a_wrong_clock_counts_as_the_oldest(inbox, folders, place):
    post(inbox, chat("a"))
    ahead = made(folders, NOW + 30 * 365 * DAY)
    today = made(folders, NOW)
    assert [one.path for one in backup.all_in(place, NOW)] == [today.path, ahead.path]
    for n in range(1, 8):
        made(folders, NOW + n * DAY)
    assert not ahead.path.exists()


def test_a_damaged_copy_does_not_count_and_pushes_nothing_out(inbox, folders, place):
    for n in range(200):
        post(inbox, chat(f"c{n}"))
    good = made(folders)
    harm.spoil(good.path, *harm.pages_of(good.path, "delivery")[:3])
    assert not backup.is_sound(good.path)
    assert backup.newest_sound(place, NOW) is None
    older = made(folders, NOW - DAY)
    assert backup.newest_sound(place, NOW) == older


def test_no_backup_is_made_of_a_damaged_store(inbox, folders, place):
    for n in range(200):
        post(inbox, chat(f"c{n}"))
    inbox.close()
    harm.fold_in(folders.store)
    harm.spoil(folders.store, *harm.pages_of(folders.store, "delivery")[:3])
    with pytest.raises(StoreUnavailable, match="damaged"):
        made(folders)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"nonsense", b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_store_is_not_sound(tmp_path, content):
    path = tmp_path / "x.sqlite"
    path.write_bytes(content)
    assert not backup.is_sound(path)


def test_a_backup_of_a_newer_version_is_not_taken_for_ours(inbox, folders):
    post(inbox, chat("a"))
    path = made(folders).path
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    assert not backup.is_sound(path)


def test_a_second_place_gets_the_same_and_says_when_it_is_not_there(inbox, folders, tmp_path):
    post(inbox, chat("a"))
    second = tmp_path / "stick"
    one = made(folders)
    with pytest.raises(StoreUnavailable, match="second place"):
        backup.copy_to(one, second)
    second.mkdir()
    backup.copy_to(one, second)
    assert chats_in(second / one.path.name) == ["a"]
    for n in range(1, 9):
        backup.copy_to(made(folders, NOW + n * DAY), second)
    assert len(list(second.iterdir())) == backup.KEPT


def test_a_place_that_cannot_be_written_to_is_said(inbox, folders):
    post(inbox, chat("a"))
    folders.backups.write_bytes(b"a file where the folder should be")
    with pytest.raises(StoreUnavailable, match="could not be written"):
        made(folders)


def test_the_last_of_todays_backups_is_gone_after_seven_more_days(folders):
    assert backup.last_day_ms([folders.backups], NOW) is None
    folders.backups.mkdir()
    for day in ("20250614", "20250615"):
        (folders.backups / f"inbox-{day}-000000-00-daily.sqlite").touch()
    newest = backup.all_in(folders.backups, NOW)[0].at_ms
    assert backup.last_day_ms([folders.backups], NOW) == newest + 7 * DAY


def test_a_second_place_may_hold_a_backup_longer(folders, tmp_path):
    folders.backups.mkdir()
    (folders.backups / "inbox-20250614-000000-00-daily.sqlite").touch()
    (tmp_path / "inbox-20250615-000000-00-daily.sqlite").touch()
    newest = backup.all_in(tmp_path, NOW)[0].at_ms
    assert backup.last_day_ms([folders.backups, tmp_path], NOW) == newest + 7 * DAY
    assert backup.last_day_ms([tmp_path / "gone"], NOW) is None
