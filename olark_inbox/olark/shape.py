"""How much a JSON text holds, counted before anything is built from it."""

import re
from typing import Final

from olark_inbox.olark import stepwise

MAX_DEPTH: Final = 64
MAX_PARTS: Final = 200_000
PARTS_AT_ONCE: Final = 20_000
"""More are read in steps."""
_MAX_BYTES = 18 * 1024 * 1024
"""In UTF-8; a body of 8 MiB in another charset becomes larger."""
_MAX_WEIGHT = 44 * 1024 * 1024
_PART_WEIGHT = 180
_HEAVY = 1024 * 1024
"""Shorter texts weigh little, whatever they hold."""
_STEP = 256 * 1024

_TOO_MUCH = "It holds more than can be read at once."
_BRACKET = re.compile(rb"[\[\]{}]")
_FOUR_WIDE = re.compile(rb"[\xf0-\xf4]|\\u[dD][89abAB]")
_TWO_WIDE = re.compile(rb"[\xc4-\xef]|\\u(?!00)")
_NO_SIGNS = bytes(set(range(256)).difference(b"{[,"))
_FOLLOWING = bytes(range(0x80, 0xC0))
"""Bytes that go on with a character and begin none."""


class TooMuch(Exception):
    """It would cost minutes, the stack or all memory; the message is a plain sentence."""


def parts_of(raw: bytes) -> int:
    """Return how many parts a JSON text has at most; raises TooMuch."""
    if len(raw) > _MAX_BYTES:
        raise TooMuch(_TOO_MUCH)
    opened, parts = _signs(raw)
    if parts > MAX_PARTS or opened > MAX_DEPTH:
        parts = _counted(raw)
    if len(raw) > _HEAVY and _weight(raw, parts) > _MAX_WEIGHT:
        raise TooMuch(_TOO_MUCH)
    return parts


def _signs(raw: bytes) -> tuple[int, int]:
    """Return how often something opens, and together with the commas."""
    if len(raw) > _HEAVY:
        opened = _opened(raw)
        return opened, opened + raw.count(b",")
    signs = raw.translate(None, delete=_NO_SIGNS)  # one walk through it instead of three
    return _opened(signs), len(signs)


def _opened(piece: bytes) -> int:
    return piece.count(b"{") + piece.count(b"[")


def _counted(raw: bytes) -> int:
    """Count what stands outside of texts, of which there cannot be more than twice the parts."""
    parts = depth = deepest = 0
    for texts, piece in enumerate(stepwise.outside_texts(raw)):
        opened = _opened(piece)
        parts += opened + piece.count(b",")
        if parts > MAX_PARTS or texts > 2 * MAX_PARTS + 1:
            raise TooMuch("It has too many parts to be read.")
        if opened or b"]" in piece or b"}" in piece:
            for bracket in _BRACKET.findall(piece):
                depth += 1 if bracket in b"[{" else -1
                deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise TooMuch("It is nested too deeply to be read.")
    return parts


def _weight(raw: bytes, parts: int) -> int:
    """Return about how many bytes the values take: characters are as wide as the widest of them."""
    steps = [(at, at + _STEP) for at in range(0, len(raw), _STEP)]
    characters = sum(len(raw[at:end].translate(None, delete=_FOLLOWING)) for at, end in steps)
    width = 1
    for at, end in steps:
        if _FOUR_WIDE.search(raw, at, end):
            width = 4
            break
        width = 2 if width == 2 or _TWO_WIDE.search(raw, at, end) else 1  # noqa: PLR2004
    return characters * width + parts * _PART_WEIGHT
