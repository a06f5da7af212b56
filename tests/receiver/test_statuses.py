"""What is said when there is no room, and what is said of any address that is not ours."""

import itertools
import json
import random
import statistics
import threading
import time
from contextlib import contextmanager

import pytest

from olark_inbox.inbox import Body
from olark_inbox.store.errors import Busy

MIB = 1024 * 1024
ROUNDS, TIMES = 300, 10


def cut(number, size=0):
    """A body of Olark's that breaks off, different for each number."""
    return f'{{"kind": "Conversation", "id": "C{number}", "items": [{{"body": "' + "a" * size


@pytest.mark.parametrize(
    ("quota", "allowed", "size"), [("QUOTA_ITEMS", 3, 0), ("QUOTA_BYTES", 35_000, 10_000)]
)
def test_a_full_quota_of_unreadable_bodies_refuses_only_new_ones_of_those(
    shop, make, monkeypatch, quota, allowed, size
):
    monkeypatch.setattr(f"olark_inbox.store.torn.{quota}", allowed)
    replies = [shop.post(make.form(cut(n, size))) for n in range(5)]
    assert [reply.status for reply in replies] == [400, 400, 400, 507, 507]
    assert replies[-1].body.count(b"\n") == 1
    assert shop.inbox.check().result(120).unreadable == 3
    assert shop.post(make.form(cut(0, size))).status == 400, "this one is kept already"
    assert shop.post(make.form(make.chat("GOOD"))).status == 200
    assert shop.has("GOOD")


@contextmanager
def storing_held_up(shop):
    """Hold up the thread that stores, as a very slow disk does."""
    begun, goes_on = threading.Event(), threading.Event()

    def wait():
        begun.set()
        goes_on.wait()

    leave = shop.inbox.wakeups.subscribe(wait)
    try:
        shop.inbox.set_state("anything", {})
        assert begun.wait(120)
        yield
    finally:
        leave()
        goes_on.set()


def filled(shop, make, **text):
    """Let as much wait as may."""
    waiting = []
    try:
        for number in itertools.count():
            body = Body(json.dumps(make.chat(f"W{number}", **text)).encode())
            waiting.append(shop.inbox.accept(body))
    except Busy:
        return waiting


@pytest.mark.parametrize(("text", "most"), [({}, 2_000), ({"text": "a" * 4 * MIB}, 15)])
def test_only_so_much_may_wait_and_then_the_sender_is_told_when_to_come_again(
    shop, make, text, most
):
    """Two thousand deliveries, or 64 MiB: fifteen of a little more than four."""
    body = make.form(make.chat("LATE", **text))
    with storing_held_up(shop):
        waiting = filled(shop, make, **text)
        # The program itself has a word or two to store as well.
        assert most - 5 <= len(waiting) <= most
        reply = shop.post(body)
        assert (reply.status, reply.header("Retry-After")) == (503, "5")
    assert {promise.result(120).outcome for promise in waiting} == {"stored"}
    assert not shop.has("LATE")
    assert shop.post(body).status == 200


def test_a_wrong_path_and_a_wrong_secret_are_told_apart_by_nothing(busy_shop):
    """Neither by a byte nor, over many requests in turn, by the time the answer takes."""
    right = busy_shop.path
    secret = busy_shop.settings.secret
    other = "A" if secret[0] != "A" else "B"
    last = "A" if secret[-1] != "A" else "B"
    wrong = {
        "path": "/elsewhere/any/page".ljust(len(right), "x"),
        "all of the secret": f"/olark/{other * len(secret)}",
        "its first letter": f"/olark/{other}{secret[1:]}",
        "its last letter": f"/olark/{secret[:-1]}{last}",
    }
    assert {len(path) for path in wrong.values()} == {len(right)}
    for _ in range(TIMES):
        medians = medians_of(busy_shop, wrong)
        # A busy machine may spoil some; who listens for the secret would be told every time.
        if max(medians.values()) <= 1.25 * min(medians.values()):
            return
    pytest.fail(f"told apart by the time {TIMES} times, at last {medians}")


def medians_of(shop, paths):
    """Ask for each many times; return how long the answer takes by the median."""
    took = {name: [] for name in paths}
    replies = set()
    for _ in range(ROUNDS):
        # In another order each time: what follows on what must not count.
        for name in random.sample(list(paths), len(paths)):
            with shop.sender() as sender:
                began = time.perf_counter()
                replies.add(sender.post(paths[name], b""))
                took[name].append(time.perf_counter() - began)
    (reply,) = replies
    assert reply.status == 404
    return {name: statistics.median(times) for name, times in took.items()}
