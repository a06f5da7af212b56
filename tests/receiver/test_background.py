"""Receiving in the foreground of a terminal, in this process. As a program: journeys/."""

import signal
import threading

import pytest

from olark_inbox.receiver.background import addresses, ended_by_signals, receive


def test_a_signal_sets_the_event_and_the_former_handlers_come_back():
    before = signal.getsignal(signal.SIGINT)
    with ended_by_signals() as ended:
        assert not ended.is_set()
        signal.raise_signal(signal.SIGINT)
        assert ended.is_set()
    assert signal.getsignal(signal.SIGINT) is before


def test_it_receives_until_it_is_ended(shop, capsys):
    shop.receiver.stop()
    ended = threading.Event()
    ended.set()
    assert receive(shop.inbox, shop.settings, shop.folders, 0, ended) == ""
    said = capsys.readouterr().out
    assert said.startswith("Receiving on 127.0.0.1 port ")
    assert shop.settings.secret not in said
    state = shop.inbox.state().result(120)["receiver"].value
    assert (state["status"], state["background"]) == ("stopped", True)


def test_it_says_who_receives_already(shop):
    said = receive(shop.inbox, shop.settings, shop.folders, 0, threading.Event())
    assert said == "The Olark Inbox window already receives."


def test_a_taken_port_ends_it_with_the_sentence(shop, open_shop):
    other = open_shop()
    shop.receiver.stop()
    said = receive(shop.inbox, shop.settings, shop.folders, other.port, threading.Event())
    assert said == f"Port {other.port} is used by another program on this computer."


def test_the_address_has_the_port_in_use_else_the_one_asked_for_else_the_chosen(shop):
    secret = shop.settings.secret
    here = "http://127.0.0.1:{}/olark/" + secret
    assert addresses(shop.inbox, shop.settings, None) == (here.format(shop.port),)
    assert addresses(shop.inbox, shop.settings, 9000) == (here.format(shop.port),)
    shop.receiver.stop()
    assert addresses(shop.inbox, shop.settings, 9000) == (here.format(9000),)
    shop.settings.port = 9001
    assert addresses(shop.inbox, shop.settings, None) == (here.format(9001),)


@pytest.mark.parametrize("port", [1, None, "8765"])
def test_what_a_killed_process_left_in_the_store_is_not_believed(shop, port):
    shop.receiver.stop()
    stale = {"status": "listening", "port": port, "since_ms": 0, "sentence": ""}
    shop.inbox.set_state("receiver", stale).result(120)
    assert addresses(shop.inbox, shop.settings, 9000)[0].startswith("http://127.0.0.1:9000/")
