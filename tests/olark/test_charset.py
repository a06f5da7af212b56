import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.charset import _STEP, to_utf8, without_bom
from tests.olark import strategies


def decode(raw, charset=""):
    return to_utf8(raw, charset).decode()


@pytest.mark.parametrize(
    "charset",
    ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_wide_charsets_are_known_by_their_bytes(charset):
    raw = '{"a": "é😀"}'.encode(charset)
    assert decode(without_bom(raw)) == '{"a": "é😀"}'


def test_a_cut_wide_text_gives_what_came():
    assert decode(without_bom('{"a"'.encode("utf-16")[:-1])).startswith('{"a')


@given(strategies.valid_text, st.sampled_from(["", "utf-8", "klingon", "latin-1", "big5", "\0"]))
def test_utf_8_is_utf_8_whatever_was_declared(text, charset):
    assert decode(text.encode(), charset) == text


@pytest.mark.parametrize(
    ("raw", "charset", "expected"),
    [
        (b"Jos\xe9 M\xfcller \x80 \x93q\x94", "", "José Müller € “q”"),
        (b"Jos\xe9", "utf-8", "José"),
        (b"\x80", "iso-8859-1", "€"),
        (b"\xe9 \xc3\xa9 \xf0\x9f\x98\x80 \xf0\x9f\x98", "", "é é 😀 ðŸ˜"),
        (b"\xed\xa0\xbd \xe9", "", "\ufffd é"),
        (b"\x81", "", "\ufffd"),
        ("注文".encode("shift_jis"), "Shift_JIS", "注文"),
        ("注文".encode("iso2022_jp"), "ISO-2022-JP", "注文"),
        ("привет".encode("koi8-r"), '"koi8-r"', "привет"),
        (b"\xff", "base64", "ÿ"),
        (b"\xff", "undefined", "ÿ"),
        (b"\xff", "punycode", "ÿ"),
        (b"\xffa", "utf-16", "ÿa"),
        (b"\xff\xff", "shift_jis", "ÿÿ"),
    ],
)
def test_other_bytes_are_read_as_they_most_likely_were_meant(raw, charset, expected):
    assert decode(raw, charset) == expected


def test_a_text_that_is_mostly_not_utf_8_is_read_as_windows_writes_it():
    assert decode(b"\xe9 " * 30_000) == "é " * 30_000


@given(st.binary(max_size=80), st.text(max_size=12))
def test_no_bytes_and_no_charset_raise(raw, charset):
    decode(without_bom(raw, charset), charset).encode()


@pytest.mark.parametrize("wrong", [b"\xed\xa0\xbd", b"\xe9", b"\xf0\x9f\x98"])
def test_a_wrong_byte_is_mended_wherever_in_a_long_text_it_stands(wrong):
    mended = decode(b"a" + wrong)
    for place in range(_STEP - 6, _STEP + 2):
        assert decode(b"a" * place + wrong) == "a" * (place - 1) + mended
