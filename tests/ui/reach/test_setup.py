import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.kit import browser
from olark_inbox.ui.presence.start_lines import StartLines
from olark_inbox.ui.reach.setup import Setup
from olark_inbox.ui.reach.setup_facts import Facts, Step
from tests.ui.reach_makers import ADDRESS, down, facts, proven


@pytest.fixture
def opened():
    return []


@pytest.fixture
def guide(qtbot, tmp_path, monkeypatch, opened):
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    made = Setup(None, Settings(open_folders(tmp_path / "data")), ask_after_ms=10)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()


def test_it_opens_with_what_is_needed(guide):
    guide.show_facts(facts())
    assert guide.step is Step.READY


def test_it_goes_on_where_it_was_left(guide):
    guide.show_facts(facts(down()))
    assert guide.step is Step.ADDRESS


def test_going_on_ticks_nothing(guide):
    guide.show_facts(Facts())
    for _ in range(4):
        guide.next.click()
    assert guide.step is Step.KEEP
    assert not any(step.done for step in guide.side.steps)


def test_back_and_the_side_lead_anywhere(guide):
    guide.show_facts(facts())
    guide.next.click()
    guide.back.click()
    assert guide.step is Step.READY
    assert guide.back.isHidden()
    guide.side.steps[3].click()
    assert guide.step is Step.TEST


def test_news_do_not_move_who_is_reading(guide):
    guide.show_facts(facts())
    guide.go(Step.READY)
    guide.show_facts(facts(proven()))
    assert guide.step is Step.READY


def test_the_last_button_closes_it(guide, qtbot):
    guide.show_facts(facts())
    guide.go(Step.KEEP)
    assert guide.next.text() == "Close"
    with qtbot.waitSignal(guide.destroyed):
        guide.next.click()


def test_olarks_page_opens_exactly(guide, opened):
    guide.show_facts(facts(proven()))
    guide.olark.click()
    assert opened == ["https://www.olark.com/settings/integrations/webhooks"]


def test_the_address_to_paste_is_copied_whole(guide, qtbot):
    guide.show_facts(facts(proven()))
    with qtbot.waitSignal(guide.copied):
        guide.paste.copy_button.click()
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_while_it_waits_it_asks_whether_save_was_pressed(guide, qtbot):
    guide.show_facts(facts(proven()))
    assert guide.test.asking.isHidden()
    guide.go(Step.TEST)
    qtbot.waitUntil(lambda: not guide.test.asking.isHidden())


def test_a_test_that_comes_turns_it_green_by_itself(guide, qtbot):
    guide.show_facts(facts(proven()))
    guide.go(Step.TEST)
    qtbot.waitUntil(lambda: not guide.test.asking.isHidden())
    guide.show_facts(facts(proven(), heard=["test"]))
    assert guide.test.title.text() == "The address works"
    assert guide.test.asking.isHidden()
    assert guide.side.steps[Step.TEST].done


def test_it_fits_a_small_screen(guide):
    guide.show_facts(facts())
    guide.resize(700, 430)
    assert guide.next.geometry().bottom() <= guide.height()


def test_the_last_step_offers_to_start_with_the_computer(guide):
    assert len(guide.keep.findChildren(StartLines)) == 1
