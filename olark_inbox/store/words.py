"""Folding of text for the full-text index, and finding the same hits again in the text itself.

What is indexed and what is searched goes through `index_text`; after that only SQLite's own
tokenizer decides what a word is. `marks` asks the same tokenizer, so that what is marked is what
was found.
"""

import re
import threading
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import apsw

TOKENIZE = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""How the table `words` cuts text; without the marks Hindi and Thai would fall to pieces."""

Marks = tuple[tuple[int, int], ...]

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
_LONG_PIECE = 4  # marks piled up without end are not worth remembering


def _within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= code <= last for first, last in ranges)


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


def fold_name(name: str) -> str:
    """Return a name such that two spellings of one tag, agent or group are equal."""
    return " ".join(index_text(name).lower().split())


class _Cutter(threading.local):
    """SQLite's tokenizer, one a thread: it belongs to a connection."""

    def __init__(self) -> None:
        self._connection = apsw.Connection(":memory:")
        name, *arguments = re.findall(r"'[^']*'|\S+", TOKENIZE)
        self.cut = self._connection.fts5_tokenizer(name, [a.strip("'") for a in arguments])


_CUTTER = _Cutter()


def tokens(text: str) -> tuple[str, ...]:
    """Return the words SQLite sees in `text` after `index_text`."""
    found = _CUTTER.cut(
        index_text(text).encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False
    )
    return tuple(str(each[0]) for each in found)


_DIGITS = re.compile(r"\d+")
_TRUNK = re.compile(r"\(\s*0\s*\)")  # +44 (0)20: the nought is dialled inside the country only
_LEAST_DIGITS = 4


def phone_forms(phone: str) -> str:
    """Return a phone number for the index, to be found from any of its digits on.

    Beside the number as written stand its digits in one, and every ending of them of four digits
    or more: with and without country code or leading nought, and by its last digits alone.
    """
    text = index_text(phone)
    forms: dict[str, None] = {}
    for written in {text, _TRUNK.sub("", text)}:
        digits = "".join(_DIGITS.findall(written))[:20]
        forms |= dict.fromkeys(digits[at:] for at in range(len(digits) - _LEAST_DIGITS + 1))
    return " ".join([text, *forms])


PAGE = "\ue000"
"""Stands before each word of a page's address in the index, so that `page:` finds only pages."""


def page_forms(page: str) -> str:
    """Return a page's address for the index: once as words, once so that `page:` finds it."""
    return " ".join([index_text(page), *(f"{PAGE} {word}" for word in tokens(page))])


@dataclass(frozen=True, slots=True)
class Term:
    """Something to be marked: words in a row, the last one begun only where `prefix`."""

    tokens: tuple[str, ...]
    prefix: bool = False


def _joins(char: str) -> bool:
    """Say whether normalising may join `char` to the one before it (tested over all of Unicode)."""
    return (
        unicodedata.category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"  # Hangul letters, of all three widths
        or "\u3131" <= char <= "\u318e"
        or "\ud7b0" <= char <= "\ud7ff"
        or "\uff9e" <= char <= "\uffdc"
        or "\U00016d63" <= char <= "\U00016d6a"  # Kirat Rai vowels
    )


class _Joins(dict[str, bool]):
    """`_joins`, remembered."""

    def __missing__(self, char: str) -> bool:
        joins = not char.isascii() and _joins(char)
        if len(self) < _KEPT:
            self[char] = joins
        return joins


class _Widths(dict[str, int]):
    """How long pieces of text are once folded, remembered."""

    def __missing__(self, piece: str) -> int:
        width = len(index_text(piece))
        if len(self) < _KEPT and len(piece) < _LONG_PIECE:
            self[piece] = width
        return width


_JOINS = _Joins()
_WIDTHS = _Widths()


def _pieces(run: str) -> Iterator[str]:
    """Cut into the least pieces that fold by themselves: a character and what joins it."""
    start = 0
    for at, char in enumerate(run):
        if at and not _JOINS[char]:
            yield run[start:at]
            start = at
    yield run[start:]


# An ASCII character takes part only as the base of marks that follow it.
_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


class _Places:
    """From places in folded text back to places in the text itself."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._spans: list[tuple[int, int, int]] = []  # folded end, start and end in the text
        folded = at = 0
        for match in _RUN.finditer(text):
            folded += match.start() - at
            at = match.start()
            for piece in _pieces(match.group()):
                width = _WIDTHS[piece]
                after = at + len(piece)
                if width != 1 or after != at + 1:
                    self._starts.append(folded)
                    self._spans.append((folded + width, at, after))
                folded += width
                at = after

    def start(self, place: int) -> int:
        """Return where the character begins that `place` in the folded text came from."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return place
        end, first, last = self._spans[index]
        return first if place < end else last + place - end

    def end(self, place: int) -> int:
        """Return where the character ends that stands before `place` in the folded text."""
        index = bisect_left(self._starts, place) - 1
        if index < 0:
            return place
        end, _first, last = self._spans[index]
        return last if place <= end else last + place - end


_Cut = tuple[int, int, str]  # where a word starts and ends in the folded text's bytes, and itself


def _possible(folded: str, terms: Iterable[Term]) -> list[Term]:
    """Drop the terms that cannot be in the text at all, which is cheap to see."""
    low = folded.lower() if folded.isascii() else folded
    return [term for term in terms if term.tokens and all(each in low for each in term.tokens)]


def _hits(cut: Sequence[_Cut], terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Return first and last word of each place where a term stands, in order."""
    found: list[tuple[int, int]] = []
    words = [each[2] for each in cut]
    for term in terms:
        last = len(term.tokens) - 1
        ending = term.tokens[-1]
        for at in range(len(words) - last):
            word = words[at + last]
            if not (word.startswith(ending) if term.prefix else word == ending):
                continue
            if last == 0 or tuple(words[at : at + last]) == term.tokens[:-1]:
                found.append((at, at + last))
    return sorted(found)


def marks(text: str, terms: Iterable[Term]) -> Marks:
    """Return where `terms` stand in `text` as (start, end) in characters, in order, not touching.

    Whole words are marked, as the index found them.
    """
    folded = index_text(text)
    terms = _possible(folded, terms)
    if not terms:
        return ()
    raw = folded.encode()
    found = _CUTTER.cut(raw, apsw.FTS5_TOKENIZE_DOCUMENT, None, include_colocated=False)
    cut = cast("list[_Cut]", found)
    hits = _hits(cut, terms)
    if not hits:
        return ()
    return _joined(_in_text(text, raw, [(cut[a][0], cut[b][1]) for a, b in hits]))


def _in_text(text: str, raw: bytes, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Translate places in the bytes of the folded text to characters of the text."""
    if text.isascii():
        return spans
    places = _Places(text)
    found = []
    byte = char = 0
    for start, end in spans:  # ascending by start: each stretch of bytes is decoded once
        char += len(raw[byte:start].decode())
        byte = start
        found.append((places.start(char), places.end(char + len(raw[start:end].decode()))))
    return found


def _joined(spans: list[tuple[int, int]]) -> Marks:
    """Join what overlaps or touches."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


_BLANKS = re.compile(r"[\s\0]")


def snippet(texts: Iterable[str], terms: Sequence[Term], width: int = 160) -> tuple[str, Marks]:
    """Return the piece of about `width` characters around the first hit, on one line, and its hits.

    ("", ()) where nothing is hit. "…" stands where the text goes on.
    """
    for text in texts:
        found = marks(text, terms)
        if found:
            return _piece(text, found, width)
    return "", ()


def _piece(text: str, found: Marks, width: int) -> tuple[str, Marks]:
    first = found[0][0]
    start = 0
    if len(text) > width and first > width // 4:
        start = min(first - width // 4, max(len(text) - width, 0))
        blank = _BLANKS.search(text, start, first)
        start = blank.end() if blank else start
    end = min(len(text), start + width)
    if end < len(text):
        blank_at = max(text.rfind(" ", found[0][1], end), text.rfind("\n", found[0][1], end))
        end = blank_at if blank_at > start + width // 2 else end
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    shift = len(before) - start
    inside = [(max(a, start) + shift, min(b, end) + shift) for a, b in found if a < end]
    return before + _BLANKS.sub(" ", text[start:end]) + after, tuple(inside)
