import asyncio

import pytest

from olark_inbox.inbox import Body
from olark_inbox.tunnel.ledger import Ledger
from olark_inbox.tunnel.olark_knows import OlarkKnows
from tests.store.makers import chat, raw
from tests.tunnel.makers import LONG_S, play

ONE, TWO = "https://one.example", "https://two.example"
SECRET = "s" * 32


@pytest.fixture
def shop(open_shop):
    return open_shop()


def arrives(shop, key="c1", *, at_ms=None, **more):
    body = Body(raw(chat(key)), "application/x-www-form-urlencoded", received_ms=at_ms, **more)
    shop.inbox.accept(body).result(LONG_S)


def changed(shop, address=ONE, secret=SECRET, since_ms=0):
    return play(OlarkKnows(shop.inbox, Ledger(shop.inbox)).changed(address, secret, since_ms))


def test_before_anything_came_nothing_has_changed(shop):
    assert changed(shop) is False


def test_what_came_here_makes_this_the_address_olark_knows(shop):
    arrives(shop, at_ms=1_000)
    assert changed(shop) is False
    assert shop.state("olark")["address"] == ONE
    assert changed(shop, TWO, since_ms=2_000) is True


def test_what_came_before_an_address_is_no_sign_that_olark_knows_it(shop):
    arrives(shop, at_ms=1_000)
    assert changed(shop, TWO, since_ms=2_000) is False
    assert shop.state("olark") == {}
    arrives(shop, "c2", at_ms=3_000)
    assert changed(shop, TWO, since_ms=2_000) is False
    assert shop.state("olark")["address"] == TWO


def test_another_secret_is_another_address(shop):
    arrives(shop, at_ms=1_000)
    changed(shop)
    assert changed(shop, secret="t" * 32) is True


def test_a_sample_tells_nothing_of_olark(shop):
    arrives(shop, sample=True)
    changed(shop)
    assert shop.state("olark") == {}


def test_what_came_by_the_former_secret_is_no_sign_of_the_new_one(shop):
    arrives(shop, at_ms=1_000)
    changed(shop)
    shop.inbox.set_state("former_used", {"at_ms": 5_000}).result(LONG_S)
    arrives(shop, "c2", at_ms=5_002)
    assert changed(shop, secret="t" * 32) is True
    arrives(shop, "c3", at_ms=90_000)
    assert changed(shop, secret="t" * 32) is False


def test_what_came_by_the_former_name_after_the_change_is_no_sign_of_the_new_address(shop):
    arrives(shop, at_ms=1_000)
    changed(shop)
    shop.inbox.set_state("came_by", {"host": "one.example"}).result(LONG_S)
    arrives(shop, "c2", at_ms=3_000)
    assert changed(shop, TWO, since_ms=2_000) is True
    shop.inbox.set_state("came_by", {"host": "two.example"}).result(LONG_S)
    arrives(shop, "c3", at_ms=4_000)
    assert changed(shop, TWO, since_ms=2_000) is False


def test_a_front_that_hides_the_name_is_believed_by_the_time(shop):
    arrives(shop, at_ms=1_000)
    changed(shop)
    shop.inbox.set_state("came_by", {"host": "127.0.0.1"}).result(LONG_S)
    arrives(shop, "c2", at_ms=3_000)
    assert changed(shop, TWO, since_ms=2_000) is False


def test_a_closed_store_says_nothing(shop):
    shop.inbox.close()
    assert asyncio.run(_changed(shop)) is None


async def _changed(shop):
    return await OlarkKnows(shop.inbox, Ledger(shop.inbox)).changed(ONE, SECRET, 0)
