"""Values of a conversation as its row holds them, and back."""

import json
from collections.abc import Sequence
from functools import lru_cache
from json.encoder import encode_basestring

from olark_inbox.store.folding import fold_name

NO_RATING = 9
"""Where what has no rating is sorted."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return a list of texts that was kept in one column: names that come again and again."""
    return tuple(json.loads(text)) if text else ()


def as_column(words: Sequence[str]) -> str:
    """Return a list of texts as it is kept in one column."""
    return f"[{', '.join(map(encode_basestring, words))}]" if words else ""


def sort_name(name: str) -> str:
    """Return a name as lists sort it: without case and accents."""
    return fold_name(name)[:100]


def sort_rating(rating: int | None) -> int:
    """Return a rating as lists sort it: the lowest first, what has none last."""
    return NO_RATING if rating is None else rating
