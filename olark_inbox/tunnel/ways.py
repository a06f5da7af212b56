"""The ways to a public address, as one small interface; and the simplest: an address of one's own.

A way only says where Olark should post. That it leads here is proven by `proof.py`, for all alike.
"""

import ipaddress
import re
from typing import Protocol
from urllib.parse import urlsplit

from olark_inbox.tunnel.faults import Fault, WayFailed

_LOCAL_ENDS = (".local", ".lan", ".home", ".internal", ".localdomain", ".localhost", ".home.arpa")
_NAME = re.compile(r"\w(?:[\w.-]*[\w.])?")
_QUOTES = " \t\r\n\"'`<>\u201c\u201d\u2018\u2019"


class Way(Protocol):
    """How the public address comes to be. Belongs to one loop."""

    async def start(self, port: int) -> str:
        """Lead a public address to this port and return it; raises WayFailed."""

    async def look(self) -> str:
        """Return the address as it is now, cheaply; raises WayFailed where it is known lost."""

    async def stop(self) -> None:
        """Let go of the address, if it is ours to let go."""


class OwnAddress:
    """An address the owner arranged himself: another tunnel, a router, a server."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def start(self, port: int) -> str:  # noqa: ARG002 - whoever arranged it chose the port
        return await self.look()

    async def look(self) -> str:
        return normal_address(self._address)

    async def stop(self) -> None:
        """Leave it as it is: it is not ours."""


def normal_address(text: str) -> str:
    """Return scheme and host of what somebody pasted; raises WayFailed(NO_ADDRESS).

    The path is dropped: the secret part is ours, whatever was pasted along.
    """
    wanted = text.strip(_QUOTES)
    if "://" not in wanted:
        wanted = f"https://{wanted}"
    try:
        parts = urlsplit(wanted)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise WayFailed(Fault.NO_ADDRESS) from error
    plain = _NAME.fullmatch(host) is not None or _is_number(host)
    if parts.scheme not in ("http", "https") or not plain or parts.username is not None:
        raise WayFailed(Fault.NO_ADDRESS)
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port is not None else "")


def is_metered(way: str, address: str) -> bool:
    """Whether requests to an address are counted: by ngrok, also where it is led from elsewhere."""
    return way != "own" or "ngrok" in (urlsplit(address).hostname or "")


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Whether Olark could reach such an address at all: not one of this computer or its network.

    A proof from here to such an address would succeed and mean nothing.
    """
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not f".{host}".endswith(_LOCAL_ENDS)
