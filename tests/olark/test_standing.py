import pytest

from olark_inbox.olark.model import Kind
from olark_inbox.olark.standing import LIVE_MS, Standing, live_until, standing

NOW = 1_700_000_000_000


@pytest.mark.parametrize(
    ("kind", "manual", "until", "expected"),
    [
        (Kind.START, False, NOW + 1, Standing.LIVE),
        (Kind.START, False, NOW, Standing.MISSING),
        (Kind.START, False, None, Standing.MISSING),
        (Kind.START, True, NOW - 1, Standing.MISSING),
        (Kind.TRANSCRIPT, False, None, Standing.SETTLED),
        (Kind.TRANSCRIPT, False, NOW + 1, Standing.SETTLED),
        (Kind.TRANSCRIPT, True, NOW + 1, Standing.LIVE),
        (Kind.TRANSCRIPT, True, NOW, Standing.MAY_HAVE_CONTINUED),
        (Kind.OFFLINE, True, None, Standing.SETTLED),
    ],
)
def test_how_a_chat_stands_depends_on_its_row_and_the_clock_alone(kind, manual, until, expected):
    assert standing(kind, manual=manual, live_until_ms=until, now_ms=NOW) is expected


def test_a_start_and_a_chat_sent_early_are_live_for_three_hours(read, line):
    assert LIVE_MS == 3 * 60 * 60 * 1000
    assert live_until(read(eventType="start"), NOW) == NOW + LIVE_MS
    assert live_until(read(items=[line()], manuallySubmitted=True), NOW) == NOW + LIVE_MS


def test_a_finished_chat_and_an_offline_message_are_not_live(read, line):
    assert live_until(read(items=[line()]), NOW) is None
    offline = read(items=[line(kind="OfflineMessage")], manuallySubmitted=True)
    assert live_until(offline, NOW) is None
