"""The place of a conversation in every list: the second it came in, or the next free one after.

Seconds, because the full-text index keeps beside each word how far it is from one place to the
next: counted in thousandths, two bytes more for each of some three hundred words of a chat. As
nothing stands before the second it came in, a bound on the place ends a walk down the list early.
"""

_IN_THOUSANDTHS = 100_000_000_000
"""Larger places were counted in thousandths of a second; in seconds that is the year 5138."""


def place_of(received_ms: int) -> int:
    """Return the first place that what came then may take."""
    return received_ms // 1000


def in_seconds(place: int) -> int:
    """Return a place as it is counted now, whoever wrote it down."""
    return place_of(place) if place > _IN_THOUSANDTHS else place
