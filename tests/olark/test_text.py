import pytest
from hypothesis import given

from olark_inbox.olark.text import (
    Number,
    clean,
    in_one_line,
    pairs_of,
    present,
    text_of,
    to_json,
    word_of,
)
from tests.olark import strategies


def test_half_characters_and_nul_are_replaced_and_nothing_else():
    assert clean("a\ud83d b\udc00\0c") == "a\ufffd b\ufffd\ufffdc"
    assert clean("\0") == "\ufffd"
    assert clean("a\tb\r\n\x7f\u202e\ufeff\U0010ffff") == "a\tb\r\n\x7f\u202e\ufeff\U0010ffff"


@given(strategies.valid_text)
def test_valid_text_is_left_alone(text):
    assert clean(text) == text


@given(strategies.values)
def test_every_value_becomes_text_that_can_be_stored(value):
    text_of(value).encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("", ""),
        (True, "true"),
        (False, "false"),
        (Number("9007199254740993"), "9007199254740993"),
        (Number("1.50"), "1.50"),
        (Number("15000000000.0"), "15000000000.0"),
        (Number("9" * 5_000), "9" * 5_000),
        ({"a": None, "b": Number("1.0"), "c": ["x", None, True]}, '{"b": 1.0, "c": ["x", true]}'),
        ([], "[]"),
        ({"名": "太郎\n"}, '{"名": "太郎\\n"}'),
    ],
)
def test_a_value_reads_as_it_was_sent_without_nulls(value, expected):
    assert text_of(value) == expected
    assert type(text_of(value)) is str


def test_nested_values_stay_on_one_line():
    assert to_json({"a": "one\ntwo"}) == '{"a": "one\\ntwo"}'
    assert to_json(3.5) == '"3.5"'


def test_a_field_of_blanks_is_as_good_as_none():
    assert word_of(" \t") == ""
    assert word_of(" a ") == " a "
    assert not present("")
    assert not present(None)
    assert present(Number("0"))
    assert present([])


def test_unknown_fields_are_listed_and_empty_ones_are_not():
    values = {"known": "x", "new": Number("12"), "none": None, "empty": "", "": "no key"}
    assert pairs_of(values, frozenset({"known"})) == (("new", "12"), ("", "no key"))


def test_a_preview_is_one_line():
    assert in_one_line(" a\n\n b\t c ") == "a b c"
    assert len(in_one_line("word " * 1_000)) == 300
