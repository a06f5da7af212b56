"""One process a file."""

import os
import signal
import stat
import subprocess
import sys
import threading

import pytest

from olark_inbox.base.alone import Lock, alone, alone_within

_HOLD = """
import sys, time
from pathlib import Path
from olark_inbox.base.alone import alone
with alone(Path(sys.argv[1])) as free:
    print(free, flush=True)
    sys.stdin.readline()
"""


def _holder(path):
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "True\n"
    return process


def test_a_file_is_held_until_its_holder_ends_or_is_killed(tmp_path):
    path = tmp_path / "window.lock"
    for end in (lambda one: one.communicate("\n"), lambda one: one.send_signal(signal.SIGTERM)):
        with _holder(path) as process:
            with alone(path) as free:
                assert not free
            end(process)
            process.wait(120)
            for pipe in (process.stdin, process.stdout):
                pipe.close()
        with alone(path) as free:
            assert free


def test_it_can_be_taken_again_and_again_and_let_go_once(tmp_path):
    first, second = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    assert first.take()
    assert first.take()
    assert not second.take()
    assert (first.held, second.held) == (True, False)
    second.let_go()
    assert not second.take()
    first.let_go()
    assert second.take()
    second.let_go()


def test_one_at_a_time_waits_for_the_other(tmp_path):
    path, order = tmp_path / "a.lock", []
    first, begun = Lock(path), threading.Event()
    assert first.take()

    def wait():
        begun.set()
        with alone_within(120, path):
            order.append("second")

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert begun.wait(120)
    waiting.join(0.2)
    order.append("first")
    first.let_go()
    waiting.join(120)
    assert order == ["first", "second"]
    with alone(path) as free:
        assert free


def test_who_waits_in_vain_is_told(tmp_path):
    path = tmp_path / "a.lock"
    with alone(path), pytest.raises(TimeoutError, match=r"a\.lock"), alone_within(0, path):
        pytest.fail("it is held")
    with alone_within(0, path):
        assert not Lock(path).take()


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_only_the_owner_can_open_the_file(tmp_path):
    path = tmp_path / "window.lock"
    with alone(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_is_let_go_even_where_a_child_still_has_it_open(tmp_path):
    lock, other = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    assert lock.take()
    kept_open = os.dup(lock._handle)
    lock.let_go()
    assert other.take()
    other.let_go()
    os.close(kept_open)


def test_where_the_system_opens_no_file_that_another_has_open_it_is_tried_again(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("olark_inbox.base.alone._NOT_NOW", (PermissionError,))
    real, refused = os.open, []

    def once(*how):
        if not refused:
            refused.append(how)
            raise PermissionError
        return real(*how)

    monkeypatch.setattr(os, "open", once)
    with alone_within(60, tmp_path / "a.lock"):
        assert refused
