"""A missed message or chat, pasted by the owner from his mail or from Olark's own pages.

It becomes a payload like Olark's and goes the same way in, but it is marked: its tag says so, and
its id tells everybody that it did not come from Olark.
"""

import hashlib
import re
from typing import Any

TAG = "pasted"
_PREFIX = "PASTED-"
_MAIL = re.compile(r"[^\s<>:;,\"]+@[^\s<>:;,\"]+\.[A-Za-z]{2,}")
_NAME = re.compile(r"^\s*(?:your\s+)?name\s*:\s*(\S.*?)\s*$", re.IGNORECASE | re.MULTILINE)
_LINE = re.compile(
    r"^\s*(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?[\])]?\s*[-\u2013]?\s*)?"
    r"(?P<who>[^\s:][^:\n]{0,59}?)\s*:\s+(?P<said>\S.*)$"
)


def is_pasted(conversation_id: str) -> bool:
    """Whether a conversation was pasted, and did not come from Olark."""
    return conversation_id.startswith(_PREFIX)


def pasted_message(text: str, now_ms: int) -> dict[str, Any]:
    """Return an offline message from the text of a mail."""
    item = {"kind": "OfflineMessage", "body": text.strip(), "timestamp": f"{now_ms / 1000:.3f}"}
    return _payload(text, [item], _visitor(text))


def pasted_chat(text: str, now_ms: int) -> dict[str, Any]:
    """Return a chat from lines such as "Maya: Hello"; whoever speaks first is the visitor.

    A line without a name goes on with the one before. Text without any name stays one line.
    """
    lines: list[tuple[str, str]] = []
    for line in text.strip().splitlines():
        found = _LINE.match(line)
        if found is not None:
            lines.append((found["who"].strip(), found["said"].strip()))
        elif lines:
            who, said = lines[-1]
            lines[-1] = (who, f"{said}\n{line.strip()}".rstrip())
        elif line.strip():
            lines.append(("", line.strip()))
    first = lines[0][0] if lines else ""
    items = [_item(who, said, now_ms, visitor=who == first) for who, said in lines]
    visitor = _visitor(text)
    if first:
        visitor["fullName"] = first
    return _payload(text, items, visitor)


def _item(who: str, said: str, now_ms: int, *, visitor: bool) -> dict[str, Any]:
    kind = "MessageToOperator" if visitor else "MessageToVisitor"
    return {"kind": kind, "body": said, "nickname": who, "timestamp": f"{now_ms / 1000:.3f}"}


def _visitor(text: str) -> dict[str, str]:
    name, mail = _NAME.search(text), _MAIL.search(text)
    found = {"kind": "Visitor"}
    if name is not None:
        found["fullName"] = name[1]
    if mail is not None:
        found["emailAddress"] = mail[0]
    return found


def _payload(text: str, items: list[dict[str, Any]], visitor: dict[str, str]) -> dict[str, Any]:
    print_of = hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:24]
    return {
        "kind": "Conversation",
        "id": f"{_PREFIX}{print_of}",
        "items": items,
        "tags": [TAG],
        "visitor": visitor,
    }
