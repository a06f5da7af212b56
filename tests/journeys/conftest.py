"""The program as its owner starts it: a process of its own, with a data folder of its own."""

import json
import os
import queue
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest

LONG_S = 120


class Running:
    """One run of the program in the background."""

    def __init__(self, arguments, environment):
        self.process = subprocess.Popen(
            [sys.executable, "-X", "dev", "-W", "error", "-m", "olark_inbox", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            encoding="utf-8",
        )
        self._lines = queue.Queue()
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def line(self):
        """Wait for the next line it prints."""
        line = self._lines.get(timeout=LONG_S)
        assert line is not None, self.process.stderr.read()
        return line

    def listening_port(self):
        return int(re.search(r"port (\d+)", self.line())[1])

    def ends(self):
        """Wait for its end: exit code and what it said on stderr."""
        code = self.process.wait(LONG_S)
        return code, self.process.stderr.read()

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(LONG_S)
        self._reading.join(120)
        self.process.stdout.close()
        self.process.stderr.close()


class Program:
    """The program and its data folder."""

    def __init__(self, root):
        self.root = root
        self.environment = {**os.environ, "OLARK_INBOX_DATA_DIR": str(root)}
        self._running = []
        # No proxy of the machine stands between the program and its tests.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def start(self, *arguments):
        self._running.append(Running(arguments, self.environment))
        return self._running[-1]

    def run(self, *arguments, **more):
        return subprocess.run(
            [sys.executable, "-X", "dev", "-W", "error", "-m", "olark_inbox", *arguments],
            capture_output=True,
            env=self.environment,
            encoding="utf-8",
            timeout=LONG_S,
            check=False,
            **more,
        )

    def says(self, *arguments):
        """Run a command that must succeed, and return what it printed."""
        done = self.run(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def address(self):
        return self.says("address").strip()

    def conversations(self, *words):
        return [json.loads(line) for line in self.says("list", "--json", *words).splitlines()]

    def post(self, address, payload):
        """Post a chat as Olark does; returns the status, 0 where there was no answer."""
        text = payload if isinstance(payload, str) else json.dumps(payload)
        body = urllib.parse.urlencode({"data": text}).encode()
        try:
            with self._opener.open(address, body, timeout=LONG_S) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except OSError:
            return 0

    def close(self):
        for running in self._running:
            running.close()


@pytest.fixture
def program(tmp_path):
    """`program.start("receive")`, `program.says("list")`: real processes, ended after the test."""
    opened = Program(tmp_path / "shop")
    yield opened
    opened.close()
