"""Bodies as Olark would post them, naming only what matters to a test."""

import json
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from olark_inbox.base.clock import Clock
from olark_inbox.base.folders import Folders
from olark_inbox.inbox import Body, Inbox
from olark_inbox.store.rows import Query, Receipt, Row, View

NOW = 1_750_000_000_000
HOUR = 3_600_000


class Ticking:
    """A clock the test sets; each look at it takes a millisecond."""

    def __init__(self, at=NOW):
        self.at = at

    def __call__(self):
        self.at += 1
        return self.at


def said(text, *, ours=False, at=1_750_000_000, **more):
    """One line: the visitor's, or ours."""
    line = {
        "kind": "MessageToVisitor" if ours else "MessageToOperator",
        "body": text,
        "timestamp": str(at),
        "nickname": "Maya" if ours else "Bob",
    }
    if ours:
        line["operatorId"] = "7"
    return line | more


def chat(identity="c1", lines=("Hello", "Hi, Maya here"), **more):
    """A transcript; every second line is ours."""
    payload = {
        "kind": "Conversation",
        "id": identity,
        "items": [said(text, ours=bool(at % 2)) for at, text in enumerate(lines)],
        "visitor": {"kind": "Visitor", "id": "v1", "fullName": "Bob Doe"},
        "operators": {"7": {"kind": "Operator", "id": "7", "nickname": "Maya"}},
    }
    return payload | more


def offline(identity="o1", text="Please call me", **more):
    item = {"kind": "OfflineMessage", "body": text, "timestamp": "1750000000"}
    visitor = {"kind": "Visitor", "fullName": "John Roe", "emailAddress": "john@example.com"}
    return {"kind": "Conversation", "id": identity, "items": [item], "visitor": visitor} | more


def start(identity="c1", **more):
    operators = {"7": {"kind": "Operator", "id": "7", "nickname": "Maya"}}
    begun = {"kind": "Conversation", "id": identity, "eventType": "start", "operators": operators}
    return begun | more


def send_test():
    return chat("NOTAREALTRANSCRIPT5LGcbVTa3hKBRB", tags=["test_example"])


def raw(payload):
    return b"data=" + urllib.parse.quote_plus(json.dumps(payload)).encode()


def post(inbox: Inbox, payload, **more) -> Receipt:
    """Accept a payload and wait for the commit."""
    content = payload if isinstance(payload, bytes) else raw(payload)
    return inbox.accept(Body(content, "application/x-www-form-urlencoded", **more)).result(120)


@contextmanager
def inbox_of_one(folder: Path, clock: Clock) -> Iterator[Inbox]:
    """An inbox with one chat, closed at the end."""
    inbox = Inbox.open(folders_in(folder / "store"), clock)
    post(inbox, chat("a"))
    yield inbox
    inbox.close()


def rows(inbox: Inbox, view=View.INBOX, **more) -> tuple[Row, ...]:
    return inbox.find(Query(view, **more), 0, 1_000).result(120).rows


def keys(inbox: Inbox, view=View.INBOX, **more) -> list[str]:
    return [row.key for row in rows(inbox, view, **more)]


def row(inbox: Inbox, key="c1") -> Row:
    found = inbox.by_key(key).result(120)
    assert found is not None
    return found


def folders_in(path: Path) -> Folders:
    path.mkdir(mode=0o700, exist_ok=True)
    return Folders(path)
