"""The document of a transcript, filled from any place in both directions."""

import pytest
from PySide6.QtGui import QTextDocument

from olark_inbox.ui.detail.blocks import What
from olark_inbox.ui.detail.column import Column
from olark_inbox.ui.detail.sheet import Sheet
from tests.ui.detail.makers import answered, asked, chat, long_chat, plan


@pytest.fixture
def document(qapp):
    return QTextDocument()


def filled(document, made, at=0, step=3):
    sheet = Sheet(document)
    sheet.begin(made, Column.of(440, mirrored=False), at)
    while sheet.ahead_left or sheet.behind_left:
        sheet.append(step)
        sheet.prepend(step)
    return sheet


def lines(document):
    return [document.findBlockByNumber(n).text() for n in range(document.blockCount())]


@pytest.mark.parametrize("at", [0, 1, 7, 40, 10_000])
def test_wherever_it_begins_the_document_ends_up_the_same(qapp, at):
    made = plan(long_chat(40))
    whole, other = QTextDocument(), QTextDocument()
    filled(whole, made)
    sheet = filled(other, made, at)
    assert lines(other) == lines(whole)
    assert [entry.text for entry in sheet.entries] == lines(other)
    margins = [whole.findBlockByNumber(n).blockFormat().topMargin() for n in range(20)]
    assert margins == [other.findBlockByNumber(n).blockFormat().topMargin() for n in range(20)]


def test_each_block_of_the_document_knows_what_it_shows(document):
    sheet = filled(document, plan(chat(asked("One\ntwo"), answered("Three"))))
    kinds = [entry.block.what.value for entry in sheet.entries]
    assert kinds == ["day", "name", "said", "name", "said"]
    assert lines(document)[2] == "One\u2028two"


def test_a_long_message_is_folded_until_it_is_unfolded(document):
    made = plan(chat(asked("word " * 4_000)))
    sheet = filled(document, made)
    assert sheet.entries[3].block.what is What.MORE
    assert "Show all 20,000 characters" in lines(document)[3]
    made.unfolded.add(0)
    sheet = filled(document, made)
    assert What.MORE not in [entry.block.what for entry in sheet.entries]
    assert sum(len(text) for text in lines(document)[2:-1]) >= 19_990


def test_what_is_added_at_the_end_is_added_and_nothing_else_changes(document):
    before = plan(chat(asked("One"), asked("Two", 0.1)))
    after = plan(chat(asked("One"), asked("Two", 0.1), answered("Three", 1)))
    sheet = filled(document, before)
    first = sheet.entries[2]
    assert sheet.replace(after, before.same_start(after))
    sheet.append(100)
    assert sheet.entries[2] is first
    assert lines(document)[-1] == "Three"
    assert [entry.text for entry in sheet.entries] == lines(document)


def test_a_changed_line_is_seen(qapp):
    before, after = plan(chat(asked("One"), asked("Two"))), plan(chat(asked("Une"), asked("Two")))
    assert before.same_start(after) == 1  # the name line stands for the same line


def test_find_knows_only_what_is_filled_in(document):
    sheet = Sheet(document)
    sheet.begin(plan(long_chat(40)), Column.of(440, mirrored=False), 20)
    sheet.append(5)
    assert sheet.find(20) == 0
    assert sheet.find(19) is None
    assert sheet.find(39) is None
