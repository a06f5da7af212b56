import pytest

from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.switch import Switch, Wish, make_way
from tests.tunnel.makers import play


class Kept:
    """A way that only remembers whether it was stopped."""

    def __init__(self, wish):
        self.wish, self.stopped = wish, 0

    async def start(self, port):
        raise WayFailed(Fault.NO_ADDRESS)

    look = start

    async def stop(self):
        self.stopped += 1


def wish(way, *, name="", port=8765, own=""):
    return Wish(way, own, name, 0, port)


def through(*steps):
    """Follow wishes; a number after a wish: it was proven. Returns the ways and the switch."""
    made = []

    def make(wished):
        made.append(Kept(wished))
        return made[-1]

    switch = Switch(make)

    async def story():
        for step, proven in steps:
            await switch.follow(step)
            switch.proven = proven

    play(story())
    return made, switch


AGENT, OWN, NGROK = wish("agent"), wish("own"), wish("ngrok")


def test_the_former_way_stays_alive_beside_the_new_one():
    (agent, _), switch = through((AGENT, True), (NGROK, False))
    assert switch.former is agent
    assert not agent.stopped
    play(switch.let_go())
    assert agent.stopped == 1
    assert switch.former is None


def test_of_two_former_ways_the_one_that_worked_is_kept():
    (agent, own, _), switch = through((AGENT, True), (OWN, False), (NGROK, False))
    assert switch.former is agent
    assert (agent.stopped, own.stopped) == (0, 1)
    (agent, own, _), switch = through((AGENT, True), (OWN, True), (NGROK, False))
    assert switch.former is own
    assert (agent.stopped, own.stopped) == (1, 0)


def test_who_goes_back_has_one_way_again():
    (first, own, again), switch = through((AGENT, True), (OWN, False), (AGENT, False))
    assert switch.way is again
    assert switch.former is None
    assert (first.stopped, own.stopped) == (1, 1)


def test_another_name_at_ngrok_is_another_way():
    (plain, _), switch = through((NGROK, True), (wish("ngrok", name="shop.example"), False))
    assert switch.former is plain


@pytest.mark.parametrize(
    "then", [wish("none"), wish("ngrok", port=0), wish("ngrok", port=9000), wish("agent", own="x")]
)
def test_what_cannot_be_beside_the_new_one_ends_first(then):
    (agent, *_), switch = through((wish("agent"), True), (then, False))
    ends = then.way in ("none", "agent") or then.port != 8765
    assert (agent.stopped == 1) is ends
    assert (switch.former is None) is ends


def test_the_same_wish_begins_nothing_unless_it_is_asked_for():
    async def story():
        made = []
        switch = Switch(lambda wished: made.append(Kept(wished)) or made[-1])
        assert await switch.follow(AGENT)
        assert not await switch.follow(AGENT)
        switch.again()
        assert await switch.follow(AGENT)
        assert not await switch.follow(AGENT)
        assert [each.stopped for each in made] == [1, 0]
        await switch.stop()
        assert [each.stopped for each in made] == [1, 1]

    play(story())


def test_beginning_anew_does_not_end_the_former_way():
    async def story():
        made = []
        switch = Switch(lambda wished: made.append(Kept(wished)) or made[-1])
        await switch.follow(AGENT)
        switch.proven = True
        switch.again()  # as the guide asks it to, with each choice
        await switch.follow(NGROK)
        assert switch.former is made[0]
        assert not made[0].stopped

    play(story())


@pytest.mark.parametrize(
    ("way", "made"),
    [("none", "NoneType"), ("own", "OwnAddress"), ("agent", "AgentWay"), ("ngrok", "NgrokWay")],
)
def test_each_wish_has_its_way(way, made):
    assert type(make_way(Wish(way, "https://a.example", "", 0, 8765))).__name__ == made
