"""Forms: URL-encoded and multipart, decoded exactly once and in small steps."""

import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple

_STEP = 512 * 1024
_LONE_PERCENT = re.compile(rb"%(?![0-9A-Fa-f]{2})")
# Percent signs become the equals signs of quoted-printable, which the standard library decodes in
# one go (urllib builds an object for each escape: seconds and a gigabyte for a large body).
_TO_QUOTED = bytes.maketrans(b"%+", b"= ")
_TO_QUOTED_PLUS_KEPT = bytes.maketrans(b"%", b"=")
_FIELD = re.compile(rb"(?:\A|&)[ \t\r\n?]*(?i:data)(?:\[[^\]&=]{0,20}\]|%5[Bb][^&=]{0,20}%5[Dd])?=")
_OBJECT = re.compile(rb"(?:\A|&)[^&=]{1,60}=(?=\{|\[|%7[Bb]|%5[Bb])")
_MAX_FIELDS = 1_000
_LONGEST_NAME = 1_024
_NAME = re.compile(rb'(?i:(?:\A|[; \t])name)\s*=\s*(?:"([^"]*)"|([^;\s]+))')
_ENCODING = re.compile(rb"(?im)^content-transfer-encoding[ \t]*:[ \t]*([\w-]+)")
_DISPOSITION = re.compile(rb"(?im)^content-disposition[ \t]*:([^\r\n]*)")
_TYPE = re.compile(rb"(?im)^content-type[ \t]*:([^\r\n]*)")
_BREAK = re.compile(rb"\r?\n\r?\n")
_BOUNDARY = re.compile(rb"(?m)^--[^\r\n]{1,100}")
_HEADERS = 8 * 1024


class Part(NamedTuple):
    """One part of a multipart form."""

    name: str
    content: bytes
    content_type: str


def percent_decoded(raw: bytes, *, plus: bool = True) -> bytes:
    """Decode each %xx once as its byte, and + as a blank; a % that begins no escape stays one."""
    if b"%" not in raw:
        return raw.replace(b"+", b" ") if plus else raw
    table = _TO_QUOTED if plus else _TO_QUOTED_PLUS_KEPT
    return b"".join(_decoded(step, table) for step in _steps(raw))


def _steps(raw: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(raw):
        end = min(place + _STEP, len(raw))
        if end < len(raw):
            # Never cut an escape in two.
            tail = raw.rfind(b"%", end - 2, end)
            end = tail if tail > place else end
        yield raw[place:end]
        place = end


def _decoded(step: bytes, table: bytes) -> bytes:
    escapes = step.count(b"%")
    if b"=" not in step and b"\n" not in step and b"\r" not in step:
        plain = binascii.a2b_qp(step.translate(table))
        # Each whole escape makes the text two shorter, and nothing else that is left makes it so.
        if len(plain) == len(step) - 2 * escapes:
            return plain
    whole = _LONE_PERCENT.sub(b"%25", step).replace(b"=", b"%3D")
    return binascii.a2b_qp(whole.translate(table))


def data_fields(raw: bytes) -> list[bytes]:
    """Find the values of all fields called data, still encoded."""
    return _values(raw, _FIELD)


def object_fields(raw: bytes) -> list[bytes]:
    """Find the values of fields of any name that begin like an object, still encoded."""
    return _values(raw, _OBJECT) if b"=" in raw else []


def _values(raw: bytes, name: re.Pattern[bytes]) -> list[bytes]:
    """Find what follows each `name`, up to the next field.

    In steps: one search through 8 MiB would keep every other thread waiting.
    """
    if b"&" not in raw:
        only = name.match(raw)
        return [raw[only.end() :]] if only else []
    found: list[bytes] = []
    for place in range(0, len(raw), _STEP):
        end = place + _STEP
        for match in name.finditer(raw, place, end + _LONGEST_NAME):
            if match.start() >= end:
                break
            close = raw.find(b"&", match.end())
            found.append(raw[match.end() : close if close >= 0 else len(raw)])
            if len(found) >= _MAX_FIELDS:
                return found
    return found


def begins_with_data(text: bytes) -> bool:
    """Say whether a text is a form, inside another wrapper."""
    return text[:5].lower() in (b"data=", b"data[")


def unencoded_rest(raw: bytes) -> bytes | None:
    """Find what follows data= where the sender forgot to encode: no encoded value has a blank."""
    match = _FIELD.match(raw)
    if not match:
        return None
    rest = raw[match.end() :].strip()
    blank = b" " in rest or not (b"%" in rest or b"+" in rest)
    return rest if rest[:1] in (b"{", b"[") and b'"' in rest[:64] and blank else None


def boundary_of(raw: bytes, content_type: str) -> bytes:
    """Find the line between the parts; b"" where it is no multipart."""
    declared = content_type.startswith("multipart/")
    if not declared and not raw.startswith(b"--"):
        return b""
    head = raw[:_HEADERS]
    first = _BOUNDARY.search(head)
    if not first or not (declared or (first.start() == 0 and _DISPOSITION.search(head))):
        return b""
    return first[0].strip()


def parts(raw: bytes, line: bytes) -> Iterator[Part]:
    """Cut a multipart body into its parts."""
    place = raw.find(line)
    for _ in range(_MAX_FIELDS):
        if place < 0:
            return
        start = place + len(line)
        if raw[start : start + 2] == b"--":
            return
        following = raw.find(b"\n" + line, start)
        piece = raw[start : following if following >= 0 else len(raw)]
        place = following + 1 if following >= 0 else -1
        if part := _part(piece, cut=following < 0):
            yield part


def _part(piece: bytes, *, cut: bool) -> Part | None:
    gap = _BREAK.search(piece, 0, _HEADERS)
    if not gap:
        return None
    headers, content = piece[: gap.start()], piece[gap.end() :]
    if not cut and content.endswith(b"\r"):
        content = content[:-1]
    disposition = _DISPOSITION.search(headers)
    name = _NAME.search(disposition[1]) if disposition else None
    kind = _TYPE.search(headers)
    coding = _ENCODING.search(headers)
    return Part(
        name=(name[1] or name[2] or b"").decode("utf-8", "replace") if name else "",
        content=_plain(content, coding[1].lower() if coding else b""),
        content_type=kind[1].decode("latin-1").strip() if kind else "",
    )


def _plain(content: bytes, coding: bytes) -> bytes:
    if coding == b"quoted-printable":
        return binascii.a2b_qp(content)
    if coding == b"base64":
        try:
            return binascii.a2b_base64(content)
        except binascii.Error:
            return content
    return content
