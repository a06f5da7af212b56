"""What was typed in the search field, cut into words, phrases and filters."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from olark_inbox.store.language import spoken

FILTERS: dict[str, tuple[str, ...]] = {
    "from": (),
    "agent": (),
    "group": (),
    "tag": (),
    "page": (),
    "is": ("unread", "read", "starred", "done", "live", "offline", "unanswered", "rated"),
    "rating": ("<=2", "3", ">=4"),
    "before": ("today", "this week", "this month"),
    "after": ("yesterday", "last week", "last month"),
    "on": ("today", "yesterday", "last week", "this month"),
    "has": ("email", "phone", "rating", "note", "reminder"),
    "in": ("inbox", "done", "bin"),
}
"""Each filter and the values that can be offered for it; the first five take any."""
DATES = ("before", "after", "on")

QUOTES = '"“”„‟«»'
_MINUS = re.compile(r"-(?=[^\s-])")
_NAME = re.compile(rf"([^\s:{QUOTES}]{{1,40}}):")
_VALUE = re.compile(rf"[{QUOTES}](?P<quoted>[^{QUOTES}]*)(?P<closed>[{QUOTES}]?)|(?P<bare>\S*)")
_BLANKS = re.compile(r"\s*")
_NEXT_WORD = re.compile(rf"\s+([^\s{QUOTES}]+)")
_LONGEST_DATE = 4  # words: "14 march, 2025"


class Piece(NamedTuple):
    """One word, phrase or filter. `text` is what it says, `start` and `end` where it was typed."""

    text: str
    start: int
    end: int
    filter: str = ""
    named: str = ""
    """The filter as it was typed, in whatever language."""
    negative: bool = False
    quoted: bool = False
    begun: bool = False
    """It stands at the very end and may still be growing."""


def pieces(typed: str, is_date: Callable[[str], bool]) -> Iterator[Piece]:
    """Cut `typed`; `is_date` says how many words after `on:` and its kind still belong to it."""
    at = _after_blanks(typed, 0)
    while at < len(typed):
        piece = _piece(typed, at)
        if piece.filter in DATES and not piece.quoted:
            piece = _with_date(typed, piece, is_date)
        yield piece
        at = _after_blanks(typed, max(piece.end, at + 1))


def _after_blanks(typed: str, at: int) -> int:
    match = _BLANKS.match(typed, at)
    return match.end() if match else at


def _piece(typed: str, at: int) -> Piece:
    minus = _MINUS.match(typed, at)
    begin = minus.end() if minus else at
    name = _NAME.match(typed, begin)
    kind = filter_named(name[1]) if name else ""
    match = _VALUE.match(typed, name.end() if name and kind else begin)
    if match is None:  # cannot be: the pattern takes anything
        return Piece(typed[at:], at, len(typed))
    quoted = match["quoted"]
    open_end = match.end() == len(typed) and not match["closed"]
    return Piece(
        text=quoted if quoted is not None else match["bare"] or "",
        start=at,
        end=match.end(),
        filter=kind,
        named=name[1] if name and kind else "",
        negative=minus is not None,
        quoted=quoted is not None,
        begun=open_end,
    )


def filter_named(name: str) -> str:
    """Return the filter that is called so in English or in the owner's language, "" for none."""
    return name.lower() if name.lower() in FILTERS else spoken().filter(name)


def _with_date(typed: str, piece: Piece, is_date: Callable[[str], bool]) -> Piece:
    """Take the words that follow as long as they make a date, the longest date there is."""
    best = piece
    at, text = piece.end, piece.text
    for _ in range(_LONGEST_DATE):
        match = _NEXT_WORD.match(typed, at)
        if match is None:
            break
        at = match.end()
        text = f"{text} {match[1]}".strip()
        if is_date(text):
            best = piece._replace(text=text, end=at, begun=at == len(typed))
    return best


class Completion(NamedTuple):
    """What is being typed at the cursor: `kind` is a filter's name, or "filter" for a name itself.

    `start` and `end` are the stretch of typed text that the chosen value replaces.
    """

    kind: str
    prefix: str
    start: int
    end: int
    named: int = 0
    """Where the filter's own name begins."""


_BEGINNING = re.compile(r"(?:^|(?<=\s))-?")
_LOOKED_BACK = 300  # characters: no name is longer, and pasted text may be
_REST = re.compile(rf"[^\s{QUOTES}]*")


def complete(typed: str, cursor: int) -> Completion | None:
    """Return what could be completed at `cursor`, None where there is nothing to offer."""
    cursor = max(0, min(cursor, len(typed)))
    before = typed[:cursor]
    for match in _BEGINNING.finditer(before, max(0, cursor - _LOOKED_BACK)):
        named = match.end()
        name = _NAME.match(before, named)
        kind = filter_named(name[1]) if name else ""
        start = name.end() if name and kind else named
        value = before[start:]
        quote = value[:1] if value[:1] and value[:1] in QUOTES else ""
        prefix = value[len(quote) :]
        if any(char in QUOTES or (not quote and char.isspace()) for char in prefix):
            continue
        end = _end(typed, cursor, quote)
        if kind:
            return Completion(kind, prefix, start, end, named)
        if prefix and not quote and any(one.startswith(prefix.casefold()) for one in _names()):
            return Completion("filter", prefix, start, end, named)
    return None


def _names() -> list[str]:
    return [*FILTERS, *(own.casefold() for own in spoken().filters.values())]


def _end(typed: str, cursor: int, quote: str) -> int:
    if not quote:
        match = _REST.match(typed, cursor)
        return match.end() if match else cursor
    closing = [at for at in range(cursor, len(typed)) if typed[at] in QUOTES]
    return closing[0] + 1 if closing else len(typed)


def as_value(name: str) -> str:
    """Return a tag's, agent's or group's name as it is typed after its filter."""
    bare = "".join(char for char in name if char not in QUOTES)
    return f'"{bare}"' if any(char.isspace() for char in bare) else bare
