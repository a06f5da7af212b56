"""The disk fails in every way a test can think of, and heals: no false 200, and no restart."""

import os
import time

import apsw
import pytest

from olark_inbox.inbox import Body
from olark_inbox.store.errors import StoreUnavailable
from olark_inbox.store.rows import Query, View
from tests.receiver.conftest import Shop
from tests.reliability.posting import Load, chat, form, post, until
from tests.reliability.rounds import at_most, tell

BACK_S = at_most(5.0)
WAYS = {
    "the disk is full": (apsw.FullError, ("write",)),
    "writing fails (EIO)": (apsw.IOError, ("write",)),
    "syncing fails (EIO)": (apsw.IOError, ("sync",)),
    "everything fails (EIO)": (apsw.IOError, ()),
    "the disk is read-only": (apsw.ReadOnlyError, ()),
    "nothing can be opened": (apsw.CantOpenError, ()),
}


@pytest.fixture
def shop(disk, tmp_path):
    """A receiver over a disk that can fail."""
    opened = Shop(tmp_path / "shop")
    yield opened
    disk.heal()
    opened.close()


def keys(shop):
    return {row.key for row in shop.inbox.rows_of(Query(View.ALL))}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.replace(" ", "-"))
def test_a_failing_disk_is_answered_503_and_comes_back_by_itself(shop, disk, expect_log, way):
    expect_log("storing failed")
    failure, parts = WAYS[way]
    load = Load(shop.port, shop.path, "d")
    load.wait_for(20)
    disk.break_down(failure, *parts)
    broken = time.monotonic()
    until(lambda: len(load.begun_after(broken)) >= 20, "answers while it fails")
    while_broken = set(load.begun_after(broken))
    told_before = set(load.acknowledged)
    said = shop.inbox.trouble()
    disk.heal()
    healed = time.monotonic()
    back = until(lambda: 200 in load.begun_after(healed), "the service is back", BACK_S)
    load.stop()
    told = set(load.acknowledged)
    assert while_broken == {503}
    assert told <= keys(shop)
    assert shop.inbox.check().result(120).sound
    assert said
    assert shop.inbox.trouble() == ""
    tell(
        f"{way}: {disk.failed} calls failed, {load.statuses.count(503)} answered 503, "
        f"{len(told)} acknowledged, 0 lost ({len(told_before)} before), back after {back:.2f} s"
    )


def test_it_is_said_that_storing_works_again_though_nothing_new_comes(shop, disk, expect_log):
    expect_log("storing failed")
    disk.break_down(apsw.IOError)
    assert post(shop.port, shop.path, form(chat("e"))) == 503
    assert "disk" in shop.inbox.trouble()
    disk.heal()
    took = until(lambda: not shop.inbox.trouble(), "the trouble is over", BACK_S)
    tell(f"healed without a delivery: said after {took:.2f} s")


def test_a_file_locked_by_another_program_holds_up_only_while_it_is_locked(
    shop, expect_log, monkeypatch
):
    expect_log("storing failed: BusyError")
    monkeypatch.setattr("olark_inbox.store.connection.BUSY_ROUNDS", 200)
    other = apsw.Connection(str(shop.folders.store))
    other.execute("begin exclusive")
    statuses = [post(shop.port, shop.path, form(chat(f"l{n}"))) for n in range(3)]
    assert statuses == [503] * 3
    assert "locked" in shop.inbox.trouble()
    other.execute("rollback")
    other.close()
    began = time.monotonic()
    assert post(shop.port, shop.path, form(chat("after"))) == 200
    took = time.monotonic() - began
    assert took <= BACK_S
    assert "after" in keys(shop)
    tell(f"locked by another program: {statuses}, then 200 after {took:.2f} s")


def test_many_waiting_for_a_locked_file_are_refused_together_not_one_after_another(
    shop, expect_log, monkeypatch
):
    expect_log("storing failed: BusyError")
    monkeypatch.setattr("olark_inbox.store.connection.BUSY_ROUNDS", 300)
    other = apsw.Connection(str(shop.folders.store))
    other.execute("begin exclusive")
    took = []
    for many in (1, 51):
        began = time.monotonic()
        for future in [shop.inbox.accept(Body(form(chat(f"m{n}")))) for n in range(many)]:
            with pytest.raises(StoreUnavailable):
                future.result(120)
        took.append(time.monotonic() - began)
    other.execute("rollback")
    other.close()
    alone, all_of_them = took
    assert all_of_them < 15 * alone, "each of them waited its own time"


@pytest.mark.skipif(os.name != "posix", reason="a mode of files only posix knows")
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_that_turned_read_only_is_said_and_comes_back(shop, expect_log):
    expect_log("storing failed")
    shop.folders.root.chmod(0o500)
    shop.folders.store.chmod(0o400)
    shop.inbox._writer._disconnect()
    assert post(shop.port, shop.path, form(chat("r"))) == 503
    shop.folders.root.chmod(0o700)
    shop.folders.store.chmod(0o600)
    assert post(shop.port, shop.path, form(chat("w"))) == 200


def test_one_item_too_large_for_the_disk_does_not_fail_its_neighbours(shop, disk, expect_log):
    """Random text does not pack: the large one wants more room than there is."""
    expect_log("storing failed: FullError")
    large = chat("large", text=os.urandom(300_000).hex())
    disk.left = 1_000_000
    waiting = [shop.inbox.accept(Body(form(one))) for one in (chat("a"), large, chat("b"))]
    assert waiting[0].result(120).conversations
    with pytest.raises(StoreUnavailable):
        waiting[1].result(120)
    assert waiting[2].result(120).conversations
    disk.heal()
    assert keys(shop) == {"a", "b"}
