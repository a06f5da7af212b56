"""Text is text: nothing anybody sends is read as markup, loads anything, or turns words around."""

import asyncio
import json
import re
import socket
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QTextEdit

from olark_inbox import cli
from olark_inbox.alerts.rules import Alert, AlertKind
from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Body, Inbox
from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.kit import words
from olark_inbox.ui.presence import alert_words
from tests.pace import slowness
from tests.security import nasty, seen
from tests.window import chat, offline, story_runner, window_on

PROGRAM = Path(__file__).resolve().parents[2] / "olark_inbox"
STALL_S = 0.1


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


class Trap:
    """An address that counts who comes."""

    def __init__(self):
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.visits = 0
        self._thread = threading.Thread(target=self._wait)
        self._thread.start()

    def _wait(self):
        while True:
            line, _ = self._socket.accept()
            with line:
                if line.recv(100) == b"end":
                    return
            self.visits += 1

    def close(self):
        with socket.create_connection(self._socket.getsockname()) as line:
            line.sendall(b"end")
        self._thread.join()
        self._socket.close()


@pytest.fixture
def trap():
    made = Trap()
    yield made
    made.close()


def markup_of(trap):
    return [text.replace("{0}", trap.address) for text in nasty.MARKUP]


def assert_all_is_plain(signs):
    """No text of the window that holds one of these is read as anything but itself."""
    met = set()
    for where, text, kind in seen.everything():
        for sign in signs:
            if kind == seen.RICH and ("<" in sign or "&" in sign):
                # A tip may be built of markup of ours; what was sent stands in it letter by letter.
                assert sign not in text, f"{where} would read it as markup: {text[:200]!r}"
            if sign in seen.as_read(text, kind):
                met.add(where)
    return met


def images_in(document: QTextDocument):
    block = document.begin()
    while block.isValid():
        for piece in block:
            form = piece.fragment().charFormat()
            if form.isImageFormat():
                yield form.toImageFormat().name()
        block = block.next()


async def show_all(scene, ids):
    """Open each, in every place that shows it, with all pages open."""
    for name in ("deliveries", "about", "settings"):
        scene.window.menus.actions[name].trigger()
    for identity in ids:
        scene.desk.show_conversation(identity)
        await scene.until(lambda i=identity: scene.detail.conversation_id == i, "the opening")
        await scene.caught_up()
        scene.window.toast.say(words.marked("done", scene.flow.open_row.name, 1))
        scene.window.strip.show_last(words.last_arrival(scene.flow.open_row, "14:31"))
        yield identity
    scene.window.show_place(Place(View.ALL))
    await scene.caught_up()


def test_markup_is_shown_letter_by_letter_in_every_widget(play, tmp_path, trap):
    sent = markup_of(trap)

    async def story():
        async with window_on(tmp_path, tray=True) as scene:
            ids = await scene.store(*(nasty.everywhere(f"m{n}", t) for n, t in enumerate(sent)))
            await scene.store(offline("o1", sent[0], sent[1]))
            met = set()
            async for identity in show_all(scene, ids):
                met |= assert_all_is_plain(sent[ids.index(identity) : ids.index(identity) + 1])
                for view in scene.window.findChildren(QTextEdit):
                    assert not list(images_in(view.document()))
            scene.window.sidebar.fit(narrow=False, wide=False)
            scene.window.sidebar._on_more()
            met |= assert_all_is_plain(sent)
            for place in ("Transcript document", "Fact tooltip", "Chips", "Elided", "PlaceButton",
                          "ConversationView row"):  # fmt: skip
                assert any(place in where for where in met), f"{place} never showed it: {met}"

    play(story())
    assert trap.visits == 0, "a message made the program load something"


def test_odd_strings_are_shown_searched_and_saved_without_a_fault(play, tmp_path, qapp):
    sent = (*nasty.ODD, *nasty.DIRECTIONS)

    async def story():
        async with window_on(tmp_path) as scene:
            ids = await scene.store(*(nasty.everywhere(f"n{n}", t) for n, t in enumerate(sent)))
            async for _ in show_all(scene, ids):
                scene.window.grab()
            assert scene.list.model.total == len(sent)

    play(story())
    for form in ("csv", "csv-messages", "jsonl", "pdf"):
        to = tmp_path / f"all.{form}"
        done = cli.main(
            ["--data-dir", str(tmp_path), "export", "--format", form, "--to", str(to), "--all"]
        )
        assert done == 0
        assert to.stat().st_size


def test_what_is_saved_as_pdf_loads_nothing_and_links_only_where_it_may(tmp_path, trap, qapp):
    inbox = Inbox.open(open_folders(tmp_path))
    for n, text in enumerate(markup_of(trap)):
        raw = json.dumps(nasty.everywhere(f"p{n}", text)).encode()
        inbox.accept(Body(raw, "application/json")).result(120)
    inbox.close()
    to = tmp_path / "all.pdf"
    assert cli.main(
        ["--data-dir", str(tmp_path), "export", "--format", "pdf", "--to", str(to), "--all"]
    ) == 0  # fmt: skip
    links = re.findall(rb"/URI\s*\(([^)]*)", to.read_bytes())
    # Those of the first kind lead to a page of the file itself, once it is finished.
    allowed = rb"olark-inbox-page:\d+$|https?:|mailto:"
    assert not [link for link in links if not re.match(allowed, link)]
    assert b"/JavaScript" not in to.read_bytes()
    assert b"/Launch" not in to.read_bytes()
    assert trap.visits == 0


def test_alerts_and_the_tray_carry_no_markup_and_no_direction(trap):
    for text in (*markup_of(trap), *nasty.DIRECTIONS, *nasty.ODD):
        for kind in AlertKind:
            alert = Alert(
                (1,), ((kind, 1),), sound=True, who=text, agents=(text,), words=text, found=text
            )
            for shown in (alert_words.title(alert), alert_words.body(alert)):
                assert "<" not in shown
                assert not seen.spills(shown)
                assert "\n" not in shown
                assert len(shown) <= 102
        row = SimpleNamespace(kind=Kind.TRANSCRIPT, name=text)
        last = words.last_arrival(row, "14:31")
        assert "<" not in last
        assert not seen.spills(last)
        assert "<" not in words.plain(text)
        assert not seen.spills(words.plain(text))


def test_words_of_ours_beside_theirs_keep_their_direction(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True) as scene:
            sent = nasty.DIRECTIONS
            ids = await scene.store(*(nasty.everywhere(f"d{n}", t) for n, t in enumerate(sent)))
            alone = {seen.bare(text) for text in sent}
            async for _ in show_all(scene, ids):
                for where, text, kind in seen.everything():
                    shown = seen.as_read(text, kind)
                    if "document" in where or seen.bare(shown) in alone:
                        continue  # their own words alone, in a block of their own
                    spilt = [line for line in shown.split("\n") if seen.spills(line)]
                    assert not spilt, f"{where}: {spilt!r}"

    play(story())


_OUR_PAGES = "ui/help/help_sheet.py"
"""Shows the pages of the Help, which lie in `resources`: nothing that was received."""


def test_no_source_reads_text_as_markup():
    """What the tests above do not reach is not there."""
    guilty = []
    risky = re.compile(
        r"setHtml\(|insertHtml\(|appendHtml\(|setMarkdown\(|QStaticText\(|RichText\b|MarkdownText\b"
        r"|QTextBrowser\(|QTextDocumentFragment\.from|setOpenExternalLinks\(True"
    )
    for path in PROGRAM.rglob("*.py"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            name = path.relative_to(PROGRAM).as_posix()
            if name == _OUR_PAGES and "setMarkdown(text)" in line:
                continue
            if risky.search(line) and "setAcceptRichText(False)" not in line:
                guilty.append(f"{name}:{number}: {line.strip()}")
    assert not guilty


class Opened(QObject):
    """Takes what the program would open in the browser."""

    def __init__(self):
        super().__init__()
        self.urls = []

    @Slot(QUrl)
    def take(self, url):
        self.urls.append(url.toString())


@pytest.fixture
def opened(qapp):
    taken = Opened()
    schemes = ("http", "https", "mailto", "file", "javascript", "ftp", "data", "smb")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, taken, "take")
    yield taken
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


NEVER = (
    "javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/x", "data:text/html,<b>", "//a/b",
    "smb://server/share", "vbscript:x", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "http://",
    "https:///etc/passwd", "ms-settings:x", "\\\\server\\share", "x:y", "",
)  # fmt: skip
ASKED = {
    "https://\u0430pple.com/pay": "xn--pple-43d.com",
    "https://bank.example@evil.example/x": "evil.example",
    "https://bank.example:443@evil.example/x": "evil.example",
    "http://paypal.com\u2215login.evil.example/": "evil.example",
}


def test_only_web_and_mail_links_open_and_doubtful_ones_ask_first(play, tmp_path, opened):
    async def story():
        async with window_on(tmp_path) as scene:
            (identity,) = await scene.store(chat("a"))
            scene.desk.show_conversation(identity)
            await scene.until(lambda: scene.detail.conversation_id == identity, "the opening")
            for url in NEVER:
                scene.detail.follow(url)
            assert opened.urls == []
            scene.detail.follow("https://shop.example/x")
            scene.detail.follow("mailto:ann@shop.example")
            assert opened.urls == ["https://shop.example/x", "mailto:ann@shop.example"]
            for url, host in ASKED.items():
                scene.detail.follow(url)
                bar = scene.detail.link_bar
                assert bar.isVisible(), url
                assert host in bar.words.text().replace("\u200b", ""), url
                assert len(opened.urls) == 2
                bar.close_button.click()

    play(story())


LARGE = {
    "an unbroken word": "x" * 600_000,
    "words without end": "word " * 120_000,
    "a million spaces": " " * 1_000_000 + "end",
    "twenty thousand lines": "line\n" * 20_000,
    "only line ends": "\n" * 20_000 + "end",
    "emoji": "👩‍👩‍👧‍👦" * 20_000,
    "right to left": "مرحبا " * 60_000,
    "marks": "a" + "\u0301" * 100_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE, ids=lambda name: name.replace(" ", "-"))
def test_a_huge_message_does_not_hold_up_the_window_and_is_folded(play, tmp_path, name):
    """Opened in several chats: other programs of this machine may spoil one of them."""
    text, at_most = LARGE[name], STALL_S * slowness()

    async def story():
        async with window_on(tmp_path) as scene:
            ids = await scene.store(*(chat(f"l{n}", text, "Hi") for n in range(6)))
            (small,) = await scene.store(chat("small"))
            stalls = []
            for identity in ids:
                stalls.append(await stall(scene, identity))
                await stall(scene, small)
                if stalls[-1] <= at_most:
                    break
            shown = max(len(view.toPlainText()) for view in scene.window.findChildren(QTextEdit))
            assert shown < len(text) / 2, "it is not folded"
            assert min(stalls) <= at_most, stalls

    play(story())


async def stall(scene, identity):
    """Return how long the window stood still while a conversation was opened.

    In processor time of the program: what others of this machine take does not count.
    """
    ended = asyncio.Event()
    worst = 0.0

    async def tick():
        nonlocal worst
        last = time.process_time()
        while not ended.is_set():
            await asyncio.sleep(0)
            now = time.process_time()
            worst, last = max(worst, now - last), now

    ticking = asyncio.get_running_loop().create_task(tick())
    await asyncio.sleep(0)
    scene.desk.show_conversation(identity)
    await scene.until(lambda: scene.detail.conversation_id == identity, "the opening")
    for _ in range(20):
        await asyncio.sleep(0.005)
    ended.set()
    await ticking
    return worst
