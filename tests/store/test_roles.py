import os

import pytest

from olark_inbox.store.roles import Request, StateEntry


def test_a_state_is_what_was_said_last(inbox, clock):
    inbox.set_state("receiver", {"status": "starting"}).result()
    inbox.set_state("receiver", {"status": "listening", "port": 8765}).result()
    entry = inbox.state().result()["receiver"]
    assert entry.value == {"status": "listening", "port": 8765}
    assert (entry.pid, entry.at_ms) == (os.getpid(), clock.at)


def test_requests_are_taken_once_in_the_order_asked_and_only_by_their_role(inbox):
    inbox.ask("window", "raise").result()
    inbox.ask("receiver", "listen", "8766").result()
    inbox.ask("window", "open", "5").result()
    assert inbox.take_requests("window").result() == (Request("raise"), Request("open", "5"))
    assert inbox.take_requests("window").result() == ()
    assert inbox.take_requests("receiver").result() == (Request("listen", "8766"),)


def test_a_request_is_told_as_a_change_of_state_and_looking_costs_no_write(inbox):
    number = inbox.number()
    inbox.ask("window", "raise").result()
    assert inbox.changes_since(number).result().state_changed
    inbox.take_requests("window").result()
    number = inbox.number()
    inbox.take_requests("window").result()
    assert inbox.number() == number


def test_what_a_role_said_is_read_only_where_somebody_asks():
    entry = StateEntry("cut o", 0, pid=1)
    assert entry.at_ms == 0
    with pytest.raises(ValueError, match="Expecting value"):
        _ = entry.value
