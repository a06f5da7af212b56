import pytest

from olark_inbox.receiver import answers
from olark_inbox.receiver.guard import Guard, Limits, is_local

SECRET = "Aa0-_" * 5


def guard(*secrets, **limits):
    return Guard(lambda: secrets or (SECRET,), Limits(**limits))


def test_only_the_exact_path_is_known():
    assert guard().knows(f"/olark/{SECRET}")
    for wrong in ("", "/", "/olark/", f"/olark/{SECRET}/", f"/olark/{SECRET[:-1]}", f"/{SECRET}"):
        assert not guard().knows(wrong)


def test_the_former_secret_opens_as_long_as_it_is_kept():
    both = guard("new" * 8, SECRET)
    assert both.knows(f"/olark/{SECRET}")
    assert both.knows(f"/olark/{'new' * 8}")
    assert not guard("new" * 8).knows(f"/olark/{SECRET}")


def test_bytes_that_are_no_text_are_simply_unknown():
    assert not guard().knows("/olark/\udcff")


def test_a_delivery_is_not_refused():
    headers = {"Host": "x", "Content-Length": "100", "Content-Type": "whatever"}
    assert guard().refusal("POST", headers) is None


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "post", ""])
def test_another_method_is_not_allowed(method):
    assert guard().refusal(method, {}) is answers.METHOD


def test_whoever_looks_sees_the_page():
    assert guard().refusal("GET", {}) is answers.PAGE
    assert guard().refusal("HEAD", {"Origin": "https://example.com"}) is answers.PAGE


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.com"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8765.example.com"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_browser_may_not_deliver_for_another_site(headers):
    refused = guard().refusal("POST", {"Host": "127.0.0.1:8765", **headers})
    assert refused is answers.FOREIGN_PAGE


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8765", "HTTPS://127.0.0.1:8765"])
def test_a_browser_may_deliver_for_its_own_page(origin):
    headers = {"Host": "127.0.0.1:8765", "Origin": origin, "Sec-Fetch-Site": "same-origin"}
    assert guard().refusal("POST", headers) is None


@pytest.mark.parametrize("coding", ["gzip", "GZIP", "x-gzip", "deflate", "identity", " gzip "])
def test_known_codings_pass(coding):
    assert guard().refusal("POST", {"Content-Encoding": coding}) is None


@pytest.mark.parametrize("coding", ["br", "gzip, br", "zstd", "ᵍzip"])
def test_unknown_codings_are_said(coding):
    assert guard().refusal("POST", {"Content-Encoding": coding}) is answers.CODING


def test_what_is_too_large_is_refused_by_its_length_alone():
    limited = guard(body_bytes=100)
    assert limited.refusal("POST", {"Content-Length": "100"}) is None
    for length in ("101", "9" * 5000, "-1", "٣"):
        assert limited.refusal("POST", {"Content-Length": length}) is answers.TOO_LARGE


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:8765", "127.0.0.1:1"])
def test_a_browser_of_this_computer_is_local(host):
    assert is_local({"Host": host})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": ""},
        {"Host": "example.com"},
        {"Host": "localhost.example.com"},
        {"Host": "127.0.0.1:80:80"},
        {"Host": "localhost:a"},
        {"Host": "localhost", "X-Forwarded-For": "127.0.0.1"},
        {"Host": "localhost", "Forwarded": "for=127.0.0.1"},
    ],
)
def test_whoever_comes_through_the_public_address_is_not_local(headers):
    assert not is_local(headers)
