"""Reads one small file from the web. Nothing is sent along that tells one reader from another."""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPMessage
from typing import IO, Any

from olark_inbox.base.web import is_safe

LIMIT = 512 * 1024
"""An announcement is a few kilobytes; GitHub's also lists its files."""
SECONDS = 20.0
_SILENCE_S = 10.0
_PIECE = 16 * 1024
# The same words from everybody: no version, no system, no language.
_HEADERS = {"User-Agent": "Olark-Inbox", "Accept": "application/json"}


class NotRead(Exception):
    """Nobody could be reached, or what came was no answer to read."""


class _OnlySafely(urllib.request.HTTPRedirectHandler):
    """Follows to safe addresses only."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_safe(newurl):
            fp.close()
            raise NotRead("it leads on to an address that is not safe")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, *, clock: Callable[[], float] = time.monotonic) -> bytes:
    """Return what stands there. It blocks: call it beside everything else. Raises NotRead."""
    if not is_safe(address):
        raise NotRead("the address is not safe")
    # An opener of its own keeps no cookies; the proxies are those of the system.
    opener = urllib.request.build_opener(_OnlySafely)
    opener.addheaders = []
    request = urllib.request.Request(address, headers=_HEADERS)  # noqa: S310 - is_safe looked at it
    until = clock() + SECONDS
    try:
        with opener.open(request, timeout=_SILENCE_S) as answer:
            return _whole(answer, until, clock)
    except urllib.error.HTTPError as error:
        error.close()
        raise NotRead(f"it answers {error.code}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NotRead(type(error).__name__) from error


def _whole(answer: Any, until: float, clock: Callable[[], float]) -> bytes:
    pieces, size = [], 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if size > LIMIT or clock() > until:
            raise NotRead("too much, or too slow")
        pieces.append(piece)
    return b"".join(pieces)
