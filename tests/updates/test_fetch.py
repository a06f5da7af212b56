"""Reading the announcement from a real server."""

import pytest

from olark_inbox.receiver.port import bind
from olark_inbox.updates import fetch
from olark_inbox.updates.fetch import NotRead
from tests.updates.makers import announcing


@pytest.fixture
def announcer(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with announcing() as said:
        yield said


def test_it_reads_what_stands_there(announcer):
    announcer.announce(version="0.2.0")
    assert fetch.fetch(announcer.address) == b'{"version": "0.2.0"}'


def test_nothing_is_sent_that_tells_one_reader_from_another(announcer):
    announcer.headers = {"Set-Cookie": "who=you; Path=/"}
    for _ in range(2):
        fetch.fetch(announcer.address)
    for path, headers in announcer.asked:
        assert path == "/latest.json"
        assert set(headers) <= {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert headers["User-Agent"] == "Olark-Inbox"
        assert headers.get("Accept-Encoding", "identity") == "identity"


@pytest.mark.parametrize("status", [404, 403, 500])
def test_a_no_is_nothing(announcer, status):
    announcer.status = status
    with pytest.raises(NotRead):
        fetch.fetch(announcer.address)


def test_it_follows_only_to_safe_addresses(announcer):
    announcer.status, announcer.headers = 302, {"Location": "http://example.org/latest.json"}
    with pytest.raises(NotRead):
        fetch.fetch(announcer.address)
    assert len(announcer.asked) == 1


def test_too_much_is_not_read(announcer):
    announcer.pieces = [b"x" * 65_536] * 32
    with pytest.raises(NotRead):
        fetch.fetch(announcer.address)


def test_too_slow_is_not_waited_for(announcer):
    announcer.pieces = [b"x"] * 4
    moments = iter([0.0, 1_000.0, 2_000.0])
    with pytest.raises(NotRead):
        fetch.fetch(announcer.address, clock=lambda: next(moments))


def test_without_a_network_it_says_so():
    with bind(0) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(NotRead):
        fetch.fetch(address)


@pytest.mark.parametrize("address", ["http://example.org/x", "file:///etc/passwd", "", "https://"])
def test_an_address_that_is_not_safe_is_not_asked(address):
    with pytest.raises(NotRead):
        fetch.fetch(address)
