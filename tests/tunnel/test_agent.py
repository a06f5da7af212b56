import base64

import pytest
from aiohttp import web

from olark_inbox.tunnel.agent import AgentWay, _endpoints, _port, _remembered, _tunnels
from olark_inbox.tunnel.faults import Fault, WayFailed
from tests.ports import free_port
from tests.tunnel.agent_double import AgentDouble, captured
from tests.tunnel.makers import play, serving

PATH = "/olark/" + "s" * 32


def found_by(double, port, *, more=()):
    async def story():
        async with double.running() as at:
            way = AgentWay((*more, at))
            return await way.start(port), way.agent_port == at

    return play(story())


@pytest.mark.parametrize("old", [False, True])
def test_the_address_that_leads_to_our_port_is_found(old):
    double = AgentDouble(old=old)
    double.lead("https://other.ngrok-free.dev", 3000)
    double.lead("https://shop.ngrok-free.dev", 8765)
    assert found_by(double, 8765) == ("https://shop.ngrok-free.dev", True)


def test_it_is_found_on_another_port_of_its_interface_too():
    double = AgentDouble()
    double.lead("https://shop.ngrok-free.dev", 8765)
    assert found_by(double, 8765, more=(free_port(),)) == ("https://shop.ngrok-free.dev", True)


def test_https_is_taken_where_the_program_leads_both_to_us():
    double = AgentDouble(old=True)
    double.lead("http://shop.ngrok-free.dev", 8765)
    double.lead("https://shop.ngrok-free.dev", 8765)
    assert found_by(double, 8765)[0] == "https://shop.ngrok-free.dev"


def test_a_program_that_leads_elsewhere_says_where():
    double = AgentDouble()
    double.lead("https://a.ngrok-free.dev", 3000)
    double.lead("tcp://0.tcp.ngrok.io:5", 22)
    with pytest.raises(WayFailed) as failed:
        found_by(double, 8765)
    assert (failed.value.fault, failed.value.detail) == (Fault.AGENT_ELSEWHERE, "22, 3000")


def test_a_program_that_leads_elsewhere_leads_to_us_when_it_is_asked_to():
    for old in (False, True):
        double = AgentDouble(old=old)
        double.lead("https://a.ngrok-free.dev", 3000)

        async def story(double=double):
            async with double.running() as at:
                way = AgentWay((at,))
                with pytest.raises(WayFailed):
                    await way.start(8765)
                return await way.add()

        assert play(story()) == "https://added.ngrok-free.dev"


def test_no_program_is_no_address():
    with pytest.raises(WayFailed) as failed:
        play(AgentWay((free_port(),)).start(8765))
    assert failed.value.fault is Fault.AGENT_MISSING


def test_another_web_server_at_its_port_is_not_taken_for_it():
    async def page(_request):
        return web.Response(text="<html>Jupyter</html>")

    async def story():
        async with serving(page) as address:
            await AgentWay((int(address.rpartition(":")[2]),)).start(8765)

    with pytest.raises(WayFailed) as failed:
        play(story())
    assert failed.value.fault is Fault.AGENT_MISSING


def test_a_program_that_ends_is_noticed_by_looking():
    double = AgentDouble()
    double.lead("https://shop.ngrok-free.dev", 8765)

    async def story():
        async with double.running() as at:
            way = AgentWay((at,))
            await way.start(8765)
        with pytest.raises(WayFailed) as failed:
            await way.look()
        await way.stop()
        return failed.value.fault

    assert play(story()) is Fault.AGENT_MISSING


@pytest.mark.parametrize(
    ("target", "port"),
    [
        ("http://localhost:8765", 8765), ("localhost:8765", 8765), ("8765", 8765),
        ("http://127.0.0.1:8765/", 8765), ("https://localhost", 443), ("http://localhost", 80),
        ("http://[::1]:8765", 8765), ("http://10.0.0.5:8765", 0), ("http://x:y", 0), ("", 80),
    ],
)  # fmt: skip
def test_where_a_target_leads_is_read_in_every_form(target, port):
    assert _port(target) == port


@pytest.mark.parametrize("answer", [{}, {"endpoints": None}, {"endpoints": [1, {}]}])
def test_odd_answers_are_read_without_an_error(answer):
    assert all(not each.address for each in _endpoints(answer))
    assert _tunnels({"tunnels": [{"config": 5}]})[0].address == ""


def test_only_unanswered_posts_to_our_path_are_remembered():
    body = b"data=%7B%7D"
    assert _remembered(captured("1", PATH, body), PATH).body == body
    assert _remembered(captured("2", PATH, body, status=None), PATH).body == body
    assert _remembered(captured("3", PATH, body, status=200), PATH) is None
    assert _remembered(captured("4", PATH, body, method="GET"), PATH) is None
    assert _remembered(captured("5", "/elsewhere", body), PATH) is None
    assert _remembered({"id": 5}, PATH) is None
    assert _remembered(None, PATH) is None


def test_a_body_that_was_cut_is_known_as_cut():
    cut = _remembered(captured("1", PATH, b"data=%7B", length=900), PATH)
    assert (cut.body, cut.length, cut.whole) == (b"data=%7B", 900, False)
    garbled = captured("3", PATH, b"x")
    garbled["request"]["raw"] = "%%%"
    assert not _remembered(garbled, PATH).whole
    headless = captured("4", PATH, b"x")
    headless["request"]["raw"] = base64.b64encode(b"POST").decode()
    assert not _remembered(headless, PATH).whole


@pytest.mark.parametrize(
    ("framed", "body", "whole"),
    [
        (b"5\r\ndata=\r\n3\r\n%7B\r\n0\r\n\r\n", b"data=%7B", True),
        (b"5\r\ndata=\r\n3\r\n%7", b"data=%7", False),
        (b"-5\r\ndata=", b"", False),
    ],
)
def test_a_body_in_chunks_is_put_together(framed, body, whole):
    headers = {"Content-Length": [], "Transfer-Encoding": ["chunked"]}
    found = _remembered(captured("1", PATH, framed, headers=headers), PATH)
    assert (found.body, found.whole) == (body, whole)
