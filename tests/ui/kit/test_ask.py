"""Small questions, asked with real widgets."""

from datetime import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.kit.ask import AskDay, AskErase, AskName

NOW = int(datetime(2026, 3, 6, 14, 30).timestamp() * 1000)  # noqa: DTZ001 - the owner's clock


@pytest.fixture
def show(qtbot):
    def shown(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return shown


def test_a_name_is_answered_by_enter_and_a_blank_one_is_none(show):
    dialog, heard = show(AskName(None, "New tag", "Create", "VIP")), []
    dialog.answered.connect(heard.append)
    dialog.field.line.setText("  ")
    assert not dialog.yes.isEnabled()
    dialog.field.line.setText("Best")
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)
    assert heard == ["Best"]


def test_cancel_answers_nothing(show):
    dialog, heard = show(AskName(None, "New tag", "Create", "VIP")), []
    dialog.answered.connect(heard.append)
    dialog.no.click()
    assert heard == []


def test_a_day_begins_tomorrow_at_nine_and_never_lies_behind(show):
    dialog = show(AskDay(None, NOW))
    assert datetime.fromtimestamp(dialog.moment_ms() / 1000) == datetime(2026, 3, 7, 9)  # noqa: DTZ001, DTZ006
    dialog.calendar.setSelectedDate(QDate(2026, 3, 6))
    assert not dialog.yes.isEnabled()
    dialog.hour.chosen.emit("18")
    assert dialog.yes.isEnabled()
    heard = []
    dialog.answered.connect(heard.append)
    dialog.yes.click()
    assert datetime.fromtimestamp(heard[0] / 1000) == datetime(2026, 3, 6, 18)  # noqa: DTZ001, DTZ006


def test_erasing_is_not_what_enter_does(show):
    dialog, heard = show(AskErase(None, "Erase Bob?", "More", "Erase")), []
    dialog.accepted.connect(lambda: heard.append(True))
    assert dialog.focusWidget() is dialog.no
    dialog.yes.click()
    assert heard == [True]
