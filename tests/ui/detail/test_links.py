"""Links in people's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.ui.detail.links import find_links, target


def urls(text):
    return [link.url for link in find_links(text)]


def test_web_and_mail_addresses_are_found_without_the_dots_around_them():
    text = "See https://a.example/x(y). Or www.shop.com, or write to me@a.com!"
    assert urls(text) == [
        "https://a.example/x(y)",
        "http://www.shop.com",
        "mailto:me@a.com",
    ]


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/x", "data:text/html,x", "//a/b"],
)
def test_nothing_else_is_a_link(text):
    assert urls(text) == []
    assert target(text) is None


def test_an_ordinary_link_leads_where_it_says():
    found = target("https://shop.example/x")
    assert (found.host, found.suspicious) == ("shop.example", False)


def test_letters_that_look_alike_show_the_real_host():
    found = target("https://\u0430pple.com/pay")  # a Cyrillic letter
    assert found.suspicious
    assert found.host == "xn--pple-43d.com"


def test_a_name_before_an_at_sign_is_suspicious():
    found = target("https://bank.example@evil.example/x")
    assert (found.host, found.suspicious) == ("evil.example", True)


@pytest.mark.parametrize("url", ["http://", "http://[::1", "https:///x"])
def test_a_broken_address_opens_nothing(url):
    assert target(url) is None


@given(st.text())
def test_any_text_is_read_and_the_places_lie_inside(text):
    for link in find_links(text):
        assert 0 <= link.start < link.end <= len(text)
        target(link.url)
