"""Turns are short as long as anybody works without a pause; who works so gives way."""

import sys

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
