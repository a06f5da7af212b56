"""The window says what is wrong with the data, and that it is over, without being asked."""

import json

import apsw
import pytest

from olark_inbox.base import places
from olark_inbox.inbox import Body
from olark_inbox.store.errors import StoreUnavailable
from olark_inbox.ui.desk import safe_notices, safety
from tests.store.failing import Disk
from tests.window import chat, post, window_on


@pytest.fixture
def disk():
    made = Disk()
    yield made
    made.failure = None
    made.away()


def shown(scene):
    notice = scene.window.list.banner.notice
    return None if notice is None else notice.key


def test_a_full_disk_is_said_and_is_over_by_itself(play, tmp_path, disk, expect_log):
    expect_log("storing failed: FullError")

    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("a"))
            disk.failure = apsw.FullError
            refused = scene.inbox.accept(Body(json.dumps(chat("b")).encode(), "application/json"))
            with pytest.raises(StoreUnavailable):
                refused.result(120)
            await scene.until(lambda: shown(scene) == safe_notices.STORING, "the notice")
            assert "full" in scene.window.list.banner.notice.text
            disk.failure = None
            await scene.until(lambda: shown(scene) is None, "the end of the notice")

    play(story())


def test_little_room_on_the_disk_is_said(play, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "free_bytes", lambda folder: 5 * safe_notices.MIB)

    async def story():
        async with window_on(tmp_path) as scene:
            await scene.until(lambda: shown(scene) == safe_notices.SPACE, "the notice")

    play(story())


def test_a_data_folder_in_a_synced_one_is_said_once(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "Dropbox" / "inbox") as scene:
            await scene.until(lambda: shown(scene) == safe_notices.PLACE, "the notice")
            scene.window.list.banner.link.click()
            assert shown(scene) is None

    (tmp_path / "Dropbox").mkdir()
    play(story())


def test_what_a_repair_came_to_is_said_until_the_owner_has_read_it(play, tmp_path):
    mended = {"at_ms": 2, "backup_ms": 1, "kept": "x", "again": 0, "whole": False}

    async def story():
        async with window_on(tmp_path) as scene:
            scene.inbox.set_state("mended", mended).result(120)
            await scene.until(lambda: shown(scene) == safe_notices.MENDED, "the notice")
            scene.window.list.banner.link.click()
            await scene.until(lambda: shown(scene) is None, "the end of the notice")
            await scene.caught_up()
            assert scene.inbox.state().result(120)["mended"].value == {}

    play(story())


def test_the_former_address_is_remembered_until_olark_has_the_new_one(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.new_secret()
            await scene.until(lambda: shown(scene) == safe_notices.FORMER, "the notice")
            scene.window.list.banner.plain_button.click()
            assert not scene.settings.former_secret_works
            assert shown(scene) is None

    play(story())


def test_an_inbox_that_moved_does_not_receive_until_it_is_called_back(play, tmp_path, monkeypatch):
    monkeypatch.setattr("olark_inbox.receiver.thread._RETRY_S", 0.1)

    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            scene.settings.moved_ms = 1
            await scene.until(lambda: not scene.desk.board.address, "the end of listening")
            with pytest.raises(OSError, match="refused"):
                post(address, chat("a"))
            await scene.until(lambda: shown(scene) == safe_notices.MOVED, "the notice")
            scene.window.list.banner.button.click()
            again = await scene.listening()
            assert again == address

    play(story())


def test_where_another_process_receives_this_one_finds_out_that_storing_fails(
    play, tmp_path, disk, expect_log, monkeypatch
):
    expect_log("storing failed: IOError")
    monkeypatch.setattr(safety, "_SPACE_EVERY", 1)

    async def story():
        async with window_on(tmp_path) as scene:
            with monkeypatch.context() as as_another:
                as_another.setattr("os.getpid", lambda: 1)
                said = scene.inbox.set_state("receiver", {"status": "listening", "port": 1})
                said.result(120)
            await scene.caught_up()
            disk.failure = apsw.IOError
            await scene.until(lambda: shown(scene) == safe_notices.STORING, "the notice")
            disk.failure = None
            await scene.until(lambda: shown(scene) != safe_notices.STORING, "its end")

    play(story())
