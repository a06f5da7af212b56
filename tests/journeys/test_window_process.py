"""The window as a program of its own: quitting, a second start, beside a background receiver."""

import json
import os
import signal
import threading
import time

import pytest

from olark_inbox.ui.desk import feed
from tests.window import chat, story_runner, window_on

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ends programs by SIGTERM")

HARMLESS = ("This plugin does not support",)
"""What the offscreen platform says of itself."""


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def _patiently(true, what):
    end = time.monotonic() + 120
    pause = threading.Event()
    while not (found := true()):
        assert time.monotonic() < end, f"never happened: {what}"
        pause.wait(0.05)
    return found


def _window(program):
    """Start a window on any free port and return it with its address."""
    window = program.start("--port", "0")
    address = _patiently(lambda: _address_of(program), "the window listens")
    return window, address


def _address_of(program):
    """The address that really answers, "" while none does."""
    text = program.run("address").stdout.strip()
    port = text.partition("127.0.0.1:")[2].partition("/")[0]
    return text if port not in ("", "8765", "0") else ""


def _complaints(stderr):
    return [line for line in stderr.splitlines() if line and not line.startswith(HARMLESS)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_window_cleanly(program, number):
    window, _ = _window(program)
    window.process.send_signal(number)
    code, stderr = window.ends()
    assert (code, _complaints(stderr)) == (0, [])


def test_quitting_while_chats_arrive_loses_nothing_that_was_acknowledged(program):
    window, address = _window(program)
    kept = []
    enough = threading.Event()

    def send(first):
        for n in range(first, first + 400):
            if program.post(address, chat(f"c{n}", f"chat {n}")) != 200:
                return
            kept.append(f"c{n}")
            if len(kept) > 60:
                enough.set()

    senders = [threading.Thread(target=send, args=(k * 1000,)) for k in range(3)]
    for sender in senders:
        sender.start()
    assert enough.wait(120)
    window.process.send_signal(signal.SIGTERM)
    code, stderr = window.ends()
    for sender in senders:
        sender.join()
    assert (code, _complaints(stderr)) == (0, [])
    stored = {row["id"] for row in program.conversations()}
    assert set(kept) <= stored


def test_a_second_start_raises_the_first_and_ends(program):
    window, _ = _window(program)
    second = program.run("--port", "0")
    assert (second.returncode, _complaints(second.stderr)) == (0, [])
    assert window.process.poll() is None
    window.process.send_signal(signal.SIGTERM)
    assert window.ends()[0] == 0


def test_a_store_of_a_newer_program_is_said_and_left_alone(program):
    program.says("list")
    marker = program.root / "inbox.sqlite"
    with marker.open("r+b") as file:
        file.seek(60)  # where SQLite keeps the version of the schema
        file.write((9_999).to_bytes(4, "big"))
    before = marker.read_bytes()
    hidden = program.run("--hidden", "--port", "0")
    assert hidden.returncode == 1
    assert len(_complaints(hidden.stderr)) == 1
    assert marker.read_bytes() == before


def test_the_window_shows_at_once_what_a_background_receiver_takes(play, program):
    """It looks four times a second: what another process stores comes by no other way."""
    assert feed.POLL_MS <= 250
    background = program.start("receive", "--port", "0")
    port = background.listening_port()
    address = program.address()
    assert f":{port}/" in address

    async def story():
        async with window_on(program.root, receiving=True, port=port) as scene:
            await scene.until(lambda: scene.desk.board.address == address, "the address")
            assert scene.window.strip.pill.text() == "Receiving in the background"
            assert scene.list.banner.notice is not None
            assert scene.list.banner.notice.key == "background"
            assert program.post(address, chat("B1", "Hello", "Hi", name="Bianca")) == 200
            await scene.until(lambda: scene.list.model.total == 1, "the row")
            assert scene.receiver.begun.done() is False

    play(story())
    background.process.send_signal(signal.SIGTERM)
    assert background.ends()[0] == 0


def test_the_window_takes_over_when_the_background_receiver_ends(play, program):
    background = program.start("receive", "--port", "0")
    background.listening_port()

    async def story():
        async with window_on(program.root, receiving=True) as scene:
            await scene.until(lambda: scene.desk.board.address, "the background address")
            background.process.send_signal(signal.SIGTERM)
            assert background.ends()[0] == 0
            await scene.until(
                lambda: scene.window.strip.pill.text() == "Listening on this computer",
                "that the window listens itself",
            )
            assert scene.list.banner.notice is None

    play(story())


def test_place_panes_view_and_selection_come_back_after_a_restart(play, tmp_path):
    async def first():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1", "a", "b", name="Ann"), chat("C2", name="Ben"))
            scene.window.setGeometry(40, 50, 880, 666)
            await scene.until(lambda: scene.window.height() == 666, "the size")
            scene.window.panes.setSizes([390, 430])
            scene.window.menus.actions["view_unanswered"].trigger()
            await scene.until(lambda: scene.names() == ["Ben"], "the place")
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            kept.append((scene.detail.conversation_id, scene.window.panes.sizes()[0]))

    async def again():
        async with window_on(tmp_path) as scene:
            await scene.until(lambda: scene.detail.conversation_id, "the open conversation")
            await scene.caught_up()
            assert (scene.detail.conversation_id, scene.window.panes.sizes()[0]) == kept[0]
            assert scene.window.size().toTuple() == (880, 666)
            assert scene.list.title.text() == "Unanswered"
            assert scene.list.view.selected_ids() == [kept[0][0]]

    kept: list[tuple[int, int]] = []
    play(first())
    play(again())
    assert json.loads((tmp_path / "settings.json").read_text())["window"]["view"] == "unanswered"


def test_a_window_that_was_killed_is_noticed_at_the_next_start_and_only_then(program):
    mark, log = program.root / "running.json", program.root / "olark-inbox.log"
    window, _ = _window(program)
    assert mark.exists()
    window.process.kill()
    window.ends()
    noticed = "was not ended properly the last time"
    window, _ = _window(program)
    assert log.read_text("utf-8").count(noticed) == 1
    window.process.terminate()
    assert window.ends()[0] == 0
    assert not mark.exists()
    window, _ = _window(program)
    window.process.terminate()
    assert window.ends()[0] == 0
    assert log.read_text("utf-8").count(noticed) == 1
