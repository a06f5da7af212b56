"""The one door to the data: what arrives goes in here, and whoever shows something asks here."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from olark_inbox.base.allocator import give_large_pieces_back
from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.base.folders import Folders
from olark_inbox.base.notifier import Notifier
from olark_inbox.base.piecemeal import late, late_modules
from olark_inbox.olark.body import read_body
from olark_inbox.store import accept, futures, mending, roles
from olark_inbox.store.batch import Batch
from olark_inbox.store.documents import Arrived
from olark_inbox.store.errors import Busy, StoreError, StoreTooNew, StoreUnavailable, Superseded
from olark_inbox.store.keeping import Keeping
from olark_inbox.store.looking import Looking
from olark_inbox.store.reaching import Reach
from olark_inbox.store.refused import Refused
from olark_inbox.store.roles import Request, StateEntry
from olark_inbox.store.rows import Delivery, Receipt
from olark_inbox.store.undoing import Undo, joined
from olark_inbox.store.writer import Writer

if TYPE_CHECKING:
    from olark_inbox.store import (
        again,
        archiving,
        deliveries,
        erasing,
        many,
        marks,
        notes,
        owntags,
        persons,
        reminders,
        samples,
        saved,
    )
else:
    # Receiving needs none of these.
    globals().update(
        late_modules(
            "olark_inbox.store", "again", "archiving", "deliveries", "erasing", "many", "marks",
            "notes", "owntags", "persons", "reminders", "samples", "saved",
        )
    )  # fmt: skip

__all__ = [
    "Body",
    "Busy",
    "Inbox",
    "Request",
    "StateEntry",
    "StoreTooNew",
    "StoreUnavailable",
    "Superseded",
    "Undo",
]


@dataclass(frozen=True, slots=True)
class Body:
    """What somebody posted: every byte, and what its headers said about it."""

    raw: bytes
    content_type: str = ""
    content_encoding: str = ""
    sample: bool = False
    from_here: bool = False
    """Posted on this computer itself, not through the public address."""
    received_ms: int | None = None
    """When it came; None: now."""


class Inbox(Looking):
    """Everything about the data.

    Every method may be called from any thread and returns at once; what it returns as a future
    comes from the store's own threads. A future of a writing method resolves after the commit:
    what it says is on disk.
    """

    def __init__(self, folders: Folders, clock: Clock) -> None:
        super().__init__(folders.store, clock)
        self.folders = folders
        self.wakeups = Notifier()
        self._writer = Writer(folders.store, clock, self.wakeups.notify)
        self.reach = Reach(self._writer, self._list)
        self.keeping = Keeping(
            folders, self._writer, (self._list, self._search, self._number), clock
        )
        self.refused = Refused(self._writer, self._list, clock, self.read_again)
        both = self._writer, self._list
        self.tags = late(lambda: owntags.Tags(*both))
        self.notes = late(lambda: notes.Notes(*both))
        self.reminders = late(lambda: reminders.Reminders(*both))
        self.persons = late(lambda: persons.Persons(*both))
        self.housekeeping = late(lambda: erasing.Housekeeping(*both))
        self.searches = late(
            lambda: saved.Searches(*both, lambda: self._beside("store-counts"), clock)
        )
        self.many = late(lambda: many.Many(self._writer, lambda: self._beside("store-many"), clock))
        self.archiving = late(
            lambda: archiving.Archiving(self._writer, lambda: self._beside("store-export"))
        )

    @classmethod
    def open(cls, folders: Folders, clock: Clock = now_ms, *, mend: bool = False) -> "Inbox":
        """Open the store, making or migrating it first; raises StoreUnavailable or StoreTooNew.

        With `mend`, a store too damaged to be opened is mended first: for whoever runs it.
        """
        give_large_pieces_back()
        mended = mending.ready(folders, clock, mend=mend)
        inbox = cls(folders, clock)
        inbox.keeping.say_mended(mended)
        return inbox

    def close(self) -> None:
        """Take nothing more, write what is queued, end every thread."""
        self.keeping.close()
        self._writer.close()
        super().close()

    # Receiving

    def accept(self, body: Body) -> "Future[Receipt]":
        """Read a body here and queue it; raises Busy when too much waits already."""
        received_ms = self._clock() if body.received_ms is None else body.received_ms
        arrived = Arrived(
            body.raw, body.content_type, body.content_encoding, body.sample, received_ms, read_body,
            body.from_here,
        )  # fmt: skip
        if accept.foreign(arrived):
            self.count_foreign(1)
            return futures.done(accept.refuse(arrived))
        return self._writer.put(
            lambda batch: accept.store(batch, arrived),
            size=len(body.raw), limited=True, prints=accept.prints(arrived),
        )  # fmt: skip

    def count_foreign(self, count: int) -> None:
        """Count what came and was not Olark's, or came to no address of ours; keep nothing."""
        now = self._clock()
        with suppress(StoreError):
            # Nobody waits for this figure.
            self._writer.put(lambda batch: accept.count_foreign(batch, count, now), limited=True)

    def trouble(self) -> str:
        """Say why storing fails now, in one sentence; "" while it works. Takes no time."""
        return self._writer.trouble

    # The owner's own marks

    def mark(
        self,
        conversations: Sequence[int],
        *,
        unread: bool | None = None,
        starred: bool | None = None,
        done: bool | None = None,
        binned: bool | None = None,
    ) -> "Future[Undo]":
        """Set marks; None leaves one as it is. The result takes it back through `undo`."""
        wanted = marks.Marks(unread, starred, done, binned)
        parts = [
            self._writer.put(partial(marks.mark, conversations=part, marks=wanted), bulk=bulk)
            for part, bulk in marks.steps(conversations, wanted.step)
        ]
        return futures.gather(parts, joined)

    def undo(self, undo: Undo) -> "Future[None]":
        """Put everything back as it was; what arrived since stays."""
        parts = [
            self._writer.put(partial(_back, work=work, what=what), bulk=len(undo.back) > 1)
            for work, what in undo.back
        ]
        return futures.gather(parts, lambda _: None)

    def seen(self, conversation: int) -> "Future[None]":
        """Note that the owner opened a conversation: it is read, with all its lines."""
        return self._writer.put(lambda batch: marks.seen(batch, conversation))

    def remove_samples(self) -> "Future[int]":
        """Take every sample away; returns how many conversations went."""
        return self._writer.put(samples.remove)

    # What arrived

    def deliveries(
        self, *, before: int | None = None, limit: int = 100, unreadable_only: bool = False
    ) -> "Future[tuple[Delivery, ...]]":
        """Return what arrived, newest first, from the one before `before` on."""
        return self._list.call(
            lambda c: deliveries.page(c, before, limit, unreadable_only=unreadable_only)
        )

    def raw(self, delivery: int) -> "Future[bytes]":
        """Return a body byte for byte; raises Gone where it is not kept."""
        return self._list.call(lambda c: deliveries.raw(c, delivery))

    def read_again(
        self,
        deliveries: Sequence[int] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> "Future[int]":
        """Read kept bodies with today's reader (None: all); returns how many conversations changed.

        `progress` is told (done, total, "") on the writer's thread.
        """
        steps = self._list.call(lambda c: again.steps(c, deliveries))
        run = again.Run(read_body, progress, everything=deliveries is None)
        return futures.then(
            steps,
            lambda parts: futures.gather(
                [
                    self._writer.put(partial(run.step, deliveries=part), bulk=True)
                    for part in run.begin(parts)
                ],
                run.changed,
            ),
        )

    def discard(self, delivery: int) -> "Future[None]":
        """Put an unreadable body aside for good."""
        return self._writer.put(lambda batch: deliveries.discard(batch, delivery))

    # Between roles

    def set_state(self, name: str, value: Mapping[str, Any]) -> "Future[None]":
        """Tell the other roles how something stands."""
        return self._writer.put(lambda batch: batch.set_state(name, value))

    def state(self) -> "Future[dict[str, StateEntry]]":
        """Return what every role said last."""
        return self._list.call(roles.state)

    def ask(self, role: str, what: str, detail: str = "") -> "Future[None]":
        """Leave a request for another role, in this process or another."""
        return self._writer.put(lambda batch: roles.ask(batch, role, Request(what, detail)))

    def take_requests(self, role: str) -> "Future[tuple[Request, ...]]":
        """Take what others asked of `role`; asking when there is nothing costs no write."""
        asked = self._list.call(lambda c: roles.asked(c, role))
        return futures.then(asked, lambda some: self._take(role) if some else futures.done(()))

    def _take(self, role: str) -> "Future[tuple[Request, ...]]":
        return self._writer.put(lambda batch: roles.take(batch, role))


def _back(batch: Batch, work: Callable[[Batch, Any], None], what: Any) -> None:
    work(batch, what)
