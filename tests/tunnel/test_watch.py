"""The watcher on the receiver's real loop, before real doors, with real proofs."""

import asyncio
import threading
from dataclasses import replace

import apsw
import pytest
from aiohttp import ClientSession, web

from olark_inbox.inbox import Body
from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.standing import STATE, Pace
from olark_inbox.tunnel.watch import Watcher
from tests.store.failing import Disk
from tests.store.makers import chat, raw
from tests.tunnel.makers import LONG_S, serving

QUICK = Pace(
    tick_s=0.02, look_s=0.05, mark_s=0.05, settle_s=0.02, retry_s=0.02, longest_retry_s=0.1,
    patient_retry_s=0.05, grace_ms=0, join_ms=0, jump_s=600,
)  # fmt: skip


class Relay:
    """A public address of our own: passes requests on to a port while it is up."""

    def __init__(self):
        self.port = 0
        self.up = True
        self.address = ""
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._thread.start()
        assert self._ready.wait(LONG_S)

    async def _run(self):
        self._loop = asyncio.get_running_loop()
        self._ended = asyncio.Event()
        async with serving(self._answer) as self.address:
            self._ready.set()
            await self._ended.wait()

    async def _answer(self, request):
        if not self.up:
            return web.Response(status=502)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"GET {request.raw_path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        body = await reader.readexactly(length)
        writer.close()
        return web.Response(status=int(head.split()[1]), body=body)

    def close(self):
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()


@pytest.fixture
def relay():
    opened = Relay()
    yield opened
    opened.close()


@pytest.fixture
def watched(open_shop, relay):
    """A shop whose own address is the relay's; `watched(pace, …)` begins to listen."""

    def begin(pace=QUICK, *, shop=None, **more):
        shop = shop or open_shop()
        shop.settings.way, shop.settings.own_address = "own", relay.address

        async def companion(port):
            await Watcher(shop.inbox, shop.settings, port, pace=pace, **more).run()

        shop.listen(companion=companion)
        relay.port = shop.port
        return shop

    return begin


def is_proven(found):
    return found["status"] == "proven"


def is_unreachable(found):
    return found["status"] == "unreachable"


def test_a_shop_without_a_way_says_that_it_has_none(open_shop):
    shop = open_shop()

    async def companion(port):
        await Watcher(shop.inbox, shop.settings, port, pace=QUICK).run()

    shop.listen(companion=companion)
    assert shop.until(STATE, lambda found: found["status"] == "off")["address"] == ""
    assert shop.inbox.reach.gaps().result(LONG_S) == ()


def test_an_address_is_called_proven_only_after_a_proof(watched, relay):
    shop = watched()
    found = shop.until(STATE, is_proven)
    assert found["address"] == relay.address
    assert found["proven_ms"] > 0
    assert found["fault"] == ""


def test_an_address_that_stops_answering_is_noticed_and_heals_by_itself(watched, relay):
    shop = watched(replace(QUICK, look_s=0.02))
    proven = shop.until(STATE, is_proven)
    relay.up = False
    shop.inbox.ask("tunnel", "check").result(LONG_S)
    down = shop.until(STATE, is_unreachable)
    assert down["fault"] == "behind"
    assert proven["proven_ms"] <= down["since_ms"] <= down["noticed_ms"]
    relay.up = True
    healed = shop.until(STATE, is_proven)
    assert (healed["since_ms"], healed["noticed_ms"], healed["fault"]) == (0, 0, "")
    (gap,) = shop.inbox.reach.gaps().result(LONG_S)
    assert (gap.from_ms, gap.noticed_ms) == (down["since_ms"], down["noticed_ms"])
    assert gap.until_ms is not None
    assert gap.reason == "unreachable"


@pytest.fixture
def disk():
    made = Disk()
    yield made
    made.failure = None
    made.away()


def test_a_full_disk_is_a_gap_too_although_the_address_answers(disk, watched, expect_log):
    expect_log("storing failed")
    shop = watched()
    before = shop.until(STATE, is_proven)["proven_ms"]
    refused, often = [], threading.Event()

    def full(text):
        refused.append(text)
        if len(refused) > 60:  # many ticks of the watcher
            often.set()
        return apsw.FullError(text)

    disk.failure = full
    assert often.wait(LONG_S), "the watcher tries to note that it is alive"
    disk.failure = None
    shop.until(STATE, lambda found: is_proven(found) and found["proven_ms"] > before)
    (gap,) = shop.inbox.reach.gaps().result(LONG_S)
    assert gap.reason == "store"
    assert gap.until_ms is not None


def test_an_address_nobody_counts_requests_of_is_proven_every_minute(watched, relay):
    shop = watched(replace(QUICK, own_s=0.02))
    before = shop.until(STATE, is_proven)["proven_ms"]
    shop.until(STATE, lambda found: found["proven_ms"] > before)


def test_one_lost_answer_is_no_alarm(watched, relay):
    shop = watched(replace(QUICK, retry_s=3_600, longest_retry_s=3_600))
    shop.until(STATE, is_proven)
    relay.up = False
    shop.inbox.ask("tunnel", "check").result(LONG_S)
    first = shop.until(STATE, lambda found: found["fault"] == "behind")
    relay.up = True
    assert first["status"] == "proven"
    # The next try, which would come by itself a little later.
    shop.inbox.ask("tunnel", "check").result(LONG_S)
    shop.until(STATE, lambda found: found["fault"] == "")
    assert shop.inbox.reach.gaps().result(LONG_S) == ()


def test_there_is_no_alarm_so_soon_after_a_start(watched, relay):
    relay.up = False
    shop = watched(replace(QUICK, grace_ms=3_600_000))
    found = shop.until(STATE, lambda found: found["fault"] == "behind")
    assert found["status"] == "starting"


def test_a_program_that_was_closed_knows_since_when_it_did_not_listen(watched, relay, open_shop):
    first = watched()
    first.until(STATE, is_proven)
    first.receiver.stop()
    alive = first.inbox.reach.alive_ms().result(LONG_S)
    first.port = 0
    again = watched(shop=first)
    again.until(STATE, is_proven)
    (gap,) = again.inbox.reach.gaps().result(LONG_S)
    assert (gap.from_ms, gap.reason) == (alive, "closed")
    assert gap.until_ms is not None


def test_a_computer_that_slept_is_noticed_at_once_and_proven_again(watched, relay):
    passed = [0.0]
    shop = watched(replace(QUICK, jump_s=60), passed_s=lambda: passed[0])
    before = shop.until(STATE, is_proven)
    passed[0] += 3_600
    after = shop.until(STATE, lambda found: is_proven(found) and found != before)
    assert after["proven_ms"] > before["proven_ms"]
    (gap,) = shop.inbox.reach.gaps().result(LONG_S)
    assert gap.reason == "asleep"
    assert gap.until_ms is not None


def test_another_address_is_said_until_olark_delivers_to_it(watched, relay, open_shop):
    shop = watched()
    shop.until(STATE, is_proven)
    shop.inbox.accept(Body(raw(chat("c1")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.until("olark", lambda found: found["address"] == relay.address)
    other = relay.address.replace("127.0.0.1", "localhost")
    shop.settings.own_address = other
    changed = shop.until(STATE, lambda found: found["changed"])
    assert changed["address"] == other
    shop.inbox.accept(Body(raw(chat("c2")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.until(STATE, lambda found: is_proven(found) and not found["changed"])


def test_a_new_secret_has_to_be_pasted_too(watched, relay):
    shop = watched()
    shop.until(STATE, is_proven)
    shop.inbox.accept(Body(raw(chat("c1")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.until("olark", lambda found: found["address"] == relay.address)
    shop.settings.new_secret()
    shop.until(STATE, lambda found: found["changed"])


def test_what_comes_by_a_new_secret_is_noticed_before_the_next_check(watched, relay):
    shop = watched(replace(QUICK, mark_s=3_600, own_s=3_600))
    shop.until(STATE, is_proven)
    shop.inbox.accept(Body(raw(chat("c1")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.inbox.ask("tunnel", "check").result(LONG_S)
    shop.until("olark", lambda found: found["address"] == relay.address)
    shop.settings.new_secret()
    shop.until(STATE, lambda found: found["changed"])
    shop.inbox.accept(Body(raw(chat("c2")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.until(STATE, lambda found: not found["changed"])


def test_a_chat_that_came_by_the_former_secret_is_no_proof_of_the_new_one(watched, relay):
    shop = watched()
    shop.until(STATE, is_proven)
    shop.inbox.accept(Body(raw(chat("c1")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.until("olark", lambda found: found["address"] == relay.address)
    former = shop.secret
    shop.settings.new_secret()
    shop.until(STATE, lambda found: found["changed"])
    before = shop.state("olark")
    posted(f"{shop.address}/olark/{former}", raw(chat("c2")))
    assert shop.state("former_used")["at_ms"] > 0
    shop.inbox.ask("tunnel", "check").result(LONG_S)
    checked = shop.state(STATE)["proven_ms"]
    shop.until(STATE, lambda found: found["proven_ms"] > checked)
    assert shop.state("olark") == before
    assert shop.state(STATE)["changed"]


def posted(address, body):
    async def story():
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Forwarded-For": "203.0.113.7",
        }
        async with (
            ClientSession() as session,
            session.post(address, data=body, headers=headers) as response,
        ):
            return response.status

    assert asyncio.run(story()) == 200


class Given:
    """A way whose address the test gives and takes."""

    def __init__(self, address, fault=Fault.NO_NETWORK, *, there=True):
        self.address, self.fault = address, fault
        self.there, self.stopped = threading.Event(), threading.Event()
        if there:
            self.there.set()

    async def start(self, port):
        return await self.look()

    async def look(self):
        if not self.there.is_set():
            raise WayFailed(self.fault)
        return self.address

    async def stop(self):
        self.stopped.set()


def test_the_former_way_stays_until_the_new_one_is_proven(watched, relay):
    former, late = Given(relay.address), Given(relay.address, there=False)
    shop = watched(make=lambda wish: late if wish.way == "ngrok" else former)
    shop.until(STATE, is_proven)
    shop.settings.way = "ngrok"
    seen = shop.until(STATE, lambda found: found["way"] == "ngrok" and found["fault"])
    assert seen["fault"] == "no_network"
    shop.until(STATE, lambda found: found["since_ms"] > seen["since_ms"])
    assert shop.state(STATE)["status"] == "starting", "the former one still leads here: no alarm"
    assert shop.inbox.reach.gaps().result(LONG_S) == ()
    assert not former.stopped.is_set()
    late.there.set()
    shop.until(STATE, lambda found: found["way"] == "ngrok" and is_proven(found))
    assert former.stopped.wait(LONG_S)


def test_the_former_way_leads_here_until_olark_has_the_new_address(watched, relay):
    former = Given(relay.address)
    other = Given(relay.address.replace("127.0.0.1", "localhost"))
    shop = watched(make=lambda wish: other if wish.way == "ngrok" else former)
    shop.until(STATE, is_proven)
    shop.inbox.accept(Body(raw(chat("c1")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.until("olark", lambda found: found["address"] == relay.address)
    # As the guide does it: first the choice, then the wish to connect.
    shop.settings.way = "ngrok"
    shop.inbox.ask("tunnel", "connect").result(LONG_S)
    shop.until(STATE, lambda found: found["way"] == "ngrok" and found["changed"])
    shop.until(STATE, lambda found: found["way"] == "ngrok" and is_proven(found))
    assert not former.stopped.is_set(), "Olark still posts to it"
    shop.inbox.accept(Body(raw(chat("c2")), "application/x-www-form-urlencoded")).result(LONG_S)
    shop.until(STATE, lambda found: not found["changed"])
    assert former.stopped.wait(LONG_S)


def test_a_way_that_knows_its_address_is_gone_is_believed_at_once(watched, relay):
    way = Given(relay.address, Fault.AGENT_MISSING)
    shop = watched(make=lambda wish: way)
    shop.until(STATE, is_proven)
    way.there.clear()
    assert shop.until(STATE, is_unreachable)["fault"] == "agent_missing"


def test_a_watcher_that_stops_lets_the_address_go_and_notes_until_when_it_was_good(watched):
    shop = watched()
    proven = shop.until(STATE, is_proven)
    shop.receiver.stop()
    assert shop.inbox.reach.alive_ms().result(LONG_S) >= proven["proven_ms"]
    assert shop.state(STATE)["status"] == "starting"
