"""Whose posts are taken, where the owner named networks: judged by what the tunnel says."""

from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from olark_inbox.settings import LOCAL_NETWORKS

_Address = IPv4Address | IPv6Address
_Network = IPv4Network | IPv6Network


class Senders:
    """Knows the networks of the settings; an empty list lets everybody deliver."""

    def __init__(self, networks: Callable[[], Sequence[str]]) -> None:
        self._chosen = networks
        self._read: tuple[str, ...] = ()
        self._networks: tuple[_Network, ...] = ()

    def stranger(self, peer: str, forwarded: Sequence[str]) -> str:
        """Return the sender's address where it is in none of the networks, else "".

        The peer is the tunnel on this computer; whom it speaks for is the last entry of
        X-Forwarded-For, for all before it anybody can write. Who posts from this computer itself
        has no such header, and is taken.
        """
        networks = self._now()
        if not networks:
            return ""
        from_here = _address(peer)
        if from_here is None or not from_here.is_loopback:
            return _outside(peer, networks)
        last = forwarded[-1].split(",")[-1].strip() if forwarded else ""
        return _outside(last, networks) if last else ""

    def _now(self) -> tuple[_Network, ...]:
        chosen = tuple(self._chosen())
        if chosen != self._read:
            self._read = chosen
            self._networks = tuple(ip_network(one) for one in chosen)
        return self._networks


def _outside(text: str, networks: Sequence[_Network]) -> str:
    address = _address(text)
    if address is None:
        return "?"
    if any(address in network for network in (*networks, *LOCAL_NETWORKS)):
        return ""
    return str(address)


def _address(text: str) -> _Address | None:
    """Read an address as proxies write it: with a port, in brackets, or an old one in new form."""
    plain = text.strip().strip('"')
    if plain.startswith("["):
        plain = plain[1:].partition("]")[0]
    elif plain.count(":") == 1:
        plain = plain.partition(":")[0]
    try:
        address = ip_address(plain)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
