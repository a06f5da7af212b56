import pytest

from olark_inbox.ui.reach.setup_pages import PastePage, ReadyPage, TestPage
from olark_inbox.ui.reach.setup_pictures import Box, Plaque
from tests.ui.reach_makers import ADDRESS, facts, proven


@pytest.fixture
def made(qtbot):
    def make(kind):
        page = kind()
        qtbot.addWidget(page)
        return page

    return make


def test_ready_says_the_port_or_why_there_is_none(made):
    page = made(ReadyPage)
    page.show_facts(facts())
    assert page.news.text() == "This computer listens on port 8765."
    page.show_facts(facts(listening=False, trouble="Port 8765 is used."))
    assert page.news.text() == "Port 8765 is used."


def test_without_a_public_address_there_is_nothing_to_copy(made):
    page = made(PastePage)
    page.show_facts(facts())
    assert not page.copy_button.isEnabled()
    page.show_facts(facts(proven()))
    assert page.copy_button.isEnabled()
    assert page.field.line.text() == ADDRESS


def test_a_new_address_is_said_loudly(made):
    page = made(PastePage)
    page.show_facts(facts(proven()))
    assert page.changed.isHidden()
    page.show_facts(facts(proven(changed=True), heard=["test"]))
    assert not page.changed.isHidden()


def test_each_box_is_confirmed_when_the_first_real_one_comes(made):
    page = made(TestPage)
    page.show_facts(facts(proven(), heard=["test"]))
    assert {text.text() for text in page.boxes.values()} == {"not seen yet"}
    page.show_facts(facts(proven(), heard=["test", "offline"]))
    assert page.boxes["offline"].text().startswith("seen ")
    assert page.boxes["start"].text() == "not seen yet"


def test_olarks_page_is_shown_as_it_looks_with_the_address_in_it(made):
    page = made(PastePage)
    page.show_facts(facts(proven()))
    assert page.shown.line.text() == ADDRESS
    assert len(page.findChildren(Box)) == 3
    assert [each.text for each in page.findChildren(Plaque)] == ["Save", "Send test"]
