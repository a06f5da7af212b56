"""A newcomer's first minutes without a window: receive, address, one curl line, list, check."""

import json
import re
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TRANSCRIPT = (SAMPLES / "01_seed_transcript.json").read_text("utf-8")
OFFLINE = (SAMPLES / "02_seed_offline_as_published.invalid.json").read_text("utf-8")
START = (SAMPLES / "03_seed_start.json").read_text("utf-8")

no_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")


def curl(program, address, payload):
    """Deliver as the help page shows it; without curl the same request is made here."""
    if shutil.which("curl") is None:
        assert program.post(address, payload) == 200
        return
    command = ["curl", "-sS", "--fail", address, "--data-urlencode", f"data={payload}"]
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@no_signals
def test_one_line_of_curl_from_the_help_page_and_the_conversation_is_listed(program):
    receiving = program.start("receive", "--port", "0")
    port = receiving.listening_port()
    address = program.address()
    assert re.fullmatch(rf"http://127\.0\.0\.1:{port}/olark/[A-Za-z0-9_-]{{22,}}", address)

    before = datetime.now(UTC)
    curl(program, address, TRANSCRIPT)
    after = datetime.now(UTC)
    (found,) = program.conversations()
    received = found.pop("received")
    assert found == {
        "id": "EV695BI2930A6XMO32886MPT899443414",
        "kind": "transcript",
        "unanswered": False,
        "live": False,
        "visitor": {"name": "Bob Doe", "email": "bob@example.com", "phone": "(555) 555-5555"},
        "messages": 2,
        "tags": ["olark", "customer"],
        "groups": ["My Sales Group"],
        "operators": ["John"],
        "rating": 5,
        "unread": True,
        "starred": False,
        "done": False,
        "sample": False,
    }
    assert received.endswith("Z")
    a_moment = timedelta(seconds=1)  # it is said in whole ones
    assert before - a_moment <= datetime.fromisoformat(received) <= after + a_moment

    curl(program, address, OFFLINE)
    curl(program, address, START)
    listed = program.conversations()
    assert [(c["kind"], c["live"]) for c in listed] == [
        ("start", True),
        ("offline", False),
        ("transcript", False),
    ]
    assert [c["kind"] for c in program.conversations("billing")] == ["transcript"]
    assert program.conversations("word nobody said") == []
    assert len(program.says("list").splitlines()) == 3
    assert "Bob Doe" in program.says("list", "billing")

    sound = json.loads(program.says("check", "--json"))
    assert sound == {"sound": True, "conversations": 3, "deliveries": 3, "unreadable": 0}
    assert program.says("check").startswith("The store is sound.\n")

    receiving.process.send_signal(signal.SIGTERM)
    assert receiving.ends() == (0, "")
    assert len(program.conversations()) == 3


@no_signals
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_receive_ends_cleanly_and_keeps_what_it_acknowledged(program, number):
    receiving = program.start("--port", "0", "receive")
    receiving.listening_port()
    assert program.post(program.address(), TRANSCRIPT) == 200
    receiving.process.send_signal(number)
    assert receiving.ends() == (0, "")
    assert len(program.conversations()) == 1


def test_a_cut_chat_is_refused_kept_and_counted(program):
    program.start("receive", "--port", "0").listening_port()
    address = program.address()
    assert program.post(address, TRANSCRIPT[:300]) == 400
    assert program.conversations() == []
    assert json.loads(program.says("check", "--json"))["unreadable"] == 1
    assert program.post(address + "x", TRANSCRIPT) == 404


def test_receive_never_loads_the_window(program):
    code = (
        "import sys, os, threading, signal\n"
        "from olark_inbox.receiver.thread import ReceiverThread\n"
        "start = ReceiverThread.start\n"
        "def begun(self):\n"
        "    start(self)\n"
        "    self.begun.result(120)\n"
        "    print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'qasync'))])\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "ReceiverThread.start = begun\n"
        "from olark_inbox.cli import main\n"
        "sys.exit(main(['receive', '--port', '0']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=program.environment,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "[]"


def test_the_address_is_the_same_before_while_and_after_receiving(program):
    before = program.says("address", "--port", "12345").strip()
    secret = before.rpartition("/")[2]
    assert before == f"http://127.0.0.1:12345/olark/{secret}"
    receiving = program.start("receive", "--port", "0")
    port = receiving.listening_port()
    assert program.address() == f"http://127.0.0.1:{port}/olark/{secret}"
    receiving.process.kill()
    receiving.ends()
    assert program.address() == f"http://127.0.0.1:8765/olark/{secret}"


def test_a_taken_port_is_one_sentence_and_exit_one(program, tmp_path):
    port = program.start("receive", "--port", "0").listening_port()
    done = program.run("receive", "--port", str(port), "--data-dir", str(tmp_path / "another"))
    assert done.returncode == 1
    assert done.stderr == f"olark-inbox: Port {port} is used by another program on this computer.\n"


def test_a_reader_who_has_had_enough_is_no_error(program):
    program.start("receive", "--port", "0").listening_port()
    address = program.address()
    for n in range(30):
        chat = json.loads(TRANSCRIPT)
        chat["id"] = f"B{n}"
        chat["tags"] = ["x" * 9_000]
        assert program.post(address, chat) == 200
    listing = subprocess.Popen(
        [sys.executable, "-m", "olark_inbox", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program.environment,
    )
    with listing:
        assert listing.stdout.read(10).startswith(b'{"id":')
        listing.stdout.close()
        assert listing.stderr.read() == b""
    assert listing.returncode == 0


def test_any_text_comes_back_as_it_was_sent_whatever_the_console_thinks(program):
    program.start("receive", "--port", "0").listening_port()
    chat = json.loads(TRANSCRIPT)
    name = "Žofie 漢字 \u202egnirts\u202c 🚲 \x1b[31mred \u2028 end"
    chat["visitor"]["fullName"] = name
    assert program.post(program.address(), chat) == 200
    program.environment["PYTHONIOENCODING"] = "ascii"
    program.environment["LC_ALL"] = "C"
    (found,) = program.conversations()
    assert found["visitor"]["name"] == name
    listed = program.says("list")
    assert "Žofie 漢字" in listed
    assert "\x1b" not in listed
    assert "\u202e" not in listed
    assert listed.count("\n") == 1
