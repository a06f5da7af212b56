from datetime import UTC

import pytest
from PySide6.QtCore import QLocale

from olark_inbox.export.pdf.words import (
    Calendar,
    conversations,
    in_owners_words,
    kind_of,
    speaker,
)
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind, Message, Side
from tests.catalogue import Foreign, foreign

NOON = 1_795_348_800_000


@pytest.fixture
def calendar(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield Calendar(WallClock(UTC))
    QLocale.setDefault(before)


def test_days_and_times_are_written_as_people_do(calendar):
    assert calendar.day(NOON) in ("Sunday 22 November 2026", "Sunday, 22 November 2026")
    assert calendar.time(NOON) == "12:00"
    assert (calendar.day(None), calendar.time(None)) == ("", "")


def test_the_course_of_a_chat_is_one_sentence(calendar, opened, line):
    chat = opened(line(Side.VISITOR, "a"), line(Side.AGENT, "b", after_s=22 * 60))
    assert calendar.course(chat).endswith("22 November 2026, 12:00 to 12:22, 22 min")
    chat = opened(line(Side.VISITOR, "a"), line(Side.AGENT, "b", after_s=125 * 60))
    assert calendar.course(chat).endswith("12:00 to 14:05, 2 h 5 min")


def test_a_chat_over_midnight_names_both_days(calendar, opened, line):
    chat = opened(line(Side.VISITOR, "a"), line(Side.AGENT, "b", after_s=13 * 3600))
    assert calendar.course(chat).endswith("22 November 2026, 12:00 to 23/11/2026 01:00")


def test_every_kind_has_a_name(opened, qapp):
    assert kind_of(opened(kind=Kind.OFFLINE).row) == "Offline message"
    assert kind_of(opened().row) == "Unanswered"


def test_one_is_not_many(qapp):
    assert conversations(1) == "1 conversation"
    assert conversations(3) == "3 conversations"


@pytest.mark.parametrize(
    ("message", "name"),
    [
        (Message(Side.AGENT, "", name="Maya"), "Maya"),
        (Message(Side.AGENT, ""), "Agent"),
        (Message(Side.AGENT, "", name="Robot", automatic=True), "Automatic message"),
        (Message(Side.VISITOR, "", name="Bobby"), "Bobby"),
        (Message(Side.OFFLINE, ""), "Bob"),
    ],
)
def test_everybody_who_says_something_has_a_name(qapp, message, name):
    assert speaker(message, "Bob") == name


def test_whoever_has_no_name_is_called_as_the_owner_calls_him(qapp):
    greek = Foreign()
    qapp.installTranslator(greek)
    try:
        assert speaker(Message(Side.AGENT, ""), "Bob") == foreign("Agent")
    finally:
        qapp.removeTranslator(greek)


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("Visitor", foreign("Visitor")),
        ("Visitor from Bonn", foreign("Visitor from %1").replace("%1", "Bonn")),
    ],
)
def test_who_gave_no_name_is_called_so_in_the_owners_language(qapp, opened, line, stored, told):
    said = (line(Side.VISITOR, "a", stored), line(Side.AGENT, "b", stored))
    kept = opened(*said, name=stored)
    assert in_owners_words(kept) is kept
    greek = Foreign()
    qapp.installTranslator(greek)
    try:
        shown = in_owners_words(kept)
        given = opened(*said, name=stored, anonymous=False)
        assert in_owners_words(given) is given
    finally:
        qapp.removeTranslator(greek)
    assert {shown.row.name, shown.conversation.name} == {told}
    assert [message.name for message in shown.conversation.messages] == [told, stored]
    assert kept.row.name == stored
