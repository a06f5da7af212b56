import asyncio
import subprocess
import sys
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


_NO_WAY = """
import asyncio, sys
from pathlib import Path
from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.tunnel.beside import keeping_address
folders = open_folders(Path(sys.argv[1]))
inbox, settings = Inbox.open(folders), Settings(folders)
async def story():
    keeping = asyncio.create_task(keeping_address(inbox, settings)(lambda: 0))
    while "reach" not in inbox.state().result():
        await asyncio.sleep(0)
    print(inbox.state().result()["reach"].value["status"], "aiohttp" in sys.modules)
    settings.way = "own"
    while inbox.state().result()["reach"].value["way"] != "own":
        await asyncio.sleep(0)
    print("aiohttp" in sys.modules)
    keeping.cancel()
    await asyncio.wait({keeping})
asyncio.run(story())
inbox.close()
"""


def test_until_a_way_is_chosen_this_is_said_and_nothing_more_is_loaded(tmp_path):
    command = [sys.executable, "-c", _NO_WAY, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["off False", "True"]


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
