"""Who may deliver, decided from the head of a request alone, before any of its body is read."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from olark_inbox.olark.packing import understands
from olark_inbox.receiver import answers
from olark_inbox.receiver.answers import Answer


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long the door bears. Seconds and bytes."""

    body_bytes: int = 8 * 1024 * 1024
    head_bytes: int = 8 * 1024
    headers: int = 128
    head_s: float = 10.0
    body_s: float = 30.0
    idle_s: float = 15.0
    commit_s: float = 20.0
    """How long a delivery may wait for its commit before it is asked to come again."""
    drain_s: float = 2.0
    """How long the rest of a refused body is thrown away, so that its sender can read why."""
    connections: int = 128


class Guard:
    """Compares every address in the same time, and refuses what cannot be a delivery."""

    def __init__(self, secrets: Callable[[], tuple[str, ...]], limits: Limits) -> None:
        self._secrets = secrets
        self._limits = limits

    def knows(self, path: str) -> bool:
        """Return whether this path ends in a secret of ours, in a time that tells nothing."""
        given = _digest(path)
        known = False
        for secret in self._secrets():
            # No short cut: all secrets are compared, also after a match.
            known |= hmac.compare_digest(given, _digest_of(secret))
        return known

    def refusal(self, method: str, headers: Mapping[str, str]) -> Answer | None:
        """Return why a request with the right path is not read, or None."""
        if method != "POST":
            return answers.PAGE if method in ("GET", "HEAD") else answers.METHOD
        if _from_a_foreign_page(headers):
            return answers.FOREIGN_PAGE
        if not understands(headers.get("Content-Encoding", "")):
            return answers.CODING
        if _length(headers) > self._limits.body_bytes:
            return answers.TOO_LARGE
        return None


def is_local(headers: Mapping[str, str]) -> bool:
    """Return whether this computer itself asks, not somebody through the public address."""
    if any(name in headers for name in ("X-Forwarded-For", "X-Forwarded-Host", "Forwarded")):
        return False
    name, _, port = headers.get("Host", "").lower().partition(":")
    return name in ("127.0.0.1", "localhost") and (port.isdecimal() or not port)


@lru_cache(maxsize=8)
def _digest_of(secret: str) -> bytes:
    return _digest(f"/olark/{secret}")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).digest()


def _from_a_foreign_page(headers: Mapping[str, str]) -> bool:
    """Return whether a browser sent this for a page that is not ours: Olark is no browser."""
    if headers.get("Sec-Fetch-Site", "none").strip().lower() not in ("none", "same-origin"):
        return True
    origin = headers.get("Origin")
    if origin is None:
        return False
    host = headers.get("Host", "").lower()
    return origin.strip().lower() not in (f"http://{host}", f"https://{host}")


def _length(headers: Mapping[str, str]) -> int:
    """Return the length the sender announced; the parser let only digits pass."""
    text = headers.get("Content-Length", "0")
    digits = len(text) <= len(str(2**64)) and text.isascii() and text.isdecimal()
    return int(text) if digits else 2**64
