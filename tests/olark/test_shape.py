import pytest

from olark_inbox.olark.shape import MAX_DEPTH, MAX_PARTS, TooMuch, parts_of

_MIB = 1024 * 1024


def test_parts_are_counted_outside_of_texts_where_it_matters():
    assert parts_of(b'{"a": [1, 2]}') == 3
    assert parts_of(b'["' + b"[{," * MAX_PARTS + b'"]') == 1


def test_more_parts_or_depth_than_any_chat_has_are_refused():
    assert parts_of(b"[" + b"0," * (MAX_PARTS - 1) + b"0]") == MAX_PARTS
    with pytest.raises(TooMuch, match="too many parts"):
        parts_of(b"[" + b"0," * MAX_PARTS + b"0]")
    deep = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    parts_of(deep)
    with pytest.raises(TooMuch, match="nested too deeply"):
        parts_of(b"[" + deep + b"]")
    with pytest.raises(TooMuch, match="too many parts"):
        parts_of(b"[]" * 65 + b'""' * (2 * MAX_PARTS + 9))


def test_wide_characters_weigh_more_where_there_are_many_parts():
    texts = b'"' + b'","'.join([b"a" * 30] * 190_000)
    assert parts_of(b"[" + texts + b'"]') == 190_000
    for wide in ("\N{GRINNING FACE}".encode(), b"\\ud83d\\ude00"):
        with pytest.raises(TooMuch, match="more than can be read"):
            parts_of(b"[" + texts + wide + b'"]')


def test_a_text_that_other_charsets_made_too_long_is_refused():
    parts_of(b'"' + "é".encode() * (8 * _MIB) + b'"')
    with pytest.raises(TooMuch, match="more than can be read"):
        parts_of(b'"' + "€".encode() * (8 * _MIB) + b'"')


def test_a_large_text_is_counted_like_a_small_one():
    entry = b'{"a":[1,2]},'
    assert parts_of(b"[" + entry * 9 + b"0]") == 1 + 4 * 9
    count = 2 * _MIB // (40 * len(entry))
    padded = b"[" + (entry + b" " * 39 * len(entry)) * count + b"0]"
    assert parts_of(padded) == 1 + 4 * count
