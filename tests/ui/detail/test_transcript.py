"""The transcript as people use it: select, copy, find, follow a link, scroll by keys."""

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.detail.filled import END
from olark_inbox.ui.detail.hits import find
from tests.ui.detail.makers import answered, asked, chat, conversations, long_chat, plan, sample

CTRL = Qt.KeyboardModifier.ControlModifier


def fill(qtbot, transcript):
    qtbot.waitUntil(transcript.is_filled)


def select(transcript, start, end):
    cursor = transcript.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    transcript.setTextCursor(cursor)


def block_of(transcript, text):
    block = transcript.document().begin()
    while block.isValid() and text not in block.text():
        block = block.next()
    assert block.isValid()
    return block


def point_in(transcript, text):
    block = block_of(transcript, text)
    cursor = transcript.textCursor()
    cursor.setPosition(block.position() + block.text().index(text) + 2)
    return transcript.cursorRect(cursor).center()


def test_a_selection_inside_one_bubble_is_only_those_words(transcript, clipboard):
    transcript.show_plan(plan(chat(asked("Hello there"))))
    block = block_of(transcript, "Hello")
    select(transcript, block.position() + 6, block.position() + 11)
    transcript.copy()
    assert clipboard.text() == "there"


def test_a_selection_across_bubbles_is_clean_text(transcript, clipboard):
    transcript.show_plan(plan(chat(asked("One"), asked("Two\nlines", 0.1), answered("Three", 1))))
    first, last = block_of(transcript, "One"), block_of(transcript, "Three")
    select(transcript, first.position() + 1, last.position() + 2)
    transcript.copy()
    lines = clipboard.text().splitlines()
    assert lines[:4] == ["ne", "Two", "lines", ""]
    assert lines[4].startswith("Maya ")
    assert lines[5] == "Th"


def test_what_holds_a_link_together_is_not_copied(transcript, clipboard):
    transcript.show_plan(plan(chat(asked("see https://a.example/x now"))))
    assert "\u2060" in transcript.toPlainText()
    block = block_of(transcript, "see")
    select(transcript, block.position(), block.position() + block.length() - 1)
    transcript.copy()
    assert clipboard.text() == "see https://a.example/x now"


def test_ctrl_a_and_ctrl_c_copy_all_of_it_while_it_is_still_filled_in(transcript, clipboard):
    conversation = long_chat(1_000)
    transcript.show_plan(plan(conversation))
    assert not transcript.is_filled()
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_A, CTRL)
    QTest.keyClick(transcript, Qt.Key.Key_C, CTRL)
    assert all(message.text in clipboard.text() for message in conversation.messages)
    transcript.clear_plan()


def test_copying_a_folded_message_copies_all_of_it(transcript, clipboard):
    text = "word " * 4_000 + "end"
    transcript.show_plan(plan(chat(asked("One"), asked(text, 0.1))))
    select(transcript, 0, transcript.document().characterCount() - 1)
    transcript.copy()
    assert text in clipboard.text()
    assert "Show all" not in clipboard.text()


@settings(max_examples=40)
@given(conversations)
def test_for_any_conversation_the_copied_text_contains_every_line_exactly(
    transcript, clipboard, conversation
):
    transcript.show_plan(plan(conversation))
    while not transcript.is_filled():
        transcript._on_slice()
    select(transcript, 0, transcript.document().characterCount() - 1)
    if transcript.textCursor().hasSelection():
        transcript.copy()
        assert all(message.text in clipboard.text() for message in conversation.messages)


@pytest.mark.parametrize("name", ["52_unicode.json", "56_html_and_script.json"])
def test_what_a_visitor_types_is_never_markup(transcript, name):
    conversation = sample(name)
    transcript.show_plan(plan(conversation))
    transcript.select_everything()
    text = transcript.selected_text()
    assert all(message.text in text for message in conversation.messages)


def test_markup_is_shown_as_typed_and_loads_nothing(transcript):
    nasty = '<img src="http://evil.example/x.png"><b>bold</b>'
    transcript.show_plan(plan(chat(asked(nasty))))
    shown = transcript.toPlainText().replace("\u2060", "")
    assert nasty in shown
    assert "\ufffc" not in shown


def test_a_click_on_a_link_hands_it_on_and_opens_nothing(qtbot, transcript, desktop):
    transcript.show_plan(plan(chat(asked("see https://a.example/x now"))))
    with qtbot.waitSignal(transcript.link_clicked) as caught:
        QTest.mouseClick(
            transcript.viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_in(transcript, "example"),
        )
    assert caught.args == ["https://a.example/x"]
    assert desktop.opened == []


def test_tab_goes_through_the_links_in_view_and_enter_follows(qtbot, transcript):
    transcript.show_plan(plan(chat(asked("https://a.example/1"), asked("www.shop.com", 0.1))))
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    with qtbot.waitSignal(transcript.link_clicked) as first:
        QTest.keyClick(transcript, Qt.Key.Key_Return)
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    with qtbot.waitSignal(transcript.link_clicked) as second:
        QTest.keyClick(transcript, Qt.Key.Key_Return)
    assert [first.args, second.args] == [["https://a.example/1"], ["http://www.shop.com"]]
    QTest.keyClick(transcript, Qt.Key.Key_Backtab)
    with qtbot.waitSignal(transcript.link_clicked) as back:
        QTest.keyClick(transcript, Qt.Key.Key_Return)
    assert back.args == first.args


def test_show_all_unfolds_by_key_and_600_kb_are_safe(qtbot, transcript):
    transcript.show_plan(plan(chat(asked("A" * 600_000))))
    transcript.activate("more:0")
    fill(qtbot, transcript)
    assert transcript.toPlainText().count("A") == 600_000


@pytest.mark.parametrize("text", [" " * 1_000_000, "\n" * 20_000, "x" * 600_000, "\u0301" * 9_000])
def test_monstrous_messages_open_at_once(qtbot, transcript, text):
    transcript.show_plan(plan(chat(asked(text), answered("ok"))))
    fill(qtbot, transcript)
    assert transcript.document().characterCount() < 6_000
    transcript.grab()


def test_the_keys_scroll(qtbot, transcript):
    transcript.show_plan(plan(long_chat(100)))
    fill(qtbot, transcript)
    bar = transcript.verticalScrollBar()
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Down)
    assert bar.value() > 0
    QTest.keyClick(transcript, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(transcript, Qt.Key.Key_PageUp)
    assert 0 < bar.value() < bar.maximum()
    QTest.keyClick(transcript, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_hit_far_down_is_shown_at_once_and_stays_in_view(qtbot, transcript):
    conversation = long_chat(3_000)
    transcript.show_plan(plan(conversation))
    hits = find(conversation.messages, "a while 2500")
    transcript.set_hits(hits, 0)
    transcript.go_to(hits[0])
    place = point_in(transcript, "while 2500")
    assert transcript.viewport().rect().contains(place)
    for _ in range(5):
        transcript._on_slice()
    assert transcript.viewport().rect().contains(point_in(transcript, "while 2500"))
    transcript.clear_plan()


def test_a_hit_in_a_folded_message_unfolds_it(qtbot, transcript):
    conversation = chat(asked("word " * 4_000 + "needle"))
    transcript.show_plan(plan(conversation))
    hit = find(conversation.messages, "needle")[0]
    transcript.go_to(hit)
    assert transcript.viewport().rect().contains(point_in(transcript, "needle"))


def test_hits_are_painted_behind_the_words(transcript):
    conversation = chat(asked("a wheel and a wheel"))
    transcript.show_plan(plan(conversation))
    before = transcript.grab().toImage()
    hits = find(conversation.messages, "wheel")
    transcript.set_hits(hits, 1)
    after = transcript.grab().toImage()
    colors = {after.pixelColor(x, y).name() for x in range(300) for y in range(120)}
    assert {"#ffe49a", "#ffc44d"} <= colors
    assert before != after


def test_a_tip_says_where_a_link_leads_and_when_a_line_was_said(transcript):
    transcript.show_plan(plan(chat(asked("pay at http://\u0430pple.com/x"), answered("Hi"))))

    class At:
        def __init__(self, place):
            self.pos = lambda: place

    assert "xn--pple-43d.com" in transcript._tip(At(point_in(transcript, "pple.com")))
    assert "Thursday 20 November 2025" in transcript._tip(At(point_in(transcript, "Hi")))


def test_it_has_a_name_and_its_text_can_be_read(transcript):
    transcript.show_plan(plan(chat(asked("Read me aloud"))), END)
    assert transcript.accessibleName() == "Transcript"
    assert "Read me aloud" in transcript.toPlainText()


def test_arabic_words_run_from_the_right(transcript):
    transcript.show_plan(plan(chat(asked("\u0645\u0631\u062d\u0628\u0627"), asked("Hi", 0.1))))
    arabic = transcript.document().findBlockByNumber(2)
    assert arabic.textDirection() is Qt.LayoutDirection.RightToLeft
    assert arabic.next().textDirection() is Qt.LayoutDirection.LeftToRight
