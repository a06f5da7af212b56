"""Bytes to text: what the sender declared, what they are, and what they most likely were."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from olark_inbox.olark.text import REPLACEMENT

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST_OF_BOMS = frozenset(mark[:1] for mark, _ in _BOMS)
_WIDE = re.compile(r"utf[-_]?(16|32)", re.IGNORECASE)
# Charsets whose bytes are plain ASCII, so that reading them as UTF-8 would not fail but be wrong.
_ESCAPED = re.compile(r"iso-?2022|hz|utf[-_]?7", re.IGNORECASE)
# Codecs that make text but are no charset of a sender; one takes hours for a large body.
_NO_CHARSET = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})
_HALF = re.compile(b"\xed[\xa0-\xbf][\x80-\xbf]")
_MAX_MENDED = 20_000
_FOLLOWING = re.compile(b"[\x80-\xbf]")
_LONGEST = 4
_STEP = 128 * 1024


def without_bom(raw: bytes, charset: str = "") -> bytes:
    """Give the bytes in a charset that contains ASCII, without a byte order mark."""
    if raw[:1] not in _FIRST_OF_BOMS and b"\0" not in raw[:4]:
        return raw
    for mark, name in _BOMS:
        if raw.startswith(mark):
            rest = raw[len(mark) :]
            return rest if name == "utf-8" else _from_wide(rest, name)
    if name := _unmarked_wide(raw, charset):
        return _from_wide(raw, name)
    return raw


def _unmarked_wide(raw: bytes, charset: str) -> str:
    head = raw[:4]
    if b"\0" not in head:
        return ""
    if head[:3] == b"\0\0\0":
        return "utf-32-be"
    if head[1:4] == b"\0\0\0":
        return "utf-32-le"
    if head[:1] == b"\0" and head[1:2] != b"\0":
        return "utf-16-be"
    if head[1:2] == b"\0" and (head[3:4] == b"\0" or _WIDE.search(charset)):
        return "utf-16-le"
    return ""


def _from_wide(raw: bytes, name: str) -> bytes:
    return _read(raw, name, "replace")


def to_utf8(raw: bytes, charset: str = "") -> bytes:
    """Give the text in UTF-8. Never fails: what is nothing else is read as Windows reads it."""
    declared = _known(charset)
    if declared and _ESCAPED.search(declared):
        return _read(raw, declared, "replace")
    if _is_utf8(raw):
        return raw
    if declared and declared not in {"utf-8", "ascii", "iso8859-1"}:
        try:
            return _read(raw, declared)
        except (ValueError, LookupError):
            pass
    return _mended(raw)


def _is_utf8(raw: bytes) -> bool:
    if raw.isascii():
        return True
    engine = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece, last in _steps(raw):
            engine.decode(piece, last)
    except UnicodeDecodeError:
        return False
    return True


def _read(raw: bytes, name: str, errors: str = "strict") -> bytes:
    """Go in small steps: whole, the text would be several times as large for a moment."""
    engine = codecs.getincrementaldecoder(name)(errors)
    pieces = (engine.decode(piece, last) for piece, last in _steps(raw))
    return b"".join([piece.encode("utf-8", "replace") for piece in pieces])


def _steps(raw: bytes) -> Iterator[tuple[bytes, bool]]:
    """Cut at the beginnings of characters, for one that is wrong to be seen whole."""
    at = 0
    while at < len(raw):
        end = at + _STEP
        while at + _STEP + _LONGEST > end and _FOLLOWING.match(raw, end):
            end += 1
        yield raw[at:end], end >= len(raw)
        at = end


def _known(charset: str) -> str:
    """Give the name Python knows it by; "" for none, unknown ones and those that make no text."""
    if not charset:
        return ""
    try:
        info = codecs.lookup(charset.strip().strip("\"'"))
        text_only = info.decode(b"")[0] == "" if info.name else False
    except (LookupError, ValueError, TypeError):
        return ""
    wide = _WIDE.search(info.name)
    usable = text_only and not wide and info.name.replace("-", "_") not in _NO_CHARSET
    return info.name if usable else ""


def _mended(raw: bytes) -> bytes:
    """Read UTF-8 with single bytes of Windows-1252 in it; wholly Windows-1252 where most are."""
    if len(raw) - len(_read(raw, "utf-8", "ignore")) > _MAX_MENDED:
        return _read(raw, "cp1252", "replace")
    return _read(raw, "utf-8", _MENDING)


def _mend(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if _HALF.match(error.object, error.start):
        return REPLACEMENT, error.start + 3
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_MENDING = "olark_inbox.mending"
codecs.register_error(_MENDING, _mend)
