"""Web and mail addresses in people's words: found, judged, and never opened unasked.

Only http, https and mailto count. A link whose host may not be what it looks like (letters that
are not ASCII, a name before an @) is marked, so that the window shows the real host first.
"""

import functools
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from linkify_it import LinkifyIt  # type: ignore[import-untyped] # it ships no types

_ALLOWED = ("http:", "https:", "mailto:")
_WORTH_A_LOOK = re.compile(r"[.@]\w|://")
_LONGEST = 2_048


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text, `start` and `end` in characters."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link really leads."""

    url: str
    host: str
    """As the network sees it: punycode where letters are not ASCII."""
    suspicious: bool


@functools.cache
def _finder() -> LinkifyIt:
    return LinkifyIt().add("ftp:", None).add("//", None)


def find_links(text: str) -> tuple[Link, ...]:
    """Return the links in a text, in reading order."""
    if not _WORTH_A_LOOK.search(text):
        return ()
    found = _finder().match(text) or ()
    return tuple(
        Link(match.index, match.last_index, match.url)
        for match in found
        if match.url.lower().startswith(_ALLOWED) and len(match.url) <= _LONGEST
    )


def target(url: str) -> Target | None:
    """Return where a link leads, None where this program does not open it."""
    if not url.lower().startswith(_ALLOWED):
        return None
    if url.lower().startswith("mailto:"):
        address = url[len("mailto:") :].split("?", 1)[0]
        return Target(url, address, suspicious=not address.isascii())
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        named = parts.username is not None
    except ValueError:
        return None
    if not host:
        return None
    return Target(url, _real(host), suspicious=named or not host.isascii())


def _real(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode("ascii")
