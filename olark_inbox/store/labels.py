"""Tags, groups and agents: which conversations carry them, in list order, and how many."""

from collections.abc import Iterable

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
