"""The lines about alerts: each kind has all its choices."""

import pytest

from olark_inbox.alerts.rules import AlertKind
from olark_inbox.alerts.wishes import wishes_of
from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.presence.alert_lines import AGAIN, SHOWN, AlertLines, often


@pytest.fixture
def lines(qtbot, tmp_path):
    settings = Settings(open_folders(tmp_path))
    made = AlertLines(settings)
    made.chosen.connect(lambda key, value: setattr(settings, key, value))
    made.settings = settings
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("kind", SHOWN)
def test_each_kind_can_be_off_silent_told_again_and_tried(lines, qtbot, kind):
    shown, sound = lines.kinds[str(kind)]
    menu = lines.again_menu(kind)
    menu.actions()[AGAIN.index(5)].trigger()
    assert wishes_of(lines.settings).of(kind).again_min == 5
    assert "5 min" in lines.again[str(kind)].text()
    with qtbot.waitSignal(lines.tried) as told:
        lines.tries[str(kind)].click()
    assert told.args == [kind]
    before = sound.isChecked()
    sound.click()
    shown.click()
    wish = wishes_of(lines.settings).of(kind)
    assert (wish.on, wish.sound) == (False, not before)
    assert not sound.isEnabled()
    assert not lines.tries[str(kind)].isEnabled()
    menu.deleteLater()


def test_words_are_kept_as_a_list_of_different_ones(lines):
    lines.words.line.setText(" quote,refund , ,quote, gift   card")
    lines.words.line.editingFinished.emit()
    assert lines.settings.alerts_words == ["quote", "refund", "gift card"]


def test_content_can_be_hidden(lines):
    lines.hide_tick.click()
    assert lines.settings.alerts_hide


def test_once_is_said_as_once():
    assert often(0) == "Once"
    assert AlertKind.REACHABLE not in SHOWN
