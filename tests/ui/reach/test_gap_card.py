import pytest

from olark_inbox.ui.kit import browser
from olark_inbox.ui.reach import reach_words
from olark_inbox.ui.reach.gap_card import GapCard
from tests.ui.reach_makers import NOW, gap


@pytest.fixture
def card(qtbot):
    made = GapCard()
    qtbot.addWidget(made)
    return made


def test_without_a_gap_there_is_no_card(card):
    card.show_gaps((), NOW)
    assert card.isHidden()


def test_a_gap_that_is_still_open_is_the_banners_affair(card):
    card.show_gaps([gap(end=None)], NOW)
    assert card.isHidden()


def test_a_night_is_told_with_its_times_its_reason_and_what_was_recovered(card):
    night = gap(begin=900, end=60, reason="asleep", recovered=4)
    card.show_gaps([night], NOW)
    assert not card.isHidden()
    assert card.title.text() == f"Not listening {reach_words.gap(night, NOW)}"
    assert card.text.text().startswith("This computer slept.\n4 chats recovered.\n")
    assert card.accessibleName().startswith("Not listening")


def test_several_are_one_card(card):
    card.show_gaps([gap(identity=n) for n in (3, 2, 1)], NOW)
    assert card.title.text() == "3 times not listening"


def test_it_is_ticked_for_all_it_shows(card, qtbot):
    card.show_gaps([gap(identity=2), gap(identity=1)], NOW)
    with qtbot.waitSignal(card.looked) as told:
        card.tick.click()
    assert told.args == [[2, 1]]


def test_it_leads_to_olark_and_to_the_mail(card, monkeypatch):
    opened = []
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    card.transcripts.click()
    card.mail.click()
    assert opened == ["https://www.olark.com/transcripts", "mailto:"]
