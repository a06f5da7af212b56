"""Chats of people who mean no good, or whose cat walked over the keyboard."""

from tests.window import chat

MARKUP = (
    '<img src="{0}/pixel.png"><b>bold</b><script>alert(1)</script>',
    '<a href="javascript:alert(1)">click</a><table><tr><td>cell',
    "<html><body onload=alert(1)><h1>Big</h1>",
    '<qt><font color="red" size="7">red</font></qt>',
    '<p style="background:url({0}/back.png)">x</p><link rel=stylesheet href="{0}/a.css">',
    '<object data="{0}/o"></object><iframe src="{0}/i"></iframe>',
    "<!-- --><u>under</u>&lt;i&gt;entities&lt;/i&gt;&amp;nbsp;",
    "**bold** [a]({0}/md) ![b]({0}/md.png) # head",
    '"><svg onload=alert(1)>',
    "file:///etc/passwd <img src=file:///etc/passwd>",
)
DIRECTIONS = (
    "\u202eevil\u202d first",
    "\u2066never closed",
    "abc\u202e\u2067\u2068 def",
    "\u202c\u2069 closed before it began",
)
ODD = (
    "",
    " ",
    "%s%n%d {0} {name} $(id) `id` %1 %n",
    "' or 1=1; drop table conversation; --",
    "& && &a && _b",
    "a\0b\x07\x1b[31m\x08",
    "\ufffd\ufeff\u200b\u200d\ud83d",
    "Z\u0335\u0321\u0350a\u0315\u031bl\u0340\u035eg\u0489o" * 20,
    "\u202a\u202b\u202c\u202d\u202e",
    "👩‍👩‍👧‍👦🏳️‍🌈" * 30,
    "مرحبا بالعالم", "田中さんにあげて下さい", "สวัสดี",
    "\u0085\u2028\u2029line ends",
    "undefined null NaN None [object Object]",
    "../../etc/passwd",
    "x" * 5_000,
)  # fmt: skip


def everywhere(chat_id, text):
    """A transcript that has the text in every field of it."""
    made = chat(chat_id, text, text, text, name=text, agent=text, tags=[text, "t"])
    made["visitor"] |= {
        "emailAddress": text, "phoneNumber": text, "city": text, "region": text, "country": text,
        "countryCode": text, "organization": text, "ip": text, "browser": text,
        "operatingSystem": text, "conversationBeginPage": text, "referrer": text,
        "customFields": {text or "x": text, "vip": text},
        "chat_feedback": {"overall_chat": 5, "comments": text},
    }  # fmt: skip
    made["groups"] = [{"kind": "Group", "name": text, "id": "1"}]
    made["operators"]["7"] |= {"emailAddress": text, "username": text, "nickname": text}
    made[text or "more"] = text
    return made
