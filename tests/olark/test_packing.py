import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.packing import MAX_BYTES, Refusal, understands, unpack

TEXT = b'{"kind": "Conversation"}' * 100


@pytest.mark.parametrize(
    ("raw", "coding"),
    [
        (TEXT, ""),
        (TEXT, "identity"),
        (TEXT, "gzip"),
        (TEXT, "deflate"),
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), ""),
        (gzip.compress(TEXT) + b"\0\0\0", "gzip"),
        (gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:]), " GZip "),
        (gzip.compress(gzip.compress(TEXT)), "gzip"),
        (zlib.compress(TEXT), "deflate"),
        (gzip.compress(zlib.compress(TEXT)), "deflate, gzip"),
        (zlib.compress(TEXT)[2:-4], "deflate"),
    ],
)
def test_what_is_packed_is_unpacked_whatever_was_said(raw, coding):
    assert unpack(raw, coding).body == TEXT
    assert unpack(raw, coding).refusal is None


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, br", "gzip," * 9, "x" * 999])
def test_unknown_packing_is_refused(coding):
    assert unpack(TEXT, coding).refusal is Refusal.ENCODING


def test_a_damaged_body_gives_what_could_be_read():
    noise = bytes(range(256)) * 40
    damaged = unpack(gzip.compress(noise)[:-20], "gzip")
    assert damaged.refusal is Refusal.DAMAGED
    assert noise.startswith(damaged.body)
    assert damaged.body
    assert unpack(zlib.compress(noise)[:-9], "deflate").refusal is Refusal.DAMAGED


def test_a_bomb_is_never_unpacked_whole():
    bomb = gzip.compress(bytes(200 * 1024 * 1024))
    tracemalloc.start()
    try:
        assert unpack(bomb, "gzip").refusal is Refusal.TOO_LARGE
        assert unpack(gzip.compress(bomb), "").refusal is Refusal.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 3 * MAX_BYTES
    finally:
        tracemalloc.stop()


def test_the_limit_is_8_mib_packed_or_not():
    assert unpack(bytes(MAX_BYTES), "").refusal is None
    assert unpack(bytes(MAX_BYTES + 1), "").refusal is Refusal.TOO_LARGE
    assert unpack(gzip.compress(bytes(MAX_BYTES)), "gzip").refusal is None
    assert unpack(gzip.compress(bytes(MAX_BYTES + 1)), "gzip").refusal is Refusal.TOO_LARGE


@given(st.binary(), st.sampled_from(["", "gzip", "deflate", "gzip, deflate", ",", "\ud800"]))
def test_no_bytes_raise(raw, coding):
    unpack(raw, coding)
    unpack(b"\x1f\x8b\x08" + raw, coding)


@pytest.mark.parametrize(
    ("sent", "known"),
    [
        ("", True), ("GZIP", True), ("identity, gzip", True), ("utf-8", True), ("none", True),
        ("br", False), ("gzip, br", False), ("gzip,gzip,gzip,gzip", False),
    ],
)  # fmt: skip
def test_what_is_understood_is_known_before_the_body_is_read(sent, known):
    assert understands(sent) is known
    assert (unpack(b"x", sent).refusal is not Refusal.ENCODING) is known
