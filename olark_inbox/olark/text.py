"""Values of a payload as text: valid Unicode, numbers as they were written, null as nothing.

A very long text is still the bytes of its UTF-8 (see stepwise.py) until it is read here.
"""

import codecs
import json
import re
from collections.abc import Mapping
from typing import Any

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSHOWABLE = re.compile("[\\x00\\ud800-\\udfff]")
_LONGEST_WORD = 1_000_000
_STEP = 256 * 1024
_FIRST = bytes(range(0x80)) + bytes(range(0xC0, 0x100))
"""Bytes with which a character begins."""
_HALF = re.compile("[\\ud800-\\udfff]")


class Number(str):
    """A number of a payload, kept as it was written: 16 digits and 1.50 survive."""

    __slots__ = ()


def clean(text: str) -> str:
    """Give the text without what neither a database nor a window takes: half characters and NUL."""
    if "\0" not in text:
        if text.isascii():
            return text if type(text) is str else str(text)
        try:
            text.encode()
        except UnicodeEncodeError:
            pass
        else:
            return str(text)
    return _UNSHOWABLE.sub(REPLACEMENT, text)


def to_utf8(text: str) -> bytes:
    """Give the bytes of a text that may hold halves of characters."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF.sub(REPLACEMENT, text).encode()


def text_of(value: Any) -> str:
    """Write any value as the text an owner reads; "" for null."""
    if type(value) is str and value.isascii() and "\0" not in value:
        return value  # nearly every value, and there are a hundred in a chat
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bytes):
        return _decoded(value.replace(b"\0", REPLACEMENT.encode()))
    return "" if value is None else to_json(value)


def _decoded(long: bytes) -> str:
    """Give the text. Python makes room for as many characters as there are bytes, at first."""
    steps = range(0, len(long), _STEP)
    following = sum(len(long[at : at + _STEP].translate(None, delete=_FIRST)) for at in steps)
    if following < len(long) // 2:
        return long.decode()
    engine = codecs.getincrementaldecoder("utf-8")()
    return "".join([engine.decode(long[at : at + _STEP]) for at in steps])


def to_json(value: Any) -> str:
    """Write nested values on one line, without the nulls in them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str | bytes):
        return json.dumps(text_of(value), ensure_ascii=False)
    if isinstance(value, dict):
        pairs = (f"{to_json(str(k))}: {to_json(v)}" for k, v in value.items() if v is not None)
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(to_json(v) for v in value if v is not None) + "]"
    return json.dumps(str(value), ensure_ascii=False)


def word_of(value: Any) -> str:
    """Read a field of one line, such as a name or an id: "" where it holds only blanks.

    What is longer than any name is cut; the raw body keeps it.
    """
    if value is None:
        return ""
    if type(value) is str and value.isascii() and "\0" not in value and len(value) < _LONGEST_WORD:
        return "" if value.isspace() else value
    text = text_of(value)
    if len(text) > _LONGEST_WORD:
        text = text[:_LONGEST_WORD]
    return "" if text.isspace() else text


def present(value: Any) -> bool:
    """Say whether a field says anything: null and "" are the same as no field at all."""
    return value is not None and value != ""


def pairs_of(
    values: Mapping[str, Any], known: frozenset[str] = frozenset()
) -> tuple[tuple[str, str], ...]:
    """List the fields nobody knows, as readable text, in the order they were sent."""
    if values.keys() <= known:
        return ()
    return tuple(
        (clean(key), text)
        for key, value in values.items()
        if key not in known and (text := text_of(value))
    )


def in_one_line(text: str, limit: int = 300) -> str:
    """Give the beginning of a text with its line breaks and runs of blanks as single blanks."""
    return " ".join(text[: limit * 8].split())[:limit]
