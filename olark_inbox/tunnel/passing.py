"""What passes outside the program: time, also while the computer sleeps, and networks."""

import socket
import sys
import time

# A place no packet ever goes to (RFC 5737, RFC 3849): asking for the way there sends nothing.
_NOWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
_DISCARD = 9


_CLOCKS = {
    "linux": getattr(time, "CLOCK_BOOTTIME", None),
    "darwin": getattr(time, "CLOCK_MONOTONIC", None),
}
"""Clocks that go on while the computer sleeps, where Python's own monotonic one stands still."""


def passed_s() -> float:
    """Return seconds that also pass while the computer sleeps, whatever is set on its clock."""
    clock = _CLOCKS.get(sys.platform)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


def network() -> str:
    """Return the addresses this computer would send from; another value is another network."""
    found = []
    for family, place in _NOWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((place, _DISCARD))
                found.append(str(probe.getsockname()[0]))
        except OSError:
            continue
    return " ".join(found)
