import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime

from olark_inbox.ui.saving.export_dates import DayRange

TODAY = QDate(2026, 11, 22)


@pytest.fixture
def days(qtbot):
    made = DayRange(TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def pick(button, day):
    """Press a day in the calendar as the owner would."""
    button.click()
    button.calendar.clicked.emit(day)


def test_at_first_it_is_the_last_thirty_days(days):
    assert (days.first.day, days.last.day) == (QDate(2026, 10, 24), TODAY)
    assert days.words() == "24 Oct 2026 to 22 Nov 2026"


def test_whole_days_are_meant_on_the_owners_clock(days):
    since, until = map(QDateTime.fromMSecsSinceEpoch, days.span_ms())
    assert (since.date(), until.date()) == (QDate(2026, 10, 24), QDate(2026, 11, 23))
    assert since.time() == until.time() == QTime(0, 0)


def test_a_day_is_picked_in_a_calendar_and_told(days, qtbot):
    with qtbot.waitSignal(days.changed):
        pick(days.first, QDate(2026, 11, 2))
    assert days.first.text() == "2 Nov 2026"
    assert days.first.accessibleName() == "From: 2 Nov 2026"


def test_the_days_never_stand_the_wrong_way_round(days):
    pick(days.first, QDate(2026, 12, 5))
    assert days.last.day == QDate(2026, 12, 5)
    pick(days.last, QDate(2026, 11, 1))
    assert days.first.day == QDate(2026, 11, 1)
    assert days.words() == "1 Nov 2026"


def test_the_calendar_is_worked_by_keys(days, qtbot):
    days.first.setFocus()
    qtbot.keyClick(days.first, Qt.Key.Key_Space)
    days.first.calendar.activated.emit(QDate(2026, 11, 9))
    assert days.first.day == QDate(2026, 11, 9)
