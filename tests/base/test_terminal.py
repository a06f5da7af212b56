"""What a program says at a terminal, and what it does when that closes."""

import io
import os
import signal
import subprocess
import sys

import pytest

from olark_inbox.base import terminal

posix = pytest.mark.skipif(os.name != "posix", reason="terminals hang up so on POSIX only")


@pytest.fixture(autouse=True)
def minding_hang_ups():
    """As in a terminal, also where whoever runs the tests said never to mind (nohup)."""
    if os.name != "posix":
        yield
        return
    former = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, former)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_only_a_person_at_a_terminal_is_told(monkeypatch):
    for stream, heard in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        terminal.say("Listen.")
        assert (stream.getvalue() == "olark-inbox: Listen.\n") is heard
    monkeypatch.setattr(sys, "stderr", None)
    terminal.say("Listen.")


def test_each_system_is_told_what_closing_the_terminal_does_there():
    assert "goes on receiving" in terminal.what_closing_means("linux")
    assert "ends Olark Inbox" in terminal.what_closing_means("win32")


@posix
def test_a_hang_up_is_handled_and_then_the_former_way_is_back(monkeypatch):
    before = signal.getsignal(signal.SIGHUP)
    heard = []
    monkeypatch.setattr(terminal, "let_go", lambda: heard.append("let go"))
    with terminal.hang_up(lambda number, _frame: heard.append(number)):
        signal.raise_signal(signal.SIGHUP)
    assert heard == ["let go", signal.SIGHUP]
    assert signal.getsignal(signal.SIGHUP) is before


@posix
def test_a_program_that_was_told_never_to_mind_does_not():
    assert "ends" in terminal.closing_ends()
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert "goes on" in terminal.closing_ends()
        with terminal.hang_up(lambda *_: pytest.fail("it minds")):
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


@posix
def test_after_the_terminal_closed_nothing_is_written_to_it():
    script = (
        "import signal, sys\n"
        "from olark_inbox.base import terminal\n"
        "with terminal.outlived():\n"
        "    print('before', flush=True)\n"
        "    signal.raise_signal(signal.SIGHUP)\n"
        "    print('after', flush=True)\n"
        "    assert sys.stdin.read() == ''\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, input="typed"
    )
    assert (done.stdout, done.stderr) == ("before\n", "")


def test_a_program_without_streams_can_print_and_read(monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    terminal.give_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.write("nobody hears this")
    assert sys.stdin.read() == ""
    for name in ("stdin", "stdout", "stderr"):
        getattr(sys, name).close()
