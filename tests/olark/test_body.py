import gc
import gzip
import json
import urllib.parse
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from olark_inbox.olark.body import Cause, read_body
from olark_inbox.olark.model import Kind
from tests.olark import strategies
from tests.olark.conftest import MANIFEST, brief, read_case

CHAT = {
    "kind": "Conversation",
    "id": "c1",
    "items": [{"kind": "MessageToOperator", "body": "100% of %7B & 1+1=2 é 😀"}],
}
TEXT = json.dumps(CHAT, ensure_ascii=False)
FORM = b"data=" + urllib.parse.quote_plus(TEXT).encode()


_packer = zlib.compressobj(wbits=-15)
RAW_DEFLATED = _packer.compress(FORM) + _packer.flush()


def _said(reading):
    assert reading.failure is None, reading.failure
    return [m.text for c in reading.conversations for m in c.messages]


@pytest.mark.parametrize("case", MANIFEST["cases"], ids=lambda case: case["file"])
def test_each_case_is_read_as_expected(case):
    if not case["right_address"]:
        return
    reading = read_case(case)
    assert [brief(c) for c in reading.conversations] == case["conversations"]
    assert reading.repaired is case["repaired"]
    if case["status"] == 200:
        assert reading.failure is None
        kinds = {c.kind.value for c in reading.conversations}
        assert kinds == {case["outcome"]}
    else:
        assert reading.failure is not None
        assert reading.failure.unreadable is (case["outcome"] == "unreadable")
        assert reading.failure.reason


@pytest.mark.parametrize("way", strategies.WAYS, ids=lambda way: way.__name__)
def test_every_way_of_sending_gives_the_same_conversation(way):
    sent = way(CHAT)
    reading = read_body(sent.raw, sent.content_type, sent.content_encoding)
    assert reading == read_body(TEXT.encode())
    assert _said(reading) == ["100% of %7B & 1+1=2 é 😀"]


OTHER_WAYS = {
    "no content type": (FORM, "", ""),
    "wrong content type": (FORM, "text/html", ""),
    "another field first": (b"x=%7B&" + FORM, "", ""),
    "a field behind": (FORM + b"&x=1", "", ""),
    "data in brackets": (FORM.replace(b"data=", b"data[]="), "", ""),
    "data with encoded brackets": (FORM.replace(b"data=", b"data%5B0%5D="), "", ""),
    "capital field": (FORM.replace(b"data=", b"Data="), "", ""),
    "not encoded at all": (b"data=" + TEXT.encode(), "", ""),
    "single quotes around the value": (b"data='" + FORM[5:] + b"'", "", ""),
    "single quotes around the body": (b"'" + FORM + b"'", "", ""),
    "double quotes around the body": (b'"' + FORM + b'"', "", ""),
    "single quotes around raw text": (b"'" + TEXT.encode() + b"'", "", ""),
    "text of a text": (json.dumps(TEXT).encode(), "", ""),
    "no field name": (FORM[5:], "", ""),
    "another field name": (b"payload=" + FORM[5:], "", ""),
    "printed object": (("{'data': '" + TEXT + "'}").encode(), "", ""),
    "list around": (b"[" + TEXT.encode() + b"]", "", ""),
    "form inside an object": (json.dumps({"body": FORM.decode(), "headers": {}}).encode(), "", ""),
    "an object in a body": (json.dumps([{"body": {"data": TEXT}, "query": {}}]).encode(), "", ""),
    "wrapper with a kind": (json.dumps({"kind": "hook", "data": CHAT}).encode(), "", ""),
    "bom in the field": (b"data=%EF%BB%BF" + FORM[5:], "", ""),
    "utf-16 without a mark": (TEXT.encode("utf-16-le"), "application/json; charset=utf-16", ""),
    "utf-16 big, no mark": (TEXT.encode("utf-16-be"), "", ""),
    "utf-32": (TEXT.encode("utf-32"), "", ""),
    "unknown charset": (FORM, "application/x-www-form-urlencoded; charset=klingon", ""),
    "quoted charset": (FORM, 'application/x-www-form-urlencoded; charset="utf-8"', ""),
    "charset that is none": (FORM, "text/plain; charset=base64", ""),
    "wrong charset": (FORM, "application/x-www-form-urlencoded; charset=iso-8859-1", ""),
    "gzip not said": (gzip.compress(FORM), "", ""),
    "gzip said, not done": (FORM, "", "gzip"),
    "x-gzip": (gzip.compress(FORM), "", "X-GZIP"),
    "two gzips": (gzip.compress(gzip.compress(FORM)), "", "gzip, gzip"),
    "two members": (gzip.compress(FORM[:50]) + gzip.compress(FORM[50:]), "", "gzip"),
    "deflate": (zlib.compress(FORM), "", "deflate"),
    "raw deflate": (RAW_DEFLATED, "", "deflate"),
    "identity": (FORM, "", "identity"),
    "blanks around": (b"\r\n " + FORM + b"\r\n\0", "", ""),
    "multipart without a header": (strategies.as_multipart(CHAT).raw, "", ""),
    "multipart with line feeds": (
        strategies.as_multipart(CHAT).raw.replace(b"\r\n", b"\n"),
        "multipart/form-data; boundary=cut",
        "",
    ),
    "multipart behind a preamble": (
        b"hello\r\n" + strategies.as_multipart(CHAT).raw,
        "multipart/form-data; boundary=cut",
        "",
    ),
    "multipart under another name": (
        strategies.as_multipart_file(CHAT).raw.replace(b'name="data"', b'name="file"'),
        "multipart/form-data; boundary=cut",
        "",
    ),
}


@pytest.mark.parametrize("way", OTHER_WAYS.values(), ids=OTHER_WAYS.keys())
def test_odd_ways_of_sending_are_read_too(way):
    assert _said(read_body(*way)) == ["100% of %7B & 1+1=2 é 😀"]


def test_several_data_fields_are_each_read():
    other = FORM.replace(b"c1", b"c2")
    reading = read_body(FORM + b"&" + other)
    assert [c.id for c in reading.conversations] == ["c1", "c2"]


def test_an_array_of_everything_gives_what_is_olarks():
    body = json.dumps([TEXT, {"hello": "world"}, 7, None, CHAT | {"id": "c2"}, "{cut"])
    reading = read_body(body.encode())
    assert [c.id for c in reading.conversations] == ["c1", "c2"]
    assert reading.passed_over == 4


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "Nothing was sent."),
        (b" \r\n", "Nothing was sent."),
        (b"data=", "Nothing was sent."),
        (b"foo=bar&x=1", "It has no data field."),
        (b"hello", "It has no data field."),
        (b"data=hello", "It is not a chat or message from Olark."),
        (b"data=42", "It is not a chat or message from Olark."),
        (b"data=null", "It is not a chat or message from Olark."),
        (b"data=%22text%22", "It is not a chat or message from Olark."),
        (b"{}", "It is not a chat or message from Olark."),
        (b"[]", "It is not a chat or message from Olark."),
        (b'{"hello":"world"}', "It is not a chat or message from Olark."),
        (b'{"kind":null,"items":null}', "It is not a chat or message from Olark."),
        (b'{"data":{"hello":"world"}}', "It is not a chat or message from Olark."),
        (b'"', "It was cut off on the way."),
    ],
)
def test_what_is_not_olarks_is_refused_with_a_plain_reason(body, reason):
    failure = read_body(body).failure
    assert failure is not None
    assert failure.reason == reason


@pytest.mark.parametrize("kept", [10, 40, 80, -1])
def test_a_cut_body_is_kept_as_unreadable_with_the_ids_seen(kept):
    for body in (FORM[:kept], TEXT.encode()[:kept], b'{"data": ' + TEXT.encode()[:kept]):
        reading = read_body(body)
        assert reading.failure is not None
        assert reading.failure.cause is Cause.UNREADABLE
        assert reading.failure.unreadable
        assert reading.failure.reason == "It was cut off on the way."
        assert kept == 10 or body.startswith(b"data=") or reading.failure.ids == ("c1",)


def test_a_cut_packed_body_is_unreadable_too():
    failure = read_body(gzip.compress(FORM)[:-10], "", "gzip").failure
    assert failure is not None
    assert failure.unreadable
    assert failure.ids == ("c1",)


def test_an_unknown_packing_has_a_cause_of_its_own():
    failure = read_body(FORM, "", "br").failure
    assert failure is not None
    assert (failure.unreadable, failure.cause) == (False, Cause.ENCODING)


def test_what_unpacks_to_more_than_8_mib_is_refused_without_unpacking_all_of_it():
    failure = read_body(gzip.compress(b" " * 300_000_000), "", "gzip").failure
    assert failure is not None
    assert (failure.unreadable, failure.cause) == (False, Cause.TOO_LARGE)


def test_a_wrong_byte_does_not_spoil_the_rest():
    body = FORM.replace(b"1%2B1", b"Jos%E9 %ED%A0%BD 1%2B1")
    assert _said(read_body(body)) == ["100% of %7B & José \ufffd 1+1=2 é 😀"]


def test_a_declared_charset_counts_where_the_bytes_are_not_utf_8():
    text = '{"items":[{"kind":"MessageToOperator","body":"注文番号"}]}'
    reading = read_body(text.encode("shift_jis"), "application/json; charset=Shift_JIS")
    assert _said(reading) == ["注文番号"]


def test_a_line_break_inside_a_string_is_not_guessed_away():
    reading = read_body(b'{"id":"L1","items":[{"kind":"MessageToOperator","body":"one\ntwo"}]}')
    assert reading.failure
    assert reading.failure.unreadable


@given(st.binary(max_size=300), st.text(max_size=40), st.sampled_from(["", "gzip", "deflate", "x"]))
@example(b"--cut\r\n\r\n\r\n--cut--", "multipart/form-data", "")
@example(b"\x1f\x8b\x08", "", "")
@example(b"'", "", "")
@example(b"data=%", "", "")
@example(b"{'data': '", "", "")
@example(b"\xff\xfe", "", "")
@example(b"\xff", "text/plain; charset=punycode", "")
@example(b"\xff", "text/plain; charset=\0", "")
@example(b"\xff", "text/plain; charset=undefined", "")
@example(b"\xff" * 30_000, "text/plain; charset=utf-7", "")
def test_no_bytes_at_all_raise(raw, content_type, content_encoding):
    reading = read_body(raw, content_type, content_encoding)
    assert bool(reading.conversations) is (reading.failure is None)


@given(st.lists(st.sampled_from([*"{}[]\",:'&=%+ d\\n0-", "data", "kind"]), max_size=60))
def test_no_text_that_looks_a_little_like_it_raises(pieces):
    read_body("".join(pieces).encode())
    read_body(b"data=" + "".join(pieces).encode())


@given(strategies.payloads, st.sampled_from(strategies.WAYS))
def test_any_payload_is_read_with_its_id_and_in_any_way(payload, way):
    sent = way(payload)
    reading = read_body(sent.raw, sent.content_type, sent.content_encoding)
    assert reading.failure is None
    assert [c.id for c in reading.conversations] == [str(payload["id"])]
    assert reading == read_body(json.dumps(payload).encode())


@given(strategies.valid_text, st.sampled_from(strategies.WAYS))
def test_text_comes_back_character_for_character(text, way):
    sent = way({"id": "c1", "items": [{"kind": "OfflineMessage", "body": text}]})
    reading = read_body(sent.raw, sent.content_type, sent.content_encoding)
    assert _said(reading) == [text]
    assert reading.conversations[0].kind is Kind.OFFLINE


def _names_of_nothing(value):
    if isinstance(value, dict):
        return any(_names_of_nothing(v) for pair in value.items() for v in pair)
    if isinstance(value, list):
        return any(map(_names_of_nothing, value))
    return isinstance(value, str) and ("null" in value or "None" in value)


@given(strategies.payloads)
def test_nothing_ever_says_null_or_none(payload):
    if _names_of_nothing(payload):
        return
    (conversation,) = read_body(json.dumps(payload).encode()).conversations
    for said in _all_texts(conversation):
        assert "null" not in said
        assert "None" not in said
        assert "\0" not in said
        said.encode()


def _all_texts(value):
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _all_texts(entry)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from _all_texts(getattr(value, name))


def test_what_could_not_be_read_is_not_held_in_memory():
    """Without the collector of cycles: an exception would hold all the text it came through."""
    body = b'data={"kind":"Conversation","id":"X","items":[' + b"[]," * 100_000
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        for _ in range(20):
            assert read_body(body).failure
        assert len(gc.get_objects()) - before < 20
    finally:
        gc.enable()
