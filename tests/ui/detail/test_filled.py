"""The text keeps the eye's place while it is filled, resized and extended."""

import statistics
import time

from olark_inbox.ui.detail import filled
from olark_inbox.ui.detail.filled import END
from olark_inbox.ui.kit import theme
from tests.ui.detail.makers import answered, asked, chat, long_chat, plan


def top_text(transcript):
    return transcript.cursorForPosition(transcript.viewport().rect().topLeft()).block().text()


def fill(qtbot, transcript):
    qtbot.waitUntil(transcript.is_filled)


def select(transcript, start, end):
    cursor = transcript.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    transcript.setTextCursor(cursor)


def test_a_finished_chat_opens_at_its_top_and_stays_there(qtbot, transcript):
    transcript.show_plan(plan(long_chat(400)))
    assert transcript.verticalScrollBar().value() == 0
    fill(qtbot, transcript)
    assert transcript.verticalScrollBar().value() == 0


def test_a_live_one_opens_at_its_end_and_stays_there(qtbot, transcript):
    transcript.show_plan(plan(long_chat(400)), END)
    bar = transcript.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    fill(qtbot, transcript)
    assert bar.value() == bar.maximum()
    assert transcript.document().lastBlock().text().endswith("399")


def _shown_in(transcript, made):
    began = time.thread_time()
    transcript.show_plan(made)
    transcript.grab()
    return time.thread_time() - began


def test_five_thousand_lines_show_as_soon_as_a_hundred_and_the_rest_comes_in_short_slices(
    transcript,
):
    short, long = plan(long_chat(100)), plan(long_chat(5_000))
    times = [(_shown_in(transcript, short), _shown_in(transcript, long)) for _ in range(6)]
    assert min(many for _, many in times) < 2.5 * min(few for few, _ in times)
    slices = []
    for _ in range(40):
        began = time.thread_time()
        transcript._on_slice()
        slices.append(time.thread_time() - began)
    assert statistics.median(slices) < 2 * filled._SLICE, "of the processor's time, not the clock's"
    transcript.clear_plan()


def test_a_resize_keeps_what_stands_at_the_top(qtbot, transcript):
    transcript.show_plan(plan(long_chat(300)))
    fill(qtbot, transcript)
    transcript.verticalScrollBar().setValue(transcript.verticalScrollBar().maximum() // 2)
    before = top_text(transcript)
    transcript.resize(600, 500)
    transcript.set_anew()
    assert top_text(transcript) == before
    fill(qtbot, transcript)
    assert top_text(transcript) == before


def test_text_size_and_theme_keep_the_place_too(qtbot, transcript, qapp):
    transcript.show_plan(plan(long_chat(60)))
    fill(qtbot, transcript)
    transcript.verticalScrollBar().setValue(700)
    before = top_text(transcript)
    theme.set_text_size(qapp, 130)
    theme.apply(qapp, "dark")
    fill(qtbot, transcript)
    assert top_text(transcript) == before
    assert transcript.document().defaultFont().pixelSize() == round(14 * 1.3)


def test_new_lines_leave_place_and_selection_alone(qtbot, transcript):
    lines = long_chat(60).messages
    transcript.show_plan(plan(chat(*lines)))
    fill(qtbot, transcript)
    select(transcript, 120, 180)
    bar = transcript.verticalScrollBar()
    bar.setValue(300)
    chosen = transcript.textCursor().selectedText()
    transcript.update_plan(plan(chat(*lines, answered("New words", 40))))
    fill(qtbot, transcript)
    assert bar.value() == 300
    assert transcript.textCursor().selectedText() == chosen
    assert "New words" in transcript.toPlainText()


def test_who_reads_the_end_sees_new_lines_come(qtbot, transcript):
    lines = long_chat(60).messages
    transcript.show_plan(plan(chat(*lines)), END)
    fill(qtbot, transcript)
    transcript.update_plan(plan(chat(*lines, answered("New words", 40))))
    fill(qtbot, transcript)
    bar = transcript.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_a_line_that_changed_is_shown_anew_with_the_selection_kept(qtbot, transcript):
    transcript.show_plan(plan(chat(asked("One"), asked("Two words", 0.1))))
    block = transcript.document().lastBlock().previous()
    assert block.text() == "Two words"
    select(transcript, block.position(), block.position() + 3)
    transcript.update_plan(plan(chat(asked("Changed"), asked("Two words", 0.1))))
    assert "Changed" in transcript.toPlainText()
    assert transcript.textCursor().selectedText() == "Two"


def test_the_same_again_changes_nothing(qtbot, transcript):
    transcript.show_plan(plan(chat()))
    entries = list(transcript.sheet.entries)
    transcript.update_plan(plan(chat()))
    assert all(a is b for a, b in zip(entries, transcript.sheet.entries, strict=True))


def test_scrolling_while_it_fills_is_the_readers(qtbot, transcript):
    transcript.show_plan(plan(long_chat(2_000)), END)
    bar = transcript.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepSub)

    def place_of_a_line():
        cursor = transcript.document().find("a while 1992")
        return transcript.cursorRect(cursor).top()

    before = place_of_a_line()
    for _ in range(10):
        transcript._on_slice()
    assert place_of_a_line() == before
    assert bar.value() < bar.maximum()
    transcript.clear_plan()
