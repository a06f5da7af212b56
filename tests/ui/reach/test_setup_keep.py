import pytest

from olark_inbox.base.autostart import own_command
from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.reach.setup_keep import KeepPage
from tests.ui.reach_makers import facts, proven


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Settings(open_folders(tmp_path / "data"))


@pytest.fixture
def page(qtbot, settings):
    made = KeepPage(settings, tray=True)
    qtbot.addWidget(made)
    return made


def test_the_former_address_is_switched_off_only_after_the_new_one_was_used(page):
    page.show_facts(facts(proven()))
    assert page.forget.isHidden()
    page.show_facts(facts(proven(changed=True), heard=["test"], former_works=True))
    assert not page.forget.isHidden()
    assert not page.forget.isEnabled()
    page.show_facts(facts(proven(), heard=["test"], former_works=True))
    assert page.forget.isEnabled()


def test_both_boxes_hold_at_once_and_are_told(page, settings, qtbot):
    with qtbot.waitSignal(page.start.changed):
        page.start.tick.click()
    assert page.start._place.command() == own_command(settings.folder)
    with qtbot.waitSignal(page.staying) as told:
        page.stay.click()
    assert told.args == [True]


def test_it_shows_what_was_chosen_before(qtbot, settings):
    settings.closing = "tray"
    page = KeepPage(settings, tray=False)
    qtbot.addWidget(page)
    assert page.stay.isChecked()
    assert not page.start.tick.isChecked()
