"""Large pieces of memory go back to the system when they are let go."""

import subprocess
import sys

import pytest

from olark_inbox.base.allocator import give_back_what_is_free, give_large_pieces_back

_KEPT = """
import sys
from pathlib import Path
from olark_inbox.base.allocator import give_large_pieces_back
def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024
told = sys.argv[1] == "told" and give_large_pieces_back()
before = resident()
first = bytearray(b"x") * (30 << 20)
del first  # from here on glibc, if it was told nothing, keeps pieces of up to 30 MiB in its heap
second = bytearray(b"x") * (20 << 20)
small = [bytearray(1_000) for _ in range(2_000)]  # lie behind it
del second
print(int(told), resident() - before)
"""


def _kept(how):
    done = subprocess.run(
        [sys.executable, "-c", _KEPT, how], capture_output=True, text=True, check=True
    )
    told, mib = map(int, done.stdout.split())
    return bool(told), mib


def test_other_systems_are_told_nothing():
    assert not give_large_pieces_back("darwin")
    assert not give_large_pieces_back("win32")
    assert not give_back_what_is_free("darwin")
    assert not give_back_what_is_free("win32")


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's allocator")
def test_a_large_piece_goes_back_though_small_ones_lie_behind_it():
    told, kept = _kept("told")
    assert told
    assert kept < 10 < _kept("untold")[1]


_FREE = """
from pathlib import Path
from olark_inbox.base.allocator import give_back_what_is_free
def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024
many = [bytearray(1_000) for _ in range(30_000)]
last = bytearray(1_000)  # lies behind them: the heap cannot simply become shorter
del many
before = resident()
print(int(give_back_what_is_free()), before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's allocator")
def test_what_is_free_between_what_is_used_goes_back_when_asked():
    done = subprocess.run([sys.executable, "-c", _FREE], capture_output=True, text=True, check=True)
    told, mib = map(int, done.stdout.split())
    assert told
    assert mib > 10
