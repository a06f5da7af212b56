import asyncio
import socket

import pytest

from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.ngrok_way import NgrokLibrary, NgrokWay, read_fault
from tests.tunnel.makers import play


class FakeLibrary:
    """Stands behind the thin interface: what ngrok itself would do with a network."""

    def __init__(self, *outcomes):
        self.outcomes = list(outcomes)
        self.opened = []
        self.closed = 0
        self.lost = None

    async def open(self, token, upstream, name, lost):
        self.opened.append((token, upstream, name))
        self.lost = lost
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return FakeOpened(outcome, self)


class FakeOpened:
    def __init__(self, url, library):
        self.url = url
        self._library = library

    async def close(self):
        self._library.closed += 1


class Purse:
    def __init__(self, token="t"):  # noqa: S107 - made up
        self.token = token

    def find(self):
        return self.token


def failing(way, port=8765):
    with pytest.raises(WayFailed) as failed:
        play(way.start(port))
    return failed.value.fault, failed.value.detail


def test_the_accounts_own_address_is_used_by_itself():
    library = FakeLibrary("https://spoke-chain-pine.ngrok-free.dev")
    way = NgrokWay(library, Purse())
    assert play(way.start(8765)) == "https://spoke-chain-pine.ngrok-free.dev"
    assert library.opened == [("t", "http://127.0.0.1:8765", "")]


def test_a_chosen_name_is_asked_for():
    library = FakeLibrary("https://shop.example")
    play(NgrokWay(library, Purse(), "shop.example").start(1))
    assert library.opened[0][2] == "shop.example"


def test_a_lost_connection_is_known_and_starting_again_connects_anew():
    library = FakeLibrary("https://a.ngrok-free.dev", "https://a.ngrok-free.dev")

    async def story():
        way = NgrokWay(library, Purse())
        await way.start(1)
        # ngrok tells it on a thread of its own.
        await asyncio.to_thread(library.lost, "connection reset")
        with pytest.raises(WayFailed) as failed:
            await way.look()
        again = await way.start(1)
        await way.stop()
        return failed.value.fault, again

    assert play(story()) == (Fault.NGROK, "https://a.ngrok-free.dev")
    assert library.closed == 2


def test_without_a_token_nothing_is_tried():
    library = FakeLibrary()
    assert failing(NgrokWay(library, Purse(""))) == (Fault.TOKEN_MISSING, "")
    assert library.opened == []


def test_a_way_that_was_never_started_has_no_address():
    with pytest.raises(WayFailed) as failed:
        play(NgrokWay(FakeLibrary(), Purse()).look())
    assert failed.value.fault is Fault.NO_ADDRESS


@pytest.mark.parametrize(
    ("error", "fault", "detail"),
    [
        (ValueError("failed to connect session", "failed to establish tcp connection"),
         Fault.NO_NETWORK, ""),
        (ValueError("failed to connect session", "tls handshake error"), Fault.CLOCK, ""),
        (ValueError("failed to connect session", "authentication failure", "ERR_NGROK_105"),
         Fault.TOKEN_BAD, "105"),
        (ValueError("failed to connect session", "authentication failure"), Fault.TOKEN_BAD, ""),
        (ValueError("x", "Usage requires a verified account\r\n\r\nERR_NGROK_4018"),
         Fault.UNVERIFIED, "4018"),
        (ValueError("x", "limited to 1 simultaneous agent sessions ERR_NGROK_108"),
         Fault.SESSION_LIMIT, "108"),
        (ValueError("failed to start listener", "ERR_NGROK_334"), Fault.TAKEN, "334"),
        (ValueError("failed to start listener", "ERR_NGROK_313"), Fault.PAID, "313"),
        (ValueError("x", "ERR_NGROK_9999"), Fault.NGROK, "9999"),
        (ValueError("something new"), Fault.NGROK, ""),
        (ValueError(), Fault.NO_NETWORK, ""),
    ],
)  # fmt: skip
def test_each_refusal_is_told_apart(error, fault, detail):
    failed = read_fault(error)
    assert (failed.fault, failed.detail) == (fault, detail)
    assert failing(NgrokWay(FakeLibrary(error), Purse())) == (fault, detail)


def test_a_computer_without_the_library_says_so():
    assert failing(NgrokWay(FakeLibrary(ImportError("no wheel")), Purse()))[0] is Fault.UNAVAILABLE


def test_the_real_library_fails_at_once_where_nobody_answers():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = f"127.0.0.1:{taken.getsockname()[1]}"
    assert failing(NgrokWay(NgrokLibrary(server), Purse("2abc_def"))) == (Fault.NO_NETWORK, "")
