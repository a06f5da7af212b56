"""A missed message or chat, pasted by the owner from his mail or from Olark's own pages.

It becomes a payload like Olark's and goes the same way in, but it is marked: its tag says so, and
its id tells everybody that it did not come from Olark. Of times only whole ones are believed.
"""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

TAG = "pasted"
_PREFIX = "PASTED-"
_MAIL = re.compile(r"[^\s<>:;,\"()\[\]]+@[^\s<>:;,\"()\[\]]+\.[A-Za-z]{2,}")
_QUOTE = re.compile(r"^\s*>\s?")
_HEAD = re.compile(
    r"^\s*\*?(from|to|cc|bcc|subject|date|sent|reply-to)\*?\s*:\*?\s*(.*)$", re.IGNORECASE
)
_FORWARDED = re.compile(r"^\s*-{3,}.*-{3,}\s*$|^\s*begin forwarded message:\s*$", re.IGNORECASE)
_WROTE = re.compile(r"^(?:(?:re|fwd?):\s*)*(\S.{0,80}?)\s+wrote you a note", re.IGNORECASE)

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?"
_WHO = r"(?P<who>[^\s:\[(][^:\n\[(]{0,59}?)"
_BEFORE = re.compile(rf"^\s*(?:[\[(]?{_TIME}[\])]?\s*[-\u2013]?\s*)?{_WHO}\s*:\s+(?P<said>\S.*)$")
_AFTER = re.compile(
    rf"^\s*{_WHO}\s*(?:[\[(]\s*{_TIME}\s*[\])]|[,\u2013-]?\s+(?:at\s+)?{_TIME})\s*:\s*(?P<said>\S.*)$"
)
_ABOVE = re.compile(
    rf"^\s*{_WHO}\s*(?:[\[(]\s*{_TIME}\s*[\])]|[,\u2013-]?\s+(?:at\s+)?{_TIME})\s*:?\s*$"
)
_DAY = re.compile(r"\d{4}|,$|^\d")


def is_pasted(conversation_id: str) -> bool:
    """Whether a conversation was pasted, and did not come from Olark."""
    return conversation_id.startswith(_PREFIX)


def pasted_message(text: str) -> dict[str, Any]:
    """Return an offline message from the text of a mail."""
    head, body = _mail(text)
    item = {"kind": "OfflineMessage", "body": body or text.strip()}
    sent = _moment(head)
    if sent:
        item["timestamp"] = sent
    return _payload(text, [item], _visitor(head, body))


def pasted_chat(text: str, visitor: str = "") -> dict[str, Any]:
    """Return a chat from lines such as "Maya: Hello"; without `visitor` the first one is it.

    A line without a name goes on with the one before. Text without any name stays one line.
    """
    head, body = _mail(text)
    lines = _said(body)
    names = _names(lines)
    visitor = visitor if visitor in names else next(iter(names), "")
    items = [
        {
            "kind": "MessageToOperator" if who in (visitor, "") else "MessageToVisitor",
            "body": said,
            "nickname": who,
        }
        for who, said in lines
    ]
    found = _visitor(head, body)
    if visitor:
        found["fullName"] = visitor
    return _payload(text, items, found)


def speakers(text: str) -> tuple[str, ...]:
    """Return who speaks in the text of a chat, each once, in the order of their first words."""
    return _names(_said(_mail(text)[1]))


def _names(lines: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who for who, _ in lines if who))


def _said(text: str) -> list[tuple[str, str]]:
    """Cut a transcript into who said what; a name may stand before its words or above them."""
    lines: list[tuple[str, str]] = []
    for line in text.strip().splitlines():
        above = _ABOVE.match(line)
        found = _AFTER.match(line) or _BEFORE.match(line)
        if above is not None and not _DAY.search(above["who"]):
            lines.append((above["who"].strip(), ""))
        elif found is not None:
            lines.append((found["who"].strip(), found["said"].strip()))
        elif lines:
            who, said = lines[-1]
            lines[-1] = (who, f"{said}\n{line.strip()}".strip())
        elif line.strip():
            lines.append(("", line.strip()))
    return [(who, said) for who, said in lines if said]


def _mail(text: str) -> tuple[dict[str, str], str]:
    """Return what the head of a mail says, and the words below it without marks of quoting."""
    lines = text.strip().splitlines()
    if lines and all(_QUOTE.match(line) for line in lines if line.strip()):
        lines = [_QUOTE.sub("", line) for line in lines]
    head: dict[str, str] = {}
    end = len(lines)
    for place, line in enumerate(lines):
        found = _HEAD.match(line)
        if found is not None:
            head.setdefault(found[1].lower(), found[2].strip())
        elif line.strip() and not _FORWARDED.match(line):
            end = place
            break
    if len(head) < 2:  # noqa: PLR2004 - one such word may be a person's own
        return {}, "\n".join(lines).strip()
    return head, "\n".join(lines[end:]).strip()


def _moment(head: dict[str, str]) -> str:
    """Return when a mail was sent, where its head says it with day, hour and zone."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - every start would load all of mail

    try:
        sent = parsedate_to_datetime(head.get("date") or head.get("sent") or "")
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
    return "" if sent.tzinfo is None else f"{sent.timestamp():.0f}"


def _visitor(head: dict[str, str], body: str) -> dict[str, str]:
    """Return who wrote: by what stands behind a name in the text, then by the mail's head."""
    wrote = _WROTE.match(head.get("subject", ""))
    answer = head.get("reply-to", "")
    name = _labelled(body, r"(?:your\s+|full\s+)?name") or (wrote[1] if wrote else "")
    mail = _first_mail(_labelled(body, r"(?:your\s+)?e-?mail(?:\s+address)?"))
    mail = mail or _first_mail(answer) or _first_mail(body) or _first_mail(head.get("from", ""))
    phone = _labelled(body, r"(?:your\s+)?(?:tele)?phone(?:\s+number)?")
    found = {"kind": "Visitor", "fullName": name, "emailAddress": mail, "phoneNumber": phone}
    return {key: value for key, value in found.items() if value}


def _labelled(text: str, label: str) -> str:
    """Return what stands behind a label, or on the line below it if that has no label itself."""
    here = rf"^[ \t*]*{label}[ \t*]*:[ \t*]*(?:\n(?!.{{0,40}}:)[ \t]*)?(\S.*?)[ \t*]*$"
    found = re.search(here, text, re.MULTILINE | re.IGNORECASE)
    return found[1] if found else ""


def _first_mail(text: str) -> str:
    """Return the first address in a text that is not Olark's own."""
    found = (each.rstrip(".") for each in _MAIL.findall(text))
    return next((each for each in found if not each.lower().endswith("olark.com")), "")


def _payload(text: str, items: list[dict[str, Any]], visitor: dict[str, str]) -> dict[str, Any]:
    print_of = hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:24]
    return {
        "kind": "Conversation",
        "id": f"{_PREFIX}{print_of}",
        "items": items,
        "tags": [TAG],
        "visitor": visitor,
    }
