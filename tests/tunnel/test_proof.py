import asyncio
import errno
import socket
import ssl

import aiohttp
import pytest

from olark_inbox.receiver import answers
from olark_inbox.tunnel import proof as proof_module
from olark_inbox.tunnel.faults import Fault
from olark_inbox.tunnel.proof import AsideResolver, Prober, Proof, Reply, fault_of, host_of, judge
from tests.tunnel.makers import answering, play, serving

EXPECTED = "a1" * 32


def proven(shop, address, secret=None):
    prober = Prober(shop.inbox, patience_s=60)
    return play(prober.prove(address, secret or shop.secret))


def met(shop, handler):
    """Prove against a server that is not the inbox."""

    async def story():
        async with serving(handler) as address:
            return await Prober(shop.inbox, patience_s=60).prove(address, shop.secret)

    return play(story())


def test_the_address_of_this_inbox_is_proven(shop):
    found = proven(shop, shop.address)
    assert found.fault is None
    assert proven(shop, shop.address + "/").fault is None


def test_a_proof_is_proven_when_another_process_receives_into_the_same_store(shop, open_shop):
    """What counts is the key in the store, not who sends the question."""
    from olark_inbox.inbox import Inbox  # noqa: PLC0415 - a second door to the same store

    beside = Inbox.open(shop.folders)
    try:
        assert play(Prober(beside).prove(shop.address, shop.secret)).fault is None
    finally:
        beside.close()


def test_another_inbox_with_the_same_secret_is_told_apart(shop, open_shop):
    other = open_shop("other")
    other.settings.store({"secret": shop.secret})
    other.listen()
    assert proven(shop, other.address).fault is Fault.ANOTHER


def test_another_inbox_with_another_secret_is_told_apart(shop, open_shop):
    other = open_shop("other").listen()
    assert proven(shop, other.address).fault is Fault.ANOTHER


def test_a_strangers_page_is_told_apart(shop):
    assert met(shop, answering("<html>Welcome</html>")).fault is Fault.STRANGER


def test_a_page_that_echoes_the_nonce_is_a_stranger(shop):
    async def echo(request):
        return aiohttp.web.Response(text=request.query["proof"])

    assert met(shop, echo).fault is Fault.STRANGER


def test_an_answer_recorded_earlier_proves_nothing(shop):
    recorded = shop.inbox.reach.proof_of("an-earlier-nonce-12345").result(120)
    assert met(shop, answering(recorded)).fault is Fault.ANOTHER


def test_a_captive_portal_is_told_apart(shop):
    portal = answering("", 302, Location="http://login.hotel.example/")
    assert met(shop, portal).fault is Fault.ELSEWHERE


def test_ngroks_warning_page_is_told_apart_and_asked_not_to_come(shop):
    asked = []

    async def ngrok(request):
        asked.append(request.headers["ngrok-skip-browser-warning"])
        return aiohttp.web.Response(
            text="<html>You are about to visit", headers={"ngrok-error-code": "ERR_NGROK_6024"}
        )

    assert met(shop, ngrok).fault is Fault.INTERSTITIAL
    assert asked == ["1"]


def test_an_answer_that_never_comes_is_slow(shop):
    async def never(_request):
        await asyncio.Event().wait()

    async def story():
        async with serving(never) as address:
            return await Prober(shop.inbox, patience_s=0.2).prove(address, shop.secret)

    assert play(story()).fault is Fault.SLOW


def test_a_huge_answer_is_read_only_in_part(shop):
    assert met(shop, answering("x" * 5_000_000)).fault is Fault.STRANGER


def test_nobody_at_the_address_is_refused(shop, open_shop):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert proven(shop, f"http://127.0.0.1:{port}").fault is Fault.REFUSED


def test_a_hang_up_is_broken(shop):
    async def story():
        async def hang_up(_reader, writer):
            writer.close()

        server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            return await Prober(shop.inbox).prove(f"http://127.0.0.1:{port}", shop.secret)

    assert play(story()).fault is Fault.BROKEN


def test_a_store_that_is_closed_is_no_fault_of_the_address(open_shop):
    shop = open_shop()
    shop.inbox.close()
    assert proven(shop, "http://127.0.0.1:1").fault is Fault.STORE


@pytest.mark.parametrize(
    ("reply", "fault", "detail"),
    [
        (Reply(404, {"ngrok-error-code": "ERR_NGROK_3200"}, ""), Fault.OFFLINE, "3200"),
        (Reply(502, {}, "... ERR_NGROK_8012 ..."), Fault.BEHIND, "8012"),
        (Reply(403, {"ngrok-error-code": "ERR_NGROK_727"}, ""), Fault.LIMIT, "727"),
        (Reply(400, {"ngrok-error-code": "ERR_NGROK_9999"}, ""), Fault.NGROK, "9999"),
        (Reply(200, {}, "A page about ERR_NGROK_3200"), Fault.STRANGER, "200"),
        (Reply(401, {}, ""), Fault.GUARDED, "401"),
        (Reply(429, {}, ""), Fault.LIMIT, "429"),
        (Reply(502, {}, "Bad gateway"), Fault.BEHIND, "502"),
        (Reply(530, {}, "error code: 1033"), Fault.BEHIND, "530"),
        (Reply(500, {}, "oops"), Fault.BEHIND, "500"),
        (Reply(511, {}, ""), Fault.ELSEWHERE, "511"),
        (Reply(404, {}, "Not found"), Fault.STRANGER, "404"),
        (Reply(201, {}, EXPECTED), Fault.ANOTHER, "201"),
    ],
)
def test_whoever_answers_instead_of_us_is_told_apart(reply, fault, detail):
    assert judge(reply, EXPECTED) == Proof(fault, 0, detail)


def test_the_right_answer_may_have_a_line_end(shop):
    assert judge(Reply(200, {}, EXPECTED + "\n"), EXPECTED).fault is None


def test_the_doors_own_refusals_are_recognised_by_their_words():
    for answer, fault in ((answers.NOT_HERE, Fault.ANOTHER), (answers.LATER, Fault.STORE)):
        assert judge(Reply(answer.status, {}, answer.text), EXPECTED).fault is fault
        assert answer.text in (proof_module._NOT_HERE, proof_module._LATER)


def certificate_error(code):
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = code
    return aiohttp.ClientConnectorCertificateError(None, error)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (certificate_error(9), Fault.CLOCK),
        (certificate_error(10), Fault.CLOCK),
        (certificate_error(18), Fault.CERTIFICATE),
        (ssl.SSLError(1, "x"), Fault.CERTIFICATE),
        (socket.gaierror(socket.EAI_NONAME, "x"), Fault.UNKNOWN_NAME),
        (socket.gaierror(socket.EAI_AGAIN, "x"), Fault.NO_NETWORK),
        (OSError(errno.ENETUNREACH, "x"), Fault.NO_NETWORK),
        (ConnectionResetError(), Fault.BROKEN),
        (ConnectionRefusedError(errno.ECONNREFUSED, "x"), Fault.REFUSED),
        (aiohttp.ServerDisconnectedError(), Fault.BROKEN),
        (aiohttp.InvalidURL("x"), Fault.NO_ADDRESS),
        (TimeoutError(), Fault.SLOW),
    ],
)
def test_what_kept_us_from_an_answer_is_told_apart(error, fault):
    assert fault_of(error) is fault


def test_only_the_host_of_an_address_is_shown():
    assert host_of("https://a.example:8443/olark/secret") == "a.example:8443"


def test_a_name_is_looked_up():
    (first, *_) = play(AsideResolver().resolve("localhost", 80))
    assert (first["host"], first["port"]) == ("127.0.0.1", 80)
    with pytest.raises(socket.gaierror):
        play(AsideResolver().resolve("nowhere.invalid"))
