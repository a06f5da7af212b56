from dataclasses import replace

import pytest

from olark_inbox.tunnel.standing import Standing, Status
from olark_inbox.ui.reach.setup_facts import (
    Facts,
    Step,
    begin_at,
    box,
    done,
    heard_ms,
    note,
    seen,
    title,
)
from tests.ui.reach_makers import MINUTE, NOW, down, facts, proven


def ticked(found):
    return [int(step) + 1 for step in Step if done(found, step)]


@pytest.mark.parametrize(
    ("found", "steps"),
    [
        (Facts(), []),
        (facts(), [1]),
        (facts(proven()), [1, 2]),
        (facts(proven(address="http://192.168.1.5")), [1]),
        (facts(down()), [1]),
        (facts(proven(), heard=["test"]), [1, 2, 3, 4]),
        (facts(proven(), heard=["transcript"]), [1, 2, 3, 4]),
        (facts(proven(changed=True), heard=["test"]), [1, 2]),
        (facts(proven(), listening=False, heard=["test"]), []),
        (facts(heard=["test"]), [1]),
        (facts(starts=True), [1]),
        (facts(stays=True), [1]),
        (facts(starts=True, stays=True), [1, 5]),
        (facts(proven(), heard=["test"], starts=True, stays=True), [1, 2, 3, 4, 5]),
    ],
)
def test_a_step_is_ticked_by_what_proves_it_and_nothing_else(qapp, found, steps):
    assert ticked(found) == steps


def test_the_guide_goes_on_at_the_first_step_that_nothing_proves(qapp):
    assert begin_at(Facts()) is Step.READY
    assert begin_at(facts()) is Step.READY
    assert begin_at(facts(Standing(Status.STARTING))) is Step.ADDRESS
    assert begin_at(facts(heard=["test"])) is Step.ADDRESS
    assert begin_at(facts(proven())) is Step.PASTE
    assert begin_at(facts(proven(), heard=["test"])) is Step.KEEP


def test_something_heard_on_a_former_address_proves_nothing_of_the_new_one(qapp):
    assert heard_ms(facts(proven(), heard=["test"])) == NOW - MINUTE
    assert heard_ms(facts(proven(changed=True), heard=["test"])) == 0


def test_each_step_says_what_proves_it(qapp):
    found = facts(proven(), heard=["test"])
    assert note(found, Step.READY, Step.KEEP) == "Port 8765 is open"
    assert note(found, Step.ADDRESS, Step.KEEP) == "Checked, answered in 0.3 s"
    assert note(found, Step.TEST, Step.KEEP).startswith("Olark reached it ")
    assert note(found, Step.KEEP, Step.KEEP) == "Tick both boxes"
    kept = replace(found, starts=True, stays=True)
    assert note(kept, Step.KEEP, Step.TEST) == "Starts with this computer"
    assert note(found, Step.KEEP, Step.TEST) == ""


def test_an_unproven_step_says_what_is_missing(qapp):
    assert note(Facts(), Step.READY, Step.READY) == "Starting"
    assert note(Facts(trouble="Port 1 is used."), Step.READY, Step.READY) == "Port 1 is used."
    starting = facts(Standing(Status.STARTING, fault="slow"))
    assert note(starting, Step.ADDRESS, Step.READY) == "Not connected yet"
    assert note(facts(), Step.ADDRESS, Step.ADDRESS) == "Choose one of four ways"


def test_each_box_is_seen_when_the_first_of_its_kind_came(qapp):
    found = facts(proven(), heard=["offline"])
    assert seen(found, "offline").startswith("seen ")
    assert seen(found, "start") == "not seen yet"
    assert box("start") == "Send all events"


def test_a_quick_answer_is_never_told_as_no_time_at_all(qapp):
    quick = facts(replace(proven(), took_ms=3))
    assert note(quick, Step.ADDRESS, Step.KEEP) == "Checked, answered in 0.1 s"


def test_each_step_has_a_name(qapp):
    assert len({title(step) for step in Step}) == 5
