"""A real tunnel, from setup to green, cut and healed, and the window that tells about it."""

import asyncio
import json
import time
import urllib.parse

import aiohttp
import pytest

from olark_inbox.receiver.reply import open_link
from olark_inbox.tunnel.proof import Prober
from olark_inbox.tunnel.standing import Pace
from olark_inbox.tunnel.watch import Watcher
from olark_inbox.ui.reach.setup_facts import Step
from tests.desktop.public_front import MISSING, Front, Here
from tests.ports import free_port, listens
from tests.reliability.rounds import at_most
from tests.store.makers import chat, send_test
from tests.tunnel.makers import Shop
from tests.window import story_runner, window_on

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.tunnel,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
NOTICED_S = at_most(30)


@pytest.fixture
def play(qapp):
    # Qt puts both into the name under which a launcher is told the number of unread.
    before = qapp.applicationName(), qapp.desktopFileName()
    qapp.setApplicationName("inbox")
    qapp.setDesktopFileName("inbox")
    yield from story_runner(qapp)
    qapp.setApplicationName(before[0])
    qapp.setDesktopFileName(before[1])


@pytest.fixture
def front(tmp_path):
    folder = tmp_path / "front"
    folder.mkdir(mode=0o700)
    opened = Front(folder)
    yield opened
    opened.close()


class Sleeping:
    """The clock that goes on while the computer sleeps; `sleep` lets it jump."""

    def __init__(self):
        self.slept = 0.0

    def __call__(self):
        return time.monotonic() + self.slept

    def sleep(self, seconds):
        self.slept += seconds


@pytest.fixture
def clock():
    return Sleeping()


@pytest.fixture
def shop(tmp_path, front, clock):
    """A receiver as `receive` runs it, beside the window, with the front as its own address."""
    opened = Shop(tmp_path / "shop")
    prober = Prober(opened.inbox, resolver=Here(), trust=front.trust)

    async def companion(port):
        await Watcher(
            opened.inbox, opened.settings, port,
            prober=prober, pace=Pace(grace_ms=0), passed_s=clock,
        ).run()  # fmt: skip

    opened.listen(companion=companion)
    yield opened
    opened.close()


async def through(front, path, payload=None, **headers):
    """Ask the public address as the internet would; posts a payload as Olark does."""
    connector = aiohttp.TCPConnector(resolver=Here(), ssl=front.trust)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    form |= {name.replace("_", "-"): value for name, value in headers.items()}
    body = None if payload is None else urllib.parse.urlencode({"data": json.dumps(payload)})
    async with aiohttp.ClientSession(connector=connector) as session:
        ask = session.get(front.address + path) if body is None else session.post(
            front.address + path, data=body, headers=form
        )  # fmt: skip
        async with ask as response:
            await response.read()
            return response.status


def test_from_setup_to_green_through_a_cut_and_healed_again(play, tmp_path, front, shop, clock):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            strip, banner = scene.window.strip, scene.list.banner
            await scene.until(lambda: scene.desk.board.address, "the shop")
            front.connect(shop.port)
            scene.house.reaching.open_guide()
            guide = scene.house.reaching.guide
            assert guide.step is Step.READY
            guide.next.click()
            assert guide.step is Step.ADDRESS
            guide.way.own.line.setText(f"{front.address}/whatever")
            guide.way.check_button.click()
            await scene.until(lambda: strip.pill.text() == "Ready for chats", "a proof")
            assert guide.side.steps[Step.ADDRESS].done
            assert not guide.side.steps[Step.TEST].done
            secret = guide.paste.field.line.text().removeprefix(front.address)
            assert await through(front, secret, send_test()) == 200
            await scene.until(lambda: guide.test.title.text() == "The address works", "the test")
            guide.close()

            front.cut()
            clock.sleep(3_600)
            began = time.monotonic()
            await scene.until(lambda: strip.pill.text() == "Connecting", "the waking")
            while strip.pill.text() != "Not reachable":
                assert time.monotonic() - began < NOTICED_S
                await asyncio.sleep(0.05)
            assert banner.notice.title == "New chats can't reach you"
            assert "does not lead to this computer" in banner.notice.text

            front.connect(shop.port)
            banner.button.click()
            await scene.until(lambda: strip.pill.text() == "Ready for chats", "the healing")
            assert banner.notice is None
            assert await through(front, secret, chat("after")) == 200
            await scene.until(lambda: scene.list.model.total == 1, "the chat")

    play(story())


def test_what_comes_through_the_front_is_not_taken_for_this_computer(play, tmp_path, front, shop):
    async def story():
        front.connect(shop.port)
        path = f"/olark/{shop.secret}"
        assert await through(front, path, chat("c1")) == 200
        row = await asyncio.wrap_future(shop.inbox.by_key("c1"))
        link = urllib.parse.urlsplit(open_link(shop.port, shop.secret, row.id)).path
        assert await through(front, link) == 404
        assert await through(front, "/olark/" + "x" * 32, chat("c2")) == 404

    play(story())


def test_who_posts_is_judged_by_what_the_front_saw_and_not_by_what_he_claims(
    play, tmp_path, front, shop
):
    async def story():
        front.connect(shop.port)
        shop.settings.networks = ["198.51.100.0/24"]
        path = f"/olark/{shop.secret}"
        olark, liar = {"X_Test_Client": "198.51.100.7"}, {"X_Test_Client": "203.0.113.9"}
        assert await through(front, path, chat("olark"), **olark) == 200
        claim = {"X_Forwarded_For": "198.51.100.7"}
        assert await through(front, path, chat("liar"), **liar, **claim) == 403
        both = await asyncio.wrap_future(shop.inbox.by_key("olark"))
        assert both is not None
        assert await asyncio.wrap_future(shop.inbox.by_key("liar")) is None
        # The proof is for nobody's list.
        shop.settings.own_address, shop.settings.way = front.address, "own"
        await in_time(shop, "proven")

    play(story())


def test_on_another_port_the_former_one_takes_chats_until_the_front_leads_to_the_new_one(
    play, tmp_path, front, shop
):
    async def story():
        async with window_on(tmp_path / "shop") as scene:
            strip, banner = scene.window.strip, scene.list.banner
            former, new = shop.port, free_port()
            front.connect(former)
            scene.settings.store({"way": "own", "own_address": front.address})
            await scene.until(lambda: strip.pill.text() == "Ready for chats", "a proof")
            scene.desk.board.use_port(new)
            await scene.until(lambda: banner.notice is not None, "the notice")
            assert banner.notice.title == f"Your address still leads to port {former}"
            path = f"/olark/{shop.secret}"
            assert await through(front, path, chat("by the former")) == 200
            await scene.until(lambda: strip.pill.text() == "Ready for chats", "a proof")

            banner.button.click()
            front.cut()
            front.connect(new)
            scene.house.reaching.guide.way.again.click()
            await scene.until(lambda: banner.notice is None, "the end of it")
            assert await through(front, path, chat("by the new")) == 200
            await scene.until(lambda: not listens(former), "the end of the former port")

    play(story())


def test_it_heals_by_itself_without_anybody_pressing_anything(play, tmp_path, front, shop, clock):
    async def story():
        front.connect(shop.port)
        shop.settings.own_address, shop.settings.way = front.address, "own"
        await in_time(shop, "proven")
        front.cut()
        clock.sleep(3_600)
        await in_time(shop, "unreachable")
        front.connect(shop.port)
        await in_time(shop, "proven")
        (gap,) = await asyncio.wrap_future(shop.inbox.reach.gaps())
        assert gap.until_ms is not None

    play(story())


async def in_time(shop, status):
    began = time.monotonic()
    while shop.state("reach").get("status") != status:
        assert time.monotonic() - began < NOTICED_S, shop.state("reach")
        await asyncio.sleep(0.05)
