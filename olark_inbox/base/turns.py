"""How long a thread of Python may go on while another waits for its turn; Python's own are 5 ms.

Where one works without a pause beside the window, a click would wait that long again and again:
short turns then. At other times they would only cost each delivery a tenth more of the processor.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

LONG_S, SHORT_S = 0.002, 0.0005

_lock = threading.Lock()
_working = 0


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
