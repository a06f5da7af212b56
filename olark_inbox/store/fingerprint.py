"""Short numbers for long texts, so that an index stays small whatever a sender calls things."""

import hashlib


def fingerprint(text: str) -> int:
    """Return 64 bits of `text` as SQLite's signed integer; equal prints still compare the text."""
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
