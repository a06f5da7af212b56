"""The settings about newer versions."""

import pytest
from PySide6.QtCore import QObject, Signal

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.pages.newer_lines import NewerLines
from olark_inbox.updates.release import Release

NOW = 1_763_649_067_000


class Looker(QObject):
    changed = Signal()

    def __init__(self):
        super().__init__()
        self.looking = self.failed = False
        self.found = None
        self.looks = 0

    def look(self):
        self.looks += 1

    def show_page(self):
        self.shown = True


@pytest.fixture
def settings(tmp_path):
    made = Settings(open_folders(tmp_path / "data"))
    made.update_address = ""
    return made


@pytest.fixture
def lines(qtbot, settings):
    made = NewerLines(Looker(), settings, lambda: NOW)
    qtbot.addWidget(made)
    return made


def type_address(lines, text):
    lines.address.line.setText(text)
    lines.address.line.editingFinished.emit()


def test_without_an_address_it_says_that_nothing_is_looked_for(lines):
    assert "nothing is looked for" in lines.news.text()
    assert lines.now.isHidden()


def test_an_address_is_kept_and_looked_at_once(lines, settings):
    type_address(lines, " https://example.org/latest.json ")
    assert settings.update_address == "https://example.org/latest.json"
    assert lines._looker.looks == 1
    assert not lines.now.isHidden()


def test_an_address_that_is_not_safe_is_not_taken(lines, settings):
    type_address(lines, "http://example.org/latest.json")
    assert settings.update_address == ""
    assert "not a safe address" in lines.news.text()


def test_the_switch_holds_at_once(lines, settings):
    lines.tick.click()
    assert not settings.update_look
    assert lines.news.text() == "Nothing is looked for."
    assert not lines.address.isEnabled()


def test_it_says_what_looking_came_to(lines, settings):
    type_address(lines, "https://example.org/latest.json")
    looker = lines._looker
    looker.failed = True
    looker.changed.emit()
    assert "again later" in lines.news.text()
    looker.failed, settings.update_looked_ms = False, NOW
    looker.changed.emit()
    assert "is the newest" in lines.news.text()
    looker.found = Release("99.0")
    looker.changed.emit()
    assert lines.news.text() == "Olark Inbox 99.0 is there"
    assert not lines.more.isHidden()
