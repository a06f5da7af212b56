"""A begun word is spelled out with the words of the index, and finds the same."""

import pytest

from olark_inbox.store import vocabulary
from olark_inbox.store.connection import open_reader
from olark_inbox.store.rows import View
from tests.store.makers import chat, keys, post


@pytest.fixture
def reader(folders, inbox):
    opened = open_reader(folders.store)
    yield opened
    opened.close()


def test_a_long_begun_word_becomes_the_words_that_begin_so(inbox, reader):
    post(inbox, chat("a", ["My wheel wobbles", "Two wheels, Müllerstraße"]))

    def said(match):
        return vocabulary.spelled_out(reader, match)

    assert said('("whee" *)') == '(("wheel" OR "wheels"))'
    assert said('{visitor} : "my whee" *') == '{visitor} : ("my wheel" OR "my wheels")'
    assert said('"mull" * AND "wobb" *') == '("mullerstrasse") AND ("wobbles")'


def test_a_short_or_whole_or_unknown_word_stays_as_it_is(inbox, reader):
    post(inbox, chat("a", ["My wheel wobbles"]))
    for match in ('"whe" *', '"wheel"', '"zzzz" *', '{page} : "wheel wobbles"'):
        assert vocabulary.spelled_out(reader, match) == match


def test_a_beginning_of_very_many_words_is_left_to_the_index(inbox, reader):
    many = " ".join(f"part{n}" for n in range(vocabulary.MOST + 1))
    post(inbox, chat("a", [many]))
    assert vocabulary.spelled_out(reader, '"part" *') == '"part" *'
    assert vocabulary.spelled_out(reader, '"part1" *').count("OR") == 7


def test_a_connection_that_knows_no_words_asks_the_index_itself(connection):
    assert vocabulary.spelled_out(connection, '"whee" *') == '"whee" *'


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("whee", ["both", "more", "one"]),
        ("wheels", ["both", "more"]),
        ("wheels ", ["both", "more"]),
        ('"my whee', ["one"]),
        ("-whee", ["none"]),
        ("bell OR whee", ["both", "none", "more", "one"]),
        ("from:doem", ["none"]),
        ("wheel bell", ["both"]),
    ],
)
def test_what_is_found_does_not_change(inbox, words, found):
    post(inbox, chat("one", ["My wheel"]))
    post(inbox, chat("more", ["New wheels"]))
    post(inbox, chat("none", ["A bell"], visitor={"fullName": "Doemania"}))
    post(inbox, chat("both", ["wheel and wheels and a bell"]))
    assert keys(inbox, View.ALL, words=words) == found
