"""Everything the door can say, as plain sentences. Nothing of what was sent is ever repeated."""

import json
from typing import Final, NamedTuple

_TEXT = "text/plain; charset=utf-8"
_HTML = "text/html; charset=utf-8"
_JSON = "application/json"

# The address holds the secret: no page, log or cache elsewhere is to learn it from a browser.
_QUIET = (
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)
_PAGE_ONLY = (
    *_QUIET,
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("X-Frame-Options", "DENY"),
)

_FRAME = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Olark Inbox</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32em; margin: 20vh auto; padding: 0 1em }
h1 { font-size: 1.25em; font-weight: 600 }
</style>
{}</html>
"""
_LISTENING = """\
<h1>This inbox is listening</h1>
<p>This is the address where Olark delivers chats and offline messages. There is nothing to see
here: what arrives stands in the Olark Inbox window.</p>
<p>To connect it, paste this page's address in Olark under Settings, Integrations, Webhooks.</p>
"""
_SHOWN = """\
<h1>Look at Olark Inbox</h1>
<p>The conversation is shown in its window on this computer. You can close this page.</p>
"""


class Answer(NamedTuple):
    """A status, a sentence, and whether the connection ends with it."""

    status: int
    text: str = ""
    content_type: str = _TEXT
    headers: tuple[tuple[str, str], ...] = _QUIET
    closes: bool = True


def _page(text: str) -> str:
    return _FRAME.replace("{}", text)


OK: Final = Answer(200, closes=False)
PAGE: Final = Answer(200, _page(_LISTENING), _HTML, _PAGE_ONLY, closes=False)
SHOWN: Final = Answer(200, _page(_SHOWN), _HTML, _PAGE_ONLY, closes=False)
NOT_HERE: Final = Answer(404, "There is nothing here.\n")
METHOD: Final = Answer(
    405, "Chats are delivered here by POST.\n", headers=(*_QUIET, ("Allow", "GET, HEAD, POST"))
)
FOREIGN_PAGE: Final = Answer(403, "Another website's page may not deliver here.\n")
STRANGER: Final = Answer(403, "Deliveries are not taken from this sender.\n", closes=False)
TOO_LARGE: Final = Answer(413, "A delivery may have 8 MiB at most.\n")
CODING: Final = Answer(
    415,
    "This content coding is not understood.\n",
    headers=(*_QUIET, ("Accept-Encoding", "gzip, deflate, identity")),
)
SLOW: Final = Answer(408, "The request took too long to arrive.\n")
CUT: Final = Answer(400, "The request ended before it was complete.\n")
MALFORMED: Final = Answer(400, "This is not a request that can be understood.\n")
HEADER: Final = Answer(431, "The header of the request is too large.\n")
LATER: Final = Answer(
    503,
    "The inbox cannot store this now; please send it again.\n",
    headers=(*_QUIET, ("Retry-After", "5")),
    closes=False,
)
FULL: Final = Answer(507, "Too many deliveries that could not be read are kept already.\n")
UNREADABLE: Final = Answer(400, "This could not be read as a chat from Olark.", closes=False)


def unreadable(reason: str) -> Answer:
    """Return a 400 with the reader's own sentence."""
    return UNREADABLE._replace(text=f"{reason or UNREADABLE.text}\n")


def link(address: str) -> Answer:
    """Return the 200 that makes Olark show this link to the agent."""
    return OK._replace(text=json.dumps({"integrationUrl": address}), content_type=_JSON)


_REASONS = {
    400: "Bad Request",
    408: "Request Timeout",
    431: "Request Header Fields Too Large",
}


def as_bytes(answer: Answer) -> bytes:
    """Return a whole response, for a connection that never became a request."""
    body = answer.text.encode("utf-8")
    lines = [
        f"HTTP/1.1 {answer.status} {_REASONS[answer.status]}",
        *(f"{name}: {value}" for name, value in answer.headers),
        f"Content-Type: {answer.content_type}",
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body
