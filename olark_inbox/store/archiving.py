"""Everything from end to end, out of the store for files and archives, and back into it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from itertools import islice
from typing import TypeVar

import apsw

from olark_inbox.olark.body import read_body
from olark_inbox.olark.merge import Merged
from olark_inbox.store import archive, documents, futures, listing, plain
from olark_inbox.store.archive import Kept, KeptOwner
from olark_inbox.store.plain import Plain
from olark_inbox.store.readers import Reader
from olark_inbox.store.restore import Restore
from olark_inbox.store.rows import Brief, Opened
from olark_inbox.store.writer import Writer

T = TypeVar("T")


class Archiving:
    """Reads beside everything else, in short steps that wait here. Safe from any thread."""

    def __init__(self, writer: Writer, reader: Callable[[], Reader]) -> None:
        self._writer = writer
        self._reader = reader

    def opened_each(self, conversations: Iterable[int]) -> Iterator[Opened]:
        """Yield these conversations in their order, without those that are gone."""
        return self._in_parts(conversations, archive.opened)

    def briefs(self, conversations: Iterable[int]) -> Iterator[Brief]:
        """Yield these conversations in brief, without those that are gone."""
        return self._in_parts(conversations, listing.briefs)

    def plain_each(self, conversations: Iterable[int]) -> Iterator[Plain]:
        """Yield the same as a table needs them, read one by one where they are used."""

        def mend(conversation: int, document: bytes) -> Merged:
            again = partial(documents.merged, conversation=conversation, document=document)
            return self._reader().call(again).result()

        for values in self._in_parts(conversations, plain.read):
            yield plain.plain(values, mend)

    def delivery_ids(
        self, conversations: Sequence[int] | None = None, *, samples: bool = False
    ) -> "Future[list[int]]":
        """Return which deliveries these conversations (None: all there is) were read from."""
        read = partial(archive.delivery_ids, conversations=conversations, samples=samples)
        return self._reader().call(read)

    def kept(self, deliveries: Iterable[int], *, samples: bool = False) -> Iterator[Kept]:
        """Yield deliveries as an archive keeps them, and marks behind the last of each chat."""
        return self._in_parts(deliveries, lambda c, part: archive.kept(c, part, samples=samples))

    def _in_parts(
        self, ids: Iterable[int], read: Callable[[apsw.Connection, Sequence[int]], Sequence[T]]
    ) -> Iterator[T]:
        """Yield what is read of many, a part at a time.

        Nothing is read ahead: two threads that take turns at Python cost more than reading does.
        """
        reader = self._reader()
        for part in _parts(ids):
            yield from reader.call(lambda c, part=part: read(c, part)).result()  # type: ignore[misc]

    def kept_owner(self) -> "Future[KeptOwner]":
        """Return tags, saved searches and persons, as an archive keeps them."""
        return self._reader().call(archive.owner)

    def restoring(self) -> "Future[Restore]":
        """Begin to bring an archive back; `restore` then takes its lines."""
        known = self._reader().call(archive.known)
        return futures.then(known, lambda found: futures.done(Restore(found, read_body)))

    def restore(self, run: Restore, lines: Sequence[Kept]) -> "Future[None]":
        """Write lines of an archive, in one transaction; bodies are read here."""
        ready = run.prepare(lines)
        if not ready:
            return futures.done(None)
        return self._writer.put(partial(run.step, lines=ready), bulk=True)


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    """Cut many into what is read at a time."""
    iterator = iter(ids)
    while part := list(islice(iterator, archive.STEP)):
        yield part
