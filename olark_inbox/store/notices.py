"""What is to be told about a search that was understood otherwise than it was typed.

Only what happened stands here; the sentences are the window's, in its owner's language.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class About(StrEnum):
    """What happened."""

    LONG = "long"
    """Only the first `most` characters were searched for."""
    MANY = "many"
    """Only the first `most` words were searched for."""
    LONELY_OR = "lonely or"
    NO_LETTERS = "no letters"
    NO_DATE = "no date"
    NO_RATING = "no rating"
    NO_FILTER = "no filter"
    NO_VALUE = "no value"
    """Nothing stands after the colon."""
    DAY = "day"
    """A day that can be read in two ways was understood as `day`."""


class Notice(NamedTuple):
    """One thing to tell: about what, which part of the search, and what goes with it."""

    about: About
    text: str = ""
    most: int = 0
    day: date | None = None
