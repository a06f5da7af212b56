import pytest
from aiohttp import web

from olark_inbox.inbox import Body
from olark_inbox.store.rows import Outcome
from olark_inbox.tunnel import catch_up as catching
from olark_inbox.tunnel.agent import AgentWay
from olark_inbox.tunnel.catch_up import Caught, catch_up
from olark_inbox.tunnel.standing import STATE
from olark_inbox.tunnel.watch import Watcher
from tests.store.makers import chat, raw
from tests.tunnel.agent_double import AgentDouble, captured
from tests.tunnel.makers import LONG_S, play
from tests.tunnel.test_watch import QUICK


def caught(double, shop, known=()):
    async def story():
        async with double.running() as at:
            way = AgentWay((at,))
            await way.start(shop.port)
            return await catch_up(way, f"/olark/{shop.secret}", shop.port, known, shop.inbox)

    return play(story())


def has(shop, key):
    return shop.inbox.by_key(key).result(LONG_S) is not None


@pytest.fixture
def double(shop):
    made = AgentDouble()
    made.lead("https://shop.ngrok-free.dev", shop.port)
    return made


def test_what_nobody_took_is_fetched_once_and_the_oldest_first(shop, double):
    path = f"/olark/{shop.secret}"
    double.requests = [captured(f"r{n}", path, raw(chat(f"c{n}"))) for n in (3, 2, 1)]
    double.requests.append(captured("r0", path, raw(chat("c0")), status=200))
    assert caught(double, shop) == Caught(("r1", "r2", "r3"), 3)
    assert [has(shop, f"c{n}") for n in range(4)] == [False, True, True, True]
    assert caught(double, shop, known={"r1", "r2", "r3"}) == Caught()


def test_what_is_fetched_counts_as_come_from_olark_by_the_name_it_was_sent_to(shop, double):
    path, name = f"/olark/{shop.secret}", {"Host": ["shop.ngrok-free.dev"]}
    double.requests = [captured("r1", path, raw(chat("c1")), headers=name)]
    caught(double, shop)
    assert "transcript" in shop.inbox.reach.heard().result(LONG_S)
    assert shop.state("came_by") == {"host": "shop.ngrok-free.dev"}


def test_a_cut_body_is_sent_again_by_the_program_itself(shop, double):
    whole = raw(chat("long", lines=["word " * 50]))
    double.requests = [
        captured("r1", f"/olark/{shop.secret}", whole[:100], length=len(whole), status=None)
    ]
    double.whole["r1"] = whole
    assert caught(double, shop) == Caught(("r1",), 1)
    assert double.replayed == ["r1"]
    assert has(shop, "long")


def test_what_the_program_claims_to_have_sent_again_counts_only_when_it_is_in_the_store(
    shop, double, monkeypatch
):
    monkeypatch.setattr(catching, "_ARRIVES_S", 0.2)
    whole = raw(chat("lost", lines=["word " * 50]))
    double.requests = [captured("r1", f"/olark/{shop.secret}", whole[:100], length=len(whole))]
    double._replay = lambda identity: claimed()
    assert caught(double, shop) == Caught((), 0), "it is asked for again the next time"


def test_another_delivery_of_that_moment_is_not_taken_for_the_one_asked_for(
    shop, double, monkeypatch
):
    monkeypatch.setattr(catching, "_ARRIVES_S", 0.2)
    whole, other = (raw(chat(key, lines=[word * 50])) for key, word in (("a1", "x"), ("b1", "y")))
    assert len(whole) == len(other)
    double.requests = [captured("r1", f"/olark/{shop.secret}", whole[:100], length=len(whole))]
    double.whole["r1"] = other
    assert caught(double, shop) == Caught((), 0)
    assert has(shop, "b1")


def test_what_olark_itself_sent_again_meanwhile_is_not_counted_as_recovered(shop, double):
    path, body = f"/olark/{shop.secret}", raw(chat("c1"))
    double.requests = [captured("r1", path, body)]
    shop.inbox.accept(Body(body, "application/x-www-form-urlencoded")).result(LONG_S)
    assert caught(double, shop) == Caught(("r1",), 0)


def test_two_deliveries_of_one_chat_are_one_chat(shop, double):
    path = f"/olark/{shop.secret}"
    bodies = [raw(chat("c1", lines=["Hello"] * n)) for n in (2, 1)]
    double.requests = [captured(f"r{n}", path, body) for n, body in enumerate(bodies)]
    assert caught(double, shop).chats == 1


def test_a_program_that_has_forgotten_it_meanwhile_counts_nothing(shop, double):
    double.requests = [captured("r1", f"/olark/{shop.secret}", b"data=", length=900)]
    double._replay = lambda identity: forgotten()
    assert caught(double, shop) == Caught(("r1",), 0)


async def claimed():
    return web.Response(status=204)


async def forgotten():
    return web.Response(status=404)


def test_what_the_program_kept_is_fetched_whatever_senders_are_allowed(shop, double):
    shop.settings.store({"networks": ["198.51.100.0/24"]})
    path = f"/olark/{shop.secret}"
    double.requests = [captured("r1", path, raw(chat("kept")))]
    caught(double, shop)
    assert has(shop, "kept")


def test_what_the_program_sends_again_itself_is_taken_whatever_senders_are_allowed(shop, double):
    shop.settings.store({"networks": ["198.51.100.0/24"]})
    whole = raw(chat("long", lines=["word " * 50]))
    double.requests = [captured("r1", f"/olark/{shop.secret}", whole[:100], length=len(whole))]
    double.whole["r1"] = whole
    assert caught(double, shop) == Caught(("r1",), 1)
    assert has(shop, "long")
    (taken,) = shop.inbox.deliveries().result(LONG_S)
    assert taken.outcome is Outcome.STORED


def test_what_the_door_refused_for_its_sender_is_not_fetched_past_it(shop, double):
    refused = captured("r1", f"/olark/{shop.secret}", raw(chat("strange")), status=403)
    double.requests = [refused]
    assert caught(double, shop) == Caught()
    assert not has(shop, "strange")


def test_what_cannot_be_read_is_not_asked_for_again_and_again(shop, double):
    double.requests = [captured("r1", f"/olark/{shop.secret}", b"data=%7Bbroken")]
    assert caught(double, shop) == Caught(("r1",), 0)


def test_a_long_memory_is_read_page_after_page(shop, double):
    path = f"/olark/{shop.secret}"
    double.requests = [captured(f"g{n}", path, b"", method="GET") for n in range(300)]
    double.requests.append(captured("old", path, raw(chat("old"))))
    assert caught(double, shop).chats == 1
    limits = [path for path in double.asked if "limit" in path]
    assert limits == ["/api/requests/http?limit=250", "/api/requests/http?limit=1000"]


def test_a_program_that_ended_is_no_error(shop, double):
    async def story():
        async with double.running() as at:
            way = AgentWay((at,))
            await way.start(shop.port)
        return await catch_up(way, "/olark/x", shop.port, (), shop.inbox)

    assert play(story()) == Caught()


def test_the_watcher_reports_what_was_recovered_in_state_and_book(open_shop, double_beside):
    shop, watch = double_beside
    shop.inbox.reach.begin_gap(0, 0, "closed").result(LONG_S)
    watch()
    found = shop.until(STATE, lambda found: found["recovered"] == 1)
    assert found["status"] == "proven"
    assert has(shop, "missed")
    (gap,) = shop.inbox.reach.gaps().result(LONG_S)
    assert gap.recovered == 1
    assert shop.state("caught") == {"ids": ["r1"]}


@pytest.fixture
def double_beside(open_shop):
    """A shop whose way is a program that leads straight back to its own port."""
    shop = open_shop()

    class Double(AgentDouble):
        async def answer(self, request):
            self.endpoints.clear()
            self.lead(f"http://127.0.0.1:{shop.port}", shop.port)
            path = f"/olark/{shop.secret}"
            self.requests = [captured("r1", path, raw(chat("missed")))]
            return await super().answer(request)

    double = Double()

    def watch():
        shop.settings.way = "agent"

        async def companion(port):
            async with double.running() as at:
                watcher = Watcher(
                    shop.inbox, shop.settings, port, pace=QUICK, make=lambda _: AgentWay((at,))
                )
                await watcher.run()

        shop.listen(companion=companion)

    return shop, watch
