"""Whether a chat is still going on: the one rule that list, counts, alerts and commands use."""

from enum import Enum

from olark_inbox.olark.model import Conversation, Kind

LIVE_MS = 3 * 60 * 60 * 1000
"""How long a chat counts as going on without a finished transcript."""


class Standing(Enum):
    """How a conversation stands at a moment."""

    SETTLED = "settled"
    LIVE = "live"
    MISSING = "missing"
    """It began, and no transcript arrived."""
    MAY_HAVE_CONTINUED = "may have continued"
    """An agent sent it while it went on, and the finished transcript never arrived."""


def live_until(conversation: Conversation, received_ms: int) -> int | None:
    """Until when it counts as live; None where it is finished."""
    started = conversation.kind is Kind.START
    sent_early = conversation.kind is Kind.TRANSCRIPT and conversation.manually_submitted
    return received_ms + LIVE_MS if started or sent_early else None


def standing(kind: Kind, *, manual: bool, live_until_ms: int | None, now_ms: int) -> Standing:
    """How a conversation stands now."""
    if kind is not Kind.START and not (kind is Kind.TRANSCRIPT and manual):
        return Standing.SETTLED
    if live_until_ms is not None and now_ms < live_until_ms:
        return Standing.LIVE
    return Standing.MISSING if kind is Kind.START else Standing.MAY_HAVE_CONTINUED
