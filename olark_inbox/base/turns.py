"""How long a thread of Python may go on while another waits for its turn; Python's own are 5 ms.

Where one works without a pause beside the window, a click would wait that long again and again:
short turns then. At other times they would only cost each delivery a tenth more of the processor.
Short ones are not enough where the window has much to show: a screen of rows needs a hundred of
them. So whoever works without a pause gives way between two steps while there is something to show.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LONG_S, SHORT_S = 0.002, 0.0005

MOMENT_S = 0.03
"""So long it takes to show what there is to show."""

_lock = threading.Lock()
_never = threading.Event()
_working = 0
_claimed_until = 0.0


@contextmanager
def short() -> Iterator[None]:
    """Let turns be short meanwhile; any number of threads may want it at once."""
    _count(1)
    try:
        yield
    finally:
        _count(-1)


def _count(by: int) -> None:
    global _working  # noqa: PLW0603 - Python has one length of turns for the whole program
    with _lock:
        _working += by
        sys.setswitchinterval(SHORT_S if _working else LONG_S)


def claim() -> None:
    """Say that the window has something to show now."""
    global _claimed_until  # noqa: PLW0603 - one window, whoever else there is
    _claimed_until = time.monotonic() + MOMENT_S


def claimed_s() -> float:
    """Return for how many seconds the window still has something to show."""
    return max(0.0, _claimed_until - time.monotonic())


def give_way() -> None:
    """Between two steps of long work: let the window show first, a moment at most.

    The window itself, where it lays pages out, does not wait for itself.
    """
    # Asked of thousands a second: almost always there is nothing to wait for.
    if time.monotonic() < _claimed_until and not _is_the_windows():
        _never.wait(claimed_s())


def _is_the_windows() -> bool:
    return threading.current_thread() is threading.main_thread()
