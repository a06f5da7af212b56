"""Another port, and what still leads to the one before it."""

import socket
import urllib.request

import pytest

from tests.ports import free_port, listens
from tests.store.makers import chat
from tests.tunnel.makers import LONG_S, Shop
from tests.window import post


@pytest.fixture
def shop(tmp_path):
    opened = Shop(tmp_path / "shop")
    yield opened
    opened.close()


@pytest.fixture
def moved(shop):
    """A shop with an address of its own that listens on another port since a moment ago."""

    def move(way="own"):
        shop.settings.store({"way": way, "own_address": "https://inbox.shop.example"})
        shop.listen()
        former, new = shop.port, free_port()
        ask(shop, new)
        return former, new

    return move


def ask(shop, port):
    shop.inbox.ask("receiver", "listen", str(port)).result(LONG_S)
    return shop.until("receiver", lambda found: found["port"] == port)


def prove(shop, port):
    """Ask for a proof, as the public address would lead it to a port."""
    nonce = "n" * 24
    address = f"http://127.0.0.1:{port}/olark/{shop.secret}?proof={nonce}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=LONG_S) as answer:
        assert answer.read().decode().strip() == shop.inbox.reach.proof_of(nonce).result(LONG_S)


def test_both_ports_take_chats_until_an_address_is_proven_to_lead_to_the_new_one(shop, moved):
    former, new = moved()
    assert shop.state("receiver")["former_port"] == former
    for port in (former, new):
        assert post(f"http://127.0.0.1:{port}/olark/{shop.secret}", chat(f"by {port}")) == 200
    prove(shop, former)
    assert post(f"http://127.0.0.1:{former}/olark/{shop.secret}", chat("again")) == 200
    prove(shop, new)
    shop.until("receiver", lambda found: found["former_port"] == 0)
    assert not listens(former)
    assert shop.settings.former_port == 0


def test_the_former_port_outlives_a_restart(shop, moved):
    former, new = moved()
    shop.receiver.stop()
    assert not listens(former)
    shop.port = new
    shop.listen()
    assert listens(former)
    prove(shop, new)
    shop.until("receiver", lambda found: found["former_port"] == 0)


def test_nothing_is_kept_open_where_nothing_leads_here(shop, moved):
    former, _ = moved("none")
    assert shop.state("receiver")["former_port"] == 0
    assert not listens(former)


def test_going_back_to_the_former_port_is_possible(shop, moved):
    former, new = moved()
    found = ask(shop, former)
    assert found["status"] == "listening"
    assert found["former_port"] == new
    assert listens(new)


def test_who_gives_up_the_public_address_gives_up_the_former_port_too(shop, moved):
    former, _ = moved()
    shop.settings.way = "none"
    shop.until("receiver", lambda found: found["former_port"] == 0)
    assert not listens(former)


def test_a_former_port_that_another_program_has_taken_is_no_trouble(shop, moved):
    former, new = moved()
    shop.receiver.stop()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", former))
        other.listen()
        shop.port = new
        shop.listen()
        assert shop.state("receiver")["former_port"] == 0
