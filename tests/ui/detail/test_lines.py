"""Lines of received words: cut to fit, copied by a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.detail.lines import Elided, Fact

HOSTILE = [
    "<b>x</b>",
    "a\nb\nc\nd\ne\nf",
    "x" * 100_000,
    "\u202eabc",
    "\u0645\u0631\u062d\u0628\u0627",
    " ",
    "",
]


@pytest.fixture
def shown(qtbot):
    def show(widget, width=200):
        qtbot.addWidget(widget)
        widget.resize(width, 30)
        widget.show()
        return widget

    return show


def test_a_click_copies_exactly_what_was_sent_and_says_so(qtbot, shown, clipboard):
    fact = shown(Fact("  07700\u00a0900123 \n", icon="phone", name="Phone"))
    with qtbot.waitSignal(fact.copied):
        QTest.mouseClick(fact, Qt.MouseButton.LeftButton)
    assert clipboard.text() == "  07700\u00a0900123 \n"
    assert fact._layout.text() == "Copied"


def test_the_keyboard_copies_too(shown, clipboard):
    fact = shown(Fact("me@a.example"))
    fact.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(fact, Qt.Key.Key_Space)
    assert clipboard.text() == "me@a.example"


def test_what_opens_does_not_copy(qtbot, shown, clipboard):
    fact = shown(Fact("/wheels", acts=True))
    with qtbot.waitSignal(fact.clicked):
        QTest.mouseClick(fact, Qt.MouseButton.LeftButton)
    assert clipboard.text() == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_any_words_fit_in_their_lines(shown, text):
    fact = shown(Fact(text, lines=3))
    assert fact.height() <= 3 * 17 + 8
    fact.grab()
    line = shown(Elided())
    line.show_text(text)
    line.grab()


def test_a_screen_reader_hears_what_it_is(shown):
    assert shown(Fact("07700", name="Phone")).accessibleName() == "Phone: 07700"


def test_more_width_needs_fewer_lines(shown):
    fact = shown(Fact("several words that take more than one line", lines=5), 80)
    tall = fact.height()
    fact.resize(400, fact.height())
    assert fact.height() < tall


def test_a_cut_line_shows_all_of_it_as_a_tip(shown):
    line = shown(Elided(), 60)
    line.show_text("a name that is much longer <i>than</i> that")
    line.resize(61, 30)
    assert "&lt;i&gt;than" in line.toolTip()
    line.resize(600, 30)
    assert line.toolTip() == ""
