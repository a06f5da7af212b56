from concurrent.futures import Future

import pytest

from olark_inbox.store.futures import done, gather, then


def failed(error):
    future = Future()
    future.set_exception(error)
    return future


def test_gathered_parts_are_combined_in_their_order_whichever_ends_first():
    parts = [Future(), Future()]
    whole = gather(parts, "".join)
    parts[1].set_result("b")
    assert not whole.done()
    parts[0].set_result("a")
    assert whole.result(0) == "ab"


def test_no_parts_are_done_at_once():
    assert gather([], len).result(0) == 0


def test_a_failing_part_fails_the_whole():
    whole = gather([done(1), failed(ValueError("no"))], sum)
    with pytest.raises(ValueError, match="no"):
        whole.result(0)


def test_a_failing_combination_is_the_futures_failure():
    with pytest.raises(ZeroDivisionError):
        gather([done(0)], lambda values: 1 / values[0]).result(0)


def test_what_follows_gets_the_first_result():
    assert then(done(2), lambda value: done(value * 3)).result(0) == 6


@pytest.mark.parametrize("follow", [lambda _: failed(KeyError("x")), lambda _: {}["x"]])
def test_a_failure_anywhere_reaches_who_asked(follow):
    with pytest.raises(KeyError):
        then(done(1), follow).result(0)
    with pytest.raises(ValueError, match="no"):
        then(failed(ValueError("no")), done).result(0)
