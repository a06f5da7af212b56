"""What Olark knows of our address, told by what came from it; and what it sent meanwhile."""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from olark_inbox.inbox import Inbox
from olark_inbox.store.roles import StateEntry
from olark_inbox.tunnel.agent import AgentWay
from olark_inbox.tunnel.catch_up import catch_up
from olark_inbox.tunnel.ledger import Ledger
from olark_inbox.tunnel.standing import print_of

_log = logging.getLogger(__name__)
_IDS_KEPT = 500
_FORMER_MS = 30_000
"""What came so soon after a post to the former secret may be that very post."""


class OlarkKnows:
    """Remembers in the store which address something last came by."""

    def __init__(self, inbox: Inbox, ledger: Ledger) -> None:
        self._inbox, self._ledger = inbox, ledger

    async def changed(self, address: str, secret: str, since_ms: int) -> bool | None:
        """Whether Olark delivered to another address or secret the last time; None: not known.

        `since_ms`: from then on the address is this one, as far as this run knows.
        """
        heard = await self._ledger.read(self._inbox.reach.heard)
        state = await self._ledger.read(self._inbox.state)
        if heard is None or state is None:
            return None
        known = _said(state, "olark")
        former_ms = int(_said(state, "former_used").get("at_ms", 0))
        here = {"address": address, "secret": print_of(secret)}
        last = max((each.last_ms for each in heard.values()), default=0)
        before, host = str(known.get("address", "")), _said(state, "came_by").get("host")
        elsewhere = host == _name(before) != _name(address)
        came_here = not elsewhere and (before == address or last >= since_ms)
        by_former = 0 < former_ms <= last <= former_ms + _FORMER_MS
        if last > int(known.get("at_ms", 0)) and came_here and not by_former:
            known = {**here, "at_ms": last}
            await self._ledger.tell("olark", {**known})
        return bool(known) and {**known, **here} != dict(known)

    async def fetch(self, way: AgentWay, secret: str, port: int) -> int:
        """Fetch what nobody took, each once; returns how many came in by it."""
        state = await self._ledger.read(self._inbox.state) or {}
        known = list(_said(state, "caught").get("ids", ()))
        caught = await catch_up(way, f"/olark/{secret}", port, frozenset(known), self._inbox)
        if caught.ids:
            await self._ledger.tell("caught", {"ids": [*known, *caught.ids][-_IDS_KEPT:]})
        if caught.chats:
            _log.info("%d deliveries were fetched afterwards", caught.chats)
            await self._ledger.recovered(caught.chats)
        return caught.chats


def _name(address: str) -> str:
    return urlsplit(address).hostname or ""


def _said(state: Mapping[str, StateEntry], name: str) -> Mapping[str, Any]:
    entry = state.get(name)
    return {} if entry is None else entry.value
