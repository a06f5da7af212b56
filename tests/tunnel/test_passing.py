import sys
import time

import pytest

from olark_inbox.tunnel import passing


def test_the_clock_goes_on_and_never_back():
    first = passing.passed_s()
    assert passing.passed_s() >= first


@pytest.mark.skipif(sys.platform != "linux", reason="another clock there")
def test_it_is_the_clock_that_counts_sleep():
    assert passing.passed_s() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=5)


def test_an_unknown_system_has_at_least_a_steady_clock(monkeypatch):
    monkeypatch.setattr(sys, "platform", "plan9")
    assert passing.passed_s() == pytest.approx(time.monotonic(), abs=5)


def test_the_same_network_is_the_same_text():
    assert passing.network() == passing.network()


def test_no_network_at_all_is_an_empty_text(monkeypatch):
    monkeypatch.setattr(passing, "_NOWHERE", ())
    assert passing.network() == ""
