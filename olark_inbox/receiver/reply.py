"""The link of our own that Olark shows the agent: it opens the chat in this program."""

import base64
import hashlib
import hmac
import re

from olark_inbox.receiver.port import HOST

_OPEN = re.compile(r"/open/([0-9]{1,18})-([A-Za-z0-9_-]{22})")
_MAC_BYTES = 16


def open_link(port: int, secret: str, conversation: int) -> str:
    """Return the address that shows this conversation in the program on this computer."""
    return f"http://{HOST}:{port}/open/{conversation}-{_mac(secret, conversation)}"


def opens(path: str, secrets: tuple[str, ...]) -> int | None:
    """Return which conversation a path of `open_link` asks for, None for any other path."""
    found = _OPEN.fullmatch(path)
    if found is None:
        return None
    conversation, known = int(found[1]), False
    for secret in secrets:
        known |= hmac.compare_digest(found[2], _mac(secret, conversation))
    return conversation if known else None


def _mac(secret: str, conversation: int) -> str:
    said = f"open {conversation}".encode("ascii")
    digest = hmac.new(secret.encode("ascii"), said, hashlib.sha256).digest()[:_MAC_BYTES]
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
