"""Finding words in the open conversation, as the owner types them under Ctrl+F."""

import functools
import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from olark_inbox.olark.model import Message

MOST = 5_000
"""More hits than this in one chat help nobody to find anything."""

Hit = tuple[int, int, int]


@functools.lru_cache(maxsize=8_192)
def _plain(sign: str) -> str:
    """Return one character without case and accents: none, one or several."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", sign.casefold())
        if not unicodedata.combining(letter)
    )


def folded(text: str) -> str:
    """Return a text without case and accents. A message can have 600 kB: no loop over it here."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(sign): _plain(sign) for sign in set(text)})


def _places(text: str) -> list[int] | None:
    """Return where each character of the folded text came from, None where each is itself."""
    lengths = {sign: len(_plain(sign)) for sign in set(text)}
    if text.isascii() or all(length == 1 for length in lengths.values()):
        return None
    return [place for place, sign in enumerate(text) for _ in range(lengths[sign])]


def find(messages: Sequence[Message], words: str) -> tuple[Hit, ...]:
    """Return where the words stand in the messages, in reading order."""
    wanted = folded(words.strip())
    if not wanted:
        return ()
    hits = (
        (index, start, end)
        for index, message in enumerate(messages)
        for start, end in _in_text(message.text, wanted)
    )
    return tuple(itertools.islice(hits, MOST))


def _in_text(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    plain = folded(text)
    start = plain.find(wanted)
    if start < 0:
        return
    places = _places(text)
    while start >= 0:
        end = start + len(wanted)
        if places is None:
            yield start, end
        else:
            yield places[start], places[end - 1] + 1
        start = plain.find(wanted, end)


def by_message(hits: Sequence[Hit]) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return the hits of each message that has any."""
    result: dict[int, list[tuple[int, int]]] = {}
    for message, start, end in hits:
        result.setdefault(message, []).append((start, end))
    return result
