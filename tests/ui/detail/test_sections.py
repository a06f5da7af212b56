"""What the visitor card says."""

from PySide6.QtCore import QTimeZone

from olark_inbox.olark.model import Agent
from olark_inbox.ui.detail.sections import first_sections, last_section, place
from olark_inbox.ui.detail.there import time_there
from olark_inbox.ui.kit import times
from tests.ui.detail.makers import (
    MINUTE,
    NOON,
    answered,
    asked,
    chat,
    offline,
    opened,
    sample,
    started,
    visitor,
)


def words(made, now=NOON + 60 * MINUTE, *, live=False):
    return {
        section.title: [detail.text for detail in section.details]
        for section in first_sections(made, now, live=live)
    }


def test_contact_and_figures():
    person = visitor(phone="07700", organization="Physio", city="Bristol", country="United Kingdom")
    found = words(opened(chat(asked(), answered(minute=22), visitor=person)))
    assert found["Contact"] == ["priya@example.com", "07700", "Physio"]
    where = found["Where and how"]
    assert where[0] == "Bristol, United Kingdom"
    assert where[1].endswith(", 22 minutes")
    assert where[2:] == ["First answer after 22 minutes", "2 lines"]


def test_who_answered_stands_before_who_was_only_present():
    people = (
        Agent("1", "Tom", "tom.b"),
        Agent("2", "Maya", "maya.k", "maya@a.example", answered=True),
    )
    found = words(opened(chat(agents=people, groups=("Workshop",))))
    assert found["Agents and groups"] == [
        "Maya", "maya.k", "maya@a.example", "Tom, present", "tom.b", "Workshop",
    ]  # fmt: skip


def test_what_is_not_known_is_said():
    assert words(opened(chat(visitor=visitor(email=""))))["Contact"] == ["Not known yet"]
    begun = words(opened(started("Maya")), NOON + 4 * MINUTE, live=True)
    assert begun["Contact"] == ["Not known yet"]
    assert begun["So far"][0].endswith("4 minutes ago")
    assert begun["So far"][1] == "With Maya"
    several = words(opened(started("Maya", "Tom")), live=True)
    assert several["So far"][1] == "With one of Maya, Tom"


def test_the_time_a_live_chat_began_is_said_once():
    live = opened(chat(asked(), manually_submitted=True))
    for later in (4 * MINUTE, 24 * 60 * MINUTE, 900 * 24 * 60 * MINUTE):
        where = words(live, NOON + later, live=True)["Where and how"]
        (began,) = [line for line in where if line.startswith("Started")]
        assert began.count(times.clock(NOON)) == 1


def test_no_section_is_empty_and_no_line_blank():
    for conversation in (chat(), offline(), started(), sample("31_nulls_everywhere.json")):
        for section in first_sections(opened(conversation), NOON, live=False):
            assert section.details
            assert all(detail.text.strip() for detail in section.details)


def test_fields_of_the_website_and_unknown_ones_are_all_there():
    person = visitor(custom=(("Member", "Gold"), ("Empty", "")), more=(("campaign", "spring"),))
    made = opened(chat(visitor=person, more=(("top", "level"),)))
    assert words(made)["From your website"] == ["Gold", "Empty"]
    more = last_section(made)
    assert [(d.label, d.text) for d in more.details] == [("campaign", "spring"), ("top", "level")]
    assert last_section(opened()) is None


def test_a_page_shows_its_path_and_opens_whole():
    made = opened(chat(visitor=visitor(page="https://shop.example/wheels?utm=1")))
    details = {d.text: d for s in first_sections(made, NOON, live=False) for d in s.details}
    assert details["/wheels"].opens == "https://shop.example/wheels?utm=1"


def test_a_page_that_is_no_web_address_is_only_words():
    made = opened(chat(visitor=visitor(page="javascript:alert(1)")))
    details = {d.text: d for s in first_sections(made, NOON, live=False) for d in s.details}
    assert details["javascript:alert(1)"].opens == ""


def test_a_region_is_said_where_it_tells_places_apart():
    assert place(visitor(city="Coventry", region="RI", country="USA")) == "Coventry, RI, USA"
    assert place(visitor(region="Bavaria", country="Germany")) == "Bavaria, Germany"
    assert place(visitor()) == ""


def test_a_country_of_which_only_the_code_is_known_has_its_name():
    assert place(visitor(city="Cardiff", country_code="GB")) == "Cardiff, United Kingdom"
    assert place(visitor(country_code="??")) == "??"


def test_without_clocks_there_are_no_figures():
    found = words(opened(chat(asked(minute=None), answered(minute=None))))
    assert found["Where and how"] == ["2 lines"]


def test_a_quick_chat_is_said_plainly():
    where = words(opened(chat(asked(), answered(minute=0.5))))["Where and how"]
    assert " to " not in where[0]
    assert where[1] == "First answer within a minute"


def test_the_time_at_the_visitor_stands_under_the_place(monkeypatch):
    monkeypatch.setattr("olark_inbox.ui.detail.there.zones_of", lambda _code: (QTimeZone.utc(),))
    person = visitor(city="Bristol", country_code="GB")
    sections = first_sections(opened(chat(visitor=person)), NOON, live=False)
    where = next(each for each in sections if each.title == "Where and how")
    assert where.details[1].text == time_there(person, NOON)
    assert (where.details[1].name, where.details[1].ticks) == ("Local time", True)
