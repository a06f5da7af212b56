import pytest

from olark_inbox.store.reach import Heard
from tests.store.makers import chat, offline, post, send_test

LONG_S = 120


def test_the_last_moment_alive_is_kept_without_waking_anybody(inbox):
    assert inbox.reach.alive_ms().result(LONG_S) is None
    number = inbox.number()
    inbox.reach.alive(5).result(LONG_S)
    inbox.reach.alive(7).result(LONG_S)
    assert inbox.reach.alive_ms().result(LONG_S) == 7
    assert inbox.number() == number


def test_each_kind_that_olark_sends_is_noted_with_its_first_and_last_time(inbox, clock):
    post(inbox, chat("a"))
    first = clock.at
    post(inbox, chat("b"))
    post(inbox, offline("c"))
    heard = inbox.reach.heard().result(LONG_S)
    assert set(heard) == {"transcript", "offline"}
    assert heard["transcript"].first_ms <= first < heard["transcript"].last_ms
    post(inbox, send_test())
    assert inbox.reach.heard().result(LONG_S)["test"] == Heard(
        inbox.state().result(LONG_S)["test"].value["at_ms"],
        inbox.state().result(LONG_S)["test"].value["at_ms"],
    )


@pytest.mark.parametrize("kind", ["transcript", "offline"])
def test_a_sample_is_not_heard_from_olark(inbox, kind):
    post(inbox, chat() if kind == "transcript" else offline(), sample=True)
    assert inbox.reach.heard().result(LONG_S) == {}
