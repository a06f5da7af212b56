"""Stored texts come back byte for byte, and nothing that was shipped ever changes."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.base import squeeze

SHIPPED = {
    2: "a399d210db82fe9676eada89cf25973625f00748404497494d1610f70bb08602",
    3: "d722e7acde3166c89338964354de53cfe45a582dc89f2ec02c5adb8d6afca508",
}
"""What was written with these could not be read any more if they changed."""
NUMBERS = st.sampled_from(squeeze.SHIPPED)


@given(st.binary(max_size=20_000), NUMBERS)
def test_every_text_comes_back_byte_for_byte(text, number):
    kept = squeeze.squeeze(text, number)
    assert squeeze.is_squeezed(kept)
    assert squeeze.unsqueeze(kept) == text


def test_a_shipped_dictionary_never_changes():
    found = {n: hashlib.sha256(squeeze.shipped(n)).hexdigest() for n in squeeze.SHIPPED}
    assert found == SHIPPED


@given(st.binary(min_size=1, max_size=200), st.data())
def test_damage_is_noticed(text, data):
    kept = bytearray(squeeze.squeeze(text, squeeze.DOCUMENTS))
    place = data.draw(st.integers(2, len(kept) - 1))  # behind the byte that says how to read
    kept[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        read = squeeze.unsqueeze(bytes(kept))
    except squeeze.Damaged:
        return
    assert read == text  # a bit that means nothing


@pytest.mark.parametrize("kept", [b"", b"\x02", b"\x07abc", squeeze.squeeze(b"abc", 2)[:-1]])
def test_what_cannot_be_read_is_said(kept):
    with pytest.raises(squeeze.Damaged):
        squeeze.unsqueeze(kept)


def test_threads_do_not_share_what_they_squeeze_with():
    texts = [f"chat {number} ".encode() * 500 for number in range(400)]

    def there_and_back(text: bytes) -> bytes:
        return squeeze.unsqueeze(squeeze.squeeze(text, squeeze.BODIES))

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(there_and_back, texts)) == texts
