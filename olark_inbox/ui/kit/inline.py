"""Received text inside our own sentences: one line, and no direction that turns what is around."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_SPACE = re.compile(r"\s+")
_ISOLATE, _END = "\u2068", "\u2069"
_LONGEST_NAME = 60
_NAMED = 3


def one_line(text: str, longest: int = 400) -> str:
    """Return received text for a place of one line: nothing that turns the direction around it."""
    cut = text[: longest * 4]  # names of 600 kB exist; the rest would be cut anyway
    clean = _SPACE.sub(" ", _CONTROLS.sub("", cut)).strip()
    return clean if len(clean) <= longest else clean[: longest - 1].rstrip() + "…"


def isolated(text: str, longest: int = _LONGEST_NAME) -> str:
    """Return received text to stand inside a sentence of ours, whatever its direction."""
    clean = one_line(text, longest)
    return clean if clean.isascii() else f"{_ISOLATE}{clean}{_END}"


def one_of(names: Iterable[str], longest: int = _LONGEST_NAME) -> str:
    """Name who it may be: "Maya", or "one of Maya, Tom" where nobody knows which; "" for nobody."""
    shown = [isolated(name, longest) for name in names if name.strip()]
    if len(shown) <= 1:
        return "".join(shown)
    named = ", ".join(shown[:_NAMED])
    if len(shown) > _NAMED:
        words = translate("inline", "one of {0} and {1} more")
        return words.format(named, len(shown) - _NAMED)
    return translate("inline", "one of {0}").format(named)


def talking(names: Iterable[str]) -> str:
    """Say who talks, as the beginning of a sentence: "Maya", "One of Maya, Tom"."""
    several = [name for name in names if name.strip()]
    who = one_of(several)
    return who[:1].upper() + who[1:] if len(several) > 1 else who
