"""The quiet bars under a transcript."""

import pytest
from PySide6.QtGui import QFontMetrics

from olark_inbox.ui.detail.bars import LinkBar, OlarkBar, WaitingBar
from olark_inbox.ui.detail.links import target
from tests.ui.detail.makers import MINUTE, NOON, answered, asked, chat, offline, opened


@pytest.fixture
def waiting(qtbot):
    made = WaitingBar()
    qtbot.addWidget(made)
    made.resize(440, 56)
    return made


def test_it_says_how_long_an_offline_message_waits(qtbot, waiting):
    waiting.show_opened(opened(offline()), NOON + 36 * MINUTE)
    assert waiting.words.text() == "Waiting for your answer for 36 min"
    with qtbot.waitSignal(waiting.done_clicked):
        waiting.done.click()


def test_the_words_are_never_cut(waiting):
    waiting.show_opened(opened(offline()), NOON + 36 * MINUTE)
    for width in (440, 330, 280):
        waiting.resize(width, max(56, waiting.heightForWidth(width)))
        words = waiting.words
        needed = QFontMetrics(words.font()).boundingRect(
            0, 0, words.width(), 1_000, 0x1000, words.text()
        )
        assert needed.height() <= words.height()
        assert needed.width() <= words.width()


@pytest.mark.parametrize(
    ("made", "waits"),
    [
        (opened(offline()), True),
        (opened(chat(asked())), True),
        (opened(chat()), False),
        (opened(offline(), done=True), False),
        (opened(offline(), binned_ms=NOON), False),
        (opened(chat(answered(automatic=True))), False),
    ],
)
def test_it_stands_where_somebody_waits_and_nowhere_else(waiting, made, waits):
    waiting.show_opened(made, NOON)
    assert waiting.isHidden() is not waits


def test_a_link_that_may_lie_shows_its_real_place_and_waits(qtbot):
    bar = LinkBar()
    qtbot.addWidget(bar)
    bar.ask(target("http://\u0430pple.com/pay"))
    assert "xn--pple-43d.com" in bar.words.text()
    with qtbot.waitSignal(bar.opened) as caught:
        bar.open_button.click()
    assert caught.args == ["http://\u0430pple.com/pay"]
    assert bar.isHidden()
    bar.ask(target("http://a@b.example"))
    with qtbot.assertNotEmitted(bar.opened):
        bar.close_button.click()
    assert bar.isHidden()


def test_a_live_chat_says_where_answering_happens(qtbot):
    bar = OlarkBar()
    qtbot.addWidget(bar)
    assert bar.words.text() == "You answer chats in Olark. This window keeps them."
