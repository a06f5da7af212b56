"""Taking the sample chats away again, without a trace in list, search or log."""

from olark_inbox.olark.document import from_document
from olark_inbox.store import fetch, labels
from olark_inbox.store.batch import Batch


def remove(batch: Batch) -> int:
    """Remove every conversation that came only as a sample; return how many."""
    found = fetch.every(batch.connection, "select id, arrival from conversation where sample = 1")
    for conversation, arrival in found:
        drop(batch, conversation, arrival)
    batch.execute(
        "delete from delivery where sample = 1 and not exists"
        " (select 1 from delivery_conversation where delivery = delivery.id)"
    )
    if found:
        batch.deliveries_changed()
    return len(found)


def drop(batch: Batch, conversation: int, arrival: int) -> None:
    """Remove one conversation with all its rows; its deliveries are the caller's business."""
    (document,) = fetch.one(
        batch.connection, "select body from document where conversation = ?", (conversation,)
    )
    (binned,) = fetch.one(
        batch.connection,
        "select binned_ms is not null from conversation where id = ?",
        (conversation,),
    )
    carried = labels.labels_of(from_document(document).conversation)
    labels.take(batch, carried, arrival, binned)
    batch.execute("delete from delivery_conversation where conversation = ?", (conversation,))
    batch.execute("delete from document where conversation = ?", (conversation,))
    batch.execute("delete from conversation where id = ?", (conversation,))
    batch.unindex(arrival)
    batch.changed(conversation, "gone", arrival)
