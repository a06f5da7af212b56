from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, strategies

from olark_inbox.olark.template import EXAMPLE, Known, filled, problem

ANN = Known("E1", "Ann Lee", "ann+shop@example.com", "(555) 1")


def test_a_template_is_filled_with_what_is_known():
    assert filled("https://crm.example/?mail={email}&n={name}", ANN) == (
        "https://crm.example/?mail=ann%2Bshop%40example.com&n=Ann%20Lee"
    )
    assert filled("http://crm.example/{id}#{phone}", ANN) == "http://crm.example/E1#%28555%29%201"


def test_there_is_no_link_when_everything_it_asks_for_is_unknown():
    assert filled("https://crm.example/?mail={email}", Known(name="Ann")) == ""
    assert filled("https://crm.example/?{email}{name}", Known(name="Ann")).endswith("?Ann")
    assert filled("https://crm.example/", Known()) == "https://crm.example/"
    assert filled("", ANN) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        "", "crm.example", "javascript:alert({name})", "ftp://crm.example/{id}", "https://",
        "https:///{id}", "https://{name}.example/", "https://{name}@crm.example/", "//crm.example",
        "https://crm.example/{secret}", "https://crm.example/{}", "https://crm.example/{id",
        "https://crm.example/{id.__class__}", "https://crm.example/ {id}", "https://[1/{id}",
        "https://crm.example/\n{id}", "https://crm.example/" + "a" * 3000, "data:text/html,{name}",
    ],
)  # fmt: skip
def test_a_wrong_template_is_said_and_makes_no_link(wrong):
    assert problem(wrong).endswith(".")
    assert filled(wrong, ANN) == ""


@given(strategies.text(max_size=600))
def test_whatever_a_visitor_typed_stays_one_value_of_the_address(typed):
    link = filled("https://crm.example/a?x={name}&y=1", Known(id="1", name=typed or "x"))
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == (
        "https", "crm.example", "/a", "",
    )  # fmt: skip
    assert list(parse_qs(parts.query, keep_blank_values=True)) == ["x", "y"]
    assert link.isascii()


def test_the_example_fills_every_placeholder():
    assert "{" not in filled("https://e.example/{id}{name}{email}{phone}", EXAMPLE)
