"""Made-up chats of a small shop, the same for the same number, about 2.25 KB each."""

import json
import random
import urllib.parse
from typing import Any

_FIRST = "Ada Ben Carla Dmitri Emma Farid Grace Hana Ivo Jana Kofi Lena Mai Nils Olga Priya"
FIRST = _FIRST.split()
_LAST = "Stone Raman Bell Müller Kovač García Okafor Tanaka Silva Novák Haddad Meyer Byrne"
LAST = _LAST.split()
AGENTS = (("645147", "Maya"), ("645148", "Tom"), ("645149", "Sam"))
TAGS = ["repair", "order", "wheels", "e-bike", "kids", "delivery", "warranty", "sizing"]
_WORDS = (
    "the wheel on my commuter bike wobbles since I hit a pothole could you true it before "
    "Friday we have two left in small one green and one sand and can put it aside until "
    "Saturday thanks do you ship to Ireland and how long does it take is there a warranty on "
    "the battery brake pads squeak when it rains my order has not arrived yet please check "
    "the number for me"
)
WORDS = _WORDS.split()
OTHER = (
    "日本への発送はできますか",
    "هل لديكم دراجة كهربائية",
    "สวัสดีครับ มีจักรยานไหม",
    "Größe für 158 cm?",
)
EPOCH = 1_750_000_000


def chat(number: int, prefix: str = "B") -> dict[str, Any]:
    """Return one finished chat; `number` decides every word of it."""
    rng = random.Random(number)  # noqa: S311 made-up words need no secrecy
    first, last = rng.choice(FIRST), rng.choice(LAST)
    agent_id, agent = rng.choice(AGENTS)
    at = EPOCH + number * 61
    items = []
    for line in range(rng.randint(8, 13)):
        ours = line % 2 == 1
        words = " ".join(rng.choices(WORDS, k=rng.randint(4, 14)))
        if rng.random() < 0.03:
            words = rng.choice(OTHER)
        item: dict[str, Any] = {
            "kind": "MessageToVisitor" if ours else "MessageToOperator",
            "nickname": agent if ours else first,
            "timestamp": f"{at + line * 40}.{rng.randint(0, 999999):06d}",
            "body": words.capitalize(),
        }
        if ours:
            item["operatorId"] = agent_id
        items.append(item)
    payload: dict[str, Any] = {
        "kind": "Conversation",
        "id": f"{prefix}{number:012d}XMO32886MPT",
        "manuallySubmitted": False,
        "items": items,
        "tags": rng.sample(TAGS, rng.randint(0, 2)),
        "operators": {
            agent_id: {
                "username": agent.lower(), "emailAddress": f"{agent.lower()}@shop.example",
                "kind": "Operator", "nickname": agent, "id": agent_id,
            }
        },
        "groups": [{"kind": "Group", "id": "g1", "name": rng.choice(("Workshop", "Shop floor"))}],
        "visitor": {
            "kind": "Visitor", "id": f"V{number % 50021}", "fullName": f"{first} {last}",
            "emailAddress": f"{first}.{number % 50021}@example.com".lower(),
            "phoneNumber": f"+44 7700 9{number % 100000:05d}", "city": "Bristol",
            "region": "England", "country": "United Kingdom", "countryCode": "GB",
            "ip": "203.0.113.9", "browser": "Chrome 142", "operatingSystem": "Windows",
            "conversationBeginPage": "https://shop.example/wheels/rear-700c",
        },
    }  # fmt: skip
    if rng.random() < 0.3:
        overall = rng.randint(1, 5)
        payload["visitor"]["chat_feedback"] = {
            "overall_chat": overall,
            "comments": "Quick and kind",
        }
    return payload


def number_of(identity: str) -> int:
    """Return which chat an id belongs to."""
    return int(identity[1:13])


def form(payload: dict[str, Any]) -> bytes:
    """Return the body as Olark sends it: one form field `data`."""
    return b"data=" + urllib.parse.quote_plus(json.dumps(payload)).encode()


def post(path: str, body: bytes) -> bytes:
    """Return a whole HTTP/1.1 request on a kept connection."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
