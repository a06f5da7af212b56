"""Two programs on one data folder: one of them receives, both read."""

import json
import signal
import subprocess
import sys
import threading

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.export.copies import Made, Schedule
from olark_inbox.export.copying import STATE
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings

LONG_S = 120


def chat(chat_id):
    return {"kind": "Conversation", "id": chat_id, "items": [], "visitor": {"fullName": "Ann"}}


def test_a_second_receive_says_in_one_sentence_that_one_already_receives(program):
    first = program.start("receive", "--port", "0")
    first.listening_port()
    done = program.run("receive", "--port", "0")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == "olark-inbox: Olark Inbox already receives in the background.\n"
    assert program.post(program.address(), chat("A")) == 200


def test_when_the_window_receives_a_receive_says_so(program):
    code = (
        "import sys\n"
        "from olark_inbox.base.folders import open_folders\n"
        "from olark_inbox.inbox import Inbox\n"
        "from olark_inbox.receiver.thread import ReceiverThread\n"
        "from olark_inbox.settings import Settings\n"
        "from olark_inbox.cli import main\n"
        "folders = open_folders(None)\n"
        "inbox = Inbox.open(folders)\n"
        "receiver = ReceiverThread(inbox, Settings(folders), folders, port=0)\n"
        "receiver.start()\n"
        "receiver.begun.result(120)\n"
        "code = main(['receive'])\n"
        "receiver.stop(); inbox.close()\n"
        "sys.exit(code)\n"
    )
    program.root.mkdir()
    done = _python(program, code)
    assert done.returncode == 1
    assert done.stderr == "olark-inbox: The Olark Inbox window already receives.\n"


def test_commands_read_while_another_process_writes(program):
    program.start("receive", "--port", "0").listening_port()
    address = program.address()
    for n in range(5):
        assert program.post(address, chat(f"R{n}")) == 200
        assert [c["id"] for c in program.conversations()] == [f"R{m}" for m in range(n, -1, -1)]
    assert json.loads(program.says("check", "--json"))["conversations"] == 5


def test_when_the_first_is_killed_the_next_receives_at_once(program):
    first = program.start("receive", "--port", "0")
    port = first.listening_port()
    first.process.kill()
    first.ends()
    second = program.start("receive", "--port", str(port))
    assert second.listening_port() == port
    assert program.post(program.address(), chat("K")) == 200


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no stopped processes")
def test_a_process_that_slept_answers_what_waited_for_it(program):
    """A laptop's lid: the program stands still, and goes on."""
    first = program.start("receive", "--port", "0")
    first.listening_port()
    address = program.address()
    first.process.send_signal(signal.SIGSTOP)
    statuses = []
    posting = threading.Thread(target=lambda: statuses.append(program.post(address, chat("S"))))
    posting.start()
    first.process.send_signal(signal.SIGCONT)
    posting.join(120)
    assert statuses == [200]


def _python(program, code):

    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=program.environment,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def test_without_a_window_the_copies_are_made_too(program, tmp_path):
    first = program.start("receive", "--port", "0")
    first.listening_port()
    assert program.post(program.address(), chat("C")) == 200
    first.process.kill()
    first.ends()
    folder = tmp_path / "copies"
    folder.mkdir()
    folders = open_folders(program.root)
    Settings(folders).copies = Schedule("day", folder=str(folder)).written()
    second = program.start("receive", "--port", "0")
    second.listening_port()
    inbox = Inbox.open(folders)
    try:
        made = _patiently(lambda: inbox.state().result(LONG_S).get(STATE))
    finally:
        inbox.close()
    assert Made.read(made.value).conversations == 1
    assert [copy.suffix for copy in folder.iterdir()] == [".jsonl"]


def _patiently(true):
    pause = threading.Event()
    for _ in range(20 * LONG_S):
        if found := true():
            return found
        pause.wait(0.05)
    raise AssertionError("it never happened")
