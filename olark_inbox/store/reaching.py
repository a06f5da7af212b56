"""Asking and telling the store whether Olark could reach us; the inbox hands this out."""

from collections.abc import Sequence
from concurrent.futures import Future

from olark_inbox.store import reach
from olark_inbox.store.reach import Gap, Heard
from olark_inbox.store.readers import Reader
from olark_inbox.store.writer import Writer


class Reach:
    """Proofs, gaps, and what was heard. Safe from any thread, like the inbox it belongs to."""

    def __init__(self, writer: Writer, reader: Reader) -> None:
        self._writer = writer
        self._reader = reader

    def proof_of(self, nonce: str) -> "Future[str]":
        """Return what only this store can answer to a nonce (ASCII): the proof that it is us."""
        return self._reader.call(lambda c: reach.proof_of(c, nonce))

    def alive(self, at_ms: int) -> "Future[None]":
        """Note until when we were reachable as far as known; wakes nobody."""
        return self._writer.put(lambda batch: reach.alive(batch, at_ms))

    def alive_ms(self) -> "Future[int | None]":
        """Return until when we were reachable as far as known; None: never."""
        return self._reader.call(reach.alive_ms)

    def begin_gap(
        self, from_ms: int, noticed_ms: int, reason: str, *, join_ms: int = 0
    ) -> "Future[None]":
        """Begin a gap, unless one is open; one that ended within `join_ms` before goes on."""
        times = (from_ms, noticed_ms)
        return self._writer.put(lambda batch: reach.begin(batch, times, reason, join_ms))

    def end_gap(self, until_ms: int) -> "Future[None]":
        """End the open gap, if any: it is proven that Olark can reach us."""
        return self._writer.put(lambda batch: reach.end(batch, until_ms))

    def recovered(self, count: int) -> "Future[None]":
        """Add deliveries that were fetched afterwards to the newest gap."""
        return self._writer.put(lambda batch: reach.recovered(batch, count))

    def gaps(self, *, least_ms: int = 0, limit: int = 50) -> "Future[tuple[Gap, ...]]":
        """Return what the owner has not looked after, newest first, the open one included."""
        return self._reader.call(lambda c: reach.gaps(c, least_ms, limit))

    def look(self, gaps: Sequence[int]) -> "Future[None]":
        """Note that the owner looked after these gaps."""
        return self._writer.put(lambda batch: reach.look(batch, gaps))

    def heard(self) -> "Future[dict[str, Heard]]":
        """Return when which kind of delivery came from Olark; samples do not count."""
        return self._reader.call(reach.heard)
