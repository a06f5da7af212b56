"""The clock of a message: read where it can be read, nothing where it cannot."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

_NUMBER = re.compile(r"[0-9]{1,24}(?:\.[0-9]{0,24})?(?:[eE]\+?[0-9]{1,2})?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST_MS = 100_000_000_000
"""March 1973: anything before is no time of a chat but a number that means something else."""
_LONGEST = 64
_DIGITS_OF_SECONDS = 10


def milliseconds(value: Any) -> int | None:
    """Read milliseconds since 1970 from a timestamp: seconds, milliseconds or an ISO date."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    found = _of_plain_seconds(value)
    if found is not None:
        return found
    text = value.strip()
    number = text.replace(",", ".", 1)
    if _NUMBER.fullmatch(number):
        return _of_number(Decimal(number))
    return _of_iso(text)


def _of_plain_seconds(text: str) -> int | None:
    """Read what Olark writes: ten digits, a point and any more. Anything else is None.

    Every line of every chat comes through here, and a decimal number costs five times as much.
    """
    whole, _, part = text.partition(".")
    plain = len(whole) == _DIGITS_OF_SECONDS and text.isascii() and (whole + part).isdecimal()
    if not plain or whole[0] == "0":
        return None
    return int(whole + part[:3].ljust(3, "0"))


def _of_number(number: Decimal) -> int | None:
    # Seconds have 9 to 11 digits for the next 3,000 years, milliseconds 12 to 14 and so on.
    for unit in (1_000, 1, Decimal("0.001")):
        if number < 100_000_000_000 * 1_000 / Decimal(unit):
            found = int(number * unit)
            return found if found >= _EARLIEST_MS else None
    return None


def _of_iso(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        found = (moment - _EPOCH) // timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return None
    return found if found >= _EARLIEST_MS else None
