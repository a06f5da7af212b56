"""The open conversation as the owner uses it."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from olark_inbox.ui.detail.pane import OLARK_CONSOLE
from olark_inbox.ui.kit import theme
from tests.pace import slowness
from tests.ui.detail.makers import (
    MINUTE,
    NOON,
    answered,
    asked,
    chat,
    live,
    long_chat,
    offline,
    opened,
    row,
    sample,
    started,
    visitor,
)

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def words(pane):
    return pane.transcript.toPlainText()


def test_with_nothing_open_there_is_one_sentence_and_no_button(pane):
    assert pane.conversation_id is None
    assert pane.blank.isVisible()
    assert not [b for b in pane.findChildren(QAbstractButton) if b.isVisible()]


def test_a_conversation_shows_its_words_and_its_visitor(pane):
    pane.show_opened(opened(), NOON)
    assert "Is it still there?" in words(pane)
    assert pane.header._name.text() == "Priya Raman"
    assert pane.card.isVisible()
    pane.show_nothing()
    assert pane.blank.isVisible()
    assert not pane.card.isVisible()


@pytest.mark.parametrize("what", ["done", "star", "unread"])
def test_what_the_owner_decides_leaves_with_the_conversation(qtbot, pane, what):
    pane.show_opened(opened(id=42), NOON)
    with qtbot.waitSignal(getattr(pane, f"{what}_clicked")) as caught:
        getattr(pane.toolbar, what).click()
    assert caught.args == [42]


def test_mark_as_done_does_the_same(qtbot, pane):
    pane.show_opened(opened(offline(), id=7), NOON + 36 * MINUTE)
    assert pane.waiting.isVisible()
    with qtbot.waitSignal(pane.done_clicked) as caught:
        pane.waiting.done.click()
    assert caught.args == [7]


def test_a_reply_opens_the_mail_program_with_the_words_quoted(pane, desktop):
    pane.show_opened(opened(offline("Ring me & <b>soon</b>")), NOON)
    pane.toolbar.reply.click()
    assert len(desktop.opened) == 1
    assert desktop.opened[0].startswith("mailto:priya@example.com?subject=")
    assert "Ring%20me%20%26%20%3Cb%3E" in desktop.opened[0]


def test_a_live_chat_is_answered_in_olark(pane, desktop):
    pane.show_opened(live(started("Maya")), NOON)
    assert pane.olark_bar.isVisible()
    pane.toolbar.answer.click()
    assert desktop.opened == [OLARK_CONSOLE]


def test_a_plain_link_opens_and_one_that_may_lie_asks_first(pane, desktop):
    pane.show_opened(opened(), NOON)
    pane.follow("https://a.example/x")
    pane.follow("javascript:alert(1)")
    pane.follow("http://\u0430pple.com/pay")
    assert desktop.opened == ["https://a.example/x"]
    assert pane.link_bar.isVisible()
    pane.link_bar.open_button.click()
    assert len(desktop.opened) == 2
    assert desktop.opened[1] == "http://xn--pple-43d.com/pay"


def test_the_whole_conversation_is_copied_as_text(qtbot, pane, clipboard):
    conversation = long_chat(600)
    pane.show_opened(opened(conversation), NOON)
    with qtbot.waitSignal(pane.copied):
        pane.toolbar.copy.click()
    assert clipboard.text().startswith("Priya Raman, priya@example.com")
    assert all(m.text in clipboard.text() for m in conversation.messages)
    pane.show_nothing()


def test_lines_that_come_while_it_is_open_are_marked_and_the_place_is_kept(qtbot, pane):
    lines = long_chat(40).messages
    pane.show_opened(live(chat(*lines, manually_submitted=True), seen_lines=0), NOON)
    qtbot.waitUntil(pane.transcript.is_filled)
    pane.transcript.verticalScrollBar().setValue(200)
    more = chat(*lines, asked("And now?", 25), manually_submitted=True)
    pane.update_opened(live(more, seen_lines=41), NOON)
    qtbot.waitUntil(pane.transcript.is_filled)
    assert "New since you last looked" in words(pane)
    assert "And now?" in words(pane)
    assert pane.transcript.verticalScrollBar().value() == 200
    pane.show_nothing()


def test_an_update_of_another_conversation_opens_it(pane):
    pane.show_opened(opened(id=1), NOON)
    pane.update_opened(opened(offline("Other"), id=2), NOON)
    assert pane.conversation_id == 2
    assert "Other" in words(pane)


def test_waiting_goes_on_by_itself(pane):
    pane.show_opened(opened(offline()), NOON + 36 * MINUTE)
    pane.tick(NOON + 37 * MINUTE)
    assert pane.waiting.words.text().endswith("for 37 min")


def test_a_live_chat_that_is_over_is_settled_by_the_clock(pane):
    made = live(started("Maya"))
    pane.show_opened(made, NOON)
    assert pane.blank.title.text() == "Maya is talking with a visitor"
    assert pane._minute.isActive()
    pane.tick(NOON + 181 * MINUTE)
    assert pane.blank.title.text() == "No transcript arrived"
    assert not pane.olark_bar.isVisible()


def test_the_words_say_when_a_chat_is_no_longer_live(pane):
    conversation = chat(asked(), answered(name="Tom"), manually_submitted=True)
    pane.show_opened(live(conversation), NOON)
    assert "Still talking with Tom" in words(pane)
    pane.tick(NOON + 181 * MINUTE)
    assert "Still talking" not in words(pane)
    assert "The chat may have gone on after these words." in words(pane)


def test_the_card_hides_where_there_is_no_room_and_comes_when_asked(pane, qtbot):
    pane.show_opened(opened(), NOON)
    pane.resize(500, 600)
    assert not pane.card.isVisible()
    with qtbot.waitSignal(pane.card_shown) as caught:
        pane.toolbar.card.click()
    assert caught.args == [True]
    assert pane.card.isVisible()
    pane.set_card_wanted(wanted=False)
    pane.resize(900, 600)
    assert not pane.card.isVisible()


def test_five_thousand_lines_are_painted_at_once(pane):
    made = opened(sample("60b_5000_messages.body"))
    took = []
    for _ in range(4):
        began = time.process_time()
        pane.show_opened(made, NOON)
        pane.grab()
        took.append(time.process_time() - began)
        pane.show_nothing()
    assert min(took) < 0.150 * slowness()


def test_tab_goes_from_the_toolbar_over_the_words_to_the_card(pane, qtbot):
    pane.show_opened(opened(chat(), earlier=(row(chat(), id=2),)), NOON)
    pane.activateWindow()
    pane.toolbar.reply.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(40):
        widget = pane.focusWidget()
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    order = [seen.index(pane.toolbar.reply), seen.index(pane.toolbar.card)]
    order.append(seen.index(pane.transcript))
    order.append(next(n for n, w in enumerate(seen) if pane.card.isAncestorOf(w)))
    assert order == sorted(order)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("percent", [90, 150])
def test_every_sample_can_be_looked_at(pane, qapp, look, percent):
    theme.apply(qapp, look)
    theme.set_text_size(qapp, percent)
    for name in ("52_unicode.json", "56_html_and_script.json", "31_nulls_everywhere.json",
                 "36_unknown_item_kinds.json", "66_times_out_of_order.json"):  # fmt: skip
        pane.show_opened(opened(sample(name)), NOON)
        pane.grab()


def test_a_mirrored_window_mirrors_the_sides(pane):
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane.show_opened(opened(chat(visitor=visitor())), NOON)
    assert pane.transcript.sheet.column.mirrored
    assert pane.card.x() < pane.transcript.mapTo(pane, pane.transcript.pos()).x() + 1
    pane.grab()


def test_as_sent_is_there_only_when_somebody_answers(pane):
    def buttons():
        return [b.text() for b in pane.card.widget().findChildren(QAbstractButton)]

    pane.show_opened(opened(id=1), NOON)
    assert "As sent" not in buttons()
    wanted = []
    pane.raw_wanted.connect(wanted.append)
    pane.show_opened(opened(id=2), NOON)
    button = next(
        b for b in pane.card.widget().findChildren(QAbstractButton) if b.text() == "As sent"
    )
    button.click()
    assert wanted == [2]
