"""Sample conversations for somebody who wants to see the window before Olark sends anything.

They are payloads as Olark sends them and go the whole way in, so a sample proves what it shows.
"""

import secrets
from collections.abc import Sequence
from typing import Any

_MINUTE_MS = 60_000
_MAYA = ("52001", "maya", "Maya")
_TOM = ("52002", "tom", "Tom")

Payload = dict[str, Any]
Agent = tuple[str, str, str]
Line = tuple[str, str]
"""Who says it ("visitor" or an agent's name) and what."""

_FITTING: Sequence[Line] = (
    ("Maya", "Hi Hannah, this is Maya from the workshop. How can I help?"),
    ("visitor", "I ride about 20 km to work and would like to know which frame size fits me."),
    ("Maya", "Happy to help. How tall are you, and what is your inside leg length?"),
    ("visitor", "I am 1.72 m, inside leg 80 cm."),
    ("Maya", "Then the 52 cm city frame is yours. It is here for a test ride from Thursday."),
    ("visitor", "Wonderful, I will come by on Saturday morning. Thank you!"),
)
_BRAKES: Sequence[Line] = (
    ("Tom", "Hello, Tom here. What can I do for you?"),
    ("visitor", "My front brake squeals since the last service. Order 20417."),
    ("Tom", "Sorry about that. The new pads may need cleaning; we do it while you wait."),
    ("visitor", "I would have to come a second time, though."),
    ("Tom", "I understand. We come to you instead, free of charge. Does Friday suit you?"),
    ("visitor", "Friday after 5 works. Thanks."),
)
_RENTAL: Sequence[Line] = (
    ("Maya", "Good afternoon, do you have a question about our rental bikes?"),
    ("visitor", "Yes: can we get four bikes and a child seat for the long weekend?"),
    ("Tom", "Hi, Tom from rentals joins in. Four bikes and a seat are free, I keep them for you."),
    ("visitor", "Great, please put them under the name Okafor."),
)
_UNANSWERED: Sequence[Line] = (
    ("visitor", "Hi, is the blue touring bike in the window still for sale?"),
    ("visitor", "And do you take old bikes in part payment?"),
)


def sample_payloads(now_ms: int) -> list[Payload]:
    """Build one of each kind, oldest first, with ids of their own and times of today."""
    return [
        _rated(now_ms - 170 * _MINUTE_MS),
        _second_best(now_ms - 125 * _MINUTE_MS),
        _transferred(now_ms - 80 * _MINUTE_MS),
        _offline(now_ms - 45 * _MINUTE_MS),
        _unanswered(now_ms - 20 * _MINUTE_MS),
        _started(),
    ]


def _rated(at_ms: int) -> Payload:
    visitor = _visitor("Hannah Weber", "hannah.weber@example.com", ("Freiburg", "BW", "DE"))
    visitor["customFields"] = {"customer number": "C-1093", "newsletter": True}
    visitor["chat_feedback"] = {
        "overall_chat": 5, "friendliness": 5, "knowledge": 5, "responsiveness": 4,
        "comments": "Quick and friendly, thank you Maya!",
    }  # fmt: skip
    return _chat(
        visitor, _lines(_FITTING, "Hannah", at_ms), [_MAYA], groups=["Sales"], tags=["frame size"]
    )


def _second_best(at_ms: int) -> Payload:
    visitor = _visitor("Luis Romero", "luis.romero@example.com", ("Lyon", "ARA", "FR"))
    visitor["chat_feedback"] = {"overall_chat": 3, "comments": "Solved, but I had to come twice."}
    return _chat(
        visitor,
        _lines(_BRAKES, "Luis", at_ms),
        [_TOM],
        groups=["Workshop"],
        tags=["repair", "brakes"],
    )


def _transferred(at_ms: int) -> Payload:
    visitor = _visitor("Ada Okafor", "ada.okafor@example.com", ("Leeds", "ENG", "GB"))
    visitor["phoneNumber"] = "+44 113 496 0000"
    lines = _lines(_RENTAL, "Ada", at_ms)
    return _chat(visitor, lines, [_MAYA, _TOM], groups=["Rental"], tags=["rental"])


def _unanswered(at_ms: int) -> Payload:
    visitor = _visitor("USA (Portland, OR) #4821", "", ("Portland", "OR", "US"))
    lines = _lines(_UNANSWERED, "USA (Portland, OR) #4821", at_ms)
    return _chat(visitor, lines, [_MAYA], groups=["Sales"])


def _offline(at_ms: int) -> Payload:
    visitor = _visitor("Priya Nair", "priya.nair@example.com", ("Bristol", "ENG", "GB"))
    form = (
        "name: Priya Nair\nemail: priya.nair@example.com\n"
        "Message: Do you have child seats for rear racks? Please write back before the weekend."
    )
    line = {"kind": "OfflineMessage", "timestamp": _stamp(at_ms), "body": form}
    payload = _chat(visitor, [line], [])
    del payload["operators"]
    return payload


def _started() -> Payload:
    payload = _chat({}, [], [_MAYA, _TOM], groups=["Sales"])
    del payload["visitor"]
    return payload | {"eventType": "start"}


def _chat(
    visitor: Payload,
    items: list[Payload],
    agents: Sequence[Agent],
    *,
    groups: Sequence[str] = (),
    tags: Sequence[str] = (),
) -> Payload:
    return {
        "kind": "Conversation",
        "id": f"sample{secrets.token_hex(13)}",
        "manuallySubmitted": False,
        "tags": list(tags),
        "items": items,
        "operators": {agent[0]: _operator(agent) for agent in agents},
        "groups": [{"kind": "Group", "id": secrets.token_hex(8), "name": name} for name in groups],
        "visitor": visitor,
    }


def _operator(agent: Agent) -> Payload:
    own_id, username, nickname = agent
    return {
        "kind": "Operator",
        "id": own_id,
        "username": username,
        "nickname": nickname,
        "emailAddress": f"{username}@bicycles.example",
    }


def _visitor(name: str, email: str, place: tuple[str, str, str]) -> Payload:
    city, region, country_code = place
    return {
        "kind": "Visitor",
        "id": f"sample{secrets.token_hex(13)}",
        "fullName": name,
        "emailAddress": email,
        "city": city,
        "region": region,
        "countryCode": country_code,
        "country": {"DE": "Germany", "FR": "France", "GB": "United Kingdom"}.get(
            country_code, "United States"
        ),
        "browser": "Firefox 131",
        "operatingSystem": "Windows",
        "conversationBeginPage": "https://bicycles.example/city-bikes",
        "referrer": "https://search.example/?q=city+bike",
    }


def _lines(said: Sequence[Line], visitor: str, at_ms: int) -> list[Payload]:
    ids = {agent[2]: agent[0] for agent in (_MAYA, _TOM)}
    items = []
    for place, (who, body) in enumerate(said):
        item = {"timestamp": _stamp(at_ms + place * 47_000), "body": body}
        if who == "visitor":
            items.append(item | {"kind": "MessageToOperator", "nickname": visitor})
        else:
            items.append(
                item | {"kind": "MessageToVisitor", "nickname": who, "operatorId": ids[who]}
            )
    return items


def _stamp(at_ms: int) -> str:
    return f"{at_ms // 1000}.{at_ms % 1000:03}000"
