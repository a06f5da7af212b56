"""Slow senders by the hundred and floods of junk: good posts get through."""

import resource
import socket
import statistics
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from olark_inbox.base.folders import Folders
from olark_inbox.inbox import Inbox
from olark_inbox.receiver.guard import Limits
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Query, View
from tests.receiver.conftest import Shop
from tests.reliability.posting import Load, chat, form, post
from tests.reliability.rounds import at_most, rounds, tell
from tests.reliability.test_crash_loop import Receiving

MIB = 1024 * 1024


def p95(times):
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def test_hundreds_of_slow_senders_hold_up_nobody(tmp_path):
    """They open, say a little, and drip; whoever is hung up on comes back."""
    # Nobody is let go for being slow: a good post that waited for one would wait for ever.
    shop = Shop(tmp_path / "shop", replace(Limits(), head_s=3_600.0))
    many, seconds = rounds(200, 400), rounds(4, 30)
    ended = threading.Event()

    def drip(_):
        while not ended.is_set():
            try:
                with socket.create_connection(("127.0.0.1", shop.port), timeout=5) as line:
                    line.sendall(b"POST " + shop.path.encode() + b" HTTP/1.1\r\nHost: x\r\n")
                    while not ended.wait(1.0):
                        line.sendall(b"X-A: 1\r\n")
            except OSError:
                ended.wait(0.2)

    took, told = [], []
    with ThreadPoolExecutor(many) as pool:
        slow = [pool.submit(drip, n) for n in range(many)]
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                key, began = f"s{len(took)}", time.monotonic()
                assert post(shop.port, shop.path, form(chat(key))) == 200
                took.append(time.monotonic() - began)
                told.append(key)
        finally:
            ended.set()
            for one in slow:
                one.result(120)
    there = {row.key for row in shop.inbox.rows_of(Query(View.ALL))}
    shop.close()
    tell(f"{many} slow senders for {seconds} s: {len(told)} good posts, p95 {p95(took):.3f} s")
    assert set(told) <= there
    assert p95(took) <= at_most(1.0)


JUNK = (
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500,
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"POST /olark/wrong HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + b"a" * 20_000,
    b"POST PATH HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\ndata=%zz%",
    b"POST PATH HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\ndata=",
    b"POST PATH HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"A" * 50_000,
)


@pytest.mark.skipif(sys.platform != "linux", reason="reads another process's memory from /proc")
def test_a_flood_of_junk_loses_no_good_post_and_eats_no_memory(program):
    receiving = Receiving(program)
    folders = Folders(program.root)
    path = f"/olark/{Settings(folders).secret}"
    load = Load(receiving.port, path, "w", senders=2)
    load.wait_for(100)
    load.stop()
    before = _memory(receiving.process.pid)
    ended, sent = threading.Event(), []

    def junk(worker):
        n = worker
        while not ended.is_set():
            n += 1
            piece = JUNK[n % len(JUNK)].replace(b"PATH", path.encode())
            try:
                with socket.create_connection(("127.0.0.1", receiving.port), timeout=5) as line:
                    line.sendall(piece)
                    line.recv(1000)
            except OSError:
                continue
            finally:
                sent.append(1)

    with ThreadPoolExecutor(32) as pool:
        floods = [pool.submit(junk, n) for n in range(32)]
        good = _post_for(rounds(5, 60), receiving.port, path)
        grown = _memory(receiving.process.pid) - before
        ended.set()
        for flood in floods:
            flood.result(120)
    told, failed = good
    inbox = Inbox.open(folders)
    there = {row.key for row in inbox.rows_of(Query(View.ALL))}
    inbox.close()
    receiving.kill()
    tell(
        f"32 clients sent junk {len(sent)} times: {len(told)} good posts, {failed} not answered,"
        f" 0 lost; memory + {grown / MIB:.0f} MiB"
    )
    assert failed == 0
    assert set(told) <= there
    assert grown <= 100 * MIB


def _post_for(seconds, port, path):
    told, failed, until = [], 0, time.monotonic() + seconds
    while time.monotonic() < until:
        key = f"good{len(told)}"
        if post(port, path, form(chat(key))) == 200:
            told.append(key)
        else:
            failed += 1
    return told, failed


def _memory(pid):
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:  # noqa: PTH123 - no file of ours
        return int(file.read().split()[1]) * resource.getpagesize()
