import asyncio

import pytest

from olark_inbox.tunnel import passing
from olark_inbox.tunnel.standing import Pace
from olark_inbox.tunnel.system_news import News
from olark_inbox.tunnel.ticks import Meanwhile, Ticks
from tests.tunnel.makers import play

PACE = Pace(tick_s=0.01, jump_s=20.0)


class World:
    def __init__(self):
        self.s, self.ms, self.tell = 0.0, 1_000, None

    async def listen(self, tell):
        self.tell = tell
        await asyncio.Event().wait()

    def ticks(self, pace=PACE):
        return Ticks(pace, lambda: self.ms, lambda: self.s, self.listen)


@pytest.fixture
def world():
    return World()


def told(world, happens, pace=PACE):
    """Return what the next two ticks say after something happened."""

    async def story():
        ticks = world.ticks(pace)
        ticks.hear()
        ticks.hear()
        await asyncio.sleep(0)
        assert await ticks.next() == Meanwhile()
        happens()
        found = await ticks.next(), await ticks.next()
        ticks.end()
        return found

    return play(story())


def test_nothing_happens_in_most_ticks(world):
    assert told(world, lambda: None) == (Meanwhile(), Meanwhile())


def test_a_jump_of_the_clock_is_a_sleep_since_the_last_tick(world):
    def jump():
        world.s, world.ms = 3_600.0, 9_000

    assert told(world, jump) == (Meanwhile(slept_ms=1_000), Meanwhile())


def test_the_systems_own_word_says_exactly_since_when_also_of_a_short_sleep(world):
    def sleep():
        world.ms = 2_000
        world.tell(News.SLEEPS)
        world.ms = 5_000
        world.tell(News.WOKE)

    assert told(world, sleep) == (Meanwhile(slept_ms=2_000), Meanwhile())


def test_a_waking_is_told_at_once_and_not_at_the_next_tick(world):
    def sleep():
        world.tell(News.SLEEPS)
        world.tell(News.WOKE)

    async def story():
        ticks = world.ticks(Pace(tick_s=3_600.0))
        ticks.hear()
        await asyncio.sleep(0)
        sleep()
        assert await ticks.next() == Meanwhile(slept_ms=1_000)
        ticks.end()

    play(story())


def test_a_sleep_that_the_clock_told_first_is_not_told_twice(world):
    async def story():
        ticks = world.ticks()
        ticks.hear()
        await asyncio.sleep(0)
        world.tell(News.SLEEPS)
        world.s, world.ms = 3_600.0, 9_000
        assert await ticks.next() == Meanwhile(slept_ms=1_000)
        world.tell(News.WOKE)
        world.tell(News.WOKE)
        assert await ticks.next() == Meanwhile()
        ticks.end()

    play(story())


def test_a_lost_way_and_other_addresses_are_another_network(world, monkeypatch):
    assert told(world, lambda: world.tell(News.NETWORK))[0] == Meanwhile(another_network=True)
    found = iter(["home", "home", "home", "café", "café"])
    monkeypatch.setattr(passing, "network", lambda: next(found))

    async def story():
        ticks = world.ticks()
        assert [(await ticks.next()).another_network for _ in range(4)] == [
            False, False, True, False,
        ]  # fmt: skip
        ticks.end()

    play(story())
