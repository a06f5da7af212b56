"""What time it is, as one number that a test can choose."""

import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Returns milliseconds since 1970 in UTC."""


def now_ms() -> int:
    """Return the computer's time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000
