from dataclasses import replace

import pytest

from olark_inbox.tunnel.faults import Fault
from olark_inbox.tunnel.standing import Pace, Standing, Status, print_of


def test_what_is_written_is_read_again():
    standing = Standing(
        Status.UNREACHABLE, "own", "https://a.example", "slow", "", 5, 6, 7, 8, changed=True
    )
    assert Standing.read(standing.written()) == standing


@pytest.mark.parametrize("value", [None, {}, {"status": "dancing"}, {"status": "off", "more": 1}])
def test_what_another_version_wrote_is_never_an_error(value):
    assert Standing.read(value).status is Status.OFF


def test_a_value_of_another_kind_counts_as_not_written():
    assert Standing.read({"status": "proven", "proven_ms": "soon"}).proven_ms == 0


def test_waits_grow_up_to_a_limit_and_never_come_in_step():
    pace = Pace()
    waits = [pace.retry_after(n, Fault.SLOW, chance=0.5) for n in range(1, 12)]
    assert waits[:4] == [5.0, 10.0, 20.0, 40.0]
    assert waits[-1] == pace.longest_retry_s
    assert pace.retry_after(1, Fault.SLOW, chance=0.0) == pytest.approx(4.0)
    assert pace.retry_after(1, Fault.SLOW, chance=1.0) == pytest.approx(6.0)
    assert 4.0 <= pace.retry_after(1, Fault.SLOW) <= 6.0


def test_where_only_the_owner_can_help_it_is_not_tried_every_few_seconds():
    assert Pace().retry_after(1, Fault.TOKEN_BAD, chance=0.5) == 60.0


def test_many_failures_are_no_overflow():
    assert Pace().retry_after(10_000, Fault.SLOW, chance=0.5) == 300.0


def test_a_print_tells_secrets_apart_without_giving_them_away():
    assert print_of("a" * 32) != print_of("b" * 32)
    assert "a" * 8 not in print_of("a" * 32)
    assert replace(Standing(), changed=True).written()["changed"] is True
