"""What passes outside the program: time, also while the computer sleeps, and networks."""

import socket
import sys
import time

# A place no packet ever goes to (RFC 5737, RFC 3849): asking for the way there sends nothing.
_NOWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
_DISCARD = 9


def passed_s() -> float:
    """Return seconds that also pass while the computer sleeps, whatever is set on its clock."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


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
