"""Values of a payload as text: valid Unicode, numbers as they were written, null as nothing."""

import json
import re
from collections.abc import Mapping
from typing import Any

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSHOWABLE = re.compile("[\\x00\\ud800-\\udfff]")


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


def text_of(value: Any) -> str:
    """Write any value as the text an owner reads; "" for null."""
    if type(value) is str and value.isascii() and "\0" not in value:
        return value  # nearly every value, and there are a hundred in a chat
    if isinstance(value, str):
        return clean(value)
    return "" if value is None else to_json(value)


def to_json(value: Any) -> str:
    """Write nested values on one line, without the nulls in them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return json.dumps(clean(value), ensure_ascii=False)
    if isinstance(value, Mapping):
        pairs = (f"{to_json(str(k))}: {to_json(v)}" for k, v in value.items() if v is not None)
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(to_json(v) for v in value if v is not None) + "]"
    return json.dumps(str(value), ensure_ascii=False)


def word_of(value: Any) -> str:
    """Read a field of one line, such as a name or an id: "" where it holds only blanks."""
    if value is None:
        return ""
    text = text_of(value)
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
