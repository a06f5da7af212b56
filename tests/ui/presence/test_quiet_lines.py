"""Quiet hours, chosen by weekday."""

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.presence.quiet_lines import QuietLines, read, shown


@pytest.fixture
def lines(qtbot, tmp_path):
    settings = Settings(open_folders(tmp_path))
    made = QuietLines(settings)
    made.chosen.connect(lambda key, value: setattr(settings, key, value))
    made.settings = settings
    qtbot.addWidget(made)
    return made


def test_at_first_there_are_none_and_switched_on_every_night_is_one(lines):
    assert lines.settings.alerts_hours == {}
    lines.open.click()
    assert lines.settings.alerts_hours == {str(day): [1200, 480] for day in range(7)}
    lines.open.click()
    assert lines.settings.alerts_hours == {}


def test_a_weekday_has_its_own_hours_or_none(lines):
    lines.open.click()
    sunday, first, _ = lines.days[6]
    first.line.setText("18:30")
    first.line.editingFinished.emit()
    lines.days[0][0].click()
    hours = lines.settings.alerts_hours
    assert "0" not in hours
    assert hours["6"] == [18 * 60 + 30, 480]
    assert sunday.isChecked()


def test_a_time_that_is_none_goes_back(lines):
    lines.open.click()
    _, first, _ = lines.days[2]
    first.line.setText("late")
    first.line.editingFinished.emit()
    assert first.line.text() == shown(1200)
    assert lines.settings.alerts_hours["2"] == [1200, 480]


def test_the_systems_wish_can_be_overruled(lines):
    lines.system.click()
    assert not lines.settings.alerts_heed_system


@pytest.mark.parametrize(
    ("text", "minute"), [("20:30", 1230), ("20.30", 1230), ("8", 480), ("25:00", None), ("", None)]
)
def test_times_are_understood_as_people_type_them(text, minute):
    assert read(text) == minute


def test_a_time_that_is_shown_can_be_read_again(qapp):
    assert all(read(shown(minute)) == minute for minute in range(0, 1440, 7))
