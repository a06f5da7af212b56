"""Bringing an archive back: every delivery once, every conversation at its place with its marks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from olark_inbox.olark.body import Reading
from olark_inbox.olark.merge import Merged
from olark_inbox.store import (
    accept,
    documents,
    fetch,
    keep,
    labels,
    listing,
    notes,
    owntags,
    persons,
    saved,
    torn,
)
from olark_inbox.store.archive import Kept, KeptDelivery, KeptMarks, KeptOwner, print_of
from olark_inbox.store.batch import Batch
from olark_inbox.store.bodies import pack
from olark_inbox.store.documents import Arrived
from olark_inbox.store.findable import index_of
from olark_inbox.store.place import in_seconds
from olark_inbox.store.rows import Outcome

Read = Callable[[bytes, str, str], Reading]


class _Torn(NamedTuple):
    """An unreadable delivery, with the ids its text still shows."""

    line: KeptDelivery
    ids: tuple[str, ...]


Ready = KeptMarks | KeptOwner | Arrived | _Torn
"""A line of an archive whose body was read."""

_AS_THEY_ARE = (Outcome.UNREADABLE.value, Outcome.REFUSED.value)


class Restore:
    """One archive on its way into a store, which may hold some of it already.

    A conversation the store did not have gets place and marks from the archive. One it had keeps
    its own; only a star or a tag of the archive is added (with `overwrite` the archive's hold).
    """

    def __init__(self, known: dict[int, int], read: Read, *, overwrite: bool = False) -> None:
        self._overwrite = overwrite
        self._known = known
        self._read = read
        self._made: set[int] = set()
        self.new_deliveries = 0

    @property
    def new_conversations(self) -> int:
        """How many conversations the store did not have."""
        return len(self._made)

    def prepare(self, lines: Sequence[Kept]) -> list[Ready]:
        """Read the bodies of these lines; those in the store already are left out.

        Runs before the writer's turn, for reading takes longer than writing.
        """
        ready: list[Ready] = []
        for line in lines:
            if not isinstance(line, KeptDelivery):
                ready.append(line)
            elif not self._has(line):
                ready.append(self._arrived(line))
        return ready

    def step(self, batch: Batch, lines: Sequence[Ready]) -> None:
        """Write what `prepare` returned. Whoever shows the list reads it again, once."""
        quiet = _Quiet(batch)
        for line in lines:
            if isinstance(line, KeptMarks):
                self._set_marks(quiet, line)
            elif isinstance(line, KeptOwner):
                _add_owner(quiet, line)
            elif isinstance(line, _Torn):
                _keep_torn(quiet, line)
                self.new_deliveries += 1
            else:
                accept.store(quiet, line)
                self.new_deliveries += 1
        self._made |= quiet.made
        batch.changed(None, "reset", None)

    def bring(self, batch: Batch, merged: Merged, marks: KeptMarks | None, *, sample: bool) -> None:
        """Write a conversation whose bodies are lost, unless it is there."""
        if listing.id_of_key(batch.connection, merged.winner.key) is not None:
            return
        quiet = _Quiet(batch)
        effect = keep.add(quiet, merged, merged.received_ms, sample=sample)
        accept.note_lost_body(quiet, merged, effect, sample=sample)
        if marks is not None:
            self._set_marks(quiet, marks)
        self._made |= quiet.made
        batch.changed(None, "reset", None)

    def _has(self, line: KeptDelivery) -> bool:
        mark = print_of(line.hash, line.received_ms)
        left = self._known.get(mark, 0)
        if left:
            self._known[mark] = left - 1
        return left > 0

    def _arrived(self, line: KeptDelivery) -> Arrived | _Torn:
        arrived = Arrived(
            line.raw, line.content_type, line.content_encoding, line.sample, line.received_ms,
            self._read,
        )  # fmt: skip
        failure = arrived.reading.failure
        if line.outcome in _AS_THEY_ARE:
            return _Torn(line, tuple(failure.ids) if failure is not None else ())
        return arrived

    def _set_marks(self, batch: "_Quiet", marks: KeptMarks) -> None:
        identity = listing.id_of_key(batch.connection, marks.key)
        if identity is None:
            return
        made = identity in self._made or identity in batch.made
        if not (made or self._overwrite):
            _add_marks(batch, identity, marks)
            return
        values = (
            marks.received_ms, marks.started_ms, marks.live_until_ms, marks.unread, marks.starred,
            marks.done, marks.seen_lines, marks.remind_ms, marks.due,
        )  # fmt: skip
        batch.execute(
            "update conversation set received_ms = ?, started_ms = ?, live_until_ms = ?,"
            " unread = ?, starred = ?, done = ?, seen_lines = ?, remind_ms = ?, due = ?"
            " where id = ?",
            (*values, identity),
        )
        _place(batch, identity, marks)
        _add_own(batch, identity, marks)


class _Quiet(Batch):
    """A batch that tells nobody of single rows: what came long ago is no news.

    It shares the books of the batch it stands for.
    """

    def __init__(self, batch: Batch) -> None:
        self.__dict__ = batch.__dict__
        self.made: set[int] = set()

    def changed(
        self,
        conversation: int | None,
        what: str,
        old_arrival: int | None,  # noqa: ARG002
    ) -> None:
        """Note what is new, for the marks that follow."""
        if what == "new" and conversation is not None:
            self.made.add(conversation)

    def set_state(self, name: str, value: Mapping[str, Any]) -> None:
        """Say nothing: neither a test nor a chat came now. But what came last may be among it."""
        if name == accept.LAST_STATE and value["at_ms"] > self._last_ms():
            super().set_state(name, value)

    def _last_ms(self) -> int:
        waiting = self._states.get(accept.LAST_STATE)
        if waiting is not None:
            return int(waiting["at_ms"])
        sql = "select value ->> 'at_ms' from state where name = ?"
        found = fetch.first(self.connection, sql, (accept.LAST_STATE,))
        return 0 if found is None else int(found[0])


def _add_marks(batch: Batch, identity: int, marks: KeptMarks) -> None:
    if marks.starred:
        batch.execute("update conversation set starred = 1 where id = ?", (identity,))
    _add_own(batch, identity, marks)


def _add_own(batch: Batch, identity: int, marks: KeptMarks) -> None:
    """Put the archive's tags and its note beside those that are there."""
    for name in marks.own_tags:
        if owntags.tidy_name(name):
            owntags.wear(batch, [identity], owntags.create(batch, name), on=True)
    there = notes.text_of(batch.connection, identity)
    if marks.note not in there:
        notes.write(batch, identity, f"{there}\n\n{marks.note}" if there else marks.note)


def _place(batch: Batch, identity: int, marks: KeptMarks) -> None:
    """Move a conversation to its place in the list, or the next free one above, and to the bin."""
    arrival, document = fetch.one(
        batch.connection,
        "select arrival, body from conversation join document on conversation = id where id = ?",
        (identity,),
    )
    place = _free(batch, in_seconds(marks.arrival), identity)
    hidden = int(marks.binned_ms is not None)
    if place == arrival and not hidden:
        return
    conversation = documents.merged(batch.connection, identity, document).conversation
    carried = labels.labels_of(conversation)
    labels.take(batch, carried, arrival)
    labels.put(batch, carried, identity, place, hidden)
    batch.execute(
        "update conversation set arrival = ?, binned_ms = ? where id = ?",
        (place, marks.binned_ms, identity),
    )
    if place != arrival:
        batch.unindex(arrival)
        batch.index(place, index_of(conversation))


def _free(batch: Batch, place: int, identity: int) -> int:
    sql = "select 1 from conversation where arrival = ? and id <> ?"
    while fetch.first(batch.connection, sql, (place, identity)) is not None:
        place += 1
    return place


def _add_owner(batch: Batch, line: KeptOwner) -> None:
    """Add tags, searches and persons that are not there yet."""
    for name, colour in line.tags:
        if owntags.tidy_name(name):
            owntags.create(batch, name, colour)
    there = {(one.name, one.words) for one in saved.every(batch.connection)}
    for name, words in line.searches:
        if (name, words) not in there and name.strip() and words.strip():
            saved.save(batch, name, words)
    for group in line.persons:
        persons.together(batch, group)


def _keep_torn(batch: Batch, kept: _Torn) -> None:
    line = kept.line
    batch.execute(
        "insert into delivery (received_ms, outcome, kind, size, hash, content_type,"
        " content_coding, repaired, sample, settled, times, reason, body)"
        " values (?, ?, '', ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
        (
            line.received_ms, line.outcome, line.size, line.hash, line.content_type,
            line.content_encoding, int(line.sample), int(line.settled), line.times, line.reason,
            pack(line.raw) if line.raw else b"",
        ),
    )  # fmt: skip
    if line.raw:
        delivery = batch.connection.last_insert_rowid()
        torn.remember(batch, line.raw, kept.ids, delivery)
