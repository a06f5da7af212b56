"""What window and receiver tell each other through the store, whichever process they live in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import apsw

from olark_inbox.store import fetch
from olark_inbox.store.batch import Batch


@dataclass(frozen=True)
class StateEntry:
    """What a role said last about something, and which process said it when."""

    written: str
    at_ms: int
    pid: int

    @cached_property
    def value(self) -> Mapping[str, Any]:
        """What it said: read where somebody asks, for some is long and concerns one role alone."""
        said: dict[str, Any] = json.loads(self.written)
        return said


class Request(NamedTuple):
    """What one role asks of another: raise the window, open a conversation, listen on a port."""

    what: str
    detail: str = ""


def state(connection: apsw.Connection) -> dict[str, StateEntry]:
    """Return everything that was said, by name."""
    found = fetch.every(connection, "select name, value, at_ms, pid from state")
    return {name: StateEntry(*said) for name, *said in found}


def ask(batch: Batch, role: str, request: Request) -> None:
    """Leave a request for whoever plays `role`."""
    batch.execute(
        "insert into request (role, what, detail, at_ms) values (?, ?, ?, ?)",
        (role, request.what, request.detail, batch.now_ms),
    )
    batch.changed(None, "state", None)


def asked(connection: apsw.Connection, role: str) -> bool:
    """Whether anything waits for `role`; costs no write."""
    sql = "select 1 from request where role = ? limit 1"
    return fetch.first(connection, sql, (role,)) is not None


def take(batch: Batch, role: str) -> tuple[Request, ...]:
    """Return the requests for `role` in the order asked; nobody else gets them."""
    found = fetch.every(
        batch.connection, "delete from request where role = ? returning id, what, detail", (role,)
    )
    return tuple(Request(what, detail) for _, what, detail in sorted(found))
