"""The answer by e-mail, as the owner likes to write it, with the words quoted."""

from urllib.parse import quote

from PySide6.QtCore import QCoreApplication

from olark_inbox.olark.model import Conversation, Kind, Message, Side
from olark_inbox.store.rows import Opened
from olark_inbox.ui.detail import phrases
from olark_inbox.ui.kit import times

translate = QCoreApplication.translate

LONGEST = 1_900
"""Windows cuts such an address near 2,048 characters."""
_LONGEST_ADDRESS = 320
_MOST_LINES = 200
_END = "%0D%0A"
_WAYS = {
    "system": "mailto:{0}?subject={1}&body=",
    "gmail": "https://mail.google.com/mail/?view=cm&fs=1&to={0}&su={1}&body=",
    "outlook": "https://outlook.office.com/mail/deeplink/compose?to={0}&subject={1}&body=",
}


def can_reply(opened: Opened) -> bool:
    """Say whether there is an address that can be one."""
    address = opened.conversation.visitor.email.strip()
    return 0 < address.find("@") < len(address) - 1 and len(address) <= _LONGEST_ADDRESS


def reply_address(opened: Opened, way: str = "system") -> str:
    """Return the address that begins a letter: to whom, about what, as many words as it carries."""
    head = _WAYS[way].format(
        quote(_to(opened), safe="@"), quote(_subject(opened), safe="")
    ) + quote(_intro(opened.conversation), safe="").join((_END + _END, _END))
    return head + _fit(_quoted_lines(opened.conversation), LONGEST - len(head))


def reply_text(opened: Opened) -> str:
    """Return the same for the clipboard, which carries all of the words."""
    subject = translate("Mail", "Subject: {0}").format(_subject(opened))
    lines = (_to(opened), subject, "", _intro(opened.conversation))
    return "\n".join((*lines, *_quoted_lines(opened.conversation)))


def hint(way: str) -> str:
    """Say what the button does."""
    return {
        "system": translate("Mail", "Opens your mail program with the words quoted"),
        "gmail": translate("Mail", "Opens Gmail in the browser with the words quoted"),
        "outlook": translate("Mail", "Opens Outlook in the browser with the words quoted"),
        "copy": translate("Mail", "Copies the address, a subject and the words quoted"),
    }[way]


def _to(opened: Opened) -> str:
    return phrases.one_line(opened.conversation.visitor.email, _LONGEST_ADDRESS)


def _intro(conversation: Conversation) -> str:
    if _only_visitor(conversation):
        return translate("Mail", "You wrote:")
    return translate("Mail", "Our chat:")


def _quoted_lines(conversation: Conversation) -> list[str]:
    quoted = [_quoted(message, conversation) for message in conversation.messages[-_MOST_LINES:]]
    return [line for lines in quoted for line in lines]


def _subject(opened: Opened) -> str:
    moments = [m.at_ms for m in opened.conversation.messages if m.at_ms is not None]
    day = times.day_line(moments[0] if moments else opened.row.started_ms)
    if opened.conversation.kind is Kind.OFFLINE:
        return translate("Mail", "Your message of {0}").format(day)
    return translate("Mail", "Our chat of {0}").format(day)


def _only_visitor(conversation: Conversation) -> bool:
    return all(message.side is not Side.AGENT for message in conversation.messages)


def _quoted(message: Message, conversation: Conversation) -> list[str]:
    words = message.text[: LONGEST * 2].splitlines() or [""]
    name = phrases.one_line(message.name, 40)
    if name and not _only_visitor(conversation):
        words[0] = f"{name}: {words[0]}"
    return [f"> {line}" for line in words]


def _fit(lines: list[str], room: int) -> str:
    """Return the last lines that fit, as they are what is answered; the cut is marked."""
    encoded = [quote(line, safe="") + _END for line in lines]
    mark = quote("> […]", safe="") + _END
    if sum(map(len, encoded)) <= room:
        return "".join(encoded)
    room -= len(mark)
    kept: list[str] = []
    for text in reversed(encoded):
        if len(text) > room:
            break
        kept.append(text)
        room -= len(text)
    if not kept and lines:
        return _shortened(lines[-1], room) + mark
    return mark + "".join(reversed(kept))


def _shortened(line: str, room: int) -> str:
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if len(quote(line[:middle], safe="")) + len(_END) <= room:
            low = middle
        else:
            high = middle - 1
    return quote(line[:low], safe="") + _END
