import pytest

from olark_inbox.tunnel.faults import Fault
from olark_inbox.tunnel.standing import Standing, Status
from olark_inbox.tunnel.tokens import TokenTrouble
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.words import Tone
from olark_inbox.ui.reach import reach_words
from tests.ui.reach_makers import BASE, MINUTE, NOW, down, gap, proven


def test_only_a_proven_public_address_is_ready_for_chats(qapp):
    words = reach_words.state(proven(), NOW)
    assert (words.pill, words.tone) == ("Ready for chats", Tone.LIVE)
    assert words.sentence == "Checked 3 min ago"


@pytest.mark.parametrize(
    ("standing", "pill", "tone"),
    [
        (Standing(Status.STARTING), "Connecting", Tone.QUIET),
        (down(), "Not reachable", Tone.ALERT),
        (proven(address="http://127.0.0.1:8765"), "Only in your own network", Tone.QUIET),
        (proven(changed=True), "New address", Tone.OFFLINE),
    ],
)
def test_everything_else_is_never_green(qapp, standing, pill, tone):
    words = reach_words.state(standing, NOW)
    assert (words.pill, words.tone) == (pill, tone)


def test_without_a_way_there_is_nothing_to_say(qapp):
    assert reach_words.state(Standing(), NOW) is None


def test_an_outage_says_between_when_and_when_it_began(qapp):
    since, noticed = times.clock(NOW - 20 * MINUTE), times.clock(NOW - 5 * MINUTE)
    says = reach_words.unreachable(down(), NOW)
    assert says.startswith(
        f"The public address stopped answering between {since} and {noticed}. The address is there"
    )
    assert reach_words.checked(down(), NOW) == f"Last worked {since}"


def test_an_outage_that_was_seen_at_once_says_one_time(qapp):
    standing = down(since_ms=NOW - 5 * MINUTE - 1_000)
    assert f"at {times.clock(NOW - 5 * MINUTE)}." in reach_words.unreachable(standing, NOW)


def test_an_outage_from_the_start_claims_no_time_before(qapp):
    says = reach_words.unreachable(down(since_ms=0, proven_ms=0), NOW)
    assert "stopped" not in says
    assert says.startswith("The address is there, but")


def test_a_check_just_now_is_just_now(qapp):
    assert reach_words.checked(proven(proven_ms=NOW - 1), NOW) == "Checked just now"
    assert reach_words.checked(proven(proven_ms=0), NOW) == ""


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_a_sentence_that_tells_it_apart(qapp, fault):
    says = reach_words.fault(str(fault), "77")
    assert says.endswith((".", "?"))
    others = [reach_words.fault(str(other), "77") for other in Fault if other is not fault]
    assert says not in others
    assert reach_words.fault(str(fault)).endswith((".", "?"))


def test_a_fault_of_a_newer_version_says_nothing_wrong(qapp):
    assert reach_words.fault("gremlins") == ""


@pytest.mark.parametrize("trouble", list(TokenTrouble))
def test_every_wrong_token_has_a_sentence(qapp, trouble):
    assert reach_words.token_trouble(trouble).endswith(".")


def test_a_gap_of_today_is_told_by_the_clock_and_an_older_one_with_its_days(qapp):
    begin, end = times.clock(NOW - 60 * MINUTE), times.clock(NOW - 10 * MINUTE)
    assert reach_words.gap(gap(), NOW) == f"{begin} – {end}"
    long = reach_words.gap(gap(begin=3 * 24 * 60), NOW)
    day = times.short_time(NOW - 3 * 24 * 60 * MINUTE, NOW)
    assert long == f"{day} {times.clock(NOW)} – today {end}"
    assert reach_words.gap(gap(end=None), NOW).endswith("until now")


def test_each_reason_of_a_gap_is_said(qapp):
    said = {
        reach_words.gap_reason(gap(reason=r)) for r in ("closed", "asleep", "store", "unreachable")
    }
    assert len(said) == 4
    assert reach_words.recovered(1) == "1 chat recovered."
    assert reach_words.recovered(4) == "4 chats recovered."


def test_only_the_host_is_shown(qapp):
    assert reach_words.host(BASE + "/olark/secret") == "spoke-chain-pine.ngrok-free.dev"


@pytest.mark.parametrize(
    ("way", "address", "words"),
    [
        ("own", "https://inbox.shop.example", "within two minutes"),
        ("own", "https://shop.ngrok-free.dev", "every 15 minutes"),
        ("ngrok", "", "within a minute"),
        ("agent", "", "after 15 minutes at most"),
    ],
)
def test_each_way_says_how_late_an_outage_may_be_noticed(qapp, way, address, words):
    assert words in reach_words.how_soon(way, address, 15)
