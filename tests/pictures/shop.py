"""A bicycle shop's afternoon, as Olark sends it: what the pictures of the window show."""

import json
from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 11, 20, 14, 34, tzinfo=UTC)
"""A Friday; the pictures stand still at this moment."""

_MAYA = {"id": "7", "nickname": "Maya", "username": "maya", "emailAddress": "maya@spoke.example"}
_TOM = {"id": "8", "nickname": "Tom", "username": "tom", "emailAddress": "tom@spoke.example"}


def at(clock: str) -> int:
    """Return today's hour:minute in milliseconds."""
    hour, minute = clock.split(":")
    return int(NOW.replace(hour=int(hour), minute=int(minute)).timestamp() * 1000)


def _talk(lines: str) -> list[dict[str, Any]]:
    """Read "14:09 v words" and "14:10 m words": v the visitor, m Maya, t Tom, o offline."""
    items = []
    for line in lines.strip().splitlines():
        clock, who, words = line.strip().split(" ", 2)
        item: dict[str, Any] = {"timestamp": f"{at(clock) / 1000:.1f}", "body": words}
        item["kind"] = {"v": "MessageToOperator", "o": "OfflineMessage"}.get(
            who, "MessageToVisitor"
        )
        if who in "mt":
            agent = _MAYA if who == "m" else _TOM
            item |= {"nickname": agent["nickname"], "operatorId": agent["id"]}
        items.append(item)
    return items


def _chat(number: str, name: str, talk: str, **more: Any) -> dict[str, Any]:
    agents = {agent["id"]: agent for agent in more.pop("agents", (_MAYA,))}
    given = name.split(maxsplit=1)[0].lower()
    visitor = {
        "kind": "Visitor", "id": f"V{number}", "fullName": name, "countryCode": "GB",
        "emailAddress": more.pop("email", f"{given}@example.co.uk"),
    } | more.pop("visitor", {})  # fmt: skip
    groups = [{"kind": "Group", "name": group} for group in more.pop("groups", ())]
    return {
        "kind": "Conversation", "id": f"SHOP{number}", "items": _talk(talk), "groups": groups,
        "operators": agents, "visitor": visitor, **more,
    }  # fmt: skip


PRIYA = """
14:09 v Hi! I hit a pothole on the way to work this morning and now my back wheel wobbles a lot. Is that something you can fix, or do I need a new wheel?
14:10 m Oh no, sorry to hear that! Most of the time we can straighten it. Two quick questions:
14:10 m Does the rim touch the brake when you spin it, and can you see any broken spokes?
14:12 v It touches the left pad once per turn. One spoke is loose, not broken I think
14:12 v It's the 700c one from the commuter I bought from you in March, order SC-20418
14:14 m Thank you, found it. That is a 32-spoke rear wheel, so one loose spoke is good news. We true wheels for £18 and it takes about 30 minutes: https://spokeandchain.example/workshop/truing
14:23 v Sorry, meeting! That's a relief. Could I drop it off tomorrow before work?
14:24 m Of course. We open at 8:00 on Fridays. If you bring it by 8:30 it will be ready at noon.
14:30 v Booked for Friday 8:00, rear wheel truing.
14:31 v You are a star, thank you!
"""

_RATED = {"overall_chat": 5, "friendliness": 5, "knowledge": 5, "responsiveness": 4,
          "comments": "Maya was so quick and kind. Booked in two minutes!"}  # fmt: skip


def _priya(number: str, talk: str, **more: Any) -> dict[str, Any]:
    visitor = {
        "id": "V-priya", "phoneNumber": "07700 900123", "organization": "Harbourside Physio Ltd",
        "city": "Bristol", "country": "United Kingdom", "browser": "Chrome 142",
        "operatingSystem": "Windows 11", "ip": "203.0.113.9",
        "conversationBeginPage": "https://spokeandchain.example/wheels/rear-700c-commuter",
        "customFields": {"Customer number": "C-10382", "Last order": "SC-20418",
                         "Member": "Gold, since 2022"},
    }  # fmt: skip
    visitor |= more.pop("visitor", {})
    return _chat(number, "Priya Raman", talk, email="priya.raman@example.co.uk",
                 visitor=visitor, **more)  # fmt: skip


def conversations() -> list[tuple[int, bytes]]:
    """Return when each was received and its body, oldest first."""
    shop = [
        ("09:02", _priya("01", "09:00 v Are winter gloves back in size S?\n09:01 m Yes, since Monday.")),
        ("10:12", _chat("02", "Ruth Steiner", "10:08 v Do you sell a wheel bag for the train? Two "
                        "wheels, 28 inch.\n10:09 t We do, 49 pounds.", agents=(_TOM,),
                        tags=["wheels"], groups=["Shop floor"])),
        ("12:55", _chat("03", "ليلى حداد", email="leila@example.com", talk="12:50 v مرحبا، هل لديكم دراجة كهربائية مناسبة للطرق "
                        "الجبلية؟\n12:52 t نعم، يوم السبت صباحا إذا أمكن", agents=(_TOM,),
                        tags=["e-bike"], groups=["Shop floor"],
                        visitor={"chat_feedback": {"overall_chat": 4}})),
        ("13:12", _chat("04", "Owen Fitzgerald", "13:05 v Hi there, which size should I get for a "
                        "6 year old? She is 116 cm\n13:08 v Hello? Anybody there?\n13:12 v Ok never "
                        "mind, will try somewhere else", tags=["kids"], groups=["Shop floor"])),
        ("13:40", _chat("05", "田中 美咲", "13:38 v 日本への発送はできますか?ハンドルバーバッグを二つ"
                        "注文したいです。\n13:39 m はい、できます。", tags=["order"],
                        groups=["Shop floor"])),
        ("13:58", _chat("06", "Marcus Bell", "13:58 o Hello, I ordered the Harrow 3 e-bike two "
                        "weeks ago (SC-20977). The mail said it would ship on Monday but I have "
                        "heard nothing since. Could somebody ring me after 5 pm?", agents=(),
                        tags=["order"], email="marcus.bell@example.com",
                        visitor={"phoneNumber": "07700 900456", "city": "Cardiff"})),
        ("14:21", _chat("07", "Helena Kovač", "14:21 v Is the Harrow 3 still available in small? "
                        "I'm 158 cm\n14:23 t Yes, two left in small, one green and one sand.\n"
                        "14:27 v Sand! Can I collect on Saturday?", agents=(_TOM,),
                        manuallySubmitted=True, tags=["e-bike"], groups=["Shop floor"])),
        ("14:31", _priya("08", PRIYA, tags=["repair", "wheels"], groups=["Workshop"],
                         visitor={"chat_feedback": _RATED})),
        ("14:33", {"kind": "Conversation", "id": "SHOP09", "eventType": "start",
                   "operators": {"7": _MAYA}}),
    ]  # fmt: skip
    return [(at(clock), json.dumps(payload).encode()) for clock, payload in shop]


def later() -> list[bytes]:
    """Return what comes while the owner reads: two more chats."""
    return [
        json.dumps(_chat(number, name, f"14:33 v {words}\n14:34 t Yes, of course.", agents=(_TOM,)))
        .encode()
        for number, name, words in (
            ("10", "Amara Diallo", "Is the wheel size 26 or 27.5? I lost the box."),
            ("11", "Ben Okafor", "My front wheel has a click on every turn, could it be the bearing?"),
        )
    ]  # fmt: skip
