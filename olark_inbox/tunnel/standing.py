"""How the public address stands, as it is written in the store for every window to read."""

import hashlib
import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from olark_inbox.tunnel.faults import Fault

STATE = "reach"
"""The name under which it is written."""
ROLE = "tunnel"
"""Who is asked for "check", "connect" and "add"."""


class Status(StrEnum):
    """What may be claimed."""

    OFF = "off"
    """No way was chosen: for trying out on this computer."""
    STARTING = "starting"
    """Being connected or checked; no alarm yet."""
    PROVEN = "proven"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Standing:
    """All the window shows about the public address. Times in milliseconds; 0: never."""

    status: Status = Status.OFF
    way: str = "none"
    address: str = ""
    """Scheme and host, without the secret part."""
    fault: str = ""
    detail: str = ""
    proven_ms: int = 0
    took_ms: int = 0
    since_ms: int = 0
    """Surely reachable until here…"""
    noticed_ms: int = 0
    """…and surely not from here on."""
    changed: bool = False
    """Olark delivered to another address the last time: this one must be pasted there."""
    recovered: int = 0
    """Chats fetched afterwards since the program started."""

    def written(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {**asdict(self), "status": str(self.status)}

    @classmethod
    def read(cls, value: Mapping[str, Any] | None) -> "Standing":
        """Return what was written, by whatever version; what is not understood counts as off."""
        found = dict(value or {})
        try:
            status = Status(found.pop("status", Status.OFF))
        except ValueError:
            return cls()
        usual = asdict(cls())
        kept = {k: v for k, v in found.items() if k in usual and type(v) is type(usual[k])}
        return cls(**{**kept, "status": status})


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and how patiently; tests are in a hurry."""

    tick_s: float = 1.0
    look_s: float = 10.0
    """How often a way is asked whether it still has its address."""
    mark_s: float = 60.0
    """How often "still reachable as far as known" is written down."""
    own_s: float = 60.0
    """How often an address is proven where nobody counts requests."""
    settle_s: float = 2.0
    """A network that changed is given so long before it is tried."""
    retry_s: float = 5.0
    longest_retry_s: float = 300.0
    patient_retry_s: float = 60.0
    """The least wait where only the owner can help."""
    jump_s: float = 20.0
    """So long between two ticks means that the computer slept."""
    grace_ms: int = 120_000
    """No alarm so soon after a start or a waking."""
    join_ms: int = 300_000
    """Gaps with less than this between them are one."""

    def retry_after(self, failures: int, fault: Fault, chance: float | None = None) -> float:
        """Return how long to wait after so many failures, a fifth more or less by chance."""
        wait = min(self.retry_s * 2.0 ** min(failures - 1, 16), self.longest_retry_s)
        if fault in OWNERS:
            wait = max(wait, self.patient_retry_s)
        chance = random.random() if chance is None else chance  # noqa: S311 - spreads, hides nothing
        return wait * (0.8 + 0.4 * chance)


OWNERS = frozenset(
    {
        Fault.NO_ADDRESS, Fault.TOKEN_MISSING, Fault.TOKEN_BAD, Fault.UNVERIFIED,
        Fault.SESSION_LIMIT, Fault.TAKEN, Fault.PAID, Fault.LIMIT, Fault.UNAVAILABLE,
    }
)  # fmt: skip
"""Faults that only the owner can mend: trying again soon would only use up what is left."""


def print_of(secret: str) -> str:
    """Return what tells one secret from another without giving it away."""
    return hashlib.sha256(secret.encode()).hexdigest()[:16]
