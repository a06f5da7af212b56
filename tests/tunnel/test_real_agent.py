"""The real ngrok program (version 2, as npm packs it) without a network: what it says then.

It is met only on loopback: its own service is told to be at a port where nobody listens.
"""

import os
import shutil
import socket
import subprocess
import threading

import pytest

from olark_inbox.tunnel.agent import AgentWay
from olark_inbox.tunnel.catch_up import Caught, catch_up
from olark_inbox.tunnel.faults import Fault, WayFailed
from tests.tunnel.makers import play

PROGRAM = os.environ.get("OLARK_INBOX_NGROK") or shutil.which("ngrok")
pytestmark = [
    pytest.mark.tunnel,
    pytest.mark.skipif(not PROGRAM, reason="no ngrok here; OLARK_INBOX_NGROK may say where it is"),
]


@pytest.fixture
def agent_port(tmp_path):
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    config = tmp_path / "ngrok.yml"
    config.write_text(
        f"web_addr: 127.0.0.1:{port}\nconsole_ui: false\nupdate: false\nserver_addr: 127.0.0.1:1\n"
    )
    process = subprocess.Popen(
        [PROGRAM, "http", "-config", str(config), "-log", "stdout", "9"],
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
        stdout=subprocess.DEVNULL,
    )
    pause = threading.Event()
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            assert process.poll() is None, "ngrok has ended"
            pause.wait(0.05)
    yield port
    process.terminate()
    process.wait()


def test_it_is_found_although_it_leads_nowhere_yet(agent_port):
    way = AgentWay((agent_port,))
    with pytest.raises(WayFailed) as failed:
        play(way.start(8765))
    assert (failed.value.fault, failed.value.detail) == (Fault.AGENT_ELSEWHERE, "")
    assert way.agent_port == agent_port


def test_it_cannot_lead_here_before_it_is_connected(agent_port):
    async def story():
        way = AgentWay((agent_port,))
        with pytest.raises(WayFailed):
            await way.start(8765)
        await way.add()

    with pytest.raises(WayFailed) as failed:
        play(story())
    assert failed.value.fault is Fault.AGENT_ELSEWHERE


def test_it_remembers_nothing_yet(agent_port, shop):
    async def story():
        way = AgentWay((agent_port,))
        async with way.session() as session:
            agent = await way._first(session)
            assert await agent.unanswered("/olark/x") == []
            assert not await agent.replay("548fb5c700000002")
        return await catch_up(way, "/olark/x", 9, (), shop.inbox)

    assert play(story()) == Caught()
