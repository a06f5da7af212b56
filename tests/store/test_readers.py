import threading

import pytest

from olark_inbox.store import schema
from olark_inbox.store.errors import StoreUnavailable, Superseded
from olark_inbox.store.readers import NewestReader, Number, Reader

ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"


@pytest.fixture
def store(folders):
    schema.prepare(folders.store, folders.migration_lock)
    return folders.store


@pytest.fixture
def reader(store):
    made = Reader(store, "reading")
    yield made
    made.close()


@pytest.fixture
def newest(store):
    made = NewestReader(store, "searching")
    yield made
    made.close()


def endless(begun):
    def read(connection):
        begun.set()
        return connection.execute(ENDLESS).fetchone()

    return read


def test_reads_come_back_in_order(reader):
    futures = [reader.call(lambda _, n=n: n) for n in range(5)]
    assert [future.result(120) for future in futures] == [0, 1, 2, 3, 4]


def test_one_read_sees_one_moment(reader, connection):
    def read(reading):
        before = reading.execute("select count(*) from change").fetchone()
        connection.execute("insert into change (what) values ('x')")
        return before, reading.execute("select count(*) from change").fetchone()

    assert reader.call(read).result(120) == ((0,), (0,))
    assert reader.call(lambda c: c.execute("select count(*) from change").fetchone()).result() == (
        1,
    )


def test_a_reader_cannot_write(reader):
    with pytest.raises(StoreUnavailable):
        reader.call(lambda c: c.execute("delete from change")).result(120)
    assert reader.call(lambda _: 1).result(120) == 1


def test_a_failing_read_fails_alone(reader):
    with pytest.raises(ZeroDivisionError):
        reader.call(lambda _: 1 // 0).result(120)
    assert reader.call(lambda _: 1).result(120) == 1


def test_a_read_nobody_waits_for_any_more_is_skipped(reader):
    go, begun, ran = threading.Event(), threading.Event(), []
    first = reader.call(lambda _: (begun.set(), go.wait(120)))
    assert begun.wait(120)
    second = reader.call(lambda _: ran.append(1))
    assert second.cancel()
    go.set()
    first.result(120)
    reader.call(lambda _: None).result(120)
    assert not ran


def test_closing_interrupts_what_runs(store):
    made, begun = Reader(store, "reading"), threading.Event()
    future = made.call(endless(begun))
    assert begun.wait(120)
    made.close()
    with pytest.raises(Superseded):
        future.result(0)
    with pytest.raises(StoreUnavailable):
        made.call(lambda _: 1)


def test_the_newest_search_interrupts_the_running_one(newest):
    begun = threading.Event()
    running = newest.call(endless(begun))
    assert begun.wait(120)
    waiting = newest.call(lambda _: "never")
    last = newest.call(lambda _: "last")
    assert last.result(120) == "last"
    for future in (running, waiting):
        with pytest.raises(Superseded):
            future.result(120)


def test_searches_one_after_another_all_answer(newest):
    assert [newest.call(lambda _, n=n: n).result(120) for n in range(20)] == list(range(20))


def test_the_number_sees_what_another_connection_wrote(store, connection):
    number = Number(store)
    assert number.read() == 0
    connection.execute("insert into change (what) values ('x')")
    assert number.read() == 1
    number.close()
    with pytest.raises(StoreUnavailable):
        number.read()


def test_a_store_that_is_not_there_is_said(tmp_path):
    reader = Reader(tmp_path / "none.sqlite", "reading")
    with pytest.raises(StoreUnavailable):
        reader.call(lambda _: 1).result(120)
    reader.close()
    number = Number(tmp_path / "none.sqlite")
    with pytest.raises(StoreUnavailable):
        number.read()
