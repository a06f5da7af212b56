"""A small tray: takes StatusNotifier items, says what it sees, clicks when told to.

Run as a program of its own. Prints one JSON line an event: {"item": …} with the size of the icon,
its tooltip's title and its menu. A line "click" on stdin activates the newest item.
"""

import asyncio
import json
import sys

from dbus_fast import PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method, signal

WATCHER = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"


class Watcher(ServiceInterface):
    def __init__(self):
        super().__init__(WATCHER)
        self.items = asyncio.Queue()
        self.known = []

    @method()
    def RegisterStatusNotifierItem(self, service: "s"):  # noqa: F821, N802 - D-Bus's own words
        self.known.append(service)
        self.items.put_nowait(service)
        self.StatusNotifierItemRegistered(service)

    @method()
    def RegisterStatusNotifierHost(self, service: "s"):  # noqa: F821, N802 - as above
        pass

    @dbus_property(access=PropertyAccess.READ)
    def RegisteredStatusNotifierItems(self) -> "as":  # noqa: F722, N802 - as above
        return self.known

    @dbus_property(access=PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> "b":  # noqa: F821, N802 - as above
        return True

    @dbus_property(access=PropertyAccess.READ)
    def ProtocolVersion(self) -> "i":  # noqa: F821, N802 - as above
        return 0

    @signal()
    def StatusNotifierItemRegistered(self, service) -> "s":  # noqa: F821, N802 - as above
        return service

    @signal()
    def StatusNotifierHostRegistered(self):  # noqa: N802 - as above
        return None


async def _lines():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield line.decode().strip()


async def _item(bus, service):
    path = "/StatusNotifierItem"
    seen = await bus.introspect(service, path)
    return bus.get_proxy_object(service, path, seen).get_interface("org.kde.StatusNotifierItem")


async def _describe(bus, service):
    item = await _item(bus, service)
    pictures = await item.get_icon_pixmap()
    tip = await item.get_tool_tip()
    say({"item": service, "sizes": sorted(p[0] for p in pictures), "tip": tip[2]})


def say(event):
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


async def _take(bus, watcher):
    while True:
        await _describe(bus, await watcher.items.get())


async def main():
    bus = await MessageBus().connect()
    watcher = Watcher()
    bus.export(PATH, watcher)
    await bus.request_name(WATCHER)
    say({"ready": True})
    taking = asyncio.get_running_loop().create_task(_take(bus, watcher))
    async for line in _lines():
        if line == "click":
            await (await _item(bus, watcher.known[-1])).call_activate(1, 1)
        elif line == "look":
            await _describe(bus, watcher.known[-1])
    taking.cancel()
    bus.disconnect()


if __name__ == "__main__":
    asyncio.run(main())
