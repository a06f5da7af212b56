"""A begun word is spelled out with the words of the index, and finds the same."""

import random

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


def test_an_index_that_is_not_as_known_is_asked_itself(connection):
    connection.execute("insert into words (rowid, lines) values (1, 'wheel')")
    assert vocabulary.spelled_out(connection, '"whee" *') == '("wheel")'
    connection.execute("update words_data set block = x'00000004ff' where id > 100")
    assert vocabulary.spelled_out(connection, '"whee" *') == '"whee" *'
    connection.execute("drop table words")
    assert vocabulary.spelled_out(connection, '"whee" *') == '"whee" *'


_ENDS = ["", "s", "base", "chair", "\u0e01", "\U0001d4d0", "9", "x" * 200]
_ALL = [f"{start}{end}" for start in ("whee", "wheel", "wide", "กขคงจ") for end in _ENDS]


def _by_sqlite(connection, begun):
    sql = "select distinct term from vocabulary where term >= ? and term < ?"
    return sorted(term for (term,) in connection.execute(sql, (begun, begun + "\U0010ffff")))


@pytest.mark.parametrize("page", [40, 120, 4050])
def test_the_words_are_those_that_sqlite_names_in_whatever_parts_the_index_lies(connection, page):
    said = random.Random(page)  # noqa: S311 - a test
    connection.execute(
        "create virtual table temp.vocabulary using fts5vocab(main, words, instance)"
    )
    connection.execute("insert into words (words, rank) values ('pgsz', ?)", (page,))
    connection.execute("insert into words (words, rank) values ('automerge', 0)")
    asked = ["whee", "wheel", "wheelb", "wide", "widex", "กขคง", "กขคงจ9", "aaaa", "zzzz"]
    for step in range(30):
        with connection:
            for one in range(step * 20, step * 20 + 20):
                lines = " ".join(said.choices(_ALL, k=12))
                sql = "insert into words (rowid, lines, other) values (?, ?, ?)"
                connection.execute(sql, (one, lines, f"wheel unique{one:04}"))
        if said.random() < 0.5:  # some of the joining of parts, which leaves others half joined
            connection.execute("insert into words (words, rank) values ('merge', ?)", (-3,))
        for begun in (*asked, *(f"unique{one:04}" for one in range(0, step * 20, 7))):
            known = _by_sqlite(connection, begun)
            known = [] if len(known) > vocabulary.MOST else known
            assert vocabulary._beginning_with(connection, begun) == known


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
