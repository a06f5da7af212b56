import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.stepwise import STEP, Broken, outside_texts, read
from olark_inbox.olark.text import Number
from tests.olark import strategies

_AS_TEXT = {"parse_int": Number, "parse_float": Number, "parse_constant": Number}


def _read(text):
    return read(text.encode())


@given(strategies.values, st.booleans())
def test_it_reads_what_the_standard_library_reads(value, escaped):
    text = json.dumps([value], ensure_ascii=escaped)
    if escaped or text.encode(errors="ignore").decode() == text:
        assert _read(text) == (json.loads(text, **_AS_TEXT), False)


@given(st.lists(st.sampled_from([*'{}[]",:\\ \n0-.e', "1", "true", "null", '"a"', "NaN", "\\u00"])))
def test_it_refuses_what_the_standard_library_refuses(pieces):
    text = "".join(pieces)
    try:
        expected = json.loads(text, **_AS_TEXT)
    except ValueError:
        try:
            _, repaired = _read(text)
        except Broken:
            repaired = True
        assert repaired
    else:
        assert _read(text) == (expected, False)


_LONG = {
    "letters": "a" * (3 * STEP),
    "smileys": "\N{GRINNING FACE}" * STEP,
    "shifted smileys": "a" + "\N{GRINNING FACE}" * STEP,
    "quotes": '"' * (2 * STEP),
    "shifted quotes": "a" + '"' * (2 * STEP),
    "backslashes": "\\" * (2 * STEP),
    "shifted backslashes": "a" + "\\" * (2 * STEP),
    "backslashes before what looks like half a character": "\\ud83d" * STEP,
    "breaks": "é\n\t\u2028" * STEP,
}


@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize("text", _LONG.values(), ids=_LONG.keys())
def test_a_long_text_stays_bytes_and_is_cut_nowhere_wrong(text, escaped):
    for shift in range(13):
        sent = "a" * shift + text
        value, _ = _read(json.dumps([sent, "short"], ensure_ascii=escaped))
        assert value == [sent.encode(), "short"]


def test_a_half_of_a_character_in_a_long_text_is_shown_as_none():
    for shift in range(13):
        value, _ = _read('"' + "a" * (STEP - shift) + '\\ud83d\\u0041\\ude00"')
        assert value.decode() == "a" * (STEP - shift) + "\ufffdA\ufffd"


def test_numbers_and_long_texts_become_what_was_asked_for():
    text = json.dumps([1, {"a": "é" * STEP}])
    assert read(text.encode(), int, bytes.decode)[0] == [1, {"a": "é" * STEP}]


@pytest.mark.parametrize(
    ("text", "open_text"),
    [
        ('["a', True),
        ('["\\', True),
        ('["\\u12', True),
        ('["a\\x"]', False),
        ('["a\n"]', False),
        ('["' + "a" * 2 * STEP, True),
        ('["' + "a" * 2 * STEP + '\x01"]', False),
    ],
)
def test_a_text_without_an_end_is_told_from_a_damaged_one(text, open_text):
    with pytest.raises(Broken) as error:
        _read(text)
    assert error.value.open_text is open_text


@given(st.lists(st.sampled_from([*'{}[],"\\ a', '\\"', '"a"'])))
def test_what_stands_outside_of_texts_holds_no_quote(pieces):
    raw = "".join(pieces).encode()
    found = list(outside_texts(raw))
    assert not any(b'"' in piece for piece in found)
    assert len(found) <= raw.count(b'"') + 1


def test_outside_of_texts_stands_what_counts():
    raw = b'{"a,[\\"": ["x", "\\\\"], "b": {}}'
    assert b"".join(outside_texts(raw)) == b"{: [, ], : {}}"
