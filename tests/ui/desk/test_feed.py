"""News reach the window once, whoever wrote them."""

import asyncio
import json

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Body, Inbox
from olark_inbox.store.rows import Change, Changes
from olark_inbox.ui.desk.feed import Feed, rest
from tests.window import chat


async def _accept(inbox, *payloads):
    for payload in payloads:
        body = Body(json.dumps(payload).encode(), "application/json")
        await asyncio.wrap_future(inbox.accept(body))


async def _until(true):
    for _ in range(2_000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("never happened")


def test_each_change_is_told_once_and_in_order(play, tmp_path):
    async def story():
        inbox = Inbox.open(open_folders(tmp_path))
        feed, heard = Feed(inbox), []
        feed.changed.connect(heard.append)
        feed.start(inbox.number())
        await _accept(inbox, *(chat(f"C{n}") for n in range(30)))
        await _until(lambda: feed.number == inbox.number())
        told = [change.number for changes in heard for change in changes.changes if change.row]
        assert told == sorted(set(told))
        assert {c.row.key for changes in heard for c in changes.changes if c.row} == {
            f"C{n}" for n in range(30)
        }
        feed.stop()
        inbox.close()

    play(story())


def test_what_another_process_writes_is_heard_without_a_wake_up(play, tmp_path):
    async def story():
        folders = open_folders(tmp_path)
        inbox, other = Inbox.open(folders), Inbox.open(folders)
        feed, heard = Feed(inbox), []
        feed.changed.connect(heard.append)
        feed.start(inbox.number())
        await _accept(other, chat("C1"))
        await _until(lambda: heard)
        feed.stop()
        inbox.close()
        other.close()

    play(story())


def test_what_has_to_be_prepared_is_ready_before_the_news_are_told(play, tmp_path):
    async def story():
        inbox = Inbox.open(open_folders(tmp_path))
        feed, done = Feed(inbox), []

        async def prepare(changes):
            await asyncio.sleep(0)
            done.append(("prepared", changes.number))

        feed.prepare = prepare
        feed.changed.connect(lambda changes: done.append(("told", changes.number)))
        feed.start(inbox.number())
        await _accept(inbox, chat("C1"))
        await _until(lambda: feed.number == inbox.number() and len(done) % 2 == 0 and done)
        assert [what for what, _ in done] == ["prepared", "told"] * (len(done) // 2)
        assert [number for _, number in done[::2]] == [number for _, number in done[1::2]]
        feed.stop()
        inbox.close()

    play(story())


def test_after_the_end_nothing_is_heard(play, tmp_path):
    async def story():
        inbox = Inbox.open(open_folders(tmp_path))
        feed, heard = Feed(inbox), []
        feed.changed.connect(heard.append)
        feed.start(inbox.number())
        feed.stop()
        await _accept(inbox, chat("C1"))
        await asyncio.sleep(0.4)
        assert heard == []
        inbox.close()

    play(story())


def test_a_store_that_cannot_be_read_is_said_once_and_its_healing_too(play, tmp_path):
    async def story():
        working = Inbox.open(open_folders(tmp_path))
        feed, said = Feed(working), []
        feed.failed.connect(lambda error: said.append("failed"))
        feed.healed.connect(lambda: said.append("healed"))
        feed.start(working.number())
        closed = Inbox.open(open_folders(tmp_path / "other"))
        closed.close()
        feed._inbox = closed
        await _until(lambda: said == ["failed"])
        feed._inbox = working
        await _until(lambda: said == ["failed", "healed"])
        feed.stop()
        working.close()

    play(story())


def test_in_a_flood_the_window_rests_longer_and_otherwise_hardly():
    few, many = (
        Changes(1, tuple(Change(n, n, "new", None, None) for n in range(count)))
        for count in (12, 60)
    )
    assert rest(few, 0.04, 0) == rest(few, 60, 0) < 0.05
    assert rest(many, 0.1, 0) == 0.5
    assert rest(Changes(1, reset=True), 60, 0) == 0.25
    assert rest(many, 1, 0) < 0.05


def test_however_slow_the_computer_most_of_the_windows_time_is_the_owners():
    change = Changes(1, (Change(1, 1, "new", None, None),))
    for cost in (0.005, 0.02, 0.05):
        assert cost <= (cost + rest(change, 60, cost)) / 5
    assert rest(change, 60, 10) == 0.25
