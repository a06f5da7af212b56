"""Bodies of 8 MiB made to hurt: what they cost from the first byte to the commit."""

import json
import subprocess
import sys

import pytest

from olark_inbox.base.folders import Folders
from olark_inbox.inbox import Body, Inbox
from olark_inbox.store.rows import Query
from tests.olark.large import AGAIN, READ, REFUSED
from tests.pace import slowness
from tests.reliability.rounds import tell

MIB = 1024 * 1024
LATE_MS = 50
SHAPES = READ | REFUSED
REASONS = dict.fromkeys(REFUSED, "unreadable")
REASONS |= dict.fromkeys(("many fields", "a bomb", "a bomb of json"), "foreign")


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
@pytest.mark.parametrize("name", SHAPES, ids=lambda name: name.replace(" ", "-"))
def test_no_body_costs_much_memory_or_holds_up_other_threads(name, tmp_path):
    assert cost(name, tmp_path, SHAPES[name]()) == REASONS.get(name, "stored")


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
@pytest.mark.parametrize("name", AGAIN, ids=lambda name: name.replace(" ", "-"))
def test_no_second_copy_of_a_large_chat_does_either(name, tmp_path):
    former, raw = AGAIN[name]()
    assert cost(f"second copy, {name}", tmp_path, raw, former) == "stored"


def cost(name, root, raw, former=b""):
    """Let it be taken in a process of its own, for its peak of memory to be its own."""
    most_ms = LATE_MS * slowness()
    done = subprocess.run(
        [sys.executable, "-c", _TAKE, root, str(len(former)), str(most_ms)],
        input=former + raw,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    mib = found["mib"] + len(raw) / MIB
    tell(f"{name}: {mib:.0f} MiB, others waited {found['late_ms']:.0f} ms at most")
    assert mib <= 64
    assert found["late_ms"] <= most_ms
    return found["outcome"]


def test_a_large_chat_is_found_by_a_late_word_and_opens_whole(tmp_path):
    said = "word é \N{GRINNING FACE} " * 200_000 + "Ünique" + " more" * 900_000
    sent = [{"kind": "MessageToOperator", "body": said}]
    inbox = Inbox.open(Folders(tmp_path))
    try:
        text = json.dumps({"id": "L", "items": sent}, ensure_ascii=False)
        (identity,) = inbox.accept(Body(text.encode())).result(120).conversations
        (row,) = inbox.find(Query(words="unique")).result(120).rows
        assert row.id == identity
        (line,) = inbox.opened(identity).result(120).conversation.messages
        assert line.text == said
    finally:
        inbox.close()


_TAKE = """
import json, sys, threading, time
from pathlib import Path
from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Body, Inbox
root, length, most_ms = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
former, raw = sys.stdin.buffer.read(length), sys.stdin.buffer.read()
def memory(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))
def take(number):
    inbox = Inbox.open(open_folders(root / str(number)))
    inbox.accept(Body(b'data={"id":"W","items":[{"body":"x"}]}')).result()
    if former:
        inbox.accept(Body(former)).result()
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    before, ended, late = memory("VmRSS"), threading.Event(), [0.0]
    # Work of one thread between two turns of ours: other programs of this machine do not count.
    clocks = [time.pthread_getcpuclockid(thread.ident) for thread in threading.enumerate()]
    def tick():
        last = list(map(time.clock_gettime, clocks))
        while not ended.wait(0.001):
            now = list(map(time.clock_gettime, clocks))
            late[0] = max(late[0], *(b - a for a, b in zip(last, now)))
            last = now
    ticking = threading.Thread(target=tick)
    ticking.start()
    ended.wait(0.05)
    outcome = inbox.accept(Body(raw)).result().outcome
    ended.set()
    ticking.join()
    grown = memory("VmHWM") - before
    inbox.close()
    return grown, late[0], outcome
mib, late, outcome = take(0)
for number in range(1, 10):
    if late * 1000 <= most_ms:
        break
    # Other programs of this machine may spoil one; a long turn is there every time.
    late = min(late, take(number)[1])
print(json.dumps({"mib": mib, "late_ms": late * 1000, "outcome": outcome}))
"""
