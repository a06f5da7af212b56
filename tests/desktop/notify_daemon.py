"""A small notification daemon: shows nothing, says what it was asked to show, acts when told to.

Run as a program of its own. Prints one JSON line an event. Lines on stdin: "act NUMBER KEY" does an
action of a notification, refused where the program did not offer it; "quiet yes|no" sets and takes
back the wish not to be disturbed. It also says what is put on the program's entry in a launcher.
"""

import asyncio
import json
import sys

from dbus_fast import Message, MessageType, PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method, signal

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
LAUNCHER = "com.canonical.Unity.LauncherEntry"


class Daemon(ServiceInterface):
    def __init__(self):
        super().__init__(NAME)
        self.offered = {}
        self.quiet = False

    @method()
    def GetCapabilities(self) -> "as":  # noqa: F722, N802 - D-Bus's own words
        return ["actions", "body", "sound"]

    @method()
    def GetServerInformation(self) -> "ssss":  # noqa: F821, N802 - as above
        return ["test", "test", "1", "1.2"]

    @method()
    def Notify(  # noqa: N802 - as above
        self, app: "s", _replaces: "u", _icon: "s", title: "s", body: "s",  # noqa: F821
        actions: "as", hints: "a{sv}", _timeout: "i",  # noqa: F722, F821
    ) -> "u":  # noqa: F821  # fmt: skip
        number = len(self.offered) + 1
        self.offered[number] = actions[::2]
        plain = {key: value.value for key, value in hints.items()}
        shown = {"title": title, "body": body, "actions": actions[::2], "names": actions[1::2]}
        say({"number": number, "app": app, "hints": plain, **shown})
        return number

    @method()
    def CloseNotification(self, _number: "u"):  # noqa: F821, N802 - as above
        pass

    @dbus_property(access=PropertyAccess.READ)
    def Inhibited(self) -> "b":  # noqa: F821, N802 - as above
        return self.quiet

    @signal()
    def ActionInvoked(self, number, key) -> "us":  # noqa: F821, N802 - as above
        return [number, key]

    @signal()
    def NotificationClosed(self, number, reason) -> "uu":  # noqa: F821, N802 - as above
        return [number, reason]

    def act(self, number, key):
        if key not in self.offered.get(number, ()):
            say({"refused": key})
            return
        self.ActionInvoked(number, key)
        self.NotificationClosed(number, 2)


async def _lines():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield line.decode().split()


def _hear(message):
    if message.message_type is MessageType.SIGNAL and message.interface == LAUNCHER:
        entry, values = message.body
        say({"launcher": entry, **{key: value.value for key, value in values.items()}})


def say(event):
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


async def main():
    bus = await MessageBus().connect()
    daemon = Daemon()
    bus.export(PATH, daemon)
    bus.add_message_handler(_hear)
    await bus.call(
        Message(
            destination="org.freedesktop.DBus", path="/org/freedesktop/DBus",
            interface="org.freedesktop.DBus", member="AddMatch", signature="s",
            body=[f"type='signal',interface='{LAUNCHER}'"],
        )
    )  # fmt: skip
    await bus.request_name(NAME)
    say({"ready": True})
    async for line in _lines():
        if line[0] == "act":
            daemon.act(int(line[1]), line[2])
        elif line[0] == "quiet":
            daemon.quiet = line[1] == "yes"
            say({"quiet": daemon.quiet})
    bus.disconnect()


if __name__ == "__main__":
    asyncio.run(main())
