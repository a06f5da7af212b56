"""A window as a screen reader meets it: by the accessibility bus alone, never by its pixels."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus

_PATIENCE_S = 120.0
_SPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_LINE = 3
"""Of the granularities of text: by lines."""
STATES = {"checked": 4, "enabled": 8, "focused": 12, "selected": 23, "showing": 25}


class Node:
    """One thing a screen reader can go to."""

    def __init__(self, speech: "Speech", owner: str, path: str) -> None:
        self._speech, self.owner, self.path = speech, owner, path

    async def ask(self, interface: str, member: str, signature: str = "", *body):
        return await self._speech.ask(self.owner, self.path, interface, member, signature, *body)

    async def name(self) -> str:
        return await self._property("Accessible", "Name")

    async def role(self) -> str:
        return await self.ask("Accessible", "GetRoleName")

    async def children(self) -> list["Node"]:
        found = await self.ask("Accessible", "GetChildren")
        return [Node(self._speech, owner, path) for owner, path in found]

    async def states(self) -> set[str]:
        low, high = await self.ask("Accessible", "GetState")
        bits = low | high << 32
        return {name for name, bit in STATES.items() if bits >> bit & 1}

    async def press(self) -> None:
        await self.ask("Action", "DoAction", "i", 0)

    async def write(self, text: str) -> None:
        await self.ask("EditableText", "SetTextContents", "s", text)

    async def text(self) -> str:
        return await self.ask("Text", "GetText", "ii", 0, -1)

    async def lines(self) -> list[str]:
        """Read line by line, as with the arrow keys."""
        end, at, found = await self._property("Text", "CharacterCount"), 0, []
        while at < end:
            line, _first, last = await self.ask("Text", "GetStringAtOffset", "iu", at, _LINE)
            found.append(line)
            at = max(last, at + 1)
        return found

    async def _property(self, interface: str, name: str):
        props = "org.freedesktop.DBus.Properties"
        body = (f"{_SPI}.{interface}", name)
        answer = await self._speech.call(self.owner, self.path, props, "Get", "ss", *body)
        return answer[0].value

    async def walk(self) -> AsyncIterator["Node"]:
        """Everything beneath that is shown, and this first."""
        yield self
        for child in await self.children():
            if child.path.endswith("/null"):
                continue
            if "showing" in await child.states() or await child.role() == "application":
                async for node in child.walk():
                    yield node

    async def find(self, role: str, name: str | Callable[[str], bool]) -> "Node":
        """Wait for one of a role whose name is so."""
        fits = name if callable(name) else lambda text: text == name
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            async for node in self.walk():
                if await node.role() == role and fits(await node.name()):
                    return node
            await asyncio.sleep(0.05)
        raise AssertionError(f"no {role} called {name}: {await self.outline()}")

    async def outline(self) -> list[tuple[str, str]]:
        return [(await node.role(), await node.name()) async for node in self.walk()]


class Speech:
    """The accessibility bus."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self.announced: list[str] = []
        bus.add_message_handler(self._hear)

    @classmethod
    async def listen(cls) -> "Speech":
        session = await MessageBus(bus_type=BusType.SESSION).connect()
        wanted = Message(
            destination="org.a11y.Bus", path="/org/a11y/bus", interface="org.a11y.Bus",
            member="GetAddress",
        )  # fmt: skip
        answer = await session.call(wanted)
        session.disconnect()
        assert answer is not None
        speech = cls(await MessageBus(bus_address=answer.body[0]).connect())
        rule = f"type='signal',interface='{_SPI}.Event.Object',member='Announcement'"
        bus = "org.freedesktop.DBus"
        await speech.call(bus, "/org/freedesktop/DBus", bus, "AddMatch", "s", rule)
        await speech.call(
            f"{_SPI}.Registry", "/org/a11y/atspi/registry", f"{_SPI}.Registry", "RegisterEvent",
            "s", "object:announcement",
        )  # fmt: skip
        return speech

    def close(self) -> None:
        self._bus.disconnect()

    async def application(self, name: str) -> Node:
        root = Node(self, f"{_SPI}.Registry", _ROOT)
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            for node in await root.children():
                if await node.name() == name:
                    return node
            await asyncio.sleep(0.1)
        raise AssertionError(f"{name} never came to the accessibility bus")

    async def ask(self, owner: str, path: str, interface: str, member: str, sign: str, *body):
        answer = await self.call(owner, path, f"{_SPI}.{interface}", member, sign, *body)
        return answer[0] if len(answer) == 1 else answer

    async def call(self, owner: str, path: str, interface: str, member: str, sign: str, *body):
        message = Message(
            destination=owner, path=path, interface=interface, member=member, signature=sign,
            body=list(body),
        )  # fmt: skip
        answer = await asyncio.wait_for(self._bus.call(message), _PATIENCE_S)
        assert answer is not None
        if answer.message_type is MessageType.ERROR:
            raise LookupError(f"{interface}.{member} at {path}: {answer.body}")
        return answer.body

    def _hear(self, message: Message) -> None:
        if message.member == "Announcement":
            self.announced.append(message.body[3].value)
