"""How the system's allocator treats large pieces of memory: each goes back when it is let go."""

import contextlib
import ctypes
import sys

_MMAP_THRESHOLD = -3
"""M_MMAP_THRESHOLD of glibc's malloc.h."""
_LARGE = 1024 * 1024


def give_large_pieces_back(platform: str = sys.platform) -> bool:
    """Have pieces from 1 MiB on mapped one by one; say whether this system can be told so.

    Left alone, glibc raises that limit to the largest piece it has seen (mallopt(3)), and keeps the
    megabytes of one large delivery for good beside those of the next.
    """
    if not platform.startswith("linux"):
        return False
    with contextlib.suppress(OSError, AttributeError):  # another C library: nothing to be told
        return bool(ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE))
    return False


def give_back_what_is_free(platform: str = sys.platform) -> bool:
    """Give the pages back that nothing is on any more; say whether this system can be told so.

    What a start takes for a moment, glibc would keep for good (malloc_trim(3)).
    """
    if not platform.startswith("linux"):
        return False
    with contextlib.suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)
        return True
    return False
