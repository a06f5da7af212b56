import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.base.squeeze import Damaged
from olark_inbox.store.bodies import pack, unpack
from tests.store.makers import chat, raw


@given(st.binary(max_size=5_000))
def test_every_body_comes_back_byte_for_byte(body):
    assert unpack(pack(body)) == body


def test_a_body_of_olark_takes_less_than_a_third():
    body = raw(chat(lines=["Could you true it before Friday?", "Yes, bring it along."] * 5))
    assert len(pack(body)) < len(body) / 3


def test_a_discarded_body_is_empty():
    assert unpack(b"") == b""


def test_a_body_of_an_unknown_dictionary_is_not_misread():
    with pytest.raises(Damaged):
        unpack(b"\xff" + pack(b"hello")[1:])


def test_a_body_kept_the_older_way_is_still_read():
    older = bytes.fromhex("01cb48cdc9c957480396950a89790aa989453999a9450aa03806c63000")
    assert unpack(older) == b"hello from an earlier version"
