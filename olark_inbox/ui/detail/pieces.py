"""A message's words as the transcript sets them, and the way back to the words as sent.

What is laid out differs from what was said: line ends become U+2028, characters a text document
would take for its own become U+FFFD, links get invisible U+2060 so that they do not break after
"://", and a very long message comes in several pieces or folded. Every change but U+2060 keeps
one character for one, so a place in the piece leads back to the exact place in the message.
"""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from olark_inbox.ui.detail.links import Link, find_links

FOLD_CHARACTERS = 4_000
FOLD_LINES = 60
_FOLDED_CHARACTERS = 1_500
_FOLDED_LINES = 30
PIECE_CHARACTERS = 2_000
PIECE_LINES = 100

_LONGEST_SIGN = 64
"""A text of nothing but combining marks is cut all the same."""

JOINER = "\u2060"
_LINE = "\u2028"
_ENDS = "\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SET = (
    {ord(end): _LINE for end in _ENDS}
    | dict.fromkeys((64976, 64977, 65532), "�")
    | {code: "\ufffd" for code in range(32) if code not in (0x09, 0x0D) and chr(code) not in _ENDS}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a message that is one block of the document."""

    start: int
    end: int
    """Where it comes from, in characters of the message; `end` may include a swallowed newline."""
    shown: str
    joins: tuple[int, ...] = ()
    """Where U+2060 was put into `shown`."""
    links: tuple[Link, ...] = ()
    """In characters of `shown`."""

    def source(self, place: int) -> int:
        """Return the place in the message of a place in `shown`."""
        return min(self.end, self.start + place - bisect_left(self.joins, place))

    def place(self, source: int) -> int:
        """Return the place in `shown` of a place in the message."""
        result = source - self.start
        for join in self.joins:
            if join > result:
                break
            result += 1
        return max(0, min(len(self.shown), result))


def units(text: str, place: int) -> int:
    """Return a place in characters as the document counts it, in UTF-16 units."""
    head = text[:place]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, unit: int) -> int:
    """Return a place the document counted as a place in characters."""
    if text.isascii():
        return min(unit, len(text))
    raw = text.encode("utf-16-le", "surrogatepass")[: unit * 2]
    return len(raw.decode("utf-16-le", "ignore"))


def is_long(text: str) -> bool:
    """Say whether a message is folded at first."""
    return len(text) > FOLD_CHARACTERS or text.count("\n") > FOLD_LINES


def folded_at(text: str) -> int:
    """Return how many characters of a long message stand before "Show all"."""
    end, start = min(_FOLDED_CHARACTERS, len(text)), 0
    for _ in range(_FOLDED_LINES):
        newline = text.find("\n", start, end)
        if newline < 0:
            return _cut(text, 0, end)
        start = newline + 1
    return start


def bounds(text: str, end: int) -> list[int]:
    """Return where the pieces of the first `end` characters of a message begin, and `end`."""
    starts = [0]
    while end - starts[-1] > PIECE_CHARACTERS or _many_lines(text, starts[-1], end):
        starts.append(_next(text, starts[-1], end))
    return [*starts, end]


def piece(text: str, start: int, end: int) -> Piece:
    """Return one piece of a message as it is set."""
    return _piece(text, start, end, last=end == len(text))


def _many_lines(text: str, start: int, end: int) -> bool:
    return text.count("\n", start, min(end, start + PIECE_CHARACTERS)) > PIECE_LINES


def _next(text: str, start: int, end: int) -> int:
    """Return where the next piece begins: after a newline if one is near, else between words."""
    limit = min(end, start + PIECE_CHARACTERS)
    place = start
    for _ in range(PIECE_LINES):
        newline = text.find("\n", place, limit)
        if newline < 0:
            break
        place = newline + 1
    else:
        return place
    if place > start + PIECE_CHARACTERS // 2:
        return place
    return _cut(text, start, limit)


def _cut(text: str, start: int, limit: int) -> int:
    """Return a place near `limit` where a text can be cut: after a space, never inside a sign."""
    if limit >= len(text):
        return len(text)
    space = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit))
    if space > (start + limit) // 2:
        return space + 1
    place = limit
    while place > start + 1 and limit - place < _LONGEST_SIGN and _belongs(text, place):
        place -= 1
    return place


def _belongs(text: str, place: int) -> bool:
    """Say whether the character at `place` belongs to the one before it."""
    sign = text[place]
    before = text[place - 1]
    return bool(
        unicodedata.combining(sign)
        or sign in "\u200d\ufe0e\ufe0f\n"
        or before in "\u200d\r"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or "\U0001f1e6" <= sign <= "\U0001f1ff"
    )


def _piece(text: str, start: int, end: int, *, last: bool) -> Piece:
    words = text[start:end]
    if not last and words.endswith("\n"):
        words = words[:-1]  # the end of the block is the line's end
        if words.endswith("\r"):
            words = words[:-1]
    links = tuple(
        link
        for link in find_links(words)
        if not _is_cut(text, start + link.start, start, before=True)
        and not _is_cut(text, start + link.end, end, before=False)
    )
    plain = words.translate(_SET).replace("\r\u2028", JOINER + _LINE).replace("\r", _LINE)
    if not links:
        return Piece(start, end, plain)
    return _joined(start, end, plain, links)


def _is_cut(text: str, place: int, bound: int, *, before: bool) -> bool:
    """Say whether a link touches a bound at which its word goes on: half a link leads astray."""
    if place != bound or place in (0, len(text)):
        return False
    return not (text[place - 1] if before else text[place]).isspace()


def _joined(start: int, end: int, plain: str, links: tuple[Link, ...]) -> Piece:
    """Put U+2060 behind each ":" and "/" of the links."""
    parts: list[str] = []
    joins: list[int] = []
    moved: list[Link] = []
    done = length = 0
    for link in links:
        head = plain[done : link.start]
        parts.append(head)
        length += len(head)
        begin = length
        for sign in plain[link.start : link.end]:
            parts.append(sign)
            length += 1
            if sign in ":/":
                parts.append(JOINER)
                joins.append(length)
                length += 1
        moved.append(Link(begin, length, link.url))
        done = link.end
    parts.append(plain[done:])
    return Piece(start, end, "".join(parts), tuple(joins), tuple(moved))
