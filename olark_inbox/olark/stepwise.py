"""JSON read from its bytes in small steps: for texts so large that one call would be felt.

The standard library's reader wants the whole text as characters, which are four bytes each as soon
as one of them is a smiley, and keeps every other thread waiting until it is done. This one leaves
long texts in their UTF-8 until somebody wants to read them.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Final

from olark_inbox.olark.text import Number, to_utf8

STEP: Final = 64 * 1024
"""So many bytes are looked at in one call; a text in them is characters, a longer one bytes."""
_LONGEST_ESCAPE = 12
_NAMES_SHARED = 500

# Possessive, so that nothing is looked at twice.
_PLAIN = re.compile(rb'[^"\\\x00-\x1f]*+')
_PIECE = re.compile(
    rb'(?:[^"\\\x00-\x1f]++|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}'
    rb'|\\u[0-9a-fA-F]{4}|\\["\\/bfnrt])*+'
)
_FIRST_HALF = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}\Z")
_CUT_ESCAPE = re.compile(rb"(?:\\(?:u[0-9a-fA-F]{0,3})?)?\Z")
_INSIDE = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_BLANK = re.compile(rb"[ \t\n\r]*+")
_COLON = re.compile(rb"[ \t\n\r]*+:[ \t\n\r]*+")
_NUMBER = re.compile(rb"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?|NaN|-?Infinity")
_WORD = re.compile(rb"true|false|null")
_WORDS = {b"true": True, b"false": False, b"null": None}
# The comma is one too many, as in Olark's own printed example.
_END_OF_LIST = re.compile(rb"[ \t\n\r]*+(,?)[ \t\n\r]*+\]")
_END_OF_OBJECT = re.compile(rb"[ \t\n\r]*+(,?)[ \t\n\r]*+\}")
_COMMA = re.compile(rb"[ \t\n\r]*+,[ \t\n\r]*+")


class Broken(ValueError):
    """It is no JSON from here on; `open_text` says that a text in it has no end."""

    def __init__(self, at: int, *, open_text: bool = False) -> None:
        super().__init__("no JSON")
        self.at = at
        self.open_text = open_text


def read(
    raw: bytes,
    number: Callable[[str], Any] = Number,
    long: Callable[[bytes], Any] = bytes,
    listed: Callable[[list[Any]], Any] | None = None,
) -> tuple[Any, bool]:
    """Return the value of a text in UTF-8, and whether it had a comma too many; raises Broken.

    Texts of more than `STEP` bytes are what `long` makes of their UTF-8, lists what `listed` makes
    of them. Brackets must have been counted before: it goes as deep as they are nested.
    """
    reader = _Reader(raw, number, long, listed)
    value, at = reader.value(_blank(raw, 0))
    at = _blank(raw, at)
    if at < len(raw):
        raise Broken(at)
    return value, reader.repaired


def outside_texts(raw: bytes) -> Iterator[bytes]:
    """Yield what stands outside of the texts in it, piece by piece; any bytes at all."""
    at = 0
    while 0 <= at < len(raw):
        quote = raw.find(b'"', at)
        yield raw[at : quote if quote >= 0 else len(raw)]
        at = _end_of_text(raw, quote + 1) if quote >= 0 else -1


def _end_of_text(raw: bytes, at: int) -> int:
    while at < len(raw):
        match = _INSIDE.match(raw, at, at + STEP)
        at = match.end() if match else at
        if raw[at : at + 1] == b'"':
            return at + 1
        if at + 1 >= len(raw):
            break
    return len(raw)


def _blank(raw: bytes, at: int) -> int:
    match = _BLANK.match(raw, at)
    return match.end() if match else at


class _Reader:
    """One reading of one text."""

    def __init__(
        self,
        raw: bytes,
        number: Callable[[str], Any],
        long: Callable[[bytes], Any],
        listed: Callable[[list[Any]], Any] | None,
    ) -> None:
        self._raw = raw
        self._number = number
        self._long = long
        self._listed = listed
        self._names: dict[bytes, str] = {}
        self.repaired = False

    def value(self, at: int) -> tuple[Any, int]:
        """Return the value that begins here, and where it ends."""
        first = self._raw[at : at + 1]
        if first == b'"':
            return self._text(at + 1)
        if first == b"{":
            return self._object(at + 1)
        if first == b"[":
            return self._list(at + 1)
        if match := _NUMBER.match(self._raw, at):
            return self._number(match[0].decode("ascii")), match.end()
        if match := _WORD.match(self._raw, at):
            return _WORDS[match[0]], match.end()
        raise Broken(at)

    def _list(self, at: int) -> tuple[Any, int]:
        found: list[Any] = []
        while not (end := _END_OF_LIST.match(self._raw, at)):
            value, at = self.value(self._following(at, first=not found))
            found.append(value)
        self.repaired |= bool(end[1])
        return (self._listed(found) if self._listed else found), end.end()

    def _object(self, at: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        first = True
        while not (end := _END_OF_OBJECT.match(self._raw, at)):
            name, at = self._name(self._following(at, first=first))
            found[name], at = self.value(at)
            first = False
        self.repaired |= bool(end[1])
        return found, end.end()

    def _following(self, at: int, *, first: bool) -> int:
        """Return where the next entry begins."""
        if first:
            return _blank(self._raw, at)
        comma = _COMMA.match(self._raw, at)
        if comma is None:
            raise Broken(_blank(self._raw, at))
        return comma.end()

    def _name(self, at: int) -> tuple[str, int]:
        if self._raw[at : at + 1] != b'"':
            raise Broken(at)
        text, end = self._characters_or_bytes(at + 1)
        colon = _COLON.match(self._raw, end)
        if colon is None:
            raise Broken(_blank(self._raw, end))
        return (text if isinstance(text, str) else text.decode("utf-8")), colon.end()

    def _text(self, at: int) -> tuple[Any, int]:
        text, end = self._characters_or_bytes(at)
        return (text if isinstance(text, str) else self._long(text)), end

    def _characters_or_bytes(self, at: int) -> tuple[str | bytes, int]:
        """Read a text; `at` is behind its quote."""
        raw = self._raw
        match = _PLAIN.match(raw, at, at + STEP)
        end = match.end() if match else at
        if raw[end : end + 1] == b'"':
            return self._shared(raw[at:end]), end + 1
        ends = [at]
        while raw[ends[-1] : ends[-1] + 1] != b'"' or len(ends) == 1:
            ends.append(self._end_of_piece(ends[-1]))
        end = ends[-1]
        if len(ends) == 2:  # noqa: PLR2004 - one piece
            return _characters(raw[at:end]), end + 1
        if raw.find(b"\\", at, end) < 0:
            return raw[at:end], end + 1
        return b"".join([_bytes(raw[a:b]) for a, b in pairwise(ends)]), end + 1

    def _shared(self, piece: bytes) -> str:
        """Return a text that may be the same as many before it."""
        if len(piece) > 40:  # noqa: PLR2004 - as long as names and kinds are
            return piece.decode("utf-8")
        known = self._names.get(piece)
        if known is None:
            known = piece.decode("utf-8")
            if len(self._names) < _NAMES_SHARED:
                self._names[piece] = known
        return known

    def _end_of_piece(self, at: int) -> int:
        """Return where a piece ends that can be read by itself: at the quote, or after a step."""
        raw, limit = self._raw, at + STEP
        match = _PIECE.match(raw, at, limit)
        end = match.end() if match else at
        if raw[end : end + 1] == b'"':
            return end
        if end <= limit - _LONGEST_ESCAPE or limit >= len(raw):
            raise Broken(end, open_text=_CUT_ESCAPE.match(raw, end) is not None)
        while raw[end] & 0xC0 == 0x80:  # noqa: PLR2004 - inside a character of several bytes
            end -= 1
        half = _FIRST_HALF.search(raw, end - _LONGEST_ESCAPE // 2, end)
        if half and _backslashes(raw[at : half.start()]) % 2 == 0:
            # The other half of the character is in the next piece.
            end = half.start()
        return end


def _backslashes(piece: bytes) -> int:
    return len(piece) - len(piece.rstrip(b"\\"))


def _characters(piece: bytes) -> str:
    text = piece.decode("utf-8")
    return str(json.loads(f'"{text}"')) if "\\" in text else text


def _bytes(piece: bytes) -> bytes:
    return to_utf8(_characters(piece)) if b"\\" in piece else piece
