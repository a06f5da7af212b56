import asyncio
import threading
from concurrent.futures import Future

import pytest

from olark_inbox.receiver import thread
from olark_inbox.tunnel.beside import keeping_address
from olark_inbox.tunnel.standing import STATE


def test_whoever_receives_keeps_the_address_beside_the_port(open_shop):
    shop = open_shop()
    shop.listen(companion=keeping_address(shop.inbox, shop.settings))
    shop.settings.own_address = f"http://127.0.0.1:{shop.port}"
    shop.settings.way = "own"
    found = shop.until(STATE, lambda found: found["status"] == "proven")
    assert found["address"] == shop.address


def test_it_can_wait_until_the_window_stands_and_still_be_ended_before(open_shop):
    shop, standing = open_shop(), Future()
    shop.settings.way = "own"
    shop.listen(companion=keeping_address(shop.inbox, shop.settings, after=standing))
    shop.settings.own_address = f"http://127.0.0.1:{shop.port}"
    with pytest.raises(AssertionError, match=r"still \{\}"):
        shop.until(STATE, lambda found: found, within_s=0.5)
    shop.receiver.stop()
    assert not standing.cancelled()
    standing.set_result(None)
    shop.listen(companion=keeping_address(shop.inbox, shop.settings, after=standing))
    assert shop.until(STATE, lambda found: found["status"] == "proven")


def test_what_fails_beside_the_receiver_is_started_again_and_the_door_stays_open(
    open_shop, monkeypatch, expect_log
):
    expect_log("the task public address failed")
    monkeypatch.setattr(thread, "_RETRY_S", 0.05)
    shop = open_shop()
    begun, again = [], threading.Event()

    async def companion(port):
        begun.append(port())
        if len(begun) == 1:
            raise ZeroDivisionError
        again.set()
        await asyncio.Event().wait()

    shop.listen(companion=companion)
    assert again.wait(120)
    assert begun == [shop.port, shop.port]
    assert shop.state("receiver")["status"] == "listening"


def test_while_the_port_is_taken_there_is_no_port_to_lead_to(open_shop):
    first, second = open_shop("first").listen(), open_shop("second")
    told = threading.Event()

    async def companion(port):
        if port() == 0:
            told.set()
        await asyncio.Event().wait()

    second.port = first.port
    second.listen(companion=companion)
    assert told.wait(120)
