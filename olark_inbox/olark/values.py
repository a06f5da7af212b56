"""JSON as strictly as it is written, and once more without a comma too many."""

import json
import re
from typing import Any

from olark_inbox.olark import stepwise
from olark_inbox.olark.shape import PARTS_AT_ONCE, TooMuch, parts_of
from olark_inbox.olark.text import Number

_QUICK = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number)
_QUICK_BYTES = 512 * 1024
"""What is larger, or has many parts, is read in steps: slower, but no other thread waits for it."""

# A text inside a text has its quotes escaped.
_ID = re.compile(rb'"id\\*+"\s*+:\s*+(?:\\*+"([^"\\]{1,200})\\*+"|([0-9]{1,40}))')
_MAX_IDS = 50
_SEARCHED = 1024 * 1024
_CUT = "It was cut off on the way."
_DAMAGED = "Its text is damaged."


class Unreadable(Exception):
    """The text is not a value; the message is a plain sentence about why."""

    def __init__(self, reason: str, ids: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.ids = ids


def parse(raw: bytes) -> tuple[Any, bool]:
    """Read the value of a text in UTF-8, and whether the text had to be repaired to read it.

    A text of more than 64 KiB in it may still be bytes. Nothing but a comma too many is guessed.
    """
    try:
        parts = parts_of(raw)
        if parts <= PARTS_AT_ONCE and len(raw) <= _QUICK_BYTES:
            try:
                return _QUICK.decode(raw.decode("utf-8")), False
            except ValueError:
                # The other reader says why, or repairs it.
                pass
        return stepwise.read(raw)
    except TooMuch as error:
        raise Unreadable(str(error), torn_ids(raw)) from None
    except stepwise.Broken as error:
        last = raw.rstrip(b" \t\r\n")
        cut = error.open_text or not last.endswith((b"}", b"]")) or error.at >= len(last)
        raise Unreadable(_CUT if cut else _DAMAGED, torn_ids(raw)) from None


def torn_ids(raw: bytes) -> tuple[str, ...]:
    """Find ids in a text that cannot be read, to find the whole copy of it later."""
    found: dict[str, None] = {}
    for match in _ID.finditer(raw, 0, _SEARCHED):
        found[(match[1] or match[2]).decode("utf-8", "replace")] = None
        if len(found) >= _MAX_IDS:
            break
    return tuple(found)
