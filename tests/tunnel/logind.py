"""A system bus of our own, on which a stand-in for logind says when the computer sleeps."""

import contextlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, signal

DAEMON = shutil.which("dbus-daemon")
VARIABLE = "DBUS_SYSTEM_BUS_ADDRESS"


class Manager(ServiceInterface):
    def __init__(self):
        super().__init__("org.freedesktop.login1.Manager")

    @signal()
    def PrepareForSleep(self, start) -> "b":  # noqa: F821, N802 - D-Bus's own words
        return start


@contextlib.contextmanager
def bus():
    """Run a bus; gives its address."""
    folder = Path(tempfile.mkdtemp(prefix="bus"))
    address = f"unix:path={folder}/socket"
    process = subprocess.Popen(
        [DAEMON, "--session", "--nofork", "--nopidfile", "--print-address=1",
         f"--address={address}"],
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    try:
        with process.stdout:
            assert process.stdout.readline().startswith("unix:path=")
        yield address
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder)


@contextlib.asynccontextmanager
async def logind(address, name="org.freedesktop.login1"):
    """Stand on the bus under logind's name; gives what says `start`: sleep or waking."""
    connection = await MessageBus(address).connect()
    manager = Manager()
    connection.export("/org/freedesktop/login1", manager)
    await connection.request_name(name)
    try:
        yield lambda *, start: manager.PrepareForSleep(start)
    finally:
        connection.disconnect()
        await connection.wait_for_disconnect()
