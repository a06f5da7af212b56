"""What Linux says of sleep and networks, on a real bus and from the real kernel."""

import asyncio
import contextlib
import logging
import shutil
import struct
import subprocess
import sys
from itertools import pairwise

import pytest

from olark_inbox.tunnel import linux_news
from olark_inbox.tunnel.linux_news import tells_of_a_lost_way
from olark_inbox.tunnel.system_news import News, listen
from tests.tunnel.logind import DAEMON, VARIABLE, bus, logind
from tests.tunnel.makers import play

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there")
on_a_bus = pytest.mark.skipif(not DAEMON, reason="no dbus-daemon here")


@pytest.fixture
def address(monkeypatch):
    with bus() as found:
        monkeypatch.setenv(VARIABLE, found)
        yield found


@contextlib.asynccontextmanager
async def listening():
    """Listen; gives a queue of what is told."""
    told = asyncio.Queue()
    task = asyncio.get_running_loop().create_task(listen(told.put_nowait, "linux"))
    try:
        yield told
    finally:
        task.cancel()
        await asyncio.wait({task})


async def told_of(queue, say):
    """Say that it sleeps until it is heard: nobody knows when the other one listens."""
    while True:
        say(start=True)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.05):
                return await queue.get()


@on_a_bus
def test_sleep_and_waking_are_told_as_logind_says_them(address):
    async def story():
        async with logind(address) as say, listening() as told:
            assert await told_of(told, say) is News.SLEEPS
            say(start=False)
            while (heard := await told.get()) is News.SLEEPS:
                pass
            assert heard is News.WOKE

    play(story())


@on_a_bus
def test_who_is_not_logind_is_not_believed(address):
    async def story():
        async with (
            logind(address) as say,
            logind(address, "org.example.Liar") as lie,
            listening() as told,
        ):
            await told_of(told, say)
            lie(start=False)
            # The bus keeps the order: what the liar said would have come before this.
            assert await told_of(told, say) is News.SLEEPS
            assert told.empty() or News.WOKE not in {told.get_nowait() for _ in range(told.qsize())}

    play(story())


@on_a_bus
def test_a_bus_that_comes_back_is_heard_again(monkeypatch):
    monkeypatch.setattr(linux_news, "_AGAIN_S", 0.02)

    async def story():
        async with listening() as told:
            for _ in range(2):
                with bus() as address:
                    monkeypatch.setenv(VARIABLE, address)
                    async with logind(address) as say:
                        assert await told_of(told, say) is News.SLEEPS

    play(story())


def test_without_a_bus_the_clock_alone_has_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, f"unix:path={tmp_path}/none")

    async def story():
        async with listening() as told:
            await asyncio.sleep(0.05)
            assert told.empty()

    play(story())


def test_a_bus_that_is_not_there_is_logged_once_however_often_it_is_tried(
    monkeypatch, tmp_path, caplog
):
    caplog.set_level(logging.INFO, "olark_inbox")
    monkeypatch.setattr(linux_news, "_AGAIN_S", 0.01)
    monkeypatch.setenv(VARIABLE, f"unix:path={tmp_path}/bus")

    async def story():
        tried = asyncio.Semaphore(0)

        def hang_up(_reader, writer):
            writer.close()
            tried.release()

        server = await asyncio.start_unix_server(hang_up, tmp_path / "bus")
        async with server, listening():
            for _ in range(5):
                await tried.acquire()

    play(story())
    told = [line for line in caplog.messages if "cannot be heard" in line]
    assert told
    assert all(one != next_one for one, next_one in pairwise(told))


IN_A_NETWORK_OF_ITS_OWN = """
import asyncio, subprocess
from olark_inbox.tunnel.linux_news import hearing_of_routes

async def story():
    lost = asyncio.Event()
    run = lambda *words: subprocess.run(("ip", *words), check=True)
    run("link", "set", "lo", "up")
    with hearing_of_routes(lambda news: lost.set()):
        run("route", "add", "198.51.100.0/24", "dev", "lo")
        run("route", "add", "default", "dev", "lo")
        run("route", "del", "198.51.100.0/24", "dev", "lo")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(lost.is_set())
        run("route", "del", "default", "dev", "lo")
        await asyncio.wait_for(lost.wait(), 20)
        print(lost.is_set())

asyncio.run(story())
"""


def _can_unshare():
    program = shutil.which("unshare")
    return (
        bool(program and shutil.which("ip"))
        and not subprocess.run(
            [program, "-rn", "true"], capture_output=True, check=False
        ).returncode
    )


@pytest.mark.skipif(not _can_unshare(), reason="no network of one's own can be had here")
def test_the_kernel_tells_when_the_way_to_everywhere_is_lost():
    done = subprocess.run(
        [shutil.which("unshare"), "-rn", sys.executable, "-c", IN_A_NETWORK_OF_ITS_OWN],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    assert done.stdout.split() == ["False", "True"]


def message(kind, target_bits, extra=b""):
    about = bytes([2, target_bits, 0, 0]) + bytes(8) + extra
    return struct.pack("=IHHII", 16 + len(about), kind, 0, 1, 0) + about


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        (message(25, 0), True),
        (message(25, 24), False),
        (message(24, 0), False),
        (message(24, 0, b"abc") + b"\0" + message(25, 0), True),
        (b"", False),
        (b"\0" * 17, False),
        (message(25, 0)[:17], False),
    ],
)
def test_of_all_the_kernel_says_only_a_lost_way_counts(said, lost):
    assert tells_of_a_lost_way(said) is lost
