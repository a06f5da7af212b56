"""From news to alerts, with a real inbox."""

import asyncio
import json

import pytest

from olark_inbox.alerts.quiet import Why
from olark_inbox.alerts.rules import AlertKind, News
from olark_inbox.inbox import Body, Inbox
from olark_inbox.ui.kit import words
from olark_inbox.ui.presence import alert_words
from olark_inbox.ui.presence.alerting import Alerting, tomorrow_ms
from tests.window import chat, offline, started, window_on

HOUR = 3_600_000
DEAF = words.receiving({"status": "port_taken", "port": 8765}, here=True)


def _alerting(scene) -> Alerting:
    return scene.house.presence.alerting


def _heard(scene) -> list:
    told = []
    _alerting(scene).told.connect(told.append)
    return told


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (chat("C1", "a", "b"), AlertKind.TRANSCRIPT),
        (chat("C1", "a"), AlertKind.UNANSWERED),
        (offline("C1"), AlertKind.OFFLINE),
        (started("C1"), AlertKind.START),
    ],
)
def test_each_kind_of_news_is_told(play, tmp_path, payload, kind):
    async def story():
        async with window_on(tmp_path) as scene:
            told = []
            _alerting(scene).told.connect(told.append)
            await scene.store(payload)
            await scene.until(lambda: told)
            assert told[0].kind is kind
            await scene.store(payload)
            assert len(told) == 1

    play(story())


def test_a_burst_is_one_alert_and_one_for_the_rest(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told = []
            _alerting(scene).told.connect(told.append)
            await scene.store(chat("C0", "a", "b"))
            await scene.store(*(chat(f"C{n}", "a", "b") for n in range(1, 6)))
            await scene.until(lambda: len(told) == 2)
            assert alert_words.title(told[1]) == "5 new chats"

    play(story())


def test_what_the_owner_switched_off_is_not_told(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.alerts_start = False
            told = _heard(scene)
            await scene.store(started("S1"))
            assert told == []

    play(story())


def test_once_the_window_goes_nothing_is_told_and_nothing_waits(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told, alerting = _heard(scene), _alerting(scene)
            alerting.stop()
            await scene.store(chat("C0", "a"), chat("C1", "a"))
            alerting.ask()
            assert told == []
            assert not alerting._later.isActive()

    play(story())


def test_what_comes_in_a_pause_is_told_when_it_ends(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told, alerting = _heard(scene), _alerting(scene)
            alerting.pause_until(scene.flow.clock() + HOUR)
            assert alerting.quiet.why is Why.PAUSED
            await scene.store(offline("O1"), chat("C1", "a", "b"))
            assert told == []
            alerting.pause_until(0)
            assert [alert_words.title(a) for a in told] == [
                "Meanwhile: 1 offline message, 1 new chat"
            ]
            assert alerting.quiet is None

    play(story())


def test_a_low_rating_that_comes_later_is_told_once(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.alerts_transcript = False
            told = _heard(scene)
            rated = chat("C1", "a", "b", visitor={"chat_feedback": {"overall_chat": 1}})
            for payload in (chat("C1", "a", "b"), rated, rated):
                await scene.store(payload)
            assert scene.row(0).rating == 1
            assert [a.kind for a in told] == [AlertKind.RATING]

    play(story())


def test_a_word_of_the_owners_choice_is_found_in_what_visitors_wrote(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.alerts_words = ["refund", "quote"]
            told = _heard(scene)
            await scene.store(chat("C1", "Hello", "We give no refund", "A Quote, please?"))
            await scene.until(lambda: told)
            assert [(a.kind, a.found) for a in told] == [(AlertKind.WORD, "quote")]

    play(story())


def test_being_deaf_is_told_two_minutes_after_the_start_at_the_earliest(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told, alerting = _heard(scene), _alerting(scene)
            scene.desk.board.state = DEAF
            alerting.ask()
            assert told == []
            alerting._awake_ms -= 120_000
            alerting.ask()
            alerting.ask()
            assert [a.kind for a in told] == [AlertKind.UNREACHABLE]
            assert "8765" in told[0].words

    play(story())


def test_after_a_sleep_the_two_minutes_begin_anew(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told, alerting = _heard(scene), _alerting(scene)
            alerting._awake_ms -= 120_000
            now = scene.flow.clock()
            scene.flow.clock = lambda: now + 8 * HOUR
            scene.desk.board.state = DEAF
            alerting.ask()
            assert told == []

    play(story())


def test_something_unreadable_is_told_and_not_again_after_a_restart(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told, alerting = _heard(scene), _alerting(scene)
            alerting._awake_ms -= 120_000
            await scene.until(lambda: alerting._counted)
            await scene.store(b"{torn")
            await scene.until(lambda: told)
        async with window_on(tmp_path) as scene:
            told, alerting = _heard(scene), _alerting(scene)
            alerting._awake_ms -= 120_000
            await scene.caught_up()
            alerting.ask()
            assert told == []
            await scene.store(b'{"kind": "Conversation", "id')
            await scene.until(lambda: scene.flow.counts.unreadable == 2)
            assert [a.kind for a in told] == [AlertKind.UNREADABLE]

    play(story())


def test_a_flood_is_counted_to_the_last_chat(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            alerting = _alerting(scene)
            await scene.until(lambda: not alerting._hearing)
            scene.flow.changed.disconnect(alerting._on_changed)
            await scene.store(*(chat(f"C{n}", "a", "b") for n in range(1_204)))
            told = _heard(scene)
            await alerting._hear()
            assert [alert_words.title(a) for a in told] == ["1,204 new chats"]

    play(story())


def test_where_no_single_changes_are_known_the_rows_tell_what_came(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.alerts_again = {"offline": 5}
            alerting = _alerting(scene)
            (one,) = await scene.store(offline("O1"))
            await scene.until(lambda: alerting._memory.waiting, "that it waits")
            scene.flow.changed.disconnect(alerting._on_changed)
            await asyncio.wrap_future(scene.inbox.mark([one], unread=False))
            began = scene.flow.clock()
            await scene.store(*(chat(f"C{n}", "a", "b") for n in range(501)))
            changes = await alerting._flood_since(began)
            assert len([c for c in changes if c.what == "new"]) == 501
            assert [c.conversation for c in changes if c.what == "mark"] == [one]
            told = _heard(scene)
            alerting._take(scene.inbox.number(), News(changes))
            assert not alerting._memory.waiting
            await scene.until(lambda: told)
            assert [alert_words.title(a) for a in told] == ["501 new chats"]

    play(story())


def test_what_came_while_the_program_was_closed_is_summed_up_once(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told = _heard(scene)
            await scene.store(chat("C0", "a", "b"))
            await scene.until(lambda: told)
        inbox = Inbox.open(scene.folders)
        for payload in (offline("O1"), chat("C1", "a", "b"), chat("C2", "a", "b")):
            inbox.accept(Body(json.dumps(payload).encode())).result(120)
        inbox.close()
        async with window_on(tmp_path) as scene:
            alerting = _alerting(scene)
            await scene.until(lambda: alerting.last)
            said = alert_words.title(alerting.last)
            assert said == "Meanwhile: 1 offline message, 2 new chats"
        async with window_on(tmp_path) as scene:
            alerting = _alerting(scene)
            await scene.until(lambda: not alerting._hearing)
            assert alerting.last is None

    play(story())


def test_what_a_pause_held_back_and_what_is_told_again_outlive_a_restart(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.alerts_again = {"offline": 5}
            told, alerting = _heard(scene), _alerting(scene)
            await scene.store(offline("O1"))
            await scene.until(lambda: told)
            alerting.pause_until(scene.flow.clock() + HOUR)
            await scene.store(chat("C1", "a", "b"), chat("C2", "a", "b"))
        async with window_on(tmp_path) as scene:
            alerting = _alerting(scene)
            await scene.until(lambda: not alerting._hearing)
            assert alerting.last is None
            assert [each.alert.who for each in alerting._memory.waiting] == [told[0].who]
            alerting.pause_until(0)
            assert alert_words.title(alerting.last) == "Meanwhile: 2 new chats"

    play(story())


def test_the_more_is_still_to_be_told_the_later_it_is_written_down(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            alerting = _alerting(scene)
            await scene.until(lambda: not alerting._hearing)
            alerting.pause_until(scene.flow.clock() + HOUR)
            waits = []
            for number in range(2):
                alerting._saving.stop()
                await scene.store(*(chat(f"C{number}{n}", "a", "b") for n in range(9)))
                waits.append(alerting._saving.interval())
            assert waits[0] < waits[1]

    play(story())


def test_tomorrow_begins_in_the_morning():
    now = 1_763_640_000_000
    assert 0 < tomorrow_ms(now) - now <= 32 * HOUR
    assert tomorrow_ms(now) == tomorrow_ms(now + 1000)
