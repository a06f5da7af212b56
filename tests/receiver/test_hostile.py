"""What strangers send to an open port. PATH stands for the right address, WRONG for a wrong one.

Each request is followed by a good one: nothing may have been broken by it. CANARY stands in most of
them, and must never come back.
"""

import gzip
import json
import urllib.parse

import pytest

ENDED = 0
GOOD_BODY = (
    b"data=%7B%22kind%22%3A%22Conversation%22%2C%22id%22%3A%22CANARY-1%22%2C%22items%22%3A%5B%5D%7D"
)


def head(line, *headers, host=b"Host: x"):
    return b"\r\n".join([line, *([host] if host else []), *headers, b"", b""])


def post(*headers, body=GOOD_BODY, length=None):
    said = str(len(body) if length is None else length).encode()
    return head(b"POST PATH HTTP/1.1", b"Content-Length: " + said, *headers) + body


def with_length(value, body=GOOD_BODY):
    return head(b"POST PATH HTTP/1.1", b"Content-Length:" + value) + body


def chunked(body, coding=b"chunked", *more):
    return head(b"POST PATH HTTP/1.1", b"Transfer-Encoding: " + coding, *more) + body


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


def data(text):
    return b"data=" + urllib.parse.quote(text).encode()


DEEP = json.dumps({"kind": "Conversation", "id": "CANARY"})[:-1] + ',"items":'
LENGTH = str(len(GOOD_BODY)).encode()

NO_HTTP = {
    "an empty line": b"\r\n",
    "nothing": b"",
    "one byte": b"\x00",
    "zeros": b"\x00" * 5000,
    "all bytes": bytes(range(256)) * 20,
    "tls hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03CANARY",
    "ssh": b"SSH-2.0-CANARY\r\n",
    "smtp": b"EHLO CANARY\r\n",
    "redis": b"*1\r\n$4\r\nPING\r\n",
    "http 0.9": b"GET PATH\r\n",
    "http 2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "rtsp": b"OPTIONS PATH RTSP/1.0\r\n\r\n",
    "a future http": head(b"POST PATH HTTP/9.9"),
    "http 1.2": head(b"POST PATH HTTP/1.2"),
    "a broken version": head(b"POST PATH HTTP/1.x"),
    "a lower-case protocol": head(b"POST PATH http/1.1"),
    "a word too many": head(b"POST PATH CANARY HTTP/1.1"),
    "no path": head(b"POST HTTP/1.1"),
    "a proxy protocol line": b"PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n" + post(),
    "a lower-case method": head(b"post PATH HTTP/1.1"),
    "an unknown method": head(b"CANARY PATH HTTP/1.1"),
    "an endless method": b"A" * 9000 + b" PATH HTTP/1.1\r\n\r\n",
    "only line ends": b"\r\n" * 5000,
    "a head that ends early": b"POST PATH HTTP/1.1\r\nHost: x\r\nX-CANARY",
    "a line that ends early": b"POST PA",
}  # fmt: skip

BAD_HEADERS = {
    "no host": head(b"POST PATH HTTP/1.1", b"Content-Length: 0", host=None),
    "two hosts": head(b"POST PATH HTTP/1.1", b"Host: CANARY"),
    "a space before the colon": post(b"X-Canary : CANARY"),
    "a folded line": post(b"X-A: 1\r\n CANARY"),
    "a line without colon": post(b"CANARY"),
    "a header without name": post(b": CANARY"),
    "nul in a value": post(b"X-A: CAN\x00ARY"),
    "nul in a name": post(b"X-\x00: CANARY"),
    "a control in a value": post(b"X-A: CAN\x07ARY"),
    "a bare carriage return": post(b"X-A: CAN\rARY: 1"),
    "a name that is no token": post(b"X(A): CANARY"),
    "a name not of ascii": post("X-Ä: CANARY".encode()),
    "a negative length": with_length(b" -5"),
    "a length with sign": with_length(b" +" + LENGTH),
    "a hex length": with_length(b" 0x10"),
    "a length with exponent": with_length(b" 1e3"),
    "a length of two": with_length(b" 5, 6"),
    "a length twice in one": with_length(b" 5, 5"),
    "an empty length": with_length(b""),
    "a length in words": with_length(b" CANARY"),
    "arabic digits": with_length(" ٣".encode()),
    "two lengths": post(b"Content-Length: 3"),
    "the same length twice": post(b"Content-Length: " + LENGTH),
    "a length beyond numbers": with_length(b" 9" + b"9" * 40),
    "length and chunks": chunked(chunk(GOOD_BODY) + b"0\r\n\r\n", b"chunked", b"Content-Length: 5"),
    "chunks of no kind": chunked(b"", b"CANARY"),
    "chunks not last": chunked(chunk(GOOD_BODY) + b"0\r\n\r\n", b"chunked, gzip"),
    "chunks twice": chunked(chunk(GOOD_BODY) + b"0\r\n\r\n", b"chunked, chunked"),
    "chunks in http 1.0": head(b"POST PATH HTTP/1.0", b"Transfer-Encoding: chunked") + b"CANARY",
    "a negative chunk": chunked(b"-1\r\nCANARY\r\n"),
    "a chunk in words": chunked(b"CANARY\r\n"),
    "a chunk with prefix": chunked(b"0x5\r\nhello\r\n0\r\n\r\n"),
    "a chunk beyond numbers": chunked(b"f" * 40 + b"\r\nCANARY"),
    "a chunk without end": chunked(b"5\r\nhelloCANARY"),
    "a chunk of empty size": chunked(b"\r\nhello\r\n"),
    "chunks that stop": chunked(b"5\r\nhello\r\n"),
    "a chunk cut": chunked(b"ff\r\nCANARY"),
    "a body cut": post(length=len(GOOD_BODY) + 10),
    "no body at all": post(body=b"", length=10),
}  # fmt: skip

TOO_LARGE_HEADS = {
    "a long header": post(b"X-A: CANARY" + b"a" * 9000),
    "a long name": post(b"X-" + b"a" * 9000 + b": CANARY"),
    "a long cookie": post(b"Cookie: CANARY=" + b"a" * 60_000),
    "129 headers": post(*[b"X-%d: CANARY" % n for n in range(129)]),
    "500 headers": post(*[b"X-%d: a" % n for n in range(500)]),
    "many middling headers": post(*[b"X-%d: CANARY%s" % (n, b"a" * 900) for n in range(10)]),
    "a long path": head(b"POST /" + b"CANARY" * 1500 + b" HTTP/1.1"),
    "a long query": head(b"POST PATH?" + b"CANARY" * 1500 + b" HTTP/1.1"),
    "a long host": head(b"POST PATH HTTP/1.1", host=b"Host: " + b"CANARY" * 1500),
}

WRONG_PATHS = {
    "the root": b"/",
    "no secret": b"/olark",
    "an empty secret": b"/olark/",
    "a wrong secret": b"WRONG",
    "a secret too long": b"PATHx",
    "a slash behind": b"PATH/",
    "a dot behind": b"PATH/.",
    "two slashes first": b"/PATH",
    "two slashes between": b"/olark//SECRET",
    "capital letters": b"/OLARK/SECRET",
    "a letter in code": b"/%6Flark/SECRET",
    "nul in code behind": b"PATH%00",
    "a blank in code behind": b"PATH%20",
    "up and down again": b"/x/..PATH",
    "here and there": b"/.PATH",
    "a semicolon": b"PATH;CANARY",
    "the secret alone": b"/SECRET",
    "the secret in a query": b"/olark/?SECRET",
    "a proxy request elsewhere": b"http://example.com/CANARY",
    "a file": b"/etc/passwd",
    "up and up": b"/../../../../etc/passwd",
    "up in code": b"/%2e%2e/%2e%2e/etc/passwd",
    "a script": b"/index.php?<script>CANARY</script>",
    "a template": b"/{{CANARY}}/${jndi:ldap://CANARY}",
    "bytes": b"/olark/\xff\xfe",
    "utf-8": "/olark/ä漢".encode(),
    "percent alone": b"/olark/%",
    "a star": b"*",
}

METHODS = [b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"PROPFIND", b"SEARCH", b"LOCK"]

BODIES = {
    "empty": b"",
    "no value": b"data=",
    "no field": b"CANARY=1",
    "percent alone": b"data=%",
    "bad percent": b"data=%zz%C3%28CANARY",
    "null": data("null"),
    "a number": data("5"),
    "a text": data('"CANARY"'),
    "an empty list": data("[]"),
    "a list of nothing": data("[null, 1, []]"),
    "foreign": data('{"CANARY": 1}'),
    "cut": data('{"kind": "Conversation", "id": "CANARY", "items": [{"bo'),
    "deep": data(DEEP + "[" * 5000 + "]" * 5000 + "}"),
    "deep and open": data(DEEP + "[" * 100_000),
    "many commas": data(DEEP + "[" + "[]," * 250_000 + "[]]}"),
    "not in utf-8": b"data=\xff\xfe\xfdCANARY",
    "only nul": b"\x00" * 100,
    "many fields": b"&".join(b"a%d=CANARY" % n for n in range(5000)),
    "many ampersands": b"&" * 200_000,
    "xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
}

TYPES = {
    "a multipart without boundary": (b"multipart/form-data", GOOD_BODY),
    "a multipart that never ends": (
        b"multipart/form-data; boundary=B",
        b'--B\r\nContent-Disposition: form-data; name="data"\r\n\r\nCANARY',
    ),
    "a multipart of nothing": (b"multipart/form-data; boundary=B", b"--B--"),
    "json that is none": (b"application/json", b"{CANARY"),
    "a type that is none": (b";;;=CANARY", b"CANARY"),
    "packed, but it is not": (b"application/json", b"\x1f\x8bCANARY"),
}

CODINGS = [b"br", b"zstd", b"gzip, zstd", b"compress", b"CANARY", b"gzip, br", b"aws-chunked"]

FOREIGN_PAGES = {
    "another site": b"Origin: https://CANARY.example",
    "a page of nobody": b"Origin: null",
    "a site that looks alike": b"Origin: http://x.CANARY.example",
    "cross-site": b"Sec-Fetch-Site: cross-site",
    "same-site": b"Sec-Fetch-Site: same-site",
    "unknown": b"Sec-Fetch-Site: CANARY",
}

WELL_MEANT = {
    "a query": post().replace(b"PATH", b"PATH?a=b"),
    "a whole address": post().replace(b"PATH", b"http://x:1PATH"),
    "http 1.0": head(b"POST PATH HTTP/1.0", b"Content-Length: " + LENGTH, host=None) + GOOD_BODY,
    "chunks": chunked(chunk(GOOD_BODY[:10]) + chunk(GOOD_BODY[10:]) + b"0\r\n\r\n"),
    "chunks with extension": chunked(b"1;a=CANARY\r\nd\r\n" + chunk(GOOD_BODY[1:]) + b"0\r\n\r\n"),
    "chunks with trailer": chunked(chunk(GOOD_BODY) + b"0\r\nX-A: CANARY\r\n\r\n"),
    "leading line ends": b"\r\n\r\n" + post(),
    "an unknown expectation": post(b"Expect: CANARY"),
    "a wish to upgrade": post(b"Connection: upgrade", b"Upgrade: h2c"),
    "websocket": post(b"Connection: Upgrade", b"Upgrade: websocket", b"Sec-WebSocket-Version: 13"),
    "gzip": post(b"Content-Encoding: gzip", body=gzip.compress(GOOD_BODY)),
    "packed, it says, but it is not": post(b"Content-Encoding: gzip"),
    "identity": post(b"Content-Encoding: identity"),
    "its own page": post(b"Origin: http://x", b"Sec-Fetch-Site: same-origin"),
    "a typed address": post(b"Sec-Fetch-Site: none"),
    "forged proxies": post(b"X-Forwarded-For: 127.0.0.1", b"X-Real-IP: CANARY", b"Via: CANARY"),
    "long, but not too long": post(b"X-A: " + b"a" * 7000),
    "no charset of this world": post(b"Content-Type: text/plain; charset=CANARY"),
}  # fmt: skip


def _named(group, table, allowed, build=lambda sent: sent):
    return [(f"{group}: {name}", build(sent), allowed) for name, sent in table.items()]


def _by_path(method):
    return lambda path: head(method + b" " + path + b" HTTP/1.1", b"Content-Length: 0")


def _as_form(body):
    return post(b"Content-Type: application/x-www-form-urlencoded", body=body)


def _by_name(values):
    return {value.decode(): value for value in values}


REQUESTS = [
    *_named("no http", NO_HTTP, {ENDED, 400, 404, 405, 408, 431}),
    *_named("bad header", BAD_HEADERS, {400}),
    *_named("too large", TOO_LARGE_HEADS, {431}),
    *_named("posted to a wrong path", WRONG_PATHS, {404, 400}, _by_path(b"POST")),
    *_named("asked of a wrong path", WRONG_PATHS, {404, 400}, _by_path(b"GET")),
    *_named("method", _by_name(METHODS), {405}, lambda m: head(m + b" PATH HTTP/1.1")),
    *_named("body", BODIES, {400}, _as_form),
    *_named("type", TYPES, {200, 400}, lambda t: post(b"Content-Type: " + t[0], body=t[1])),
    *_named("coding", _by_name(CODINGS), {415}, lambda c: post(b"Content-Encoding: " + c)),
    *_named("foreign page", FOREIGN_PAGES, {403}, post),
    *_named("well meant", WELL_MEANT, {200}),
    ("a length over the cap", post(body=b"", length=8 * 1024 * 1024 + 1), {413}),
]


def test_there_are_at_least_a_hundred_of_them():
    assert len(REQUESTS) >= 100


@pytest.mark.parametrize(
    ("sent", "allowed"), [r[1:] for r in REQUESTS], ids=[r[0] for r in REQUESTS]
)
def test_a_hostile_request_gets_a_plain_answer_and_harms_nobody(busy_shop, make, sent, allowed):
    secret = busy_shop.settings.secret.encode()
    sent = sent.replace(b"PATH", b"/olark/" + secret).replace(b"SECRET", secret)
    reply = busy_shop.say(sent.replace(b"WRONG", b"/olark/" + b"A" * len(secret)))

    assert reply.status in allowed, (reply.head, reply.body)
    said = (reply.head + reply.body).lower()
    for secret_thing in (
        b"canary",
        secret.lower(),
        b"python",
        b"aiohttp",
        b"traceback",
        b".py",
        b"server:",
    ):
        assert secret_thing not in said
    assert len(reply.body) < 200
    assert busy_shop.post(make.form(make.chat("AFTERWARDS"))).status == 200


def test_everything_that_is_not_here_is_answered_by_the_same_bytes(busy_shop):
    secret = busy_shop.settings.secret
    wrong = [
        f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n".encode()
        for method in ("POST", "GET", "PUT", "OPTIONS")
        for path in ("/", "/olark", f"/olark/{secret}x", f"/olark/{secret[:-1]}", "/open/1")
        for host in ("x", "127.0.0.1")
    ]
    replies = {busy_shop.say(sent) for sent in wrong}
    assert len(replies) == 1
    assert replies.pop().status == 404


def test_requests_in_one_breath_are_each_answered(busy_shop):
    good = post().replace(b"PATH", busy_shop.path.encode())
    with busy_shop.sender() as sender:
        sender.send(good * 3)
        assert [sender.reply().status for _ in range(3)] == [200, 200, 200]
        assert sender.send(b"\x00garbage\r\n\r\n").reply().status == 400
        assert sender.hung_up()
    assert busy_shop.say(good * 3).status == 200
