"""The owner's own marks: read, starred, done, binned; and taking them back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from olark_inbox.store import documents, fetch, labels
from olark_inbox.store.batch import Batch
from olark_inbox.store.changes import TOLD

T = TypeVar("T")

_FEW = 100
STEP = 5_000
"""So many conversations are marked in one transaction; deliveries go between the steps."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What to set; None leaves a mark as it is."""

    unread: bool | None = None
    starred: bool | None = None
    done: bool | None = None
    binned: bool | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """How one conversation was marked."""

    conversation: int
    unread: int
    starred: int
    done: int
    binned_ms: int | None
    seen_lines: int
    lines: int
    """How many lines it had: what arrives in between is not undone."""


@dataclass(frozen=True, slots=True)
class Undo:
    """What `undo` needs to put marks back."""

    before: tuple[Before, ...] = ()


def steps(things: Sequence[T]) -> Iterator[tuple[Sequence[T], bool]]:
    """Cut many into transactions, and say of each whether deliveries go before it."""
    for at in range(0, len(things), STEP):
        part = things[at : at + STEP]
        yield part, len(things) > _FEW


def joined(parts: Sequence[Undo]) -> Undo:
    """Return one undo for all steps."""
    return Undo(tuple(one for part in parts for one in part.before))


def mark(batch: Batch, conversations: Sequence[int], marks: Marks) -> Undo:
    """Set marks on these conversations; those that are gone are passed over."""
    before = []
    for conversation in conversations:
        old = _read(batch, conversation)
        if old is not None and _apply(batch, old, marks):
            before.append(old)
    _tell(batch, [one.conversation for one in before])
    return Undo(tuple(before))


def seen(batch: Batch, conversation: int) -> None:
    """Note that the owner opened it: it is read, and so are all its lines."""
    old = _read(batch, conversation)
    if old is None or (not old.unread and old.seen_lines == old.lines):
        return
    batch.execute(
        "update conversation set unread = 0, seen_lines = lines where id = ?", (conversation,)
    )
    if old.unread:
        _tell(batch, [conversation])


def put_back(batch: Batch, undo: Sequence[Before]) -> None:
    """Set every mark as it was before."""
    told = []
    for old in undo:
        now = _read(batch, old.conversation)
        if now is None:
            continue
        # Lines that came since make it unread whatever it was.
        unread = 1 if now.lines > old.lines and now.unread else old.unread
        _write(batch, now, (unread, old.starred, old.done, old.binned_ms))
        told.append(old.conversation)
    _tell(batch, told)


def _read(batch: Batch, conversation: int) -> Before | None:
    found = fetch.first(
        batch.connection,
        "select id, unread, starred, done, binned_ms, seen_lines, lines"
        " from conversation where id = ?",
        (conversation,),
    )
    return Before(*found) if found else None


def _apply(batch: Batch, old: Before, marks: Marks) -> bool:
    binned_ms = old.binned_ms
    if marks.binned is not None and marks.binned != (binned_ms is not None):
        binned_ms = batch.now_ms if marks.binned else None
    new = (
        old.unread if marks.unread is None else int(marks.unread),
        old.starred if marks.starred is None else int(marks.starred),
        old.done if marks.done is None else int(marks.done),
        binned_ms,
    )
    if new == (old.unread, old.starred, old.done, old.binned_ms):
        return False
    _write(batch, old, new)
    return True


def _write(batch: Batch, old: Before, new: tuple[int, int, int, int | None]) -> None:
    batch.execute(
        "update conversation set unread = ?, starred = ?, done = ?, binned_ms = ? where id = ?",
        (*new, old.conversation),
    )
    if (new[3] is None) != (old.binned_ms is None):
        _move_labels(batch, old.conversation, hidden=int(new[3] is not None))


def _move_labels(batch: Batch, conversation: int, *, hidden: int) -> None:
    """Take what goes to the bin from its tags, and put back what comes out."""
    arrival, document = fetch.one(
        batch.connection,
        "select arrival, body from conversation join document on conversation = id where id = ?",
        (conversation,),
    )
    carried = labels.labels_of(
        documents.merged(batch.connection, conversation, document).conversation
    )
    labels.take(batch, carried, arrival, 1 - hidden)
    labels.put(batch, carried, conversation, arrival, hidden)


def _tell(batch: Batch, conversations: Sequence[int]) -> None:
    if len(conversations) > TOLD:
        batch.changed(None, "reset", None)
        return
    for conversation in conversations:
        (arrival,) = fetch.one(
            batch.connection, "select arrival from conversation where id = ?", (conversation,)
        )
        batch.changed(conversation, "mark", arrival)
