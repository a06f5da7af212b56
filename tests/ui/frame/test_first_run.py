"""The first page, and the samples it sends."""

import http.server
import threading
import urllib.parse

import pytest
from PySide6.QtGui import QGuiApplication

from olark_inbox.ui.frame.first_run import FirstRun, SampleSender
from olark_inbox.ui.kit import theme

ADDRESS = "http://127.0.0.1:8765/olark/7Qm2x9LwT4vAbCdEfGhIjK"


@pytest.fixture
def page(qtbot, qapp):
    theme.apply(qapp, "light")
    made = FirstRun()
    qtbot.addWidget(made)
    made.resize(704, 740)
    made.show()
    yield made
    made.close()


def _texts(page):
    return [label.text() for label in page.findChildren(type(page.title)) if label.isVisible()]


def test_it_claims_nothing_that_is_not_proven(page):
    page.show_address(ADDRESS, 8765)
    assert page.title.text() == "Get an address Olark can reach"
    picture = page.grab().toImage()
    green = {theme.current()[token].name() for token in ("live", "live_bg", "live_dot")}
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert not green & seen


def test_it_names_the_three_boxes_and_the_part_to_paste(page):
    page.show_address(ADDRESS, 8765)
    texts = "\n".join(_texts(page))
    boxes = ("Send all transcripts automatically", "Send offline messages", "Send all events")
    for words in (*boxes, "A free ngrok account is enough.", "/olark/7Qm2x9LwT4vAbCdEfGhIjK"):
        assert words in texts


def test_copy_gives_the_address(page, qtbot):
    page.show_address(ADDRESS, 8765)
    with qtbot.waitSignal(page.copied):
        page.copy_button.click()
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_without_an_address_nothing_can_be_copied_or_sent(page):
    page.show_address("", 0)
    assert not page.copy_button.isEnabled()
    assert not page.samples_button.isEnabled()
    assert page.field.line.placeholderText()
    assert not [text for text in _texts(page) if text.endswith("/")]


def test_a_test_from_olark_is_said(page):
    assert page.news.isHidden()
    page.show_news("Test from Olark received 14:31")
    assert not page.news.isHidden()


class _Door(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        data = urllib.parse.parse_qs(body.decode())["data"][0]
        self.server.taken.append((self.path, self.headers["Olark-Inbox-Sample"], data))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def door():
    server = http.server.HTTPServer(("127.0.0.1", 0), _Door)
    server.taken = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_samples_are_posted_in_order_and_marked_as_samples(qtbot, door):
    sender = SampleSender()
    with qtbot.waitSignal(sender.ended) as told:
        sender.send(f"http://127.0.0.1:{door.server_port}/olark/x", ('{"a": 1}', '{"b": "ü+&"}'))
    sender.finish()
    assert told.args == [""]
    assert door.taken == [("/olark/x", "1", '{"a": 1}'), ("/olark/x", "1", '{"b": "ü+&"}')]


def test_where_nothing_listens_it_is_said_in_a_sentence(qtbot, door):
    sender = SampleSender()
    with qtbot.waitSignal(sender.ended) as told:
        sender.send("http://127.0.0.1:1/olark/x", ("{}",))
    sender.finish()
    assert told.args == ["The samples could not be sent: nothing is listening here."]
