from olark_inbox.base.clock import now_ms


def test_the_time_is_in_milliseconds_of_this_century():
    assert 1_600_000_000_000 < now_ms() < 4_100_000_000_000
