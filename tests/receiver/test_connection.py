"""Slow senders, idle ones, too many of them: over real sockets, with short limits."""

import contextlib
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

HEAD = "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n"
SOON_S = 120.0
"""Far more than any limit here; only a hang reaches it."""


def test_a_sender_who_says_nothing_is_let_go(open_shop):
    shop = open_shop(head_s=0.1)
    with shop.sender() as sender:
        assert sender.reply().status == 408
        assert sender.hung_up()


def test_a_head_must_be_whole_in_time_however_steadily_it_drips(open_shop):
    shop = open_shop(head_s=0.3)
    began = time.monotonic()
    with shop.sender(timeout=0.05) as sender:
        reply = sender.send(b"POST / HTTP/1.1\r\n").reply()
        while not reply.status and time.monotonic() < began + SOON_S:
            with contextlib.suppress(ConnectionError):
                sender.send(b"X-A: 1\r\n")
            reply = sender.reply()
    assert reply.status == 408


def test_a_body_must_be_whole_in_time_however_steadily_it_drips(open_shop):
    shop = open_shop(body_s=0.3)
    began = time.monotonic()
    with shop.sender(timeout=0.05) as sender:
        sender.send(HEAD.format(shop.path, 10_000).encode())
        reply = sender.reply()
        while not reply.status and time.monotonic() < began + SOON_S:
            with contextlib.suppress(ConnectionError):
                sender.send(b"a")
            reply = sender.reply()
    assert reply.status == 408


def test_a_slow_head_on_a_connection_that_was_good_before_ends_too(open_shop, make):
    shop = open_shop(head_s=3_600.0)
    with shop.sender() as sender:
        assert sender.post(shop.path, make.form(make.chat("K1"))).status == 200
        shop.limit(head_s=0.2)
        assert sender.send(b"POST ").reply().status == 408


def test_a_connection_is_kept_for_the_next_post_and_ends_when_idle(open_shop, make):
    shop = open_shop(idle_s=3_600.0)
    with shop.sender() as sender:
        for n in range(3):
            assert sender.post(shop.path, make.form(make.chat(f"I{n}"))).status == 200
        shop.limit(idle_s=0.1)
        assert sender.hung_up()
    assert shop.has("I2")


def test_a_sender_who_hangs_up_in_the_middle_stores_nothing(shop, make):
    body = make.form(make.chat("H1"))
    with shop.sender() as sender:
        sender.send(HEAD.format(shop.path, len(body)).encode() + body[:-5])
    assert shop.post(make.form(make.chat("H2"))).status == 200
    assert not shop.has("H1")


def test_a_sender_who_has_said_all_is_answered_all_the_same(shop, make):
    body = make.form(make.chat("F1"))
    assert shop.say(HEAD.format(shop.path, len(body)).encode() + body).status == 200
    assert shop.say(HEAD.format(shop.path, len(body) + 1).encode() + body).status == 400


def test_a_sender_who_does_not_listen_harms_nobody(shop, make):
    body = make.form(make.chat("D1"))
    with shop.sender() as sender:
        sender.send((HEAD.format(shop.path, len(body)).encode() + body) * 300)
    assert shop.post(make.form(make.chat("D2"))).status == 200


def test_at_the_cap_the_oldest_unfinished_one_gives_way(open_shop, make):
    shop = open_shop(connections=4, head_s=3_600.0)
    waiting = [shop.sender() for _ in range(4)]
    try:
        for sender in waiting:
            sender.send(b"POST / HTTP/1.1\r\n")
        assert shop.post(make.form(make.chat("C1"))).status == 200
        assert waiting[0].hung_up()
        for sender in waiting[1:3]:
            assert sender.send(b"Host: x\r\nContent-Length: 0\r\n\r\n").reply().status == 404
    finally:
        for sender in waiting:
            sender.socket.close()


def test_a_connection_that_was_just_answered_outlives_older_silent_ones(open_shop, make):
    shop = open_shop(connections=3, head_s=3_600.0, idle_s=3_600.0)
    with shop.sender() as good, shop.sender() as silent, shop.sender() as silent_too:
        assert good.post(shop.path, make.form(make.chat("O1"))).status == 200
        with shop.sender() as newcomer:
            assert newcomer.post(shop.path, make.form(make.chat("O2"))).status == 200
            assert silent.hung_up()
            assert good.post(shop.path, make.form(make.chat("O3"))).status == 200
        assert silent_too.send(b"GET / HTTP/1.0\r\n\r\n").reply().status == 404


@pytest.mark.parametrize("many", [400])
def test_no_good_post_waits_for_slow_senders(open_shop, make, many):
    """Four hundred against a cap of 128, none of whom is ever let go for being slow."""
    shop = open_shop(head_s=3_600.0)
    slow = []
    try:
        for n in range(many):
            slow.append(shop.sender().send(b"POST / HTTP/1.1\r\nX-A: "))
            if n % 8 == 0:
                assert shop.post(make.form(make.chat(f"G{n}"))).status == 200
    finally:
        for sender in slow:
            sender.socket.close()


def test_not_one_good_post_is_lost_in_a_flood_of_junk(shop, make):
    def junk(worker):
        for n in range(25):
            shop.say(b"POST /%d HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\njunk" % n)

    def good(worker):
        return [shop.post(make.form(make.chat(f"J{worker}-{n}"))).status for n in range(15)]

    with ThreadPoolExecutor(36) as pool:
        floods = [pool.submit(junk, n) for n in range(32)]
        statuses = [s for part in pool.map(good, range(4)) for s in part]
        for flood in floods:
            flood.result()
    assert statuses == [200] * 60
    assert all(shop.has(f"J{w}-{n}") for w in range(4) for n in range(15))
