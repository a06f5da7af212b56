"""Turns are short as long as anybody works without a pause; who works so gives way."""

import sys
import threading
import time

import pytest

from olark_inbox.base import turns


@pytest.fixture(autouse=True)
def _as_before():
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def _is(seconds):
    return sys.getswitchinterval() == pytest.approx(seconds, abs=1e-5)


def test_turns_are_short_until_the_last_who_wants_it_has_ended():
    with turns.short():
        assert _is(turns.SHORT_S)
        with turns.short():
            assert _is(turns.SHORT_S)
        assert _is(turns.SHORT_S)
    assert _is(turns.LONG_S)


def test_turns_are_long_again_where_the_work_failed():
    with pytest.raises(OSError, match="full"), turns.short():
        raise OSError("full")
    assert _is(turns.LONG_S)


def _given_way_on_a_thread():
    """Return the moment at which a thread went on."""
    at = []
    thread = threading.Thread(target=lambda: (turns.give_way(), at.append(time.monotonic())))
    thread.start()
    thread.join()
    return at[0]


def test_whoever_works_long_gives_way_while_the_window_has_something_to_show():
    before = time.monotonic()
    turns.claim()
    assert _given_way_on_a_thread() - before >= turns.MOMENT_S
    assert turns.claimed_s() == 0


def test_the_window_does_not_wait_for_itself(monkeypatch):
    monkeypatch.setattr(turns, "MOMENT_S", 60.0)
    turns.claim()
    turns.give_way()
    assert turns.claimed_s() > 0
    monkeypatch.setattr(turns, "MOMENT_S", 0.0)
    turns.claim()
    assert turns.claimed_s() == 0
