"""Finding again, in a text as it was written, what the full-text index found.

The text is folded as for the index and cut by the same tokenizer, so that what is marked is what
was found; then the places are carried back to the text itself.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from olark_inbox.store.folding import Cut, cut, index_text, page_forms, phone_forms

__all__ = ["Marks", "Term", "index_text", "marks", "page_forms", "phone_forms", "snippet"]

Marks = tuple[tuple[int, int], ...]

_KEPT = 20_000  # how many pieces' widths are remembered
_LONG_PIECE = 4  # marks piled up without end are not worth remembering


@dataclass(frozen=True)
class Term:
    """Something to be marked: words in a row, the last one begun only where `prefix`."""

    tokens: tuple[str, ...]
    prefix: bool = False

    @cached_property
    def in_ascii(self) -> "re.Pattern[str] | None":
        """What finds one word in ASCII, where a word is letters and figures; None for more."""
        if len(self.tokens) != 1:
            return None
        goes_on = "[0-9a-z]*" if self.prefix else "(?![0-9a-z])"
        word = f"(?<![0-9a-z]){re.escape(self.tokens[0])}{goes_on}"
        return re.compile(word, re.ASCII | re.IGNORECASE)


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


def _joined_here(before: str, char: str) -> bool:
    """Say whether `char`, which can join, does so: a letter of Hangul does not join an "e"."""
    if unicodedata.category(char)[0] == "M":
        return True
    apart = index_text(before) + index_text(char)
    return index_text(before + char).casefold() != apart.casefold()


def _pieces(run: str) -> Iterator[str]:
    """Cut into the least pieces that fold by themselves: a character and what joins it."""
    start = 0
    for at, char in enumerate(run):
        if at and not (_JOINS[char] and _joined_here(run[start:at], char)):
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


def _possible(folded: str, terms: Iterable[Term]) -> list[Term]:
    """Drop the terms that cannot be in the text at all, which is cheap to see."""
    low = folded.lower() if folded.isascii() else folded
    return [term for term in terms if term.tokens and all(each in low for each in term.tokens)]


def _hits(found_words: Sequence[Cut], terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Return first and last word of each place where a term stands, in order."""
    found: list[tuple[int, int]] = []
    words = [each[2] for each in found_words]
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


def _marks_in_ascii(text: str, terms: Iterable[Term]) -> Marks | None:
    """Return the marks by the short way nearly all searches can go; None where they cannot."""
    spans: list[tuple[int, int]] = []
    for term in terms:
        if term.in_ascii is None:
            return None
        spans += [match.span() for match in term.in_ascii.finditer(text)]
    return _joined(sorted(spans)) if spans else ()


def marks(text: str, terms: Sequence[Term]) -> Marks:
    """Return where `terms` stand in `text` as (start, end) in characters, in order, not touching.

    Whole words are marked, as the index found them.
    """
    if text.isascii() and (found := _marks_in_ascii(text, terms)) is not None:
        return found
    folded = index_text(text)
    terms = _possible(folded, terms)
    if not terms:
        return ()
    raw = folded.encode()
    words = cut(raw)
    hits = _hits(words, terms)
    return _joined(_in_text(text, raw, [(words[a][0], words[b][1]) for a, b in hits]))


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
