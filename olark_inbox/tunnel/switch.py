"""The way the owner chose, and the one he left, which stays alive until nobody needs it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from olark_inbox.tunnel.agent import PORTS, AgentWay
from olark_inbox.tunnel.ngrok_way import NgrokLibrary, NgrokWay
from olark_inbox.tunnel.tokens import tokens
from olark_inbox.tunnel.ways import OwnAddress, Way


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner chose, and the port to lead to: anything else begins anew."""

    way: str
    own_address: str
    ngrok_name: str
    agent_port: int
    port: int
    former_port: Callable[[], int] = field(default=int, compare=False)
    """Where we listen beside it, until an address leads to the new one."""


def make_way(wish: Wish) -> Way | None:
    """Return the way the owner chose; None: no public address."""
    if wish.way == "own":
        return OwnAddress(wish.own_address)
    if wish.way == "agent":
        ports = (*((wish.agent_port,) if wish.agent_port else ()), *PORTS)
        return AgentWay(ports, wish.former_port)
    if wish.way == "ngrok":
        return NgrokWay(NgrokLibrary(), tokens, wish.ngrok_name)
    return None


class Switch:
    """Belongs to one loop."""

    def __init__(self, make: Callable[[Wish], Way | None]) -> None:
        self._make = make
        self._anew = False
        self.wish: Wish | None = None
        self.way: Way | None = None
        self.proven = False
        """Whether the way was ever proven: what never worked is not kept."""
        self._former: tuple[Wish, Way] | None = None

    @property
    def former(self) -> Way | None:
        """The way that was left, as long as it is kept alive."""
        return None if self._former is None else self._former[1]

    def again(self) -> None:
        """Begin the way anew at the next `follow`."""
        self._anew = True

    async def follow(self, wish: Wish) -> bool:
        """Go the way that is wanted; returns whether that begins something."""
        if wish == self.wish and not self._anew:
            return False
        now = None if self.wish is None or self.way is None else (self.wish, self.way)
        before = [now, self._former] if self.proven else [self._former, now]
        kept = before[0] if before[0] and _beside(before[0][0], wish) else None
        self.wish, self.way, self._former = wish, None, kept
        self._anew = self.proven = False
        for each in before:
            if each is not None and each is not kept:
                await each[1].stop()
        self.way = self._make(wish) if wish.port else None
        return True

    async def let_go(self) -> None:
        """End the former way, if there is one."""
        former, self._former = self.former, None
        if former is not None:
            await former.stop()

    async def stop(self) -> None:
        """End everything."""
        await self.let_go()
        if self.way is not None:
            await self.way.stop()


def _beside(former: Wish, wish: Wish) -> bool:
    """Whether a former way can stay alive while another one begins."""
    another = (former.way, former.ngrok_name) != (wish.way, wish.ngrok_name)
    return another and wish.way != "none" and wish.port == former.port
