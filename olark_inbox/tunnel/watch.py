"""The watcher: keeps a public address, proves again and again that it leads here, and says so.

It lives on the receiver's loop, so that receiving without a window is watched in the same way.
What it knows it writes into the store; whoever shows it only reads.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from olark_inbox.base import tasks
from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.tunnel import passing, system_news
from olark_inbox.tunnel.agent import AgentWay
from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.ledger import Ledger
from olark_inbox.tunnel.olark_knows import OlarkKnows
from olark_inbox.tunnel.proof import Prober, Proof, host_of
from olark_inbox.tunnel.standing import ROLE, Pace, Standing, Status
from olark_inbox.tunnel.switch import Switch, Wish, make_way
from olark_inbox.tunnel.ticks import Listen, Ticks
from olark_inbox.tunnel.ways import Way, is_metered

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Times:
    """When what is due, in seconds of the loop."""

    prove: float = 0.0
    look: float = 0.0
    mark: float = 0.0


class Watcher:
    """Belongs to one loop; `run` until it is cancelled."""

    def __init__(  # noqa: PLR0913 - each is replaced by some test, and named at the call
        self,
        inbox: Inbox,
        settings: Settings,
        port: Callable[[], int],
        *,
        prober: Prober | None = None,
        pace: Pace | None = None,
        make: Callable[[Wish], Way | None] = make_way,
        clock: Clock = now_ms,
        passed_s: Callable[[], float] = passing.passed_s,
        listen: Listen = system_news.listen,
    ) -> None:
        self._inbox, self._settings, self._port = inbox, settings, port
        self._prober = prober or Prober(inbox)
        self._pace = pace or Pace()
        self._switch, self._clock = Switch(make), clock
        self._ticks = Ticks(self._pace, clock, passed_s, listen)
        self._ledger = Ledger(inbox)
        self._olark = OlarkKnows(inbox, self._ledger)
        self._standing = Standing()
        self._address_ms = 0
        """Since when the address is what it is now, as far as this run knows."""
        self._due = Times()
        self._failures = 0
        self._secret = settings.secret
        self._quiet_until_ms = 0
        self._catching = tasks.Latest("catch up")

    async def run(self) -> None:
        """Watch until cancelled; then let go of the address."""
        await self._begin()
        try:
            while True:
                await self._tick()
                meanwhile = await self._ticks.next()
                if meanwhile.slept_ms is not None:
                    await self._wake(meanwhile.slept_ms)
                if meanwhile.another_network:
                    self._due.prove = min(self._due.prove, self._soon())
                    self._failures = 0
        finally:
            self._ticks.end()
            await self._leave()

    def _soon(self) -> float:
        return asyncio.get_running_loop().time() + self._pace.settle_s

    async def _begin(self) -> None:
        """Open the book: the program was closed since it was last known to be reachable."""
        now = self._clock()
        self._quiet_until_ms = now + self._pace.grace_ms
        alive = await self._ledger.read(self._inbox.reach.alive_ms)
        if alive is not None:
            since = min(alive, now)
            await self._ledger.begin(since, now, "closed", self._pace.join_ms)
            self._standing = replace(self._standing, since_ms=since)

    async def _wake(self, slept_ms: int) -> None:
        """Begin anew after a sleep that lasted from `slept_ms` until just now."""
        now = self._clock()
        _log.info("the computer slept for %d s", (now - slept_ms) // 1000)
        self._quiet_until_ms = now + self._pace.grace_ms
        if self._standing.status is Status.PROVEN:
            await self._ledger.begin(slept_ms, slept_ms, "asleep", self._pace.join_ms)
            await self._say(status=Status.STARTING, since_ms=slept_ms, noticed_ms=slept_ms)
        self._failures = 0
        self._due = Times()

    async def _leave(self) -> None:
        self._catching.cancel()
        if self._standing.status is Status.PROVEN:
            await asyncio.shield(self._ledger.alive(self._clock()))
        await asyncio.shield(self._switch.stop())
        if self._standing.way != "none":
            stopped = replace(self._standing, status=Status.STARTING, fault="", detail="")
            await asyncio.shield(self._ledger.say(stopped))

    async def _tick(self) -> None:
        await self._ledger.again()
        await self._take_requests()
        wish = self._wished()
        if await self._switch.follow(wish):
            await self._begin_way(wish)
        if self._switch.way is None:
            return
        self._ticks.hear()
        if self._settings.secret != self._secret:
            self._secret, self._due.mark = self._settings.secret, 0.0
        now = asyncio.get_running_loop().time()
        if now >= self._due.prove:
            await self._prove()
        elif now >= self._due.look:
            await self._look()
        if self._standing.status is Status.PROVEN and now >= self._due.mark:
            await self._mark(now)
        elif self._standing.status is Status.PROVEN and self._standing.changed:
            # The owner has pasted the new address and waits for what comes by it.
            await self._notice_olark()

    async def _mark(self, now: float) -> None:
        """Write down that the address still leads here, as far as known."""
        self._due.mark = now + self._pace.mark_s
        await self._ledger.alive(self._clock())
        if self._ledger.failing:
            # Reachable or not, what arrives now cannot be kept.
            await self._failed(Fault.STORE, "")
        else:
            await self._notice_olark()

    # What the owner wants

    def _wished(self) -> Wish:
        chosen = self._settings
        return Wish(
            chosen.way, chosen.own_address, chosen.ngrok_name, chosen.agent_port, self._port(),
            lambda: chosen.former_port,
        )  # fmt: skip

    async def _take_requests(self) -> None:
        asked = await self._ledger.read(lambda: self._inbox.take_requests(ROLE))
        for request in asked or ():
            self._failures = 0
            self._due.prove = 0.0
            if request.what == "connect":
                self._switch.again()
            elif request.what == "add" and isinstance(self._switch.way, AgentWay):
                try:
                    await self._switch.way.add()
                except WayFailed as failed:
                    _log.info("no address was added: %s", failed)

    async def _begin_way(self, wish: Wish) -> None:
        """Begin to connect; the former way stays alive meanwhile, where both can be."""
        self._failures, self._due = 0, Times()
        self._quiet_until_ms = max(self._quiet_until_ms, self._clock() + self._pace.grace_ms)
        if wish.way == "none":
            self._standing = Standing()
            await self._ledger.say(self._standing)
        elif wish.port:
            await self._say(status=Status.STARTING, way=wish.way, fault="", detail="")
        else:
            self._failures = 1  # there is nothing to try a second time
            await self._say(way=wish.way)
            await self._failed(Fault.NOT_LISTENING, "")

    async def _former_holds(self) -> bool:
        """Whether the way that is being left still leads here."""
        if self._switch.former is None:
            return False
        try:
            address = await self._switch.former.look()
        except WayFailed:
            return False
        return (await self._prober.prove(address, self._settings.secret)).fault is None

    # Connecting and proving

    async def _look(self) -> None:
        """Ask the way itself: it may know sooner than a proof that its address is gone."""
        self._due.look = asyncio.get_running_loop().time() + self._pace.look_s
        way = self._switch.way
        if way is None or self._standing.status is not Status.PROVEN:
            return
        try:
            address = await way.look()
        except WayFailed as failed:
            await self._failed(failed.fault, failed.detail)
            return
        if address != self._standing.address:
            self._due.prove = 0.0

    async def _prove(self) -> None:
        way, wish = self._switch.way, self._switch.wish
        if way is None or wish is None:
            return
        try:
            address = await self._address(way, wish.port)
        except WayFailed as failed:
            await self._failed(failed.fault, failed.detail)
            return
        proof = await self._prober.prove(address, self._settings.secret)
        if address != self._standing.address:
            _log.info("the public address is %s", host_of(address))
            self._standing = replace(self._standing, address=address)
            self._address_ms = self._clock()
        if proof.fault is None:
            await self._proven(proof)
        else:
            await self._failed(proof.fault, proof.detail)

    async def _address(self, way: Way, port: int) -> str:
        """Return the address; connect first, and anew where asking did not help."""
        if self._failures % 3 == 0 and self._standing.status is not Status.PROVEN:
            return await way.start(port)
        try:
            return await way.look()
        except WayFailed:
            return await way.start(port)

    async def _proven(self, proof: Proof) -> None:
        now, loop = self._clock(), asyncio.get_running_loop()
        fresh = self._standing.status is not Status.PROVEN
        await self._ledger.alive(now)
        if self._ledger.failing:
            await self._failed(Fault.STORE, "")
            return
        self._failures = 0
        self._due.prove = loop.time() + self._every_s()
        self._due.look = loop.time() + self._pace.look_s
        self._due.mark = loop.time() + self._pace.mark_s
        # The book first: who reads that it works again finds the gap closed.
        await self._ledger.end(now)
        await self._say(
            status=Status.PROVEN, fault="", detail="", proven_ms=now, took_ms=proof.took_ms,
            since_ms=0, noticed_ms=0,
        )  # fmt: skip
        self._switch.proven = True
        await self._notice_olark()
        way = self._switch.way
        if fresh and isinstance(way, AgentWay):
            self._catching.start(self._catch_up(way))

    def _every_s(self) -> float:
        """Return how long a proof is good for."""
        often = self._settings.proof_minutes * 60.0
        metered = is_metered(self._standing.way, self._standing.address)
        return often if metered else min(often, self._pace.own_s)

    async def _failed(self, fault: Fault, detail: str) -> None:
        """Try again soon; raise the alarm at the second failure, and not right after a start."""
        now = self._clock()
        self._failures += 1
        standing = self._standing
        since = standing.since_ms or standing.proven_ms
        noticed = standing.noticed_ms or now
        wait = self._pace.retry_after(self._failures, fault)
        self._due.prove = asyncio.get_running_loop().time() + wait
        if fault is Fault.SESSION_LIMIT:
            await self._switch.let_go()  # the account allows only one of them
        if await self._former_holds():
            # Nothing is lost yet: Olark still posts to the former address, and it leads here.
            await self._say(fault=str(fault), detail=detail, since_ms=now, noticed_ms=0)
            return
        alarm = self._failures > 1 and now >= self._quiet_until_ms
        if self._failures > 1 and since:
            reason = "store" if fault is Fault.STORE else "unreachable"
            await self._ledger.begin(since, noticed, reason, self._pace.join_ms)
        status = Status.UNREACHABLE if alarm else Status.STARTING
        if standing.status is Status.UNREACHABLE or (
            standing.status is Status.PROVEN and self._failures == 1
        ):
            status = standing.status
        await self._say(
            status=status, fault=str(fault), detail=detail, since_ms=since, noticed_ms=noticed
        )
        if self._failures == 1:
            _log.info("the public address is not proven: %s %s", fault, detail)

    async def _say(self, **news: object) -> None:
        self._standing = replace(self._standing, **news)  # type: ignore[arg-type] # checked by tests
        await self._ledger.say(self._standing)

    async def _notice_olark(self) -> None:
        changed = await self._olark.changed(
            self._standing.address, self._settings.secret, self._address_ms
        )
        if changed is not None and changed != self._standing.changed:
            await self._say(changed=changed)
        if changed is False:
            # Until Olark has the new address it posts to the former one.
            await self._switch.let_go()

    async def _catch_up(self, way: AgentWay) -> None:
        fetched = await self._olark.fetch(way, self._settings.secret, self._port())
        if fetched:
            await self._say(recovered=self._standing.recovered + fetched)
