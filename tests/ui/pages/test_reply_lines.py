"""The link for the agent: what is chosen and typed is saved, shown as it will be, or refused."""

import pytest
from PySide6.QtTest import QTest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.pages.settings_page import SettingsPage


@pytest.fixture
def folders(tmp_path):
    return open_folders(tmp_path / "shop")


@pytest.fixture
def lines(qtbot, folders):
    page = SettingsPage(None, Settings(folders), folders.root, tray=True)
    qtbot.addWidget(page)
    return page.reply


def test_the_choice_is_saved_and_the_own_link_only_then_asked_for(lines, folders):
    assert lines.template.isHidden()
    lines.choice._buttons["open"].click()
    assert Settings(folders).reply == "open"
    assert lines.template.isHidden()
    lines.choice._buttons["template"].click()
    assert Settings(folders).reply == "template"
    assert not lines.template.isHidden()


def test_an_own_link_is_previewed_while_it_is_typed_and_saved_when_done(lines, folders):
    lines.choice._buttons["template"].click()
    QTest.keyClicks(lines.template.line, "https://crm.example/?mail={email}")
    assert lines.preview.text() == "For example: https://crm.example/?mail=ann%40example.com"
    lines.template.line.editingFinished.emit()
    assert Settings(folders).reply_template == "https://crm.example/?mail={email}"


def test_a_wrong_link_is_said_and_never_saved(lines, folders):
    lines.choice._buttons["template"].click()
    QTest.keyClicks(lines.template.line, "javascript:alert({email})")
    assert lines.preview.text() == "The link must begin with https:// or http://."
    lines.template.line.editingFinished.emit()
    assert Settings(folders).reply_template == ""


def test_what_was_chosen_stands_there_again(qtbot, folders):
    settings = Settings(folders)
    settings.reply, settings.reply_template = "template", "https://crm.example/{id}"
    page = SettingsPage(None, settings, folders.root, tray=False)
    qtbot.addWidget(page)
    assert page.reply.choice._buttons["template"].isChecked()
    assert page.reply.template.line.text() == "https://crm.example/{id}"
    assert "EV695BI2930A6X" in page.reply.preview.text()
