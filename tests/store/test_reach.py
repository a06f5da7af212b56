from olark_inbox.inbox import Inbox
from tests.store.makers import Ticking, folders_in

LONG_S = 120
MINUTE = 60_000


def gaps(inbox, **more):
    found = inbox.reach.gaps(**more).result(LONG_S)
    return [(gap.from_ms, gap.noticed_ms, gap.until_ms, gap.reason) for gap in found]


def test_the_same_store_answers_the_same_to_a_nonce_and_another_store_something_else(
    inbox, folders, tmp_path
):
    first = inbox.reach.proof_of("n" * 22).result(LONG_S)
    assert first == inbox.reach.proof_of("n" * 22).result(LONG_S)
    assert first != inbox.reach.proof_of("m" * 22).result(LONG_S)
    other = Inbox.open(folders_in(tmp_path / "other"), Ticking())
    assert other.reach.proof_of("n" * 22).result(LONG_S) != first
    other.close()
    again = Inbox.open(folders, Ticking())
    assert again.reach.proof_of("n" * 22).result(LONG_S) == first
    again.close()


def test_a_gap_begins_once_and_ends_with_a_proof(inbox):
    inbox.reach.begin_gap(1_000, 5_000, "closed").result(LONG_S)
    inbox.reach.begin_gap(7_000, 8_000, "unreachable").result(LONG_S)
    assert gaps(inbox) == [(1_000, 5_000, None, "closed")]
    inbox.reach.end_gap(9_000).result(LONG_S)
    inbox.reach.end_gap(99_000).result(LONG_S)
    assert gaps(inbox) == [(1_000, 5_000, 9_000, "closed")]


def test_gaps_that_follow_one_another_at_once_are_one(inbox):
    inbox.reach.begin_gap(0, 0, "unreachable").result(LONG_S)
    inbox.reach.end_gap(MINUTE).result(LONG_S)
    (first,) = inbox.reach.gaps().result(LONG_S)
    inbox.reach.look([first.id]).result(LONG_S)
    inbox.reach.begin_gap(2 * MINUTE, 2 * MINUTE, "unreachable", join_ms=5 * MINUTE).result(LONG_S)
    inbox.reach.end_gap(3 * MINUTE).result(LONG_S)
    assert gaps(inbox) == [(0, 0, 3 * MINUTE, "unreachable")]
    inbox.reach.begin_gap(9 * MINUTE, 9 * MINUTE, "asleep", join_ms=5 * MINUTE).result(LONG_S)
    assert gaps(inbox)[0] == (9 * MINUTE, 9 * MINUTE, None, "asleep")


def test_a_gap_stays_until_it_is_looked_after_and_short_ones_can_be_left_out(inbox):
    inbox.reach.begin_gap(0, 0, "closed").result(LONG_S)
    inbox.reach.end_gap(MINUTE).result(LONG_S)
    assert gaps(inbox, least_ms=2 * MINUTE) == []
    (gap,) = inbox.reach.gaps().result(LONG_S)
    inbox.reach.recovered(3).result(LONG_S)
    inbox.reach.recovered(1).result(LONG_S)
    assert inbox.reach.gaps().result(LONG_S)[0].recovered == 4
    inbox.reach.look([gap.id]).result(LONG_S)
    assert gaps(inbox) == []


def test_a_clock_set_back_never_makes_a_gap_end_before_it_begins(inbox):
    inbox.reach.begin_gap(10_000, 2_000, "closed").result(LONG_S)
    inbox.reach.end_gap(3_000).result(LONG_S)
    assert gaps(inbox) == [(10_000, 10_000, 10_000, "closed")]
