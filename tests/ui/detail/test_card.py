"""The visitor card as widgets."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from olark_inbox.olark.model import Rating
from olark_inbox.ui.detail.card import EarlierLine, Fold, VisitorCard
from olark_inbox.ui.detail.lines import Elided, Fact
from olark_inbox.ui.detail.rating import Bar, Stars
from olark_inbox.ui.kit.controls import LinkButton
from tests.ui.detail.makers import FIVE, MINUTE, NOON, chat, opened, row, sample, visitor


@pytest.fixture
def card(qtbot):
    made = VisitorCard()
    qtbot.addWidget(made)
    made.resize(264, 700)
    made.show()
    return made


def facts(card):
    return [fact.text() for fact in card.widget().findChildren(Fact)]


def test_it_has_the_width_of_the_design_and_scrolls(card):
    card.show_opened(opened(sample("51_unknown_fields_everywhere.json")), NOON, live=False)
    assert card.width() == 264
    assert card.widget().width() <= 264
    card.set_wide(wide=True)
    assert card.width() == 304


def test_contact_rating_tags_and_earlier_ones_are_there(card):
    earlier = tuple(row(chat(), id=n, preview=f"words {n}") for n in range(2, 11))
    made = opened(chat(tags=("repair",), rating=FIVE), earlier=earlier)
    card.show_opened(made, NOON, live=False)
    assert "priya@example.com" in facts(card)
    assert "\u201cSo quick and kind\u201d" in facts(card)
    page = card.widget()
    assert len(page.findChildren(Stars)) == 1
    assert [bar.accessibleName() for bar in page.findChildren(Bar)] == [
        "Friendly: 5 of 5",
        "Quick: 4 of 5",
    ]
    assert len(page.findChildren(EarlierLine)) == 6


def test_a_click_opens_an_earlier_conversation_and_more_are_shown_on_demand(qtbot, card):
    earlier = tuple(row(chat(), id=n) for n in range(2, 11))
    card.show_opened(opened(earlier=earlier), NOON, live=False)
    lines = card.widget().findChildren(EarlierLine)
    with qtbot.waitSignal(card.open_clicked) as caught:
        QTest.mouseClick(lines[1], Qt.MouseButton.LeftButton)
    assert caught.args == [3]
    more = next(b for b in card.widget().findChildren(LinkButton) if "3" in b.text())
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(card.widget().findChildren(EarlierLine)) == 9


def test_technical_details_are_folded_and_stay_as_the_owner_left_them(card):
    card.show_opened(opened(chat(visitor=visitor(ip="203.0.113.9"))), NOON, live=False)
    fold = card.widget().findChildren(Fold)[0]
    address = next(f for f in card.widget().findChildren(Fact) if f.text() == "203.0.113.9")
    assert not address.isVisible()
    fold.click()
    assert address.isVisible()
    card.show_opened(opened(chat(visitor=visitor(ip="203.0.113.10"))), NOON, live=False)
    assert card.widget().findChildren(Fold)[0].isChecked()


def test_what_is_unknown_cannot_be_clicked(card):
    card.show_opened(opened(chat(visitor=visitor(email=""))), NOON, live=False)
    unknown = next(f for f in card.widget().findChildren(Fact) if f.text() == "Not known yet")
    assert not unknown.isEnabled()
    assert unknown.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_as_sent_is_offered_only_where_somebody_answers(qtbot, card):
    card.show_opened(opened(), NOON, live=False)
    assert not [b for b in card.widget().findChildren(LinkButton) if b.text() == "As sent"]
    card.offer_raw()
    card.forget()
    card.show_opened(opened(), NOON, live=False)
    button = next(b for b in card.widget().findChildren(LinkButton) if b.text() == "As sent")
    with qtbot.waitSignal(card.raw_wanted) as caught:
        button.click()
    assert caught.args == [1]


def test_the_same_conversation_again_builds_nothing(card):
    card.show_opened(opened(), NOON, live=False)
    page = card.widget()
    card.show_opened(opened(), NOON, live=False)
    assert card.widget() is page
    card.show_opened(opened(starred=True), NOON, live=False)
    assert card.widget() is not page


def test_text_is_text(card):
    nasty = "<img src=x><b>b</b>"
    person = visitor(full_name=nasty, phone=nasty, custom=((nasty, nasty),), city=nasty)
    made = opened(chat(visitor=person, tags=(nasty,), rating=Rating(comments=nasty)))
    card.show_opened(made, NOON, live=False)
    assert facts(card).count(nasty) >= 2
    for label in card.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for widget in card.widget().findChildren(Fact) + card.widget().findChildren(Elided):
        assert "<b>" not in widget.toolTip()


def test_every_button_has_a_name(card):
    earlier = (row(chat(), id=2),)
    card.offer_raw()
    card.show_opened(opened(chat(rating=FIVE), earlier=earlier), NOON, live=False)
    assert card.accessibleName() == "Visitor"
    assert all(b.accessibleName() for b in card.findChildren(QAbstractButton))


@pytest.mark.parametrize(
    "name", ["31_nulls_everywhere.json", "49_custom_fields_nested.json", "52_unicode.json",
             "56_html_and_script.json", "03_seed_start.json"]
)  # fmt: skip
def test_any_sample_fits(card, name):
    card.show_opened(opened(sample(name)), NOON, live=True)
    card.grab()


@pytest.mark.parametrize("wide", [False, True])
def test_no_line_lies_over_another(card, wide):
    card.set_wide(wide=wide)
    card.show_opened(opened(sample("01_seed_transcript.json")), NOON, live=False)
    page = card.widget()
    tops = [(f.mapTo(page, f.rect().topLeft()).y(), f.height()) for f in page.findChildren(Fact)
            if f.isVisibleTo(page)]  # fmt: skip
    tops.sort()
    assert all(top + height <= after for (top, height), (after, _) in pairwise(tops))
    assert page.width() <= card.viewport().width()


def test_the_time_at_the_visitor_goes_on_in_its_place(card, monkeypatch):
    monkeypatch.setattr("olark_inbox.ui.detail.there.zones_of", lambda _code: (QTimeZone.utc(),))
    made = opened(chat(visitor=visitor(country_code="GB", city="Bristol")))
    card.show_opened(made, NOON, live=False)
    clock = next(fact for fact in card.widget().findChildren(Fact) if "there now" in fact.text())
    before = clock.text()
    card.show_opened(made, NOON + 5 * MINUTE, live=False)
    assert clock.text() != before
    assert clock.text() in facts(card)
    assert clock.accessibleName() == f"Local time: {clock.text()}"
    assert not clock.isEnabled()


def test_a_time_that_is_no_longer_certain_goes_away(card, monkeypatch):
    zones = [QTimeZone.utc()]
    monkeypatch.setattr("olark_inbox.ui.detail.there.zones_of", lambda _code: tuple(zones))
    made = opened(chat(visitor=visitor(country_code="GB", city="Bristol")))
    card.show_opened(made, NOON, live=False)
    zones.append(QTimeZone.fromSecondsAheadOfUtc(3_600))
    card.show_opened(made, NOON + MINUTE, live=False)
    assert not [text for text in facts(card) if "there now" in text]
    card.show_opened(made, NOON + 2 * MINUTE, live=False)
