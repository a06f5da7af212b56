"""How much is tried: a few rounds in a plain run, all of them by one command."""

import os

FULL = "full"
NAME = "OLARK_INBOX_ROUNDS"


def rounds(few: int, full: int) -> int:
    """Return `few`, or what OLARK_INBOX_ROUNDS asks for: "full", or a number of rounds."""
    wanted = os.environ.get(NAME, "")
    if wanted == FULL:
        return full
    return int(wanted) if wanted.isdecimal() else few


def tell(said: str) -> None:
    """Print what was tried and what survived; `python -m tests.reliability` shows it."""
    print(f"   {said}")  # noqa: T201 - the report of this set


def busy() -> bool:
    """Whether others want more of this machine's processors than there are, twice over."""
    cores = os.cpu_count() or 1
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > 2 * cores
