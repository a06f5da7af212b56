"""The page of settings: what is chosen is saved at once."""

import pytest
from PySide6.QtTest import QTest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.pages.settings_page import SettingsPage


@pytest.fixture
def folders(tmp_path):
    return open_folders(tmp_path / "shop")


@pytest.fixture
def page(qtbot, folders):
    made = SettingsPage(None, Settings(folders), folders.root, tray=True)
    qtbot.addWidget(made)
    return made


def test_colours_and_text_size_are_saved_and_told(page, qtbot, folders):
    with qtbot.waitSignal(page.theme_chosen) as told:
        page.theme._buttons["dark"].click()
    assert told.args == ["dark"]
    with qtbot.waitSignal(page.text_size_chosen) as told:
        page.text_size._buttons["130"].click()
    assert told.args == [130]
    again = Settings(folders)
    assert (again.theme, again.text_size) == ("dark", 130)


@pytest.mark.parametrize("kind", ["offline", "unanswered", "transcript", "start"])
def test_each_alert_and_its_sound_are_saved(page, folders, kind):
    shown, sound = page.alerts[kind]
    before = sound.isChecked()
    sound.click()
    shown.click()
    again = Settings(folders)
    assert getattr(again, f"alerts_{kind}") is False
    assert getattr(again, f"alerts_{kind}_sound") is not before
    assert not sound.isEnabled()


def test_a_port_is_taken_over_by_its_button_and_only_a_possible_one(page, qtbot, folders):
    assert not page.port_button.isEnabled()
    page.port.line.clear()
    assert not page.port_button.isEnabled()
    QTest.keyClicks(page.port.line, "8766")
    with qtbot.waitSignal(page.port_chosen) as told:
        page.port_button.click()
    assert told.args == [8766]
    assert Settings(folders).port == 8766


@pytest.mark.parametrize("tray", [True, False])
def test_what_closing_does_can_be_chosen(qtbot, folders, tray):
    page = SettingsPage(None, Settings(folders), folders.root, tray=tray)
    qtbot.addWidget(page)
    page.closing._buttons["quit"].click()
    assert Settings(folders).closing == "quit"


def test_the_data_folder_is_shown(page, folders):
    assert str(folders.root) in [label.text() for label in page.findChildren(Text)]


def test_answered_chats_stay_until_the_owner_chooses_a_number_of_days(page, folders):
    assert page.done_after._buttons["0"].isChecked()
    page.done_after._buttons["30"].click()
    assert Settings(folders).done_after_days == 30
