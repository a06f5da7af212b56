"""Catching up: what Olark sent while nobody listened, as far as an ngrok program remembers it.

Only a separate ngrok program has such a memory; the way in the program has none. What it remembers
goes through the same door as everything else, and counts only when it is found in the store.
"""

import asyncio
import logging
from collections.abc import Collection
from dataclasses import dataclass

import aiohttp

from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Delivery, Outcome
from olark_inbox.tunnel.agent import Agent, AgentWay, Remembered
from olark_inbox.tunnel.faults import WayFailed

_log = logging.getLogger(__name__)
_PATIENCE = aiohttp.ClientTimeout(total=60)
_LATER = range(500, 505)
"""The door could not store it now: it is asked again the next time."""
_ARRIVES_S = 10.0
"""How long what the program sends again may be under way."""
_NOTHING = "nothing new"


@dataclass(frozen=True, slots=True)
class Caught:
    """What came of it."""

    ids: tuple[str, ...] = ()
    """What was fetched or need not be asked for again."""
    chats: int = 0
    """So many conversations are new in the store, or have more in them, because of it."""


async def catch_up(
    way: AgentWay, path: str, port: int, known: Collection[str], inbox: Inbox
) -> Caught:
    """Fetch every post to `path` that nobody took and that is not in `known`, oldest first."""
    done: list[str] = []
    chats: set[int] = set()
    async with way.session() as session:
        try:
            agent = await way.agent(session)
            waiting = [each for each in await agent.unanswered(path) if each.id not in known]
            for each in waiting:
                before = await _newest(inbox)
                if await _again(agent, session, port, each):
                    found = await _admitted(inbox, before, each)
                    if found is not None or each.whole:
                        done.append(each.id)
                    chats.update(_brought(found))
                elif not each.whole:
                    done.append(each.id)  # the program has forgotten it
        except (WayFailed, StoreError, aiohttp.ClientError, OSError, TimeoutError) as error:
            _log.info("catching up was interrupted: %s", type(error).__name__)
    return Caught(tuple(done), len(chats))


async def _again(agent: Agent, session: aiohttp.ClientSession, port: int, each: Remembered) -> bool:
    """Send one to the door once more; where only a part was kept, the program does it.

    Returns whether it was sent, and not put off.
    """
    if not each.whole:
        return await agent.replay(each.id)
    headers = {
        "Content-Type": each.content_type or "application/octet-stream",
        # It came from outside, by this name: the door is not to take it for a trial of ours.
        "X-Forwarded-Host": each.host,
    }
    if each.content_coding:
        headers["Content-Encoding"] = each.content_coding
    async with session.post(
        f"http://127.0.0.1:{port}{each.path}", data=each.body, headers=headers, timeout=_PATIENCE
    ) as response:
        await response.read()
        return response.status not in _LATER


async def _newest(inbox: Inbox) -> int:
    found = await asyncio.wrap_future(inbox.deliveries(limit=1))
    return found[0].id if found else 0


async def _admitted(inbox: Inbox, before: int, each: Remembered) -> Delivery | None:
    """Return the delivery it became; the list of senders is not for what we asked for ourselves.

    What the program sends again comes as from its first sender, so that the door may refuse it.
    """
    found = await _arrived(inbox, before, each)
    if found is not None and found.outcome is Outcome.REFUSED:
        await asyncio.wrap_future(inbox.refused.admit(found.id))
        return await _look(inbox, before, each)
    return found


async def _arrived(inbox: Inbox, before: int, each: Remembered) -> Delivery | None:
    """Return the delivery with these bytes that came after `before`; None where none comes."""
    if each.whole:
        return await _look(inbox, before, each)  # the door answered us after the commit
    loop, news = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(news.set)

    leave = inbox.wakeups.subscribe(wake)
    try:
        async with asyncio.timeout(_ARRIVES_S):
            while (found := await _look(inbox, before, each)) is None:
                await news.wait()
                news.clear()
    except TimeoutError:
        return None
    finally:
        leave()
    return found


async def _look(inbox: Inbox, before: int, each: Remembered) -> Delivery | None:
    for delivery in await asyncio.wrap_future(inbox.deliveries()):
        if delivery.id > before and each.body and each.length in (None, delivery.size):
            raw = await asyncio.wrap_future(inbox.raw(delivery.id))
            if raw.startswith(each.body):
                return delivery
    return None


def _brought(delivery: Delivery | None) -> tuple[int, ...]:
    """Return the conversations that a delivery changed."""
    return () if delivery is None or delivery.summary == _NOTHING else delivery.conversations
