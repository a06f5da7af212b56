"""Chats by the hundred, and who was told that they arrived."""

import http.client
import json
import random
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def chat(chat_id, text="Hello"):
    line = {
        "kind": "MessageToOperator",
        "body": f"{text}, I am {chat_id}",
        "timestamp": "1307116657",
    }
    visitor = {"fullName": f"Bob {chat_id}", "id": f"V{chat_id}"}
    return {"kind": "Conversation", "id": chat_id, "items": [line] * 5, "visitor": visitor}


def form(payload):
    return urllib.parse.urlencode({"data": json.dumps(payload)}).encode()


def post(port, path, body, timeout=300):
    """Post once; return the status, 0 where there was no answer."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        line.request("POST", path, body, FORM)
        return line.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        line.close()


class Load:
    """Several senders who post until they are stopped or nobody answers.

    `acknowledged` holds an id from the moment on at which its sender had read the 200.
    """

    def __init__(self, port, path, prefix, senders=6):
        self._port, self._path, self._prefix = port, path, prefix
        self._senders = senders
        self._stopped = threading.Event()
        self._pool = ThreadPoolExecutor(senders)
        self.acknowledged = []
        self.answers = []
        """When each post began, and what it was answered."""
        self.took = []
        self._running = [self._pool.submit(self._send, n) for n in range(senders)]

    def _send(self, sender):
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=300)
        try:
            for n in range(1_000_000):
                if self._stopped.is_set():
                    return
                if not self._one(line, f"{self._prefix}-{sender}-{n}"):
                    return
        finally:
            line.close()

    def _one(self, line, chat_id):
        began = time.monotonic()
        try:
            line.request("POST", self._path, form(chat(chat_id)), FORM)
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return False
        self.took.append(time.monotonic() - began)
        self.answers.append((began, answer.status))
        if answer.status == 200:
            self.acknowledged.append(chat_id)
        return True

    @property
    def statuses(self):
        return [status for _, status in self.answers]

    def begun_after(self, moment):
        """Return what posts were answered that began after a moment, not only ended after it."""
        return [status for began, status in self.answers if began > moment]

    def wait_for(self, count, seconds=120):
        """Wait until so many were acknowledged."""
        until(lambda: len(self.acknowledged) >= count, f"{count} acknowledged", seconds)

    def stop(self):
        self._stopped.set()
        for one in self._running:
            one.result(120)
        self._pool.shutdown()


def until(true, what, seconds=120):
    """Wait for something; fails where it never happens. Returns how long it took."""
    pause, began = threading.Event(), time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds, f"never happened: {what}"
        pause.wait(0.005)
    return time.monotonic() - began


def sometime(low, high):
    """Return any number between two: a crash keeps no timetable."""
    return random.uniform(low, high)  # noqa: S311 - no secret
