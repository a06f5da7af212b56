"""A whole day by the accessibility bus alone: nobody looks and nobody points."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Body, Inbox
from tests.desktop.spoken import Speech
from tests.window import chat, offline

pytestmark = pytest.mark.desktop


@pytest.fixture
def program(tmp_path):
    """The program in a process of its own, with two conversations, as a screen reader finds it."""
    data = tmp_path / "shop"
    inbox = Inbox.open(open_folders(data))
    for payload in (
        chat("C1", "Where is my wheel?", "On its way", name="Bob Doe", tags=["wheels"]),
        offline("O1", "Please call me", name="Marcus Bell"),
    ):
        inbox.accept(Body(json.dumps(payload).encode(), "application/json")).result()
    inbox.close()
    there = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    there.pop("OLARK_INBOX_DATA_DIR", None)
    line = [sys.executable, "-m", "olark_inbox", "--data-dir", str(data), "--port", "0"]
    process = subprocess.Popen(line, env=there)
    yield process
    process.send_signal(signal.SIGTERM)
    process.wait(120)


async def _until(true, what):
    end = time.monotonic() + 120
    while not await true():
        assert time.monotonic() < end, f"never happened: {what}"
        await asyncio.sleep(0.05)


async def _day():
    speech = await Speech.listen()
    try:
        window = await speech.application("OlarkInbox")
        # Somebody waits: the place says how many, and leads there.
        place = await window.find("radio button", lambda name: name.startswith("Needs reply"))
        assert await place.name() == "Needs reply, 1"
        await place.press()
        conversations = await window.find("list", "Conversations")
        row = await conversations.find("list item", lambda name: name.startswith("Marcus Bell"))
        said = await row.name()
        assert said.startswith("Marcus Bell, offline message, ")
        assert said.endswith("Please call me")
        # Read it, line by line.
        await row.press()
        transcript = await window.find("text", "Transcript")
        await _until(lambda: _has(transcript, "Please call me"), "the words")
        assert "Please call me" in [line.strip() for line in await transcript.lines()]
        await window.find(VISITOR, "Visitor")
        # Be done with it, and hear so.
        await (await window.find("push button", "Done")).press()
        await _until(lambda: _heard(speech, "Marked as done"), "that it is done")
        # Find what Bob asked.
        search = await window.find("text", "Search")
        await search.write("wheel")
        row = await conversations.find("list item", lambda name: name.startswith("Bob Doe"))
        await _until(lambda: _heard(speech, "1 found"), "how many were found")
        await row.press()
        await _until(lambda: _has(transcript, "On its way"), "the other words")
        assert "selected" in await row.states()
        # Nothing that can be pressed is without a name.
        for role, name in await window.outline():
            assert name or role not in PRESSED, (role, name)
    finally:
        speech.close()


VISITOR = "panel"
PRESSED = ("push button", "check box", "check box", "text", "list", "list item")


async def _has(transcript, words):
    return words in await transcript.text()


async def _heard(speech, words):
    return any(words in text for text in speech.announced)


def test_a_day_by_the_screen_reader_alone(program):
    asyncio.run(_day())
    program.send_signal(signal.SIGTERM)
    assert program.wait(120) == 0


async def _asking_for_help():
    speech = await Speech.listen()
    try:
        window = await speech.application("OlarkInbox")
        await (await window.find("push button", "Help (F1)")).press()
        search = await window.find("text", "Search the Help")
        await search.write("disk full")
        pages = await window.find("list", "Pages of the Help")
        await pages.find("list item", "The disk is full")
        page = await window.find(PAGE, "The disk is full")
        lines = [line.strip() for line in await page.lines()]
        assert "The disk is full" in lines
        assert any(line.startswith("While there is no room") for line in lines)
    finally:
        speech.close()


PAGE = "label"
"""What Qt calls a text with links; its lines are read like any other's."""


def test_the_help_is_found_searched_and_read_by_the_screen_reader_alone(program):
    asyncio.run(_asking_for_help())
