"""What the window may know about the public address, naming only what matters to a test."""

from olark_inbox.store.reach import Gap, Heard
from olark_inbox.tunnel.standing import Standing, Status
from olark_inbox.ui.reach.setup_facts import Facts

NOW = 1_763_649_067_000
MINUTE = 60_000
BASE = "https://spoke-chain-pine.ngrok-free.dev"
ADDRESS = f"{BASE}/olark/k7Qm2x9LwT4vAbCdEfGhIjK"


def proven(**more):
    usual = {"way": "ngrok", "address": BASE, "proven_ms": NOW - 3 * MINUTE, "took_ms": 310}
    return Standing(Status.PROVEN, **{**usual, **more})


def down(**more):
    usual = {
        "way": "ngrok", "address": BASE, "fault": "behind", "proven_ms": NOW - 20 * MINUTE,
        "since_ms": NOW - 20 * MINUTE, "noticed_ms": NOW - 5 * MINUTE,
    }  # fmt: skip
    return Standing(Status.UNREACHABLE, **{**usual, **more})


def facts(standing=None, *, listening=True, heard=(), **more):
    standing = standing or Standing()
    address = ADDRESS if standing.status is Status.PROVEN else ""
    times = {kind: Heard(NOW - MINUTE, NOW - MINUTE) for kind in heard}
    values = {"port": 8765, "address": address, "now_ms": NOW, **more}
    return Facts(listening, standing=standing, heard=times, **values)


def gap(*, begin=60, end=10, identity=1, reason="closed", recovered=0):
    """A gap from so many to so many minutes ago; `end` None: still open."""
    until = None if end is None else NOW - end * MINUTE
    start = NOW - begin * MINUTE
    return Gap(identity, start, start, until, reason, recovered, looked=False)
