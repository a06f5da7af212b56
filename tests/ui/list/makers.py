"""Chats as Olark sends them, posted into a real inbox; a clock; what a model shows."""

import asyncio
import itertools
import json
from collections.abc import Callable
from typing import Any

from olark_inbox.inbox import Body, Inbox
from olark_inbox.olark.model import Kind
from olark_inbox.store.rows import Row
from olark_inbox.ui.list.model import ConversationModel

NOON = 1_763_640_000_000  # 20 November 2025, 12:00 UTC


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> int:
        return self.now

    def minutes(self, count: float) -> None:
        self.now += round(count * 60_000)


_ids = itertools.count(1)


def chat(
    said: str = "Is the blue one still there?",
    *,
    name: str = "Priya Raman",
    answer: str | None = "It is, come by.",
    **more: Any,
) -> dict[str, Any]:
    """Make a finished chat; `more` are top-level fields, `visitor` is merged."""
    number = next(_ids)
    items = [{"kind": "MessageToOperator", "body": said, "timestamp": "1763639000"}]
    if answer is not None:
        reply = {"kind": "MessageToVisitor", "body": answer, "timestamp": "1763639060"}
        items.insert(0, reply | {"operatorId": "52001", "nickname": "Maya"})
    visitor = {"kind": "Visitor", "id": f"V{number}", "fullName": name}
    return {
        "kind": "Conversation",
        "id": f"C{number}",
        "manuallySubmitted": False,
        "tags": more.pop("tags", []),
        "items": items,
        "operators": {"52001": {"id": "52001", "username": "maya", "nickname": "Maya"}},
        "visitor": visitor | more.pop("visitor", {}),
        **more,
    }


def started(*agents: str, **more: Any) -> dict[str, Any]:
    """Make a chat that has just begun."""
    operators = {str(n): {"id": str(n), "nickname": agent} for n, agent in enumerate(agents)}
    return {
        "kind": "Conversation",
        "eventType": "start",
        "id": f"C{next(_ids)}",
        "items": [],
        "operators": operators,
        **more,
    }


def offline(words: str, *, name: str = "Marcus Bell", **more: Any) -> dict[str, Any]:
    """Make an offline message."""
    made = chat(words, name=name, answer=None, **more)
    made["items"] = [{"kind": "OfflineMessage", "body": words, "timestamp": "1763639000"}]
    return made


def post(inbox: Inbox, *payloads: dict[str, Any], sample: bool = False) -> list[int]:
    """Post payloads one after another; return the ids of their conversations."""
    ids = []
    for payload in payloads:
        body = Body(json.dumps(payload).encode(), "application/json", sample=sample)
        ids += inbox.accept(body).result(120).conversations
    return ids


def post_many(inbox: Inbox, count: int, make: Callable[[int], dict[str, Any]]) -> None:
    """Post many at once."""
    waiting = []
    for number in range(count):
        body = Body(json.dumps(make(number)).encode(), "application/json")
        waiting.append(inbox.accept(body))
        if len(waiting) >= 1_000:
            waiting.pop(0).result(120)
    for one in waiting:
        one.result(120)


async def read(model: ConversationModel, inbox: Inbox) -> None:
    """Tell a model what happened since it looked, as the window does."""
    number = model.heard or model.number
    model.refresh(await asyncio.wrap_future(inbox.changes_since(number)))
    await model.settle()


def shown(model: ConversationModel) -> list[int | None]:
    """Return the ids of all rows in their order, None where a row is not loaded."""
    rows: list[Row | None] = [model.row_at(place) for place in range(model.total)]
    return [None if row is None else row.id for row in rows]


def row(**what_matters: Any) -> Row:
    """Make a row as the list gets it; only what matters is named."""
    plain: dict[str, Any] = {
        "id": 1, "key": "C1", "arrival": NOON, "received_ms": NOON, "started_ms": NOON,
        "kind": Kind.TRANSCRIPT, "unanswered": False, "automatic": False, "live_until_ms": None,
        "manual": False, "name": "Priya Raman", "anonymous": False, "email": "", "phone": "",
        "visitor_id": "V1", "preview": "You are a star, thank you!", "agents": ("Maya",),
        "lines": 11, "tags": (), "own_tags": (), "groups": (), "rating": None, "unread": False,
        "starred": False, "done": False, "binned_ms": None, "sample": False,
    }  # fmt: skip
    return Row(**plain | what_matters)
