from olark_inbox.tunnel.faults import Fault, WayFailed


def test_a_failure_says_what_it_is_in_a_log():
    assert str(WayFailed(Fault.SESSION_LIMIT, "108")) == "session_limit 108"
    assert str(WayFailed(Fault.SLOW)) == "slow"
