"""Taking the sample chats away again, without a trace in list, search or log."""

from olark_inbox.store import documents, fetch, labels, notes
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
    document, hidden, own = fetch.one(
        batch.connection,
        "select body, binned_ms is not null, own_tags from document"
        " join conversation on id = conversation where conversation = ?",
        (conversation,),
    )
    whole = documents.merged(batch.connection, conversation, document).conversation
    labels.take(batch, labels.labels_of(whole), arrival, hidden)
    labels.drop_own(batch, labels.ids_of(own), (arrival, hidden))
    notes.forget(batch, conversation)
    batch.execute("delete from delivery_conversation where conversation = ?", (conversation,))
    batch.execute("delete from document where conversation = ?", (conversation,))
    batch.execute("delete from conversation where id = ?", (conversation,))
    batch.unindex(arrival)
    batch.changed(conversation, "gone", arrival)
