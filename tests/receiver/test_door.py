"""The door over a real socket, into a real store."""

import gzip
import json
import logging
import signal
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from olark_inbox.inbox import Body
from olark_inbox.store.errors import Busy
from olark_inbox.store.rows import Query

MIB = 1024 * 1024


def test_a_chat_is_answered_with_an_empty_200_and_is_in_the_store(shop, make):
    reply = shop.post(make.form(make.chat("A1")))
    assert (reply.status, reply.body) == (200, b"")
    row = shop.inbox.by_key("A1").result(120)
    assert (row.name, row.lines, row.sample) == ("Bob Doe", 2, False)


def test_json_as_it_is_and_packed_is_taken_too(shop, make):
    plain = json.dumps(make.chat("J1")).encode()
    packed = gzip.compress(json.dumps(make.chat("J2")).encode())
    kind = ("Content-Type", "application/json")
    assert shop.post(plain, kind).status == 200
    assert shop.post(packed, kind, ("Content-Encoding", "gzip")).status == 200
    assert shop.has("J1")
    assert shop.has("J2")


def test_what_unpacks_beyond_the_cap_or_not_at_all_is_told_so_and_not_kept(shop):
    packed = gzip.compress(b"data=" + b"a" * (9 * MIB))
    assert shop.post(packed, ("Content-Encoding", "gzip")).status == 413
    assert shop.post(b"x", ("Content-Encoding", "br")).status == 415
    assert shop.post(b"x", ("Content-Encoding", "gzip, br")).status == 415
    assert shop.inbox.check().result(120).deliveries == 0


def test_a_sample_is_marked_and_a_real_chat_is_not(shop, make):
    shop.post(make.form(make.chat("S1")), make.form_type, ("Olark-Inbox-Sample", "1"))
    shop.post(make.form(make.chat("R1")), make.form_type, ("Olark-Inbox-Sample", "0"))
    assert shop.inbox.by_key("S1").result(120).sample
    assert not shop.inbox.by_key("R1").result(120).sample


def test_a_cut_chat_is_refused_and_kept(shop, make):
    reply = shop.post(make.form('{"kind": "Conversation", "id": "C1", "items": [{"body": "Hel'))
    assert reply.status == 400
    assert reply.body.count(b"\n") == 1
    assert b"C1" not in reply.body
    assert shop.inbox.check().result(120).unreadable == 1


def test_what_is_not_of_olark_is_refused_and_not_kept(shop):
    assert shop.post(b"data=%7B%22hello%22%3A1%7D").status == 400
    assert shop.inbox.check().result(120).deliveries == 0


def test_the_page_is_friendly_and_says_nothing_else(shop):
    reply = shop.say(f"GET {shop.path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    text = reply.body.decode()
    names = {line.partition(b":")[0].decode().lower() for line in reply.head.split(b"\r\n")[1:]}
    assert reply.status == 200
    assert "This inbox is listening" in text
    assert shop.settings.secret not in text
    assert not names & {"server", "x-powered-by", "date", "set-cookie"}


def test_head_is_the_page_without_its_body(shop):
    with shop.sender() as sender:
        sender.send(f"HEAD {shop.path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert sender.reply(method="HEAD").status == 200
        assert sender.post(shop.path, b"").status == 400


def test_another_method_is_told_which_ones_there_are(shop):
    reply = shop.say(f"PUT {shop.path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert (reply.status, reply.header("Allow")) == (405, "GET, HEAD, POST")


def test_the_body_is_not_read_before_the_secret_was_checked(shop):
    with shop.sender() as sender:
        sender.send(b"POST /olark/wrong HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n")
        assert sender.reply().status == 404


def test_a_sender_who_asks_first_is_told_to_go_on_only_with_the_secret(shop, make):
    body = make.form(make.chat("E1"))
    ask = "POST {} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n"
    with shop.sender() as sender:
        sender.send(ask.format(shop.path, len(body)).encode())
        assert sender.socket.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        assert sender.send(body).reply().status == 200
    with shop.sender() as sender:
        sender.send(ask.format("/olark/wrong", len(body)).encode())
        assert sender.socket.recv(65536).startswith(b"HTTP/1.1 404")


def test_eight_mebibytes_are_taken_and_a_byte_more_is_refused_before_it_is_sent(shop, make):
    whole = make.form(make.chat("L1", text="a" * (7 * MIB)))
    whole += b"&x=" + b"a" * (8 * MIB - len(whole) - 3)
    assert len(whole) == 8 * MIB
    assert shop.post(whole).status == 200
    with shop.sender() as sender:
        length = 8 * MIB + 1
        sender.send(
            f"POST {shop.path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode()
        )
        assert sender.reply().status == 413


def test_a_sender_who_reads_only_after_all_was_sent_is_told_too(shop):
    for path, status in ((shop.path, 413), ("/olark/wrong", 404)):
        with shop.sender() as sender:
            reply = sender.post(path, b"a" * (12 * MIB))
            assert reply.status == status
            assert sender.hung_up()
            assert sender.socket.recv(1) == b""


def test_chunks_beyond_eight_mebibytes_are_refused_on_the_way(shop):
    piece = b"100000\r\n" + b"a" * MIB + b"\r\n"
    with shop.sender() as sender:
        sender.send(
            f"POST {shop.path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
        )
        for _ in range(9):
            sender.send(piece)
        assert sender.reply().status == 413


def test_many_posts_over_many_connections_are_all_there(shop, make):
    def send(worker):
        with shop.sender() as sender:
            return [
                sender.post(shop.path, make.form(make.chat(f"M{worker}-{n}"))).status
                for n in range(20)
            ]

    with ThreadPoolExecutor(16) as pool:
        statuses = [status for part in pool.map(send, range(16)) for status in part]
    assert statuses == [200] * 320
    assert len({row.key for row in shop.inbox.rows_of(Query())}) == 320


def test_a_new_address_works_at_once_and_the_former_until_it_is_forgotten(shop, make):
    former = shop.path
    shop.settings.new_secret()
    body = make.form(make.chat("N1"))

    def status(path):
        with shop.sender() as sender:
            return sender.post(path, body).status

    assert shop.path != former
    assert [status(shop.path), status(former)] == [200, 200]
    shop.settings.forget_former_secret()
    assert [status(shop.path), status(former)] == [200, 404]


def test_when_the_store_is_closed_the_sender_is_asked_to_come_again(shop, make, expect_log):
    expect_log("how the receiver stands could not be stored")
    shop.inbox.close()
    reply = shop.post(make.form(make.chat("X1")))
    assert reply.status == 503
    assert int(reply.header("Retry-After")) > 0


def test_when_the_quota_of_unreadable_ones_is_full_it_is_said(shop, make, monkeypatch):
    monkeypatch.setattr("olark_inbox.store.torn.QUOTA_ITEMS", 0)
    assert shop.post(make.form('{"kind": "Conversation", "id": "C')).status == 507


def test_a_commit_that_takes_too_long_is_not_claimed(open_shop, make):
    shop = open_shop(commit_s=0.05)
    goes_on = threading.Event()
    shop.inbox.wakeups.subscribe(goes_on.wait)
    try:
        statuses = [shop.post(make.form(make.chat(f"T{n}"))).status for n in range(2)]
    finally:
        goes_on.set()
    assert statuses[1] == 503


def test_when_too_much_waits_the_sender_is_asked_to_come_again_and_then_served(shop, make):
    goes_on = threading.Event()
    leave = shop.inbox.wakeups.subscribe(goes_on.wait)
    waiting = []
    try:
        while True:
            body = Body(json.dumps(make.chat(f"B{len(waiting)}")).encode())
            try:
                waiting.append(shop.inbox.accept(body))
            except Busy:
                break
        reply = shop.post(make.form(make.chat("BUSY")))
        assert (reply.status, reply.header("Retry-After")) == (503, "5")
    finally:
        leave()
        goes_on.set()
    for promise in waiting:
        promise.result(120)
    assert not shop.has("BUSY")
    assert shop.post(make.form(make.chat("BUSY"))).status == 200


def test_a_full_disk_is_a_503_and_service_returns_when_there_is_room(shop, make, expect_log):
    """The store may not grow; then it may again."""
    expect_log("storing failed: ")
    resource = pytest.importorskip("resource", reason="Windows knows no limit of file sizes")
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    assert shop.post(make.form(make.chat("D1"))).status == 200
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, former[1]))
        refused = shop.post(make.form(make.chat("D2", text="x" * 50_000)))
        assert (refused.status, refused.header("Retry-After")) == (503, "5")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
        signal.signal(signal.SIGXFSZ, ignored)
    assert not shop.has("D2")
    assert shop.post(make.form(make.chat("D2"))).status == 200
    assert shop.has("D1")
    assert shop.inbox.check().result(120).sound


def test_the_name_by_which_olark_came_is_noted_whenever_it_is_another(shop, make):
    def came_by(*headers):
        assert shop.post(make.form(make.chat("N1")), make.form_type, *headers).status == 200
        return shop.inbox.state().result(120)["came_by"].value["host"]

    assert came_by() == "x"
    assert came_by(("X-Forwarded-Host", "b\xfccher.example")) == ""
    assert came_by(("X-Forwarded-Host", "Shop.ngrok-free.dev")) == "shop.ngrok-free.dev"
    assert came_by(("X-Forwarded-Host", "a.example, b.example:8443")) == "b.example"


def by_host(shop, host, method, path, body=b"", *headers):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers]
    reply = shop.say("\r\n".join([*lines, "", ""]).encode() + body)
    assert reply.status == 200


def test_what_was_posted_on_this_computer_is_kept_but_is_no_sign_of_olark(shop, make):
    here, body = "127.0.0.1:8765", make.form(make.chat("H1"))
    by_host(shop, here, "POST", shop.path, body, make.form_type)
    assert shop.has("H1")
    assert shop.inbox.reach.heard().result(10) == {}
    said = shop.inbox.state().result(10)
    assert "came_by" not in said
    assert "last" in said
    by_host(shop, here, "POST", shop.path, body, make.form_type, ("X-Forwarded-For", "192.0.2.1"))
    assert set(shop.inbox.reach.heard().result(10)) == {"transcript"}


def test_where_the_proof_comes_as_from_this_computer_so_does_olark(shop, make):
    here, body = "127.0.0.1:8765", make.form(make.chat("H1"))
    by_host(shop, here, "GET", f"{shop.path}?proof={'n' * 20}")
    by_host(shop, here, "POST", shop.path, body, make.form_type)
    assert set(shop.inbox.reach.heard().result(10)) == {"transcript"}
    by_host(shop, "shop.example", "GET", f"{shop.path}?proof={'m' * 20}")
    by_host(
        shop, here, "POST", shop.path, make.form(make.chat("T1", eventType="start")), make.form_type
    )
    assert set(shop.inbox.reach.heard().result(10)) == {"transcript"}


def test_the_log_holds_the_size_and_outcome_of_each_delivery_and_no_word_of_it(shop, make, caplog):
    caplog.set_level(logging.INFO, "olark_inbox")
    body = make.form(make.chat("A1", text="Geheimnis"))
    assert shop.post(body).status == 200
    assert shop.post(b"data=nonsense").status == 400
    shop.close()
    said = "\n".join(caplog.messages)
    assert f"{len(body)} bytes stored as 1, answered 200" in said
    assert "13 bytes foreign, answered 400" in said
    for private in ("Geheimnis", "Bob", "A1", shop.settings.secret):
        assert private not in said
