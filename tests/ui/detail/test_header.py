"""Who the conversation is with."""

import pytest

from olark_inbox.olark.model import Agent
from olark_inbox.olark.standing import Standing
from olark_inbox.ui.detail import header as header_module
from olark_inbox.ui.detail.header import Header, kind_pill, shown_name
from tests.ui.detail.makers import answered, asked, chat, offline, opened, started, visitor

SETTLED, LIVE = Standing.SETTLED, Standing.LIVE


@pytest.fixture
def header(qtbot):
    made = Header()
    qtbot.addWidget(made)
    made.resize(440, 76)
    made.show()
    return made


def test_the_pill_says_what_it_is_and_an_ordinary_chat_has_none():
    assert kind_pill(opened(), SETTLED) is None
    assert kind_pill(opened(offline()), SETTLED)[:2] == ("Offline message", "offline")
    assert kind_pill(opened(chat(asked())), SETTLED)[:2] == ("Unanswered", "alert")
    live = chat(asked(), answered(name="Tom"), manually_submitted=True)
    assert kind_pill(opened(live), LIVE)[:2] == ("Live with Tom", "live")
    assert kind_pill(opened(started()), LIVE)[0] == "Live"
    assert kind_pill(opened(started("Maya", "Tom")), LIVE)[0] == "Live with one of Maya, Tom"


def test_a_chat_that_only_began_is_a_new_visitor():
    assert shown_name(started("Maya")) == "New visitor"
    assert shown_name(chat()) == "Priya Raman"


def test_one_line_is_one():
    def says(*lines):
        return header_module._with_whom(chat(*lines))

    assert says(answered(name="Tom")) == "With Tom, 1 line"
    assert says(asked(), answered(name="Tom")) == "With Tom, 2 lines"


def test_contacts_can_be_copied_and_missing_ones_are_said(header, qtbot, clipboard):
    header.show_opened(opened(chat(visitor=visitor(phone="07700"))), SETTLED)
    header._facts[1].click()
    assert clipboard.text() == "07700"
    header.show_opened(opened(started("Maya")), LIVE)
    words = [header._contacts.itemAt(n).widget() for n in range(header._contacts.count())]
    assert words[0].text() == "No contact details yet"


def test_the_place_goes_before_the_address_is_cut(header, qtbot):
    person = visitor(email="a.long.address@shop.example", phone="07700 900123", city="Bristol")
    header.show_opened(opened(chat(visitor=person)), SETTLED)
    assert not header._place.isVisible()
    header.resize(900, 76)
    assert header._place.isVisible()


def test_it_is_76_high_whatever_the_name(header):
    for name in ("", "x" * 100_000, "<b>y</b>\n\n", "\u0644\u064a\u0644\u0649", "\u202eabc"):
        header.show_opened(opened(chat(name=name, agents=(Agent("1", name),))), SETTLED)
        header.grab()
        assert header.height() == 76


def test_many_tags_leave_the_name_whole(qtbot):
    header = Header()
    qtbot.addWidget(header)
    tags = tuple(f"a rather long tag {n}" for n in range(6))
    header.resize(460, 76)
    header.show_opened(opened(chat(name="Priya Raman", anonymous=False), own_tags=tags), SETTLED)
    header.show()
    assert header._name.width() >= header._name.sizeHint().width()
