import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.ways import OwnAddress, is_metered, is_public, normal_address
from tests.tunnel.makers import play


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("shop.example", "https://shop.example"),
        (" https://shop.example/ \n", "https://shop.example"),
        ('"https://shop.example/olark/abc"', "https://shop.example"),
        ("http://shop.example:8080/olark/x?y#z", "http://shop.example:8080"),
        ("https://[2001:db8::1]:443", "https://[2001:db8::1]:443"),
        ("HTTPS://Shop.Example", "https://shop.example"),
    ],
)
def test_an_address_is_found_in_what_was_pasted(pasted, address):
    assert normal_address(pasted) == address
    assert play(OwnAddress(pasted).start(8765)) == address


@pytest.mark.parametrize(
    "pasted", ["", "   ", "ftp://a.example", "https://me:pw@a.example", "https://a b.example",
               "http://a.example:x", "http://[::1", "http://a.example:99999", "0<#", "-", "a-"],
)  # fmt: skip
def test_what_is_no_address_is_refused(pasted):
    with pytest.raises(WayFailed) as failed:
        normal_address(pasted)
    assert failed.value.fault is Fault.NO_ADDRESS


@given(st.text(max_size=60))
def test_any_text_gives_an_address_or_a_plain_refusal(text):
    try:
        address = normal_address(text)
    except WayFailed:
        return
    assert normal_address(address) == address


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://spoke-chain-pine.ngrok-free.dev", True), ("http://8.8.8.8:80", True),
        ("http://127.0.0.1:8765", False), ("http://192.168.1.5", False), ("http://[::1]", False),
        ("https://localhost", False), ("https://nas.local", False), ("https://shop", False),
        ("https://pc.home.arpa.", False), ("", False),
    ],
)  # fmt: skip
def test_an_address_of_this_computer_or_its_network_is_no_public_one(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("way", "address", "metered"),
    [
        ("own", "https://inbox.shop.example", False),
        ("own", "https://shop.ngrok-free.dev", True),
        ("own", "https://ngrok.shop.example", True),
        ("own", "", False),
        ("ngrok", "https://inbox.shop.example", True),
        ("agent", "https://shop.ngrok.app", True),
    ],
)
def test_whose_requests_are_counted_is_known(way, address, metered):
    assert is_metered(way, address) is metered
