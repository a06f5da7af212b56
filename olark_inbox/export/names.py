"""File names made from people's names: valid on Windows, macOS and Linux, and never a path."""

import itertools
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

LONGEST = 120
"""Characters of a file name, its ending included."""
_LONGEST_BYTES = 240
"""Most file systems take 255 bytes; the rest is for ".part" while the file is written."""

PATTERN = "{date} {name}"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_BLANKS = re.compile(r"\s+")
_FIELD = re.compile(r"\{(\w+)\}")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.I)


def file_name(pattern: str, fields: dict[str, str], ending: str) -> str:
    """Fill a pattern such as "{date} {name}" and return a safe file name with that ending.

    A field that does not exist stays as it was typed.
    """
    filled = _FIELD.sub(lambda found: fields.get(found[1].lower(), found[0]), pattern)
    return safe_name(filled, ending)


def safe_name(text: str, ending: str = "") -> str:
    """Return a file name for any text: no path, no reserved word, no control, not too long."""
    text = "".join(_harmless(character) for character in unicodedata.normalize("NFC", text))
    text = _BLANKS.sub(" ", _FORBIDDEN.sub("-", text))
    stem = _cut(_trimmed(text), ending) or "Conversation"
    if _RESERVED.match(stem):
        stem = f"_{_cut(stem, ending + '_')}"
    return stem + ending


_NUMBER = re.compile(r" \([1-9][0-9]{0,3}\)$")


def free_name(name: str, taken: Callable[[str], bool]) -> str:
    """Return the name, or the name with the first free number: "Bob (2).pdf"."""
    if not taken(name):
        return name
    stem, ending = _split(name)
    plain = _NUMBER.sub("", stem) or stem
    return _numbered(plain + ending, taken, 2)[0]


def _numbered(name: str, taken: Callable[[str], bool], first: int) -> tuple[str, int]:
    stem, ending = _split(name)
    for number in itertools.count(first):
        mark = f" ({number}){ending}"
        candidate = _cut(stem, mark) + mark
        if not taken(candidate):
            return candidate, number
    raise AssertionError("numbers do not end")


class TakenNames:
    """The names given out in one folder, and those of the files that are there already.

    Names that differ only in case are the same file on Windows and macOS.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._given: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, name: str) -> str:
        """Return a name nobody has, and keep it."""
        key = _same(name)
        free = name
        if self._taken(name):
            # Ten thousand visitors called "Visitor" must not each count from 2 again.
            free, number = _numbered(name, self._taken, self._numbers.get(key, 2))
            self._numbers[key] = number + 1
        self._given.add(_same(free))
        return free

    def _taken(self, name: str) -> bool:
        return _same(name) in self._given or (self._folder / name).exists()


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _harmless(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":  # bidi controls, zero-width marks: they make a name lie about itself
        return "\u200d" if character == "\u200d" else ""
    if category in ("Cs", "Co", "Cn"):
        return "_"
    return " " if category in ("Zl", "Zp") else character


def _trimmed(text: str) -> str:
    return text.strip(" .\u200d")


def _cut(stem: str, ending: str) -> str:
    """Shorten to what the ending leaves, without tearing a letter from its accents."""
    room = LONGEST - len(ending)
    room_bytes = _LONGEST_BYTES - len(ending.encode())
    if len(stem) <= room and len(stem.encode()) <= room_bytes:
        return stem
    kept = stem[:room]
    kept = kept.encode()[:room_bytes].decode("utf-8", "ignore")
    after = stem[len(kept) : len(kept) + 1]
    while kept and after and unicodedata.category(after) in ("Mn", "Mc", "Me"):
        kept, after = kept[:-1], kept[-1]
    return _trimmed(kept)


def _split(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")
