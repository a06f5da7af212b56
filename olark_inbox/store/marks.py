"""The owner's own marks: read, starred, done, binned, to be reminded; and taking them back."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from olark_inbox.store import documents, fetch, labels
from olark_inbox.store.batch import TOLD, Batch
from olark_inbox.store.undoing import Undo

T = TypeVar("T")

_FEW = 100
STEP = 5_000
"""So many conversations are marked in one transaction; deliveries go between the steps."""
BIN_STEP = 500
"""The same where each has to be taken from its labels."""

State = tuple[int, int, int, int | None, int | None, int]
"""unread, starred, done, binned_ms, remind_ms, due."""
_Wanted = Callable[[State], State]


class Marks(NamedTuple):
    """What to set; None leaves a mark as it is."""

    unread: bool | None = None
    starred: bool | None = None
    done: bool | None = None
    binned: bool | None = None

    @property
    def step(self) -> int:
        return STEP if self.binned is None else min(BIN_STEP, STEP)


class Before(NamedTuple):
    """How conversations were marked: few states, each with many conversations."""

    states: Mapping[State, "array[int]"]
    newest: int
    """The newest place at that time: what stands above it arrived since, and stays as it is."""


def steps(things: Sequence[T], step: int | None = None) -> Iterator[tuple[Sequence[T], bool]]:
    """Cut many into transactions, and say of each whether deliveries go before it."""
    step = step or STEP
    for at in range(0, len(things), step):
        part = things[at : at + step]
        yield part, len(things) > _FEW


def mark(batch: Batch, conversations: Sequence[int], marks: Marks) -> Undo:
    """Set marks on these conversations; those that are gone are passed over."""
    return change(batch, conversations, lambda old: _wanted(old, marks, batch.now_ms))


def remind(batch: Batch, conversations: Sequence[int], at_ms: int | None) -> Undo:
    """Remind the owner of these at a time; None: not any more."""
    return change(batch, conversations, lambda old: (*old[:4], at_ms, 0))


def change(batch: Batch, conversations: Sequence[int], wanted: _Wanted) -> Undo:
    """Bring conversations from the state they are in to another."""
    states: dict[State, array[int]] = {}
    told = []
    for conversation in conversations:
        old = _read(batch, conversation)
        if old is None or (new := wanted(old)) == old:
            continue
        _write(batch, conversation, old, new)
        states.setdefault(old, array("q")).append(conversation)
        told.append(conversation)
    tell(batch, told)
    if not told:
        return Undo()
    return Undo(((put_back, Before(states, batch.newest_arrival)),), len(told))


def seen(batch: Batch, conversation: int) -> None:
    """Note that the owner opened it: it is read, and so are all its lines."""
    found = fetch.first(
        batch.connection,
        "select unread, seen_lines = lines from conversation where id = ?",
        (conversation,),
    )
    if found is None or found == (0, 1):
        return
    batch.execute(
        "update conversation set unread = 0, seen_lines = lines where id = ?", (conversation,)
    )
    if found[0]:
        tell(batch, [conversation])


def put_back(batch: Batch, before: Before) -> None:
    """Set every mark as it was before."""
    told = []
    for old, conversations in before.states.items():
        for conversation in conversations:
            now = _read(batch, conversation)
            if now is None:
                continue
            came = fetch.one(
                batch.connection, "select arrival from conversation where id = ?", (conversation,)
            )[0]
            # Lines that came since make it unread whatever it was.
            unread = 1 if came > before.newest and now[0] else old[0]
            _write(batch, conversation, now, (unread, *old[1:]))
            told.append(conversation)
    tell(batch, told)


def _read(batch: Batch, conversation: int) -> State | None:
    found = fetch.first(
        batch.connection,
        "select unread, starred, done, binned_ms, remind_ms, due from conversation where id = ?",
        (conversation,),
    )
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if found else None


def _wanted(old: State, marks: Marks, now_ms: int) -> State:
    unread, starred, done, binned_ms, remind_ms, due = old
    if marks.binned is not None and marks.binned != (binned_ms is not None):
        binned_ms = now_ms if marks.binned else None
    if marks.done and not done:
        remind_ms, due = None, 0  # who is done with it needs no reminder
    return (
        unread if marks.unread is None else int(marks.unread),
        starred if marks.starred is None else int(marks.starred),
        done if marks.done is None else int(marks.done),
        binned_ms,
        remind_ms,
        due,
    )


def _write(batch: Batch, conversation: int, old: State, new: State) -> None:
    batch.execute(
        "update conversation set unread = ?, starred = ?, done = ?, binned_ms = ?,"
        " remind_ms = ?, due = ? where id = ?",
        (*new, conversation),
    )
    if (new[3] is None) != (old[3] is None):
        _move_labels(batch, conversation, hidden=int(new[3] is not None))


def _move_labels(batch: Batch, conversation: int, *, hidden: int) -> None:
    """Take what goes to the bin from its tags, and put back what comes out."""
    arrival, own, document = fetch.one(
        batch.connection,
        "select arrival, own_tags, body from conversation join document on conversation = id"
        " where id = ?",
        (conversation,),
    )
    carried = labels.labels_of(
        documents.merged(batch.connection, conversation, document).conversation
    )
    labels.take(batch, carried, arrival, 1 - hidden)
    labels.put(batch, carried, conversation, arrival, hidden)
    labels.move_own(batch, own, conversation, (arrival, 1 - hidden), (arrival, hidden))


def tell(batch: Batch, conversations: Sequence[int], what: str = "mark") -> None:
    """Let whoever shows these conversations know."""
    if len(conversations) > TOLD:
        batch.changed(None, "reset", None)
        return
    for conversation in conversations:
        (arrival,) = fetch.one(
            batch.connection, "select arrival from conversation where id = ?", (conversation,)
        )
        batch.changed(conversation, what, arrival)
