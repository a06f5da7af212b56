"""Linux: logind says over the system bus when the computer sleeps, the kernel when ways change."""

import asyncio
import contextlib
import logging
import socket
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from olark_inbox.tunnel.system_news import News, Tell

if TYPE_CHECKING:
    from dbus_fast import Message

_log = logging.getLogger(__name__)

_LOGIND, _MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
_SIGNAL = "PrepareForSleep"
_RULE = f"type='signal',sender='{_LOGIND}',interface='{_MANAGER}',member='{_SIGNAL}'"
_AGAIN_S = 60.0

_GROUPS = 0x40 | 0x400
"""RTMGRP_IPV4_ROUTE and RTMGRP_IPV6_ROUTE of rtnetlink(7)."""
_LOST = 25
"""RTM_DELROUTE: new ways are only told of as often as routers like to repeat themselves."""
_HEAD = struct.Struct("=IHHII")
"""struct nlmsghdr of netlink(7)."""
_LENGTH_OF_TARGET = 1
"""The second byte of struct rtmsg; 0: the way to everywhere."""
_MOST = 64 * 1024


async def listen_on_linux(tell: Tell) -> None:
    """Tell of sleep, waking and ways until cancelled."""
    known = ""
    with hearing_of_routes(tell):
        while True:
            trouble = await _hear_logind(tell)
            if trouble != known:
                _log.info("the system bus cannot be heard: %s", trouble)
                known = trouble
            await asyncio.sleep(_AGAIN_S)


async def _hear_logind(tell: Tell) -> str:
    """Tell of sleep as long as the bus is there; returns what ended it, by its name.

    Not every Linux has one.
    """
    from dbus_fast import BusType, Message, MessageType  # noqa: PLC0415 - only who has a way
    from dbus_fast.aio import MessageBus  # noqa: PLC0415
    from dbus_fast.errors import DBusFastError  # noqa: PLC0415

    def hear(message: "Message") -> None:
        if message.message_type is MessageType.SIGNAL and message.member == _SIGNAL:
            tell(News.SLEEPS if message.body == [True] else News.WOKE)

    bus = None
    try:
        bus = MessageBus(bus_type=BusType.SYSTEM)
        await bus.connect()
        bus.add_message_handler(hear)
        await bus.call(
            Message(
                destination="org.freedesktop.DBus",
                path="/org/freedesktop/DBus",
                interface="org.freedesktop.DBus",
                member="AddMatch",
                signature="s",
                body=[_RULE],
            )
        )
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call] # it brings no types there
    except (OSError, EOFError, DBusFastError) as error:
        return type(error).__name__
    finally:
        if bus is not None:
            bus.disconnect()
    return "it ended"


@contextlib.contextmanager
def hearing_of_routes(tell: Tell) -> Iterator[None]:
    """Tell when a way to everywhere is lost, as the kernel says it."""
    loop = asyncio.get_running_loop()
    try:
        kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
    except OSError as error:
        _log.info("the kernel does not tell of networks: %s", type(error).__name__)
        yield
        return
    with kernel:
        kernel.settimeout(0)

        def hear() -> None:
            try:
                said = kernel.recv(_MOST)
            except BlockingIOError:
                return
            except OSError:
                tell(News.NETWORK)  # more was said than we could hear
                return
            if tells_of_a_lost_way(said):
                tell(News.NETWORK)

        try:
            kernel.bind((0, _GROUPS))
            loop.add_reader(kernel, hear)
            yield
        finally:
            loop.remove_reader(kernel)


def tells_of_a_lost_way(said: bytes) -> bool:
    """Whether one of the kernel's messages says that a way to everywhere is gone."""
    while len(said) > _HEAD.size:
        length, kind, *_ = _HEAD.unpack_from(said)
        about = said[_HEAD.size : length]
        if kind == _LOST and len(about) > _LENGTH_OF_TARGET and not about[_LENGTH_OF_TARGET]:
            return True
        said = said[max((length + 3) & ~3, _HEAD.size) :]
    return False
