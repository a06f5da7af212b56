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


def at_most(seconds: float) -> float:
    """Return how long something may take.

    So many seconds where all of it is tried, on a machine that does nothing else; in a plain run,
    on any machine, only no hang.
    """
    return seconds if os.environ.get(NAME) == FULL else 120.0
