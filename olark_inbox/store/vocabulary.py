"""The words that are in the index: what a begun word may go on to.

The index keeps beginnings of up to three letters ready. For a longer one SQLite would first join
the lists of all words that begin so, however many conversations have them; asked for the words
themselves, it walks their lists side by side and stops as soon as a page is full.

FTS5's own table of words (fts5vocab) walks through all pages of a word's list to come to the next
word. So the words are read from the leaves of the index where words begin, which `words_idx` names:
the same few however many conversations there are.
"""

import re
from collections.abc import Iterator

import apsw

MOST = 16
"""A beginning that more words have is left to SQLite."""

_BEGUN = re.compile(r'"((?:[^"]* )?)([^" ]{4,})" \*')
_MAIN = b"0"
"""Stands before whole words in the index; beginnings that are kept ready have other signs."""
_PAST = b"\xff"
"""Sorts behind whatever a word goes on with."""

# The leaf where a word would stand is the last of a part that begins with no greater one. A leaf's
# number is made of its part's and its own; the least bit of pgno says something else. Leaves that
# are gone are those of a part that is just being joined with others.
_LEAVES = """
with recursive part(id) as (
    select min(segid) from words_idx
    union all
    select (select min(segid) from words_idx where segid > id) from part where id is not null
), leaf(id) as (
    select (part.id << 37) + (select pgno >> 1 from words_idx
        where segid = part.id and term <= :begun order by term desc limit 1) from part
    union all
    select (segid << 37) + (pgno >> 1) from part cross join words_idx on segid = part.id
        and term > :begun and term < :past
)
select block from leaf cross join words_data using (id)
"""
_MORE = 0x80
_SIZE_AT = 2
"""Where a leaf says where its lists end, and the places of its words begin."""


def spelled_out(connection: apsw.Connection, match: str) -> str:
    """Return the expression with the words of the index in place of a long begun word."""

    def words(found: "re.Match[str]") -> str:
        before, begun = found.groups()
        known = _beginning_with(connection, begun)
        each = [f'"{before}{word}"' for word in known]
        return f"({' OR '.join(each)})" if each else found[0]

    try:
        return _BEGUN.sub(words, match)
    except (apsw.SQLError, IndexError, UnicodeDecodeError):  # not as we know it: FTS5 is asked
        return match


def _beginning_with(connection: apsw.Connection, begun: str) -> list[str]:
    """Return all words that begin so; none where they are too many."""
    sought = _MAIN + begun.encode()
    bounds = {"begun": sought, "past": sought + _PAST}
    found: set[bytes] = set()
    for (leaf,) in connection.execute(_LEAVES, bounds):
        for word in _words_on(leaf):
            if word.startswith(sought):
                found.add(word)
            elif word > sought:
                break
        if len(found) > MOST:
            return []
    return [word.removeprefix(_MAIN).decode() for word in sorted(found)]


def _words_on(leaf: bytes) -> Iterator[bytes]:
    """Yield the words that begin on a leaf: each names how much of the one before it keeps."""
    at, word = 0, b""
    places = int.from_bytes(leaf[_SIZE_AT : _SIZE_AT + 2], "big")
    while places < len(leaf):
        step, places = _number(leaf, places)
        at += step
        keeps, begins = _number(leaf, at) if word else (0, at)
        length, begins = _number(leaf, begins)
        word = word[:keeps] + leaf[begins : begins + length]
        yield word


def _number(leaf: bytes, at: int) -> tuple[int, int]:
    """Return a number of SQLite's kind, seven bits a byte, and where it ends."""
    number = leaf[at] & ~_MORE
    while leaf[at] & _MORE:
        at += 1
        number = number << 7 | leaf[at] & ~_MORE
    return number, at + 1
