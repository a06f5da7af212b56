"""The receiver's thread: the port, the lock, what it says in the store, and its end."""

import itertools
import socket
import subprocess
import sys
import threading

import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.receiver.port import bind
from olark_inbox.receiver.thread import AlreadyReceiving, ReceiverThread
from tests.ports import listens

LONG_S = 120


def standing(shop):
    entry = shop.inbox.state().result(LONG_S).get("receiver")
    return {} if entry is None else dict(entry.value)


def until(shop, wanted, **more):
    """Wait until the store says that the receiver stands so."""
    changed = threading.Event()
    leave = shop.inbox.wakeups.subscribe(changed.set)
    try:
        while True:
            changed.clear()
            found = standing(shop)
            if found.get("status") == wanted and more.items() <= found.items():
                return found
            assert changed.wait(LONG_S), f"still {found}"
    finally:
        leave()


def test_it_says_in_the_store_where_it_listens_and_that_it_stopped(shop):
    found = standing(shop)
    assert (found["status"], found["port"], found["sentence"]) == ("listening", shop.port, "")
    assert found["since_ms"] > 1_600_000_000_000
    assert not found["background"]
    shop.receiver.stop()
    assert standing(shop)["status"] == "stopped"
    assert not listens(shop.port)
    assert not shop.receiver.alive


def test_only_this_computer_can_reach_it(shop):
    for _, _, _, _, address in socket.getaddrinfo(socket.gethostname(), shop.port, socket.AF_INET):
        if not address[0].startswith("127."):
            with pytest.raises(OSError, match=r"."):
                socket.create_connection(address, timeout=5)
    assert listens(shop.port)


def test_a_taken_port_is_said_and_another_can_be_asked_for(shop, make):
    with bind(0) as other:
        taken = other.getsockname()[1]
        shop.inbox.ask("receiver", "listen", str(taken)).result(LONG_S)
        found = until(
            shop, "listening", sentence=f"Port {taken} is used by another program on this computer."
        )
        assert found["port"] == shop.port
    shop.inbox.ask("receiver", "listen", "0").result(LONG_S)
    found = until(shop, "listening", sentence="")
    assert found["port"] != shop.port
    assert not listens(shop.port)
    shop.port = found["port"]
    assert shop.post(make.form(make.chat("P1"))).status == 200


def test_it_stays_when_the_port_is_taken_and_listens_when_asked_elsewhere(shop, make):
    shop.receiver.stop()
    with bind(0) as other:
        taken = other.getsockname()[1]
        shop.receiver = ReceiverThread(shop.inbox, shop.settings, shop.folders, port=taken)
        shop.receiver.start()
        first = shop.receiver.begun.result(LONG_S)
        assert (first.status, first.port) == ("port_taken", taken)
        assert first.sentence == f"Port {taken} is used by another program on this computer."
        for nonsense in ("", "x", "-1", "65536", "²"):
            shop.inbox.ask("receiver", "listen", nonsense).result(LONG_S)
        shop.inbox.ask("receiver", "listen", "0").result(LONG_S)
        shop.port = until(shop, "listening")["port"]
    assert shop.post(make.form(make.chat("P2"))).status == 200


def test_it_takes_the_port_by_itself_when_it_becomes_free(shop, monkeypatch):
    monkeypatch.setattr("olark_inbox.receiver.thread._RETRY_S", 0.1)
    shop.receiver.stop()
    with bind(0) as other:
        taken = other.getsockname()[1]
        shop.receiver = ReceiverThread(shop.inbox, shop.settings, shop.folders, port=taken)
        shop.receiver.start()
        assert shop.receiver.begun.result(LONG_S).status == "port_taken"
    assert until(shop, "listening")["port"] == taken


def test_the_second_one_in_the_background_is_refused_in_a_sentence(shop):
    second = ReceiverThread(shop.inbox, shop.settings, shop.folders, port=0, background=True)
    with pytest.raises(AlreadyReceiving, match=r"already receives"):
        second.start()
    assert not second.alive
    second.stop()


def test_a_window_takes_over_when_the_other_one_ends(shop):
    inbox = Inbox.open(shop.folders)
    second = ReceiverThread(inbox, shop.settings, shop.folders, port=0)
    assert not second.start()
    assert standing(shop)["port"] == shop.port
    shop.receiver.stop()
    assert second.begun.result(LONG_S).status == "listening"
    second.stop()
    inbox.close()


def test_one_that_waits_for_its_turn_can_be_stopped(shop):
    second = ReceiverThread(shop.inbox, shop.settings, shop.folders, port=0)
    second.start()
    second.stop()
    assert second.begun.cancelled()
    assert standing(shop)["status"] == "listening"


def test_what_was_being_sent_when_it_stopped_is_answered_or_not_stored(shop, make):
    acknowledged = []

    def send():
        with shop.sender() as sender:
            for n in itertools.count():
                if sender.post(shop.path, make.form(make.chat(f"E{n}"))).status != 200:
                    return
                acknowledged.append(f"E{n}")
                some.set()

    sending = threading.Thread(target=send)
    some = threading.Event()
    sending.start()
    assert some.wait(LONG_S)
    shop.receiver.stop()
    sending.join(120)
    assert all(shop.has(chat_id) for chat_id in acknowledged)


def test_a_half_sent_body_does_not_hold_up_the_end(shop):
    with shop.sender() as sender:
        sender.send(f"POST {shop.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\na".encode())
        shop.receiver.stop()
        assert sender.reply().status != 200


def test_another_process_changes_the_address_and_the_door_follows(shop, make):
    former = shop.path
    code = (
        "import sys; from pathlib import Path\n"
        "from olark_inbox.base.folders import open_folders\n"
        "from olark_inbox.settings import Settings\n"
        "s = Settings(open_folders(Path(sys.argv[1]))); s.new_secret(); s.forget_former_secret()\n"
    )
    subprocess.run([sys.executable, "-c", code, str(shop.folders.root)], check=True, timeout=300)
    with shop.sender() as sender:
        body = make.form(make.chat("S1"))
        while sender.post(former, body).status == 200:
            pass
    assert shop.path != former
    assert shop.post(body).status == 200


def test_it_answers_while_the_store_cannot_say_how_it_stands(shop, expect_log):
    expect_log("how the receiver stands could not be stored: StoreUnavailable")
    shop.receiver.stop()
    shop.inbox.close()
    shop.receiver = ReceiverThread(shop.inbox, shop.settings, shop.folders, port=0)
    shop.receiver.start()
    shop.port = shop.receiver.begun.result(LONG_S).port
    assert shop.say(f"GET {shop.path} HTTP/1.1\r\nHost: x\r\n\r\n".encode()).status == 200


def test_a_fault_in_it_is_reported_and_it_begins_anew(shop, make, monkeypatch, expect_log):
    expect_log("the task receiving failed")
    monkeypatch.setattr("olark_inbox.receiver.thread._RETRY_S", 0.05)
    broken = threading.Event()

    def reload():
        broken.set()
        raise RuntimeError("a fault")

    monkeypatch.setattr(shop.settings, "reload", reload)
    assert broken.wait(LONG_S)
    until(shop, "failed")
    monkeypatch.delattr(shop.settings, "reload")
    until(shop, "listening")
    assert shop.post(make.form(make.chat("F1"))).status == 200


def test_whoever_knocks_at_a_wrong_address_is_counted_and_nothing_is_kept(shop, make):
    for path in ("/olark/wrong", "/", shop.path + "/"):
        with shop.sender() as sender:
            assert sender.post(path, make.form(make.chat("W1"))).status == 404
    shop.receiver.stop()
    assert shop.inbox.state().result(LONG_S)["foreign"].value["count"] == 3
    assert shop.inbox.check().result(LONG_S).deliveries == 0
