"""One conversation of a delivery meets what is stored of it, and the rows that follow from that."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from olark_inbox.olark.document import UnknownDocument, from_document, outlined, to_document
from olark_inbox.olark.merge import Difference, Fill, Merged, Rank, difference, first, merge
from olark_inbox.olark.model import Conversation, Kind
from olark_inbox.olark.names import agent_labels
from olark_inbox.olark.outline import is_whole, outline
from olark_inbox.olark.standing import live_until
from olark_inbox.store import documents, fetch, labels
from olark_inbox.store.batch import Batch
from olark_inbox.store.columns import as_column, sort_name, sort_rating
from olark_inbox.store.findable import index_of
from olark_inbox.store.fingerprint import fingerprint
from olark_inbox.store.waiting import SHOWN_COLUMNS

SHOWN = 300
"""How many characters of a text the list needs; the document keeps all of it."""


class Effect(NamedTuple):
    """What a delivery did to one conversation."""

    conversation: int
    words: str
    """"2 new lines, rating 5", or "nothing new"."""
    changed: bool


class _Stored(NamedTuple):
    """What is stored of a conversation that comes again."""

    id: int
    arrival: int
    binned: bool
    sample: bool
    received_ms: int
    live_until_ms: int | None
    own_tags: str
    document: bytes


def keep(
    batch: Batch, conversation: Conversation, order: Rank, received_ms: int, *, sample: bool
) -> Effect | Callable[[], Effect]:
    """Merge a conversation into the store; an exact repeat changes nothing.

    Two large copies are never held at once: the one in the store is read in brief where that will
    do. Where it will not, a call is returned, for when the other one was let go.
    """
    stored = _stored(batch, conversation.key)
    if stored is None:
        return add(batch, first(conversation, order), received_ms, sample=sample)
    if stored.sample and not sample:
        batch.execute("update conversation set sample = 0 where id = ?", (stored.id,))
        batch.changed(stored.id, "update", stored.arrival)
    old = outlined(stored.document)
    new = old and merge(old, outline(conversation), order)
    if old is None or new is None or not is_whole([fill.value for fill in new.fills]):
        old = documents.merged(batch.connection, stored.id, stored.document)
        new = merge(old, conversation, order)
        return _meet(batch, stored, (old, new), difference(old, new), received_ms)
    what = difference(old, new)
    if new == old:
        return Effect(stored.id, what.words(), changed=False)
    if new.rank == order:
        new = Merged(conversation, order, new.fills)
        return _meet(batch, stored, (old, new), what, received_ms)
    return partial(_fill, batch, stored, new.fills, received_ms)


def _fill(batch: Batch, stored: _Stored, fills: tuple[Fill, ...], received_ms: int) -> Effect:
    """Let what is stored stay as it is but for what another copy knew of the visitor."""
    old = documents.merged(batch.connection, stored.id, stored.document)
    new = Merged(old.winner, old.rank, fills)
    return _meet(batch, stored, (old, new), difference(old, new), received_ms)


def _meet(
    batch: Batch, stored: _Stored, merged: tuple[Merged, Merged], what: Difference, received_ms: int
) -> Effect:
    if what.anything:
        _update(batch, stored, merged, what, received_ms)
    elif (document := to_document(merged[1])) != stored.document:
        # Nothing to be seen, but ranks moved: what comes later must be judged by them.
        _write_document(batch, stored.id, document)
    return Effect(stored.id, what.words(), what.anything)


def _stored(batch: Batch, key: str) -> _Stored | None:
    key_print = fingerprint(key)
    if key_print in batch.unknown:
        return None
    if key_print in batch.new_prints:
        batch.flush()
    found = batch.lookup(
        "select id, arrival, binned_ms is not null, sample, received_ms, live_until_ms,"
        " own_tags, body"
        " from conversation"
        " join document on document.conversation = conversation.id"
        " where key_print = ? and key = ?",
        (key_print, key),
    )
    if found is None:
        return None
    identity, arrival, binned, sample, received_ms, live, own, document = found
    return _Stored(identity, arrival, binned == 1, sample == 1, received_ms, live, own, document)


def add(batch: Batch, merged: Merged, received_ms: int, *, sample: bool) -> Effect:
    """Write a conversation that is not there."""
    conversation = merged.conversation
    arrival = batch.arrive(received_ms)
    identity = batch.new_id("conversation")
    key_print = fingerprint(conversation.key)
    batch.insert(
        "conversation",
        (
            *shown(conversation, live_until(conversation, received_ms)),
            identity,
            arrival,
            received_ms,
            received_ms,
            int(sample),
            key_print,
            conversation.key,
        ),
    )
    batch.new_prints.add(key_print)
    batch.unknown.discard(key_print)
    batch.insert("document", (identity, to_document(merged)))
    labels.put(batch, labels.labels_of(conversation), identity, arrival)
    batch.index(arrival, index_of(conversation))
    batch.changed(identity, "new", None)
    return Effect(identity, difference(None, merged).words(), changed=True)


def _update(
    batch: Batch, stored: _Stored, merged: tuple[Merged, Merged], what: Difference, received_ms: int
) -> None:
    old, new = merged[0].conversation, merged[1].conversation
    arrival = batch.arrive(received_ms)
    went_on = what.new_lines > 0 or what.kind_changed
    live = live_until(new, received_ms)
    if live is not None and not went_on and stored.live_until_ms is not None:
        live = stored.live_until_ms
    back = what.new_visitor_lines > 0
    batch.execute(
        _UPDATE, (*shown(new, live), arrival, received_ms, went_on, back, back, stored.id)
    )
    _write_document(batch, stored.id, to_document(merged[1]))
    labels.take(batch, labels.labels_of(old), stored.arrival, int(stored.binned))
    hidden = int(stored.binned and not back)
    labels.put(batch, labels.labels_of(new), stored.id, arrival, hidden)
    was = (stored.arrival, int(stored.binned))
    labels.move_own(batch, stored.own_tags, stored.id, was, (arrival, hidden))
    batch.unindex(stored.arrival)
    batch.index(arrival, index_of(new))
    batch.changed(stored.id, _what(what), stored.arrival)


def _what(new: Difference) -> str:
    if new.new_lines:
        return "lines"
    return "update" if new.rating_new is None else "rated"


def rewrite(batch: Batch, conversation: int, merged: Merged) -> bool:
    """Show a conversation as today's reader reads its bodies; place and marks stay as they are."""
    found = fetch.first(
        batch.connection, "select key from conversation where id = ?", (conversation,)
    )
    stored = _stored(batch, found[0]) if found else None
    if stored is None or _says(stored.document, merged):
        return False
    old = documents.merged(batch.connection, stored.id, stored.document).conversation
    new = merged.conversation
    live = stored.live_until_ms
    if live is None or new.kind is Kind.OFFLINE:
        live = live_until(new, stored.received_ms)
    batch.execute(_REWRITE, (*shown(new, live), stored.id))
    _write_document(batch, stored.id, to_document(merged))
    labels.take(batch, labels.labels_of(old), stored.arrival, int(stored.binned))
    labels.put(batch, labels.labels_of(new), stored.id, stored.arrival, int(stored.binned))
    batch.unindex(stored.arrival)
    batch.index(stored.arrival, index_of(new))
    batch.changed(stored.id, "update", stored.arrival)
    return True


def _says(document: bytes, merged: Merged) -> bool:
    """Whether a document says just this, however it is packed."""
    try:
        return from_document(document) == merged
    except UnknownDocument:
        return False


def _write_document(batch: Batch, conversation: int, document: bytes) -> None:
    batch.execute("update document set body = ? where conversation = ?", (document, conversation))


def shown(conversation: Conversation, live_until_ms: int | None) -> tuple[Any, ...]:
    """Return what the list shows of a conversation, in the order of `SHOWN_COLUMNS`."""
    visitor = conversation.visitor
    unanswered = conversation.unanswered
    rating = conversation.rating
    return (
        conversation.kind.value,
        int(unanswered),
        int(conversation.only_automatic),
        int(conversation.manually_submitted),
        int(unanswered or conversation.kind is Kind.OFFLINE),
        live_until_ms,
        int(conversation.anonymous),
        len(conversation.messages),
        rating.overall if rating is not None else None,
        fingerprint(visitor.id) if visitor.id else None,
        conversation.name[:SHOWN],
        visitor.email[:SHOWN],
        visitor.phone[:SHOWN],
        visitor.id,
        as_column(_agents(conversation)),
        as_column(conversation.tags),
        as_column(conversation.groups),
        conversation.preview[:SHOWN],
        sort_name(conversation.name[:SHOWN]),
        sort_rating(rating.overall if rating is not None else None),
    )


def _agents(conversation: Conversation) -> tuple[str, ...]:
    """Names of who answered, or of who was present where nobody did."""
    answered = tuple(agent for agent in conversation.agents if agent.answered)
    return agent_labels(answered or conversation.agents)


_SET = ", ".join(f"{column} = ?" for column in SHOWN_COLUMNS)
_UPDATE = (
    f"update conversation set {_SET}, arrival = ?,"  # noqa: S608 - our own columns
    " received_ms = ?, unread = unread or ?,"
    " done = done and not ?, binned_ms = iif(?, null, binned_ms) where id = ?"
)
_REWRITE = f"update conversation set {_SET} where id = ?"  # noqa: S608 - our own columns
