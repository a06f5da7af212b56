"""Folding of text for the full-text index: one way for what is kept and for what is searched.

After `index_text` only SQLite's own tokenizer decides what a word is.
"""

import re
import sys
import threading
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, cast

import apsw

TOKENIZE = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""How the table `words` cuts text; without the marks Hindi and Thai would fall to pieces."""

# Scripts written without spaces, where a word is any run of characters inside a longer text.
# Hangul is among them: its particles stick to the word, which is often searched without them.
_SPACELESS = (
    (0x0E01, 0x0E5B),  # Thai
    (0x0E81, 0x0EDF),  # Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1100, 0x11FF),  # Hangul letters
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x2E80, 0x2FDF),  # parts of ideographs
    (0x3005, 0x3007),
    (0x3031, 0x3035),
    (0x3040, 0x318F),  # kana, Bopomofo, Hangul letters
    (0x31A0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA4CF),  # Yi
    (0xA960, 0xA97F),
    (0xA980, 0xA9DF),  # Javanese
    (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F),
    (0xAA80, 0xAADF),
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),
    (0x16FE0, 0x18DFF),
    (0x1AFF0, 0x1B2FF),
    (0x20000, 0x3FFFF),
)
# Marks and invisible characters that do not change the word they stand in.
_IGNORED = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05BD),  # Hebrew points
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),
    (0x061C, 0x061C),
    (0x0640, 0x0640),  # Arabic stretching line
    (0x064B, 0x065F),  # Arabic vowels
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x200D, 0x200F),  # joiner, direction
    (0x202A, 0x202E),
    (0x2060, 0x2069),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),  # variants
    (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF),
    (0xE0000, 0xE01EF),
)
# Letters whose stroke or joining is not a mark to Unicode, though people leave it out in typing.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ی": "ي", "ى": "ي", "ک": "ك",
}  # fmt: skip
_SURROGATES = (0xD800, 0xDFFF)
_PICTURES = ((0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))
_KEPT = 20_000  # how many characters' foldings are remembered


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    at = bisect_right(ranges, (code, sys.maxunicode)) - 1
    return at >= 0 and code <= ranges[at][1]


def _folding(code: int) -> str:
    """Return what one character (normalised, lower case) becomes in the index."""
    char = chr(code)
    if code == 0 or _within(code, (_SURROGATES,)):
        return " "
    if _within(code, _SPACELESS):
        return f" {char} "
    if _within(code, _PICTURES):  # to SQLite a picture is no word: spell it
        return f" u{code:x} "
    parts = unicodedata.normalize("NFD", char)
    bare = "".join(_LETTERS.get(p, p) for p in parts if not _within(ord(p), _IGNORED))
    return bare if bare != parts else char


class _Foldings(dict[int, str]):
    """What each character becomes, remembered as they are met."""

    def __missing__(self, code: int) -> str:
        folding = _folding(code)
        if len(self) < _KEPT:
            self[code] = folding
        return folding


_FOLDINGS = _Foldings()
_FOREIGN = re.compile(r"[^\x01-\x7f]+")


def _fold_run(match: re.Match[str]) -> str:
    return match.group().translate(_FOLDINGS)


def index_text(text: str) -> str:
    """Return `text` as it goes into the index: any text at all becomes valid and comparable.

    Unicode forms, case and accents are evened out, and every character of a script written
    without spaces stands alone, so that SQLite takes it for a word.
    """
    if text.isascii():
        return text if "\0" not in text else text.replace("\0", " ")
    return _FOREIGN.sub(_fold_run, unicodedata.normalize("NFKC", text).casefold())


_AT_ONCE = 64 * 1024
_SEARCHED = 2_000_000


def index_bytes(texts: Iterable[str]) -> bytes:
    """Return texts that are very long together as `index_text` would, one a line, in UTF-8.

    In steps: whole, they would be several times as large for a moment, and hold up every thread.
    What stands behind the first two million characters is not found.
    """
    found: list[bytes] = []
    left = _SEARCHED
    for text in texts:
        at = 0
        while at < min(len(text), left):
            end = min(at + _AT_ONCE, left)
            if end < len(text):
                # Between two words, where there are words.
                end = (text.rfind(" ", at + 1, end) + 1) or end
            found.append(index_text(text[at:end]).encode())
            at = end
        found.append(b"\n")
        left -= at
    return b"".join(found)


_QUOTES = re.compile(r'["“”„‟«»]')  # they end a value in the search field, so no name can need them


def fold_name(name: str) -> str:
    """Return a name such that two spellings of one tag, agent or group are equal."""
    return " ".join(_QUOTES.sub("", index_text(name)).lower().split())


def register(connection: apsw.Connection) -> None:
    """Give a connection the SQL function `folded(name)` that the searches of labels need."""

    def folded(*names: Any) -> str:
        return fold_name(str(names[0]))

    connection.create_scalar_function("folded", folded, 1, deterministic=True)


class _Cutter(threading.local):
    """SQLite's tokenizer, one a thread: it belongs to a connection."""

    def __init__(self) -> None:
        self._connection = apsw.Connection(":memory:")
        name, *arguments = re.findall(r"'[^']*'|\S+", TOKENIZE)
        self.cut = self._connection.fts5_tokenizer(name, [a.strip("'") for a in arguments])


_CUTTER = _Cutter()


Cut = tuple[int, int, str]
"""A word of folded text: where it starts and ends in the UTF-8 bytes, and the word."""


def cut(folded: bytes) -> list[Cut]:
    """Return the words SQLite sees in text that went through `index_text`."""
    found = _CUTTER.cut(folded, apsw.FTS5_TOKENIZE_DOCUMENT, None, include_colocated=False)
    return cast("list[Cut]", found)


def tokens(text: str) -> tuple[str, ...]:
    """Return the words SQLite sees in `text` after `index_text`."""
    return tuple(each[2] for each in cut(index_text(text).encode()))


def grows(text: str) -> bool:
    """Say whether the last word of `text` may be the beginning of a longer one.

    It may not where a sign ends it, or in a script in which each character is a word to the index.
    """
    last = index_text(text[-1:])
    return last != "" and not last.endswith(" ") and tokens(last) != ()


_DIGITS = re.compile(r"[0-9]+")
_TRUNK = re.compile(r"\(\s*0\s*\)")  # +44 (0)20: the nought is dialled inside the country only
_LEAST_DIGITS = 4
_LONGEST_PHONE = 200


def phone_forms(phone: str) -> str:
    """Return a phone number for the index, to be found from any of its digits on.

    Beside the number as written stand its digits in one, and every ending of them of four digits
    or more: with and without country code or leading nought, and by its last digits alone.
    """
    if not phone:
        return ""
    text = index_text(phone)
    forms: dict[str, None] = {}
    begin = text[:_LONGEST_PHONE]
    for written in {begin, _TRUNK.sub("", begin)}:
        digits = "".join(_DIGITS.findall(written))[:20]
        forms |= dict.fromkeys(digits[at:] for at in range(len(digits) - _LEAST_DIGITS + 1))
    return " ".join([text, *forms])


_PHONE = re.compile(r"[+(]*[0-9][0-9()+./-]*")
_LEAST_PHONE = 7  # digits: fewer are a number of something else
_LONGEST_CODE = 3


def is_phone_part(word: str) -> bool:
    """Say whether a typed word can be a part of a phone number."""
    return _PHONE.fullmatch(word) is not None


def phone_searches(typed: str) -> tuple[str, ...]:
    """Return the digits under which `phone_forms` may have kept the number that was typed.

    Typed with its country code it is also looked for without, and the other way round.
    """
    digits = "".join(_DIGITS.findall(_TRUNK.sub("", typed)))
    if len(digits) < _LEAST_PHONE:
        return ()
    searches = {digits: None, digits.lstrip("0"): None}
    if typed.lstrip("(").startswith(("+", "00")):
        bare = digits.lstrip("0")
        searches |= dict.fromkeys(bare[cut_off:] for cut_off in range(1, _LONGEST_CODE + 1))
    return tuple(each for each in searches if len(each) >= _LEAST_PHONE)


_LONGEST_PAGE = 8_000
PAGE = "\ue000"
"""Stands before each word of a page's address in the index, so that `page:` finds only pages."""


def page_forms(page: str) -> str:
    """Return a page's address for the index: once as words, once so that `page:` finds it."""
    if not page:
        return ""
    words = tokens(page[:_LONGEST_PAGE])
    return " ".join([index_text(page), *(f"{PAGE} {word}" for word in words)])
