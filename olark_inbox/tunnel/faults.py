"""What can keep Olark from reaching us, each told apart so that the owner reads what helps."""

from enum import StrEnum


class Fault(StrEnum):
    """Why the public address is not proven. The window has a sentence for each."""

    # The way to the address
    NO_NETWORK = "no_network"
    UNKNOWN_NAME = "unknown_name"
    REFUSED = "refused"
    SLOW = "slow"
    BROKEN = "broken"
    CLOCK = "clock"
    """The certificate is not valid at this computer's time."""
    CERTIFICATE = "certificate"

    # Who answers there
    ELSEWHERE = "elsewhere"
    """A redirect: a captive portal, a login page, another address of the same site."""
    GUARDED = "guarded"
    """It asks for a password first."""
    INTERSTITIAL = "interstitial"
    OFFLINE = "offline"
    """ngrok knows the address, but nothing is connected to it."""
    BEHIND = "behind"
    """The address is there, but this computer is not reached behind it."""
    LIMIT = "limit"
    ANOTHER = "another"
    """An Olark Inbox, but not this one."""
    STRANGER = "stranger"
    STORE = "store"
    """It is us, but the store cannot be used."""
    SILENT = "silent"
    """Whoever keeps the address has noted nothing down for some minutes: a full disk, a hang."""

    # Before there is an address
    NO_ADDRESS = "no_address"
    NOT_LISTENING = "not_listening"
    """The port on this computer is not open: nothing could be reached behind any address."""
    TOKEN_MISSING = "token_missing"  # noqa: S105 - names of faults, not tokens
    TOKEN_BAD = "token_bad"  # noqa: S105
    UNVERIFIED = "unverified"
    """The account's e-mail is not confirmed."""
    SESSION_LIMIT = "session_limit"
    TAKEN = "taken"
    """The address is in use by another program of the account."""
    PAID = "paid"
    """A name of one's own that the account's plan does not have."""
    NGROK = "ngrok"
    """ngrok refused for a reason of its own; the detail has its number."""
    AGENT_MISSING = "agent_missing"
    AGENT_ELSEWHERE = "agent_elsewhere"
    """The ngrok program runs, but leads to other ports only."""
    UNAVAILABLE = "unavailable"
    """The ngrok library cannot be loaded on this computer."""


class WayFailed(Exception):
    """A way gives no address; `detail` is a number or a port, never a secret."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(f"{fault} {detail}".strip())
        self.fault = fault
        self.detail = detail
