"""JSON as strictly as it is written, and once more without a comma too many."""

import json
import re
from json.decoder import JSONObject  # type: ignore[attr-defined] # the types omit it
from json.scanner import py_make_scanner  # type: ignore[attr-defined] # the types omit it
from typing import Any

from olark_inbox.olark.text import Number

MAX_DEPTH = 64
MAX_PARTS = 200_000
_NAMES_SHARED = 500
PARTS_AT_ONCE = 20_000
"""More are read in a way that is slower, but keeps no other thread waiting."""

# Possessive, so that a text of 8 MiB needs no stack and no second look. The end of the text closes
# a string that was cut.
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
_STRING_OR_COMMA = re.compile(
    r'("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z))|,(?=[ \t\r\n]*[}\]])', re.DOTALL
)
_COMMA_TOO_MANY = re.compile(r",[ \t\r\n]*+[}\]]")
_BRACKET = re.compile(r"[\[\]{}]")
# A text inside a text has its quotes escaped.
_ID = re.compile(r'"id\\*+"\s*+:\s*+(?:\\*+"([^"\\]{1,200})\\*+"|([0-9]{1,40}))')
_MAX_IDS = 50
_SEARCHED = 1024 * 1024


class Unreadable(Exception):
    """The text is not a value; the message is a plain sentence about why."""

    def __init__(self, reason: str, ids: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.ids = ids


def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number)


def _patient() -> json.JSONDecoder:
    """Return a decoder that lets other threads work meanwhile: the one written in Python."""
    decoder = _decoder()
    decoder.parse_object = _object  # type: ignore[attr-defined] # as above
    decoder.scan_once = py_make_scanner(decoder)  # type: ignore[attr-defined] # as above
    return decoder


class _Few:
    """Names that are shared between objects, but not every one of an object of 200,000."""

    def __init__(self, kept: dict[str, str]) -> None:
        self._kept = kept

    def setdefault(self, name: str, same: str) -> str:
        if len(self._kept) < _NAMES_SHARED:
            return self._kept.setdefault(name, same)
        return self._kept.get(name, same)


def _object(*where: Any) -> Any:
    """Read one object as the standard library does; the last of `where` are the names so far."""
    *before, kept = where
    return JSONObject(*before, _Few(kept))


_QUICK, _PATIENT = _decoder(), _patient()


def parse(text: str) -> tuple[Any, bool]:
    """Read the value, and whether the text had to be repaired to read it."""
    many = _check_shape(text) > PARTS_AT_ONCE
    decoder = _PATIENT if many else _QUICK
    try:
        return decoder.decode(text), False
    except ValueError:
        pass
    # Olark's own printed example has a comma before a closing bracket. Nothing else is guessed.
    try:
        mended = _STRING_OR_COMMA.sub(r"\1", text) if _COMMA_TOO_MANY.search(text) else text
        return decoder.decode(mended), True
    except json.JSONDecodeError as error:
        last = error.doc.rstrip()
        open_end = not last.endswith(("}", "]")) or "Unterminated" in error.msg
        cut = open_end or error.pos >= len(last)
        reason = "It was cut off on the way." if cut else "Its text is damaged."
        raise Unreadable(reason, torn_ids(text)) from None


def torn_ids(text: str) -> tuple[str, ...]:
    """Find ids in a text that cannot be read, to find the whole copy of it later."""
    found: dict[str, None] = {}
    for match in _ID.finditer(text, 0, _SEARCHED):
        found[match[1] or match[2]] = None
        if len(found) >= _MAX_IDS:
            break
    return tuple(found)


def _check_shape(text: str) -> int:
    """Refuse what would cost minutes or the stack, before anything is built from it.

    Returns how many parts it has at most.
    """
    opened, commas = text.count("{") + text.count("["), text.count(",")
    if opened <= MAX_DEPTH and opened + commas <= MAX_PARTS:
        return opened + commas
    bare = _STRING.sub("", text)
    opened, commas = bare.count("{") + bare.count("["), bare.count(",")
    if opened + commas > MAX_PARTS:
        raise Unreadable("It has too many parts to be read.", torn_ids(text))
    if opened > MAX_DEPTH and _depth(bare) > MAX_DEPTH:
        raise Unreadable("It is nested too deeply to be read.", torn_ids(text))
    return opened + commas


def _depth(bare: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.findall(bare):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
