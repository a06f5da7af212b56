"""What happens without the owner, on a real store."""

import asyncio

from olark_inbox.alerts.rules import AlertKind
from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from tests.window import chat, window_on

DAY_MS = 86_400_000


def test_a_reminder_that_came_due_while_nobody_was_there_comes_back_at_the_start(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            (one,) = await scene.store(chat("a", "Hello", "Hi"))
            await asyncio.wrap_future(scene.inbox.reminders.remind([one], 1))
        async with window_on(tmp_path) as scene:
            await scene.until(lambda: scene.flow.counts.reminders == 1)

    play(story())


def test_reminders_that_came_due_while_nobody_was_there_are_told_at_the_start(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            found = await scene.store(*(chat(name, "Hello", "Hi", name=name) for name in "ABC"))
            for one in found:
                await asyncio.wrap_future(scene.inbox.reminders.remind([one], 1))
        async with window_on(tmp_path) as scene:
            alerting = scene.house.presence.alerting
            told = []
            alerting.told.connect(told.append)
            reminded = (AlertKind.REMINDER, 3)
            # Two of the chats were not told yet when the window went: they are summed up first.
            await scene.until(lambda: any(reminded in one.kinds for one in told), "an alert")
            await scene.until(lambda: scene.flow.counts.reminders == 3, "all three in the list")

    play(story())


def test_answered_chats_go_to_done_when_the_owner_wants_it(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("a", "Hello", "Hi"))
            await scene.caught_up()
            assert scene.flow.counts.done == 0
            later = scene.flow.clock() + 8 * DAY_MS
            scene.inbox._writer._clock = lambda: later
            scene.settings.done_after_days = 7
            scene.house.by_itself.tidy()
            await scene.until(lambda: scene.flow.counts.done == 1)
            scene.window.show_place(Place(View.DONE))
            await scene.until(lambda: scene.list.model.total == 1)

    play(story())


def test_stopping_ends_both_timers(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            by_itself = scene.house.by_itself
            assert by_itself._looking.isActive()
            by_itself.stop()
            assert not by_itself._looking.isActive()
            assert not by_itself._daily.isActive()

    play(story())
