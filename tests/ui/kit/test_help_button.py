"""The question marks beside what may need words."""

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from olark_inbox.ui.kit.browser import HELP
from olark_inbox.ui.kit.help_button import HelpButton, helped


class Shower(QObject):
    def __init__(self):
        super().__init__()
        self.asked = []

    @Slot(QUrl)
    def show_help(self, address):
        self.asked.append(address.path())


@pytest.fixture
def shower(qapp):
    made = Shower()
    QDesktopServices.setUrlHandler(HELP, made, "show_help")
    yield made
    QDesktopServices.unsetUrlHandler(HELP)


def test_it_asks_whoever_shows_the_help(qtbot, shower):
    button = HelpButton("sleep")
    qtbot.addWidget(button)
    button.click()
    button.lead_to("red")
    button.click()
    assert shower.asked == ["sleep", "red"]


def test_without_a_page_there_is_no_button(qtbot):
    button = HelpButton()
    qtbot.addWidget(button)
    assert button.isHidden()


def test_a_head_names_what_its_question_mark_is_about(qtbot):
    head = helped("Alerts", "alerts")
    qtbot.addWidget(head)
    button = head.findChild(HelpButton)
    assert button.page == "alerts"
    assert button.accessibleName() == "Help about this: Alerts"
