"""A disk that really runs full, and is made room on: a small tmpfs for root, else a quota."""

import contextlib
import os
import shutil
import subprocess
import sys

import pytest

from olark_inbox.store.rows import Query, View
from tests.receiver.conftest import Shop
from tests.reliability.posting import chat, form, post, until
from tests.reliability.rounds import at_most, rounds, tell

BACK_S = at_most(5.0)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 8 MiB, where we may make one."""
    place = tmp_path / "small"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("needs root to mount a small disk; the quota below stands for it")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)],  # noqa: S607 - on root's path
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("this machine lets nobody mount a small disk; the quota below stands for it")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S607 - as above


def fill(shop, prefix):
    """Post until the disk is full; return who was told 200."""
    told = []
    for n in range(3_000):
        key = f"{prefix}{n}"
        status = post(shop.port, shop.path, form(chat(key, text=os.urandom(20_000).hex())))
        if status != 200:
            assert status == 503
            return told
        told.append(key)
    pytest.fail("the disk never ran full")


def keys(shop):
    return {row.key for row in shop.inbox.rows_of(Query(View.ALL))}


def test_a_small_disk_runs_full_again_and_again_and_nothing_is_lost(small_disk, expect_log):
    expect_log("storing failed: FullError")
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(3_000_000))
    shop = Shop(small_disk / "shop")
    told = []
    try:
        for number in range(rounds(2, 10)):
            told += fill(shop, f"r{number}-")
            assert "full" in shop.inbox.trouble()
            ballast.write_bytes(b"")
            key = f"after{number}"
            back = until(
                lambda k=key: post(shop.port, shop.path, form(chat(k))) == 200, "room", BACK_S
            )
            told.append(key)
            with contextlib.suppress(OSError):
                ballast.write_bytes(bytes(2_000_000))
        assert set(told) <= keys(shop)
        assert shop.inbox.check().result(120).sound
    finally:
        ballast.unlink()
        shop.close()
    tell(f"tmpfs of 8 MiB filled: {len(told)} acknowledged, 0 lost, back after {back:.2f} s")


def test_a_quota_runs_out_and_is_raised(disk, tmp_path, expect_log):
    expect_log("storing failed: FullError")
    shop = Shop(tmp_path / "shop")
    told = []
    try:
        for number in range(rounds(2, 10)):
            disk.left = 2_000_000
            told += fill(shop, f"q{number}-")
            disk.left = 20_000_000
            key = f"more{number}"
            back = until(
                lambda k=key: post(shop.port, shop.path, form(chat(k))) == 200, "room", BACK_S
            )
            told.append(key)
        assert set(told) <= keys(shop)
        assert shop.inbox.check().result(120).sound
    finally:
        disk.heal()
        shop.close()
    tell(f"quota used up: {len(told)} acknowledged, 0 lost, back after {back:.2f} s")
