"""The end of a session as a log-out makes it: programs are told, the bus goes, the screen goes."""

import json
import os
import shutil
import subprocess
import threading

import pytest

from tests.journeys.conftest import Program
from tests.window import chat

pytestmark = pytest.mark.desktop
XVFB, BUS = shutil.which("Xvfb"), shutil.which("dbus-daemon")


class Session:
    """A screen and a bus of their own, with the program in them."""

    def __init__(self, root):
        self.screen = subprocess.Popen(
            [XVFB, "-displayfd", "1", "-screen", "0", "1280x800x24"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.bus = subprocess.Popen(
            [BUS, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
        )
        self.program = Program(root)
        self.program.environment |= {
            "DISPLAY": f":{self.screen.stdout.readline().strip()}",
            "DBUS_SESSION_BUS_ADDRESS": self.bus.stdout.readline().strip(),
            "QT_QPA_PLATFORM": "xcb",
        }
        self.window = self.program.start("--port", "0")

    def address(self):
        """The address that answers, once the program is there."""
        known = self.program.root / "inbox.sqlite"
        waiting = threading.Event()
        for _ in range(200):
            text = self.program.run("address").stdout.strip() if known.exists() else ""
            port = text.partition("127.0.0.1:")[2].partition("/")[0]
            if port not in ("", "8765", "0"):
                return text.splitlines()[0]
            waiting.wait(0.1)
        return ""

    def close(self):
        self.program.close()
        for process in (self.screen, self.bus):
            process.terminate()
            process.wait(120)
            process.stdout.close()


@pytest.fixture
def session(tmp_path):
    if XVFB is None or BUS is None:
        pytest.skip("Xvfb or dbus-daemon is not installed")
    made = Session(tmp_path / "shop")
    yield made
    made.close()


@pytest.mark.parametrize("gone", ["told", "bus", "screen"])
def test_a_log_out_loses_nothing_and_the_next_start_goes_on(session, gone):
    address = session.address()
    for number in range(20):
        assert session.program.post(address, chat(f"C{number}")) == 200
    if gone == "told":
        session.window.process.terminate()
    elif gone == "bus":
        session.bus.terminate()
        session.bus.wait(120)
        assert session.program.post(address, chat("C20")) == 200, "it still receives"
        session.window.process.terminate()
    else:
        session.screen.kill()
    code, _ = session.window.ends()
    assert gone == "screen" or code == 0
    there = {
        one["id"] for one in map(json.loads, session.program.says("list", "--json").splitlines())
    }
    assert {f"C{number}" for number in range(20)} <= there
    assert json.loads(session.program.says("check", "--json"))["sound"]
    session.program.environment = {**os.environ, "OLARK_INBOX_DATA_DIR": str(session.program.root)}
    session.program.environment["QT_QPA_PLATFORM"] = "offscreen"
    again = session.program.start("--port", "0")
    assert session.program.post(session.address(), chat("C21")) == 200
    again.process.terminate()
    assert again.ends()[0] == 0
