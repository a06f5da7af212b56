"""Newer versions are told of in one line, by a real server's word; nothing else happens."""

import pytest

from olark_inbox.ui.desk import notices
from olark_inbox.ui.pages.newer import Newer
from tests.updates.makers import announcing
from tests.window import window_on

DAY_MS = 24 * 3_600_000
CHANGES = "- Finds <b>faster</b>\n- Prints"


@pytest.fixture
def announcer(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with announcing() as said:
        said.announce(version="99.0", changes=CHANGES, page="https://example.org/get")
        yield said


async def looked(scene) -> Newer:
    newer = scene.house.newer
    newer.look()
    await scene.until(lambda: not newer.looking, "the look")
    return newer


def notice(scene):
    return scene.window.list.banner.notice


def test_without_an_address_nothing_is_asked_and_nothing_is_due(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            newer = scene.house.newer
            assert not newer.is_due()
            newer.look()
            assert not newer.looking

    play(story())


def test_a_newer_one_is_told_its_changes_shown_as_text_and_put_away_for_good(
    play, tmp_path, announcer
):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.update_address = announcer.address
            newer = await looked(scene)
            assert notice(scene).key == notices.NEWER
            assert "99.0" in notice(scene).title
            scene.window.list.banner.plain_button.click()
            assert newer.page.changes.toPlainText() == CHANGES
            newer.page.close()
            scene.window.list.banner.link.click()
            assert notice(scene) is None
            await looked(scene)
            assert notice(scene) is None
            announcer.announce(version="99.1")
            await looked(scene)
            assert "99.1" in notice(scene).title
        async with window_on(tmp_path) as scene:
            assert "99.1" in notice(scene).title, "it is still there after a start, without a look"
        assert len(announcer.asked) == 3

    play(story())


def test_it_looks_at_most_once_a_day_and_not_at_all_when_switched_off(play, tmp_path, announcer):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.update_address = announcer.address
            newer, now = scene.house.newer, scene.flow.clock()
            assert newer.is_due()
            await looked(scene)
            assert not newer.is_due()
            newer._clock = lambda: now + DAY_MS - 60_000
            newer._on_timer()
            assert not newer.looking
            newer._clock = lambda: now + DAY_MS + 60_000
            assert newer.is_due()
            newer._clock = lambda: now - DAY_MS
            assert newer.is_due(), "the clock was set back: it does not wait for years"
            scene.settings.update_look = False
            assert not newer.is_due()
        assert len(announcer.asked) == 1

    play(story())


def test_what_is_older_or_no_announcement_is_not_told(play, tmp_path, announcer):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.update_address = announcer.address
            for body in (b'{"version": "0.0.1"}', b"<html>", b'{"version": "99.0rc1"}'):
                announcer.body = body
                await looked(scene)
                assert notice(scene) is None

    play(story())


def test_without_a_network_nothing_happens_and_it_is_tried_again(play, tmp_path, announcer):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.update_address = announcer.address
            announcer.status = 503
            newer = await looked(scene)
            assert newer.failed
            assert notice(scene) is None
            assert newer.is_due()

    play(story())


def test_the_window_can_be_closed_while_it_looks(play, tmp_path, announcer):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.update_address = announcer.address
            scene.house.newer.look()

    play(story())
