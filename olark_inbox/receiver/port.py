"""A port of this computer that only this computer can reach."""

import asyncio
import contextlib
import os
import socket

from olark_inbox.base.said import said

HOST = "127.0.0.1"
_WAITING = 512
LAST = 65_535
_TURNS = 8
"""Of the loop: asyncio makes a transport of an accepted connection in four."""


class PortTaken(Exception):
    """The port cannot be had; the text is one plain sentence."""


def bind(port: int) -> socket.socket:
    """Return a listening socket on this computer's own address; 0 takes any free port.

    Raises PortTaken.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Takes the port back at once after a restart, while old connections fade.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        else:
            # Without it another program could take deliveries from the same port.
            exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
            listener.setsockopt(socket.SOL_SOCKET, exclusive, 1)
        listener.bind((HOST, port))
        listener.listen(_WAITING)
        listener.settimeout(0)
    except OSError as error:
        listener.close()
        raise PortTaken(_sentence(port, error)) from error
    return listener


async def leave(server: asyncio.Server) -> None:
    """Accept nothing more on a port and give it free.

    What was accepted in this very moment begins to be handled first: a server that closes earlier
    drops such a connection and reports an error (CPython's issue 109564).
    """
    loop = asyncio.get_running_loop()
    for listener in server.sockets:
        with contextlib.suppress(NotImplementedError):  # Windows' loop hands each over at once
            loop.remove_reader(listener.fileno())
    for _ in range(_TURNS):
        await asyncio.sleep(0)
    server.close()


def _sentence(port: int, error: OSError) -> str:
    if isinstance(error, PermissionError) and os.name == "posix":
        return said("Port {0} may only be used by the computer's administrator.", port)
    return said("Port {0} is used by another program on this computer.", port)
