"""Packed bodies: gzip and deflate undone, never beyond the size a plain body may have."""

import zlib
from enum import StrEnum
from typing import NamedTuple

MAX_BYTES = 8 * 1024 * 1024
_MAX_LAYERS = 3
_STEP = 256 * 1024
_GZIP = b"\x1f\x8b\x08"
_NONE = frozenset({"", "identity", "none", "utf-8", "binary"})
_KNOWN = frozenset({"gzip", "x-gzip", "deflate"})


class Refusal(StrEnum):
    """Why a packed body was not unpacked."""

    ENCODING = "It is packed in a way this program does not know."
    TOO_LARGE = "It is larger than 8 MiB."
    DAMAGED = "It was cut off or damaged on the way."


class Unpacked(NamedTuple):
    """What came out; with a refusal, as much as could be read before it."""

    body: bytes
    refusal: Refusal | None = None


def understands(content_encoding: str) -> bool:
    """Say whether a body that is packed so can be unpacked."""
    codings = _codings(content_encoding)
    return len(codings) <= _MAX_LAYERS and _KNOWN.issuperset(codings)


def _codings(content_encoding: str) -> list[str]:
    if not content_encoding:
        return []
    names = [name.strip().casefold() for name in content_encoding.split(",")]
    return [name for name in names if name not in _NONE]


def unpack(raw: bytes, content_encoding: str) -> Unpacked:
    """Unpack the body. Bytes that are gzip are unpacked whatever the header says."""
    codings = _codings(content_encoding)
    if len(codings) > _MAX_LAYERS or not _KNOWN.issuperset(codings):
        return Unpacked(raw, Refusal.ENCODING)
    result = Unpacked(raw)
    for coding in reversed(codings):
        result = _undo(result.body, coding)
        if result.refusal:
            return result
    for _ in range(_MAX_LAYERS):
        if not result.body.startswith(_GZIP):
            break
        result = _undo(result.body, "gzip")
        if result.refusal:
            return result
    if len(result.body) > MAX_BYTES:
        return Unpacked(b"", Refusal.TOO_LARGE)
    return result


def _undo(body: bytes, coding: str) -> Unpacked:
    if coding != "deflate":
        # Something in between may have unpacked it already and left the header standing.
        return _inflate(body, 31) if body.startswith(_GZIP) else Unpacked(body)
    wrapped = _inflate(body, 15)
    if wrapped.refusal is not Refusal.DAMAGED:
        return wrapped
    bare = _inflate(body, -15)
    if bare.refusal is not Refusal.DAMAGED:
        return bare
    plain = body.lstrip()[:1] in (b"{", b"[", b"d", b"%", b'"', b"-")
    return Unpacked(body) if plain else max(wrapped, bare, key=lambda found: len(found.body))


def _inflate(body: bytes, window: int) -> Unpacked:
    """Go in small steps, so that nothing else in the program waits for a large body."""
    pieces: list[bytes] = []
    size = 0
    engine = zlib.decompressobj(window)
    waiting = body
    ended = False
    while not ended:
        try:
            piece = engine.decompress(waiting, _STEP)
        except zlib.error:
            return Unpacked(b"".join(pieces), Refusal.DAMAGED)
        size += len(piece)
        pieces.append(piece)
        waiting, ended = engine.unconsumed_tail, engine.eof
        if size > MAX_BYTES:
            return Unpacked(b"", Refusal.TOO_LARGE)
        if not ended and not piece and not waiting:
            return Unpacked(b"".join(pieces), Refusal.DAMAGED)
        if ended and engine.unused_data.startswith(_GZIP):
            # Several members one behind the other are one text; anything else behind is padding.
            waiting, ended = engine.unused_data, False
            engine = zlib.decompressobj(window)
    return Unpacked(b"".join(pieces))
