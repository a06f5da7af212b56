import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.detail.note_bar import NoteBar
from tests.ui.detail.makers import NOON, chat, opened


def one(note="", identity=1, **row):
    return opened(chat(), note=note, id=identity, **row)


@pytest.fixture
def bar(qtbot):
    made = NoteBar()
    qtbot.addWidget(made)
    made.resize(600, 80)
    return made


def test_without_note_and_reminder_it_takes_no_room(bar):
    bar.show_opened(one(), NOON)
    assert bar.isHidden()
    bar.show_opened(one("Blue"), NOON)
    assert not bar.isHidden()
    assert bar.paper.toPlainText() == "Blue"


def test_what_was_typed_is_kept_when_another_one_opens(bar):
    heard = []
    bar.written.connect(lambda *what: heard.append(what))
    bar.show_opened(one(), NOON)
    bar.begin()
    QTest.keyClicks(bar.paper, "Blue")
    assert heard == []
    bar.show_opened(one(identity=2), NOON)
    assert heard == [(1, "Blue")]
    assert bar.isHidden()
    bar.forget()
    assert len(heard) == 1


def test_what_is_being_typed_survives_news(bar):
    bar.show_opened(one("Old"), NOON)
    bar.begin()
    QTest.keyClicks(bar.paper, " new")
    bar.show_opened(one("Old"), NOON)
    assert bar.paper.toPlainText() == "Old new"
    bar.keep()
    bar.show_opened(one("From elsewhere"), NOON)
    assert bar.paper.toPlainText() == "From elsewhere"


def test_the_reminder_is_said_and_can_be_cleared(bar, qtbot):
    bar.show_opened(one(remind_ms=NOON + 3_600_000), NOON)
    assert bar.reminder.text().startswith("Reminder on")
    with qtbot.waitSignal(bar.reminder_cleared):
        bar.clear.click()
    bar.show_opened(one(remind_ms=NOON - 1, due=True), NOON)
    assert bar.reminder.text().startswith("You wanted to be reminded")


def test_escape_leaves_it_and_it_grows_with_its_words(bar, qtbot):
    bar.show_opened(one("One"), NOON)
    bar.show()
    low = bar.paper.height()
    bar.begin()
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.paper, Qt.Key.Key_Escape)
    bar.paper.setPlainText("One\n\nTwo\n\nThree")
    assert bar.paper.height() > low
    assert not bar.grab().isNull()
