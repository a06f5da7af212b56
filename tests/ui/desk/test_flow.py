"""What happens between store and window."""

import asyncio

from olark_inbox.ui.desk.flow import Flow
from tests.window import chat, window_on


def _reading(scene, *, yes):
    scene.flow.watching = lambda: yes


def test_opening_marks_as_read_only_where_somebody_can_be_reading(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            one, two = await scene.store(chat("C1", "a", "b"), chat("C2", "a", "b"))
            _reading(scene, yes=False)
            scene.flow.open(one)
            await scene.until(lambda: scene.flow.open_id == one)
            await scene.caught_up()
            assert scene.flow.counts.unread == 2
            _reading(scene, yes=True)
            scene.flow.look()
            await scene.until(lambda: scene.flow.counts.unread == 1)
            scene.flow.open(two)
            await scene.until(lambda: scene.flow.counts.unread == 0)

    play(story())


def test_new_lines_of_what_is_being_read_are_shown_and_read(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            _reading(scene, yes=True)
            (one,) = await scene.store(chat("C1", "a", "b"))
            scene.flow.open(one)
            await scene.until(lambda: scene.flow.counts.unread == 0)
            told = []
            scene.house.presence.alerting.told.connect(told.append)
            await scene.store(chat("C1", "a", "b", "and one more"))
            await scene.until(lambda: "and one more" in scene.detail.transcript.toPlainText())
            await scene.until(lambda: scene.flow.counts.unread == 0)
            assert told == []

    play(story())


def test_what_the_owner_marks_unread_while_it_is_open_stays_unread(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            _reading(scene, yes=True)
            (one,) = await scene.store(chat("C1", "a", "b"))
            scene.flow.open(one)
            await scene.until(lambda: scene.flow.counts.unread == 0)
            scene.flow.mark("unread", [one], on=True)
            await scene.until(lambda: scene.flow.counts.unread == 1)
            scene.flow.look()
            await scene.caught_up()
            assert scene.flow.counts.unread == 1
            scene.flow.open(one)
            await scene.until(lambda: scene.flow.counts.unread == 0)

    play(story())


def test_a_newer_opening_overtakes_the_older(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            one, two = await scene.store(chat("C1", "first"), chat("C2", "second"))
            shown = []
            scene.flow.opened.connect(lambda opened, _: shown.append(opened.row.id))
            scene.flow.open(one)
            scene.flow.open(two)
            await scene.until(lambda: shown)
            assert shown == [two]

    play(story())


def test_undo_takes_back_the_last_mark_once(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            (one,) = await scene.store(chat("C1", "a", "b"))
            scene.flow.mark("starred", [one], on=True)
            await scene.until(lambda: scene.flow.counts.starred == 1)
            assert scene.flow.can_undo
            scene.flow.undo()
            await scene.until(lambda: scene.flow.counts.starred == 0)
            assert not scene.flow.can_undo

    play(story())


def test_requests_of_another_start_are_told(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            asked = []
            scene.flow.requested.connect(lambda request: asked.append(request.what))
            await asyncio.wrap_future(scene.inbox.ask("window", "raise"))
            await scene.until(lambda: asked == ["raise"])

    play(story())


def test_samples_are_payloads_with_ids_of_their_own(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            assert isinstance(scene.flow, Flow)
            first, second = scene.flow.sample_bodies(), scene.flow.sample_bodies()
            assert len(first) >= 5
            assert not set(first) & set(second)

    play(story())
