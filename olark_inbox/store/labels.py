"""Tags, groups and agents: which conversations carry them, in list order, and how many."""

import json
from collections.abc import Iterable, Sequence

from olark_inbox.olark.model import Conversation
from olark_inbox.olark.names import agent_labels
from olark_inbox.store.batch import Batch

Label = tuple[str, str]
"""Kind ("tag", "group", "agent") and name."""


def labels_of(conversation: Conversation) -> tuple[Label, ...]:
    """Return what Olark put on a conversation, each once."""
    return tuple(
        dict.fromkeys(
            [
                *(("tag", tag) for tag in conversation.tags if tag),
                *(("group", group) for group in conversation.groups if group),
                *(("agent", name) for name in agent_labels(conversation.agents) if name),
            ]
        )
    )


def put(
    batch: Batch, labels: Iterable[Label], conversation: int, arrival: int, hidden: int = 0
) -> None:
    """Let a conversation stand under its labels."""
    for label in labels:
        batch.insert("labelled", (_id(batch, label), hidden, arrival, conversation))


def take(batch: Batch, labels: Iterable[Label], arrival: int, hidden: int = 0) -> None:
    """Take a conversation's place away from its labels."""
    rows = [(_id(batch, label), hidden, arrival) for label in labels]
    if rows:
        batch.connection.executemany(
            "delete from labelled where label = ? and hidden = ? and arrival = ?", rows
        )


Place = tuple[int, int]
"""Where a conversation stands: its arrival, and whether it is hidden (in the bin)."""


def move_own(batch: Batch, own: str, conversation: int, old: Place, new: Place) -> None:
    """Let a conversation stand elsewhere under the owner's tags; `own` is its own_tags."""
    if not own or old == new:
        return
    tags = ids_of(own)
    drop_own(batch, tags, old)
    put_own(batch, tags, conversation, new)


def put_own(batch: Batch, tags: Sequence[int], conversation: int, at: Place) -> None:
    """Let a conversation stand under these of the owner's tags."""
    arrival, hidden = at
    batch.connection.executemany(
        "insert or ignore into labelled (label, hidden, arrival, conversation) values (?, ?, ?, ?)",
        [(tag, hidden, arrival, conversation) for tag in tags],
    )


def drop_own(batch: Batch, tags: Sequence[int], at: Place) -> None:
    """Take a conversation's place away from these of the owner's tags."""
    arrival, hidden = at
    batch.connection.executemany(
        "delete from labelled where label = ? and hidden = ? and arrival = ?",
        [(tag, hidden, arrival) for tag in tags],
    )


def ids_of(own: str) -> tuple[int, ...]:
    """Return the ids of the owner's tags that a conversation's own_tags holds."""
    return tuple(json.loads(own)) if own else ()


def _id(batch: Batch, label: Label) -> int:
    known = batch.label_ids.get(label)
    if known is None:
        known = batch.label_ids[label] = _find_or_make(batch, label)
    return known


def _find_or_make(batch: Batch, label: Label) -> int:
    found = batch.lookup("select id from label where kind = ? and name = ?", label)
    if found is None:
        batch.execute("insert into label (kind, name) values (?, ?)", label)
        return batch.connection.last_insert_rowid()
    return int(found[0])
