"""Catching up: what Olark sent while nobody listened, as far as an ngrok program remembers it.

Only a separate ngrok program has such a memory; the way in the program has none. What it remembers
goes through the same door as everything else, so nothing is shown that was not stored.
"""

import logging
from collections.abc import Collection
from dataclasses import dataclass

import aiohttp

from olark_inbox.tunnel.agent import Agent, AgentWay, Remembered
from olark_inbox.tunnel.faults import WayFailed

_log = logging.getLogger(__name__)
_PATIENCE = aiohttp.ClientTimeout(total=60)
_TAKEN, _GONE = 200, 410
_LATER = range(500, 505)
"""The door could not store it now: it is asked again the next time."""


@dataclass(frozen=True, slots=True)
class Caught:
    """What came of it."""

    ids: tuple[str, ...] = ()
    """What was fetched or need not be asked for again."""
    chats: int = 0
    """So many were taken by the door."""


async def catch_up(way: AgentWay, path: str, port: int, known: Collection[str]) -> Caught:
    """Fetch every post to `path` that nobody took and that is not in `known`, oldest first."""
    done: list[str] = []
    chats = 0
    async with way.session() as session:
        try:
            agent = await way.agent(session)
            waiting = [each for each in await agent.unanswered(path) if each.id not in known]
            for each in waiting:
                status = await _again(agent, session, port, each)
                if status not in _LATER:
                    done.append(each.id)
                chats += status == _TAKEN
        except (WayFailed, aiohttp.ClientError, OSError, TimeoutError) as error:
            _log.info("catching up was interrupted: %s", type(error).__name__)
    return Caught(tuple(done), chats)


async def _again(agent: Agent, session: aiohttp.ClientSession, port: int, each: Remembered) -> int:
    """Send one to the door once more; where only a part was kept, the program does it."""
    if each.body is None:
        return _TAKEN if await agent.replay(each.id) else _GONE
    headers = {"Content-Type": each.content_type or "application/octet-stream"}
    if each.content_coding:
        headers["Content-Encoding"] = each.content_coding
    async with session.post(
        f"http://127.0.0.1:{port}{each.path}", data=each.body, headers=headers, timeout=_PATIENCE
    ) as response:
        await response.read()
        return response.status
