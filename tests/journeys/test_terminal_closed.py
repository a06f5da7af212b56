"""The terminal that started the program is closed: a real one, with a real hang-up."""

import os
import re
import select
import subprocess
import sys

import pytest

from tests.journeys.test_window_process import _address_of, _patiently

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")


# Makes the terminal the program's own and minds its hang-ups, as a shell's window does, then
# becomes the program.
_OWN = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGHUP, signal.SIG_DFL); "
    "os.execv(sys.executable, [sys.executable, '-m', 'olark_inbox', *sys.argv[1:]])"
)


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, arguments, environment):
        self._ours, theirs = os.openpty()
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-c", _OWN, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)

    def read_until(self, pattern):
        while not re.search(pattern, self.said):
            ready, _, _ = select.select([self._ours], [], [], 300)
            assert ready, self.said
            self.said += os.read(self._ours, 4096).decode()

    def close(self):
        os.close(self._ours)


def test_the_window_says_so_and_goes_on_receiving(program):
    terminal = Terminal(["--port", "0"], program.environment)
    terminal.read_until("goes on receiving")
    address = _patiently(lambda: _address_of(program), "the window listens")
    terminal.close()
    assert program.post(address, {"kind": "Conversation", "id": "AFTER"}) == 200
    assert [row["id"] for row in program.conversations()] == ["AFTER"]
    terminal.process.terminate()
    assert terminal.process.wait(120) == 0


def test_receiving_without_a_window_says_so_and_ends_cleanly(program):
    terminal = Terminal(["receive", "--port", "0"], program.environment)
    terminal.read_until("Receiving ends when this terminal is closed")
    terminal.close()
    assert terminal.process.wait(120) == 0
    assert program.run("check").returncode == 0
