"""Finding words in the open conversation, as the owner types them under Ctrl+F."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from olark_inbox.olark.model import Message

MOST = 5_000
"""More hits than this in one chat help nobody to find anything."""

Hit = tuple[int, int, int]


def folded(text: str) -> tuple[str, list[int] | None]:
    """Return a text without case and accents, and where each of its characters came from.

    The list is None where each character stands for itself.
    """
    if text.isascii():
        return text.lower(), None
    parts: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", sign.casefold())
            if not unicodedata.combining(letter)
        )
        parts.append(plain)
        places += [place] * len(plain)
    places.append(len(text))
    return "".join(parts), places


def find(messages: Sequence[Message], words: str) -> tuple[Hit, ...]:
    """Return where the words stand in the messages, in reading order."""
    wanted = folded(words.strip())[0]
    if not wanted:
        return ()
    found: list[Hit] = []
    for index, message in enumerate(messages):
        found += ((index, start, end) for start, end in _in_text(message.text, wanted))
        if len(found) >= MOST:
            return tuple(found[:MOST])
    return tuple(found)


def _in_text(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    plain, places = folded(text)
    start = plain.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if places is None:
            yield start, end
        else:
            yield places[start], max(places[end - 1] + 1, places[start] + 1)
        start = plain.find(wanted, end)


def by_message(hits: Sequence[Hit]) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return the hits of each message that has any."""
    result: dict[int, list[tuple[int, int]]] = {}
    for message, start, end in hits:
        result.setdefault(message, []).append((start, end))
    return result
