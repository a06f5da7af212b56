"""A program of its own, without a window, and a system that says when it sleeps and wakes."""

import asyncio
import sys

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from tests.ports import free_port
from tests.tunnel.logind import DAEMON, VARIABLE, bus, logind

LONG_S = 120
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="other systems say it otherwise"),
    pytest.mark.skipif(not DAEMON, reason="no dbus-daemon here"),
]


def test_a_short_sleep_is_noticed_by_the_systems_own_word_and_the_address_is_proven_anew(program):
    folders, port = open_folders(program.root), free_port()
    settings = Settings(folders)
    settings.store({"way": "own", "own_address": f"http://127.0.0.1:{port}", "port": port})
    with bus() as address:
        program.environment[VARIABLE] = address
        running = program.start("receive")
        assert running.listening_port() == port
        inbox = Inbox.open(folders)
        try:
            gap = asyncio.run(asyncio.wait_for(slept(address, inbox), LONG_S))
        finally:
            inbox.close()
        assert gap.reason == "asleep"
        running.process.terminate()
        assert running.ends() == (0, "")


async def slept(address, inbox):
    """Sleep and wake until the program has noticed; return the gap that it wrote down."""
    async with logind(address) as say:
        while True:
            say(start=True)
            say(start=False)
            gaps = await asyncio.wrap_future(inbox.reach.gaps())
            ended = [gap for gap in gaps if gap.until_ms is not None]
            if ended:
                return ended[0]
            await asyncio.sleep(0.05)
