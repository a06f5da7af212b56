import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.form import (
    begins_with_data,
    boundary_of,
    data_fields,
    object_fields,
    parts,
    percent_decoded,
    unencoded_rest,
)


@given(st.binary(), st.booleans())
def test_escapes_are_decoded_once_as_the_standard_library_does(raw, plus):
    expected = urllib.parse.unquote_to_bytes(raw.replace(b"+", b" ") if plus else raw)
    assert percent_decoded(raw, plus=plus) == expected


@given(
    st.lists(st.sampled_from([b"%", b"2", b"5", b"B", b"b", b"=", b"+", b"\n", b"\r\n", b"%7B"]))
)
def test_broken_escapes_stay_as_they_are(pieces):
    raw = b"".join(pieces)
    assert percent_decoded(raw, plus=False) == urllib.parse.unquote_to_bytes(raw)


@pytest.mark.parametrize("offset", range(4))
def test_no_escape_is_cut_between_two_steps(offset):
    raw = b"x" * offset + b"%C3%A9" * 300_000
    assert percent_decoded(raw) == b"x" * offset + b"\xc3\xa9" * 300_000


def test_all_data_fields_are_found_and_no_others():
    raw = b"a=1&data=x&metadata=no&data%5B%5D=y&data[1]=z&Data=%26&data="
    assert data_fields(raw) == [b"x", b"y", b"z", b"%26", b""]
    assert data_fields(b"nodata=1") == []
    assert len(data_fields(b"&data=" * 5_000)) == 1_000


def test_fields_that_begin_like_an_object_are_found():
    assert object_fields(b"a=1&b=%7Bx&c=[1&d=%5b") == [b"%7Bx", b"[1", b"%5b"]
    assert object_fields(b"&" * 100) == []


def test_a_value_with_blanks_was_never_encoded():
    assert unencoded_rest(b'data={"a": "x+y & %7B"}') == b'{"a": "x+y & %7B"}'
    assert unencoded_rest(b'data={"a":"x+y"}') is None
    assert unencoded_rest(b'data={"a":"x&y"}') == b'{"a":"x&y"}'
    assert unencoded_rest(b"data=%7B") is None


def test_a_form_within_a_wrapper_is_known_by_its_beginning():
    assert begins_with_data(b"Data=x")
    assert begins_with_data(b"data[]=x")
    assert not begins_with_data(b"database")


def test_parts_are_cut_where_the_line_says():
    raw = (
        b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\none\r\n--not\r\n"
        b'--x\r\ncontent-disposition: form-data; filename="f"; name="data"\r\n'
        b"Content-Type: text/plain; charset=latin1\r\n\r\ntwo\r\n\r\n--x--\r\nignored"
    )
    assert boundary_of(raw, "multipart/form-data") == b"--x"
    found = [(part.name, part.content, part.content_type) for part in parts(raw, b"--x")]
    assert found == [
        ("a", b"one\r\n--not", ""),
        ("data", b"two\r\n", "text/plain; charset=latin1"),
    ]


@pytest.mark.parametrize(
    ("coding", "content"),
    [(b"base64", b"eyJhIjoxfQ=="), (b"quoted-printable", b'{=22a":1}'), (b"binary", b'{"a":1}')],
)
def test_a_part_may_be_packed_for_mail(coding, content):
    head = b'--x\r\nContent-Disposition: form-data; name="data"\r\n'
    raw = head + b"Content-Transfer-Encoding: " + coding + b"\r\n\r\n" + content + b"\r\n--x--"
    (part,) = parts(raw, b"--x")
    assert part.content == b'{"a":1}'


def test_a_cut_multipart_gives_what_came():
    head = b'--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n'
    (part,) = parts(head + b'{"a', b"--x")
    assert part.content == b'{"a'


def test_what_only_begins_with_dashes_is_no_multipart():
    assert boundary_of(b"--x\r\n\r\n", "") == b""
    assert boundary_of(b"", "multipart/form-data") == b""


@pytest.mark.parametrize("before", [0, 524_281, 524_286, 524_287, 524_288, 1_048_570])
def test_a_field_is_found_once_wherever_it_stands(before):
    """Long bodies are searched in steps; a field may lie across the border of two."""
    filler = b"a" * before + b"&" if before else b""
    assert data_fields(filler + b"data=%7B1%7D&b=2") == [b"%7B1%7D"]
    assert object_fields(filler + b"x=%7B1%7D&b=2") == [b"%7B1%7D"]
