"""One process a file, also beside whoever locks it by other means."""

import os
import signal
import stat
import subprocess
import sys

import pytest
from filelock import FileLock, Timeout

from olark_inbox.base.alone import alone

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


def test_it_is_the_same_lock_as_filelock_s(tmp_path):
    path = tmp_path / "window.lock"
    with alone(path) as free:
        assert free
        with pytest.raises(Timeout):
            FileLock(path, timeout=0).acquire()
    with FileLock(path), alone(path) as free:
        assert not free


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_only_the_owner_can_open_the_file(tmp_path):
    path = tmp_path / "window.lock"
    with alone(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
