"""Sentences of the floors below the window: English as they are, and still to be translated.

The command line says them as they stand. The window looks its owner's words up by the pattern.
"""

from typing import Any


class Said(str):  # noqa: SLOT000 - what is a str has no room for values in slots
    """A sentence, with the pattern it was made from and what was put into it."""

    pattern: str
    values: tuple[str, ...]


def said(pattern: str, *values: object) -> Said:
    """Return a sentence; {0} stands for the first value, which may be a sentence itself."""
    kept = tuple(one if isinstance(one, str) else str(one) for one in values)
    made = Said(pattern.format(*kept) if kept else pattern)
    made.pattern, made.values = pattern, kept
    return made


def to_parts(text: str) -> list[Any]:
    """Return a sentence as JSON carries it to another process."""
    if not isinstance(text, Said):
        return [text]
    return [text.pattern, *(to_parts(one) for one in text.values)]


def from_parts(parts: Any) -> str:
    """Return what `to_parts` made; "" where it is none."""
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], str):
        return ""
    if len(parts) == 1:
        return said(parts[0])
    try:
        return said(parts[0], *(from_parts(one) for one in parts[1:]))
    except (IndexError, KeyError, ValueError):
        return parts[0]
