"""A search in the owner's language; the English words go on working."""

import pytest

from olark_inbox.store.grammar import Completion, complete
from olark_inbox.store.language import Language, speak, spoken
from olark_inbox.store.notices import About
from olark_inbox.store.rows import View
from olark_inbox.store.search import plan
from tests.store.makers import NOW, chat, keys, offline, post, row

GERMAN = Language(
    filters={"is": "ist", "before": "vor", "on": "am", "tag": "Schlagwort"},
    values={"unread": "ungelesen", "offline": "Offline", "starred": "mit Stern"},
    dates={"vorgestern?": "", "Montagmorgen": "monday", "letzte Woche": "last week", "den": ""},
    month_first=True,
)


@pytest.fixture(autouse=True)
def _german():
    before = spoken()
    speak(GERMAN)
    yield
    speak(before)


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("ist:ungelesen", "is:unread"),
        ("IST:Ungelesen", "is:unread"),
        ("-ist:offline", "-is:offline"),
        ('ist:"mit Stern"', "is:starred"),
        ("ist:unread", "is:unread"),
        ("is:ungelesen", "is:unread"),
        ("am:letzte woche rad", "on:last week rad"),
        ("vor:den 3. April 2025", "before:3.4.2025"),
        ("am:montagmorgen", "on:monday"),
        ("am:4/3/2025", "on:3.4.2025"),
        ("schlagwort:rad", "tag:rad"),
    ],
)
def test_what_is_typed_in_the_owners_language_asks_the_same(typed, english):
    ours, theirs = plan(typed, NOW), plan(english, NOW)
    assert (ours.match, ours.where, ours.parameters) == (
        theirs.match, theirs.where, theirs.parameters,
    )  # fmt: skip
    assert [chip.kind for chip in ours.chips] == [chip.kind for chip in theirs.chips]
    (chip,) = ours.chips
    assert typed[chip.start : chip.end].partition(":")[2].strip('"') == chip.text


def test_what_is_no_date_is_searched_by_the_words_that_were_typed():
    found = plan("vor:dem Haus", NOW)
    assert found.match == '("vor dem") AND ("haus" *)'
    assert [notice.text for notice in found.notices] == ["vor:dem"]
    assert found.notices[0].about is About.NO_DATE


def test_a_name_of_a_filter_is_completed_in_both():
    assert complete("schla", 5) == Completion("filter", "schla", 0, 5, 0)
    assert complete("ta", 2) == Completion("filter", "ta", 0, 2, 0)
    assert complete("rad -ist:un", 11) == Completion("is", "un", 9, 11, 5)
    assert complete("rad", 3) is None


def test_an_inbox_is_searched_in_the_owners_language(inbox):
    post(inbox, chat("a"))
    post(inbox, offline("b"))
    inbox.mark([row(inbox, "a").id], unread=False).result()
    assert keys(inbox, View.ALL, words="ist:ungelesen") == ["b"]
    assert keys(inbox, View.ALL, words="is:unread") == ["b"]


def test_a_language_of_no_words_says_all_in_english():
    nothing = Language()
    assert (nothing.filter("is"), nothing.value("Unread")) == ("", "Unread")
    assert (nothing.said_filter("is"), nothing.said_value("unread")) == ("is", "unread")
    assert GERMAN.said_filter("is") == "ist"
    assert GERMAN.said_value("starred") == "mit Stern"
