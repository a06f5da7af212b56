import threading
from contextlib import nullcontext

import apsw
import pytest

from olark_inbox.store import schema, writer
from olark_inbox.store.errors import Busy, StoreUnavailable
from olark_inbox.store.writer import Writer
from tests.store.failing import Disk
from tests.store.makers import Ticking


class Wakeups:
    def __init__(self):
        self.count = 0
        self.then = None

    def __call__(self):
        self.count += 1
        if self.then is not None:
            self.then()


@pytest.fixture
def store(folders):
    schema.prepare(folders.store, folders.migration_lock)
    return folders.store


@pytest.fixture
def wakeups():
    return Wakeups()


@pytest.fixture
def write(store, wakeups):
    made = Writer(store, Ticking(), wakeups)
    yield made
    made.close()


def note(name):
    """A work item that leaves a trace."""
    return lambda batch: batch.set_state(name, {})


def notes(store):
    connection = apsw.Connection(str(store))
    found = [name for (name,) in connection.execute("select name from state order by name")]
    connection.close()
    return found


class Held:
    """Keeps the writer busy until let go, so that what comes meanwhile makes one batch."""

    def __init__(self, write):
        self._go = threading.Event()
        running = threading.Event()
        self.future = write.put(lambda _: (running.set(), self._go.wait(120)))
        assert running.wait(120)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._go.set()


def together(write, count):
    """Queue items one after another; say how many commits they took."""
    futures = [write.put(lambda batch: batch) for _ in range(count)]
    return len({id(future.result(120)) for future in futures})


def test_after_many_at_once_a_commit_waits_for_more(write, monkeypatch):
    monkeypatch.setattr(writer, "_GATHER_S", 1)
    with Held(write):
        many = [write.put(note(f"a{number}")) for number in range(writer._MANY)]
    many[-1].result(120)
    assert together(write, 3) == 1


def test_as_many_as_last_time_are_written_at_once(write, monkeypatch):
    monkeypatch.setattr(writer, "_GATHER_S", 60)
    for _ in range(3):
        with Held(write) if not write._together else nullcontext():
            many = [write.put(note(f"a{number}")) for number in range(writer._MANY)]
        many[-1].result(120)


def test_the_end_waits_for_nobody(store, wakeups, monkeypatch):
    monkeypatch.setattr(writer, "_GATHER_S", 60)
    write = Writer(store, Ticking(), wakeups)
    with Held(write):
        many = [write.put(note(f"a{number}")) for number in range(writer._MANY)]
    many[-1].result(120)
    last = write.put(note("last"))
    write.close()
    assert last.result(0) is None
    assert "last" in notes(store)


def test_what_a_future_says_is_committed(write, store):
    write.put(note("a")).result(120)
    assert notes(store) == ["a"]


def test_many_items_share_one_commit_and_one_wakeup(write, store, wakeups):
    with Held(write) as held:
        futures = [write.put(note(f"n{n}")) for n in range(50)]
    assert [future.result(120) for future in [held.future, *futures]]
    write.put(note("z")).result(120)
    assert len(notes(store)) == 51
    assert wakeups.count <= 2 + 1


def test_one_bad_item_fails_alone(write, store):
    def bad(batch):
        batch.set_state("bad", {})
        raise ValueError("no")

    with Held(write):
        good = [write.put(note("a")), write.put(note("b"))]
        failing = write.put(bad)
        late = write.put(note("c"))
    for future in [*good, late]:
        future.result(120)
    with pytest.raises(ValueError, match="no"):
        failing.result(120)
    assert notes(store) == ["a", "b", "c"]


def test_too_much_waiting_is_refused_and_the_rest_is_written(write, store, monkeypatch):
    monkeypatch.setattr(writer, "WAITING_ITEMS", 3)
    with Held(write):
        futures = [write.put(note(f"n{n}"), limited=True) for n in range(3)]
        with pytest.raises(Busy):
            write.put(note("n4"), limited=True)
        own = write.put(note("own"))
    for future in [*futures, own]:
        future.result(120)
    assert notes(store) == ["n0", "n1", "n2", "own"]


def test_too_many_bytes_waiting_are_refused(write, monkeypatch):
    monkeypatch.setattr(writer, "WAITING_BYTES", 100)
    with Held(write):
        first = write.put(note("a"), size=90, limited=True)
        with pytest.raises(Busy):
            write.put(note("b"), size=20, limited=True)
    first.result(120)
    write.put(note("c"), size=90, limited=True).result(120)


def test_deliveries_go_before_bulk_changes_but_do_not_starve_them(write, monkeypatch):
    monkeypatch.setattr(writer, "BATCH_ITEMS", 1)
    order = []
    with Held(write):
        bulk = [write.put(lambda _, n=n: order.append(f"bulk{n}"), bulk=True) for n in range(2)]
        urgent = [write.put(lambda _, n=n: order.append(f"urgent{n}")) for n in range(9)]
    for future in [*bulk, *urgent]:
        future.result(120)
    assert order[0] == "urgent0"
    assert order.index("bulk0") < order.index("urgent8")
    assert order[-1] in ("bulk1", "urgent8")


def test_closing_writes_what_is_queued(store):
    made = Writer(store, Ticking(), lambda: None)
    with Held(made):
        futures = [made.put(note(f"n{n}")) for n in range(5)]
    made.close()
    assert all(future.done() for future in futures)
    assert len(notes(store)) == 5
    with pytest.raises(StoreUnavailable):
        made.put(note("late"))


def test_nobody_can_take_back_what_is_queued(write):
    with Held(write):
        future = write.put(note("a"))
        assert not future.cancel()
    future.result(120)


@pytest.fixture
def disk():
    made = Disk()
    yield made
    made.away()


@pytest.mark.parametrize("failure", [apsw.FullError, apsw.IOError])
def test_a_failing_disk_is_said_and_healed_without_a_restart(disk, store, failure, expect_log):
    expect_log("storing failed")
    made = Writer(store, Ticking(), lambda: None)
    made.put(note("before")).result(120)
    disk.failure = failure
    with Held(made):
        failing = [made.put(note(f"lost{n}")) for n in range(3)]
    for future in failing:
        with pytest.raises(StoreUnavailable):
            future.result(120)
    disk.failure = None
    made.put(note("healed")).result(120)
    made.close()
    assert notes(store) == ["before", "healed"]


def test_the_disk_is_synced_before_a_future_resolves(disk, store):
    made = Writer(store, Ticking(), lambda: None)
    made.put(note("first")).result(120)
    synced = disk.syncs
    made.put(note("second")).result(120)
    assert disk.syncs > synced
    made.close()


def test_a_store_locked_by_another_process_is_waited_for(write, store):
    other = apsw.Connection(str(store))
    other.execute("begin immediate")
    future = write.put(note("a"))
    assert not future.done()
    other.execute("commit")
    future.result(120)
    other.close()
    assert notes(store) == ["a"]


def test_a_store_locked_for_too_long_is_said(folders, store, monkeypatch, expect_log):
    expect_log("storing failed: BusyError")
    monkeypatch.setattr("olark_inbox.store.connection.BUSY_ROUNDS", 5)
    made = Writer(store, Ticking(), lambda: None)
    other = apsw.Connection(str(store))
    other.execute("begin immediate")
    with pytest.raises(StoreUnavailable, match="locked"):
        made.put(note("a")).result(120)
    other.execute("rollback")
    made.put(note("b")).result(120)
    made.close()
    other.close()
    assert notes(store) == ["b"]


def test_trouble_is_known_while_storing_fails_and_over_by_itself(disk, store, wakeups, expect_log):
    expect_log("storing failed: IOError")
    made = Writer(store, Ticking(), wakeups)
    assert made.trouble == ""
    disk.failure = apsw.IOError
    with pytest.raises(StoreUnavailable):
        made.put(note("lost")).result(120)
    assert made.trouble == "The disk reports an error."
    told = threading.Event()
    wakeups.then = told.set
    disk.failure = None
    assert told.wait(120), "nobody was told that it works again"
    assert made.trouble == ""
    made.close()


def test_those_behind_a_locked_one_do_not_each_wait_as_long(write, store, monkeypatch, expect_log):
    expect_log("storing failed: BusyError")
    monkeypatch.setattr("olark_inbox.store.connection.BUSY_ROUNDS", 300)
    other = apsw.Connection(str(store))
    other.execute("begin immediate")
    behind = [write.put(note(f"m{n}")) for n in range(40)]
    for future in behind:
        with pytest.raises(StoreUnavailable, match="locked"):
            future.result(120)
    other.execute("rollback")
    other.close()
