"""Which addresses may be read without a second thought."""

import pytest

from olark_inbox.base.web import is_safe


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/latest.json", "https://example.org:8443/a?b=c",
        "http://127.0.0.1:8080/latest.json", "http://[::1]/x", "http://localhost/x",
    ],
)  # fmt: skip
def test_what_cannot_be_changed_on_its_way_is_safe(address):
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "", "latest.json", "http://example.org/", "http://127.0.0.1.example.org/", "ftp://a.org/x",
        "file:///etc/passwd", "https://", "https://me:secret@example.org/", "https://a.org:port/",
        "javascript:alert(1)", "https://a.org/\nX: y", "https://[::1", "https://a.org/a b",
        "https://me@example.org/",
    ],
)  # fmt: skip
def test_everything_else_is_not(address):
    assert not is_safe(address)
