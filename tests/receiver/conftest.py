"""A receiver that really listens, and a sender that can say anything."""

import contextlib
import json
import socket
import urllib.parse
from dataclasses import dataclass, replace

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.receiver.guard import Limits
from olark_inbox.receiver.thread import ReceiverThread
from olark_inbox.settings import Settings


@dataclass(frozen=True)
class Reply:
    status: int
    """0 where the connection ended without an answer."""
    head: bytes = b""
    body: bytes = b""

    def header(self, name):
        for line in self.head.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.strip().lower() == name.lower().encode():
                return value.strip().decode()
        return None


def chat(chat_id, *, text="Hello", **fields):
    """A transcript as Olark sends it, with only what matters to a test."""
    lines = [
        {"kind": "MessageToOperator", "body": text, "timestamp": "1307116657.1", "nickname": "Bob"},
        {"kind": "MessageToVisitor", "body": "Hi", "timestamp": "1307116661", "operatorId": "1"},
    ]
    return {
        "kind": "Conversation",
        "id": chat_id,
        "items": lines,
        "operators": {"1": {"nickname": "Maya"}},
        "visitor": {"fullName": "Bob Doe", "id": f"V{chat_id}"},
        **fields,
    }


def form(payload):
    text = payload if isinstance(payload, str) else json.dumps(payload)
    return urllib.parse.urlencode({"data": text}).encode()


FORM = ("Content-Type", "application/x-www-form-urlencoded")


class Sender:
    """One connection to the door."""

    def __init__(self, port, timeout=120.0):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self._rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)
        return self

    def post(self, path, body, *headers):
        lines = [f"POST {path} HTTP/1.1", "Host: x", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers or (FORM,)]
        self.send("\r\n".join([*lines, "", ""]).encode() + body)
        return self.reply()

    def say_no_more(self):
        self.socket.shutdown(socket.SHUT_WR)
        return self

    def _more(self):
        try:
            piece = self.socket.recv(65536)
        except (ConnectionError, TimeoutError):
            return False
        self._rest += piece
        return bool(piece)

    def reply(self, *, method="POST"):
        while b"\r\n\r\n" not in self._rest:
            if not self._more():
                return Reply(0, self._rest)
        head, _, self._rest = self._rest.partition(b"\r\n\r\n")
        reply = Reply(int(head.split()[1]), head)
        if reply.status == 100:
            return self.reply(method=method)
        length = 0 if method == "HEAD" else int(reply.header("Content-Length") or 0)
        while len(self._rest) < length and self._more():
            pass
        body, self._rest = self._rest[:length], self._rest[length:]
        return replace(reply, body=body)

    def hung_up(self):
        """Wait until the other side closes; False if it does not within the timeout."""
        try:
            while self.socket.recv(65536):
                pass
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return True


class Shop:
    """A store, its settings, and a receiver on a free port."""

    def __init__(self, root, limits=None):
        self.folders = open_folders(root)
        self.settings = Settings(self.folders)
        self.inbox = Inbox.open(self.folders)
        self._limits = limits or Limits()
        self.receiver = ReceiverThread(
            self.inbox, self.settings, self.folders, port=0, limits=self._limits
        )
        self.receiver.start()
        self.port = self.receiver.begun.result(120).port

    @property
    def path(self):
        return f"/olark/{self.settings.secret}"

    def sender(self, timeout=120.0):
        return Sender(self.port, timeout)

    def post(self, body, *headers):
        with self.sender() as sender:
            return sender.post(self.path, body, *headers)

    def say(self, data):
        """Send these bytes, say no more, return what comes back."""
        with self.sender() as sender:
            with contextlib.suppress(ConnectionError):
                sender.send(data).say_no_more()
            return sender.reply(method=data[:4].decode("latin-1").strip())

    def limit(self, **limits):
        """Set other limits from now on: what a test does before must not hurry."""
        for name, value in limits.items():
            object.__setattr__(self._limits, name, value)

    def has(self, chat_id):
        return self.inbox.by_key(chat_id).result(120) is not None

    def close(self):
        self.receiver.stop()
        self.inbox.close()


@pytest.fixture
def open_shop(tmp_path):
    """Open a shop with limits of one's own; closed after the test."""
    shops = []

    def opens(**limits):
        shops.append(Shop(tmp_path / f"shop{len(shops)}", Limits(**limits)))
        return shops[-1]

    yield opens
    for shop in shops:
        shop.close()


@pytest.fixture
def shop(open_shop):
    return open_shop()


@pytest.fixture(scope="module")
def busy_shop(tmp_path_factory):
    """One shop for all the requests of a file."""
    opened = Shop(tmp_path_factory.mktemp("shop"))
    # The thread for large bodies begins here, not in one of the tests.
    opened.post(b"data=" + b"a" * 200_000)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def make():
    """The makers: `make.chat(id)`, `make.form(payload)`."""

    class Makers:
        chat = staticmethod(chat)
        form = staticmethod(form)
        form_type = FORM

    return Makers
