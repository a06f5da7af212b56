import asyncio

import apsw
import pytest

from olark_inbox.tunnel.ledger import Ledger
from olark_inbox.tunnel.standing import STATE, Standing, Status
from tests.store.failing import Disk
from tests.tunnel.makers import LONG_S, play


@pytest.fixture
def disk():
    made = Disk()
    yield made
    made.failure = None
    made.away()


def gaps(shop):
    found = shop.inbox.reach.gaps().result(LONG_S)
    return [(gap.from_ms, gap.until_ms, gap.recovered) for gap in found]


def test_a_gap_is_written_from_its_beginning_to_its_end(open_shop):
    shop = open_shop()

    async def story():
        ledger = Ledger(shop.inbox)
        await ledger.begin(1, 2, "closed", 0)
        await ledger.recovered(2)
        await ledger.end(9)
        await ledger.alive(9)
        return await ledger.read(shop.inbox.reach.alive_ms)

    assert play(story()) == 9
    assert gaps(shop) == [(1, 9, 2)]


def test_what_did_not_change_is_not_said_again(open_shop):
    shop = open_shop()

    async def story():
        ledger = Ledger(shop.inbox)
        await ledger.say(Standing(Status.STARTING))
        number = shop.inbox.number()
        await ledger.say(Standing(Status.STARTING))
        return number

    assert play(story()) == shop.inbox.number()
    assert shop.state(STATE)["status"] == "starting"


def test_what_a_failing_disk_refused_is_written_when_it_works_again(disk, open_shop, expect_log):
    expect_log("storing failed")
    shop = open_shop()

    async def story():
        ledger = Ledger(shop.inbox)
        disk.failure = apsw.FullError
        await ledger.begin(1, 2, "store", 0)
        await ledger.end(5)
        failing = ledger.failing
        disk.failure = None
        await ledger.again()
        return failing, ledger.failing

    assert play(story()) == (True, False)
    assert gaps(shop) == [(1, 5, 0)]


def test_what_several_write_at_once_is_written_once_each(open_shop):
    shop = open_shop()

    async def story():
        ledger = Ledger(shop.inbox)
        await ledger.begin(1, 2, "closed", 0)
        await asyncio.gather(*(ledger.recovered(1) for _ in range(20)), ledger.again())
        await ledger.end(9)

    play(story())
    assert gaps(shop) == [(1, 9, 20)]


def test_a_long_failure_forgets_no_gap(disk, open_shop, expect_log):
    expect_log("storing failed")
    shop = open_shop()

    async def story():
        ledger = Ledger(shop.inbox)
        disk.failure = apsw.FullError
        await ledger.begin(1, 2, "store", 0)
        for minute in range(300):
            await ledger.alive(minute)
            await ledger.say(Standing(proven_ms=minute))
        disk.failure = None
        await ledger.end(400)
        return await ledger.read(shop.inbox.reach.alive_ms)

    assert play(story()) == 299
    assert gaps(shop) == [(1, 400, 0)]
    assert shop.state(STATE)["proven_ms"] == 299


def test_a_store_that_cannot_be_read_gives_nothing(open_shop):
    shop = open_shop()
    shop.inbox.close()
    assert play(Ledger(shop.inbox).read(shop.inbox.reach.alive_ms)) is None
