"""The text of a conversation: from its document, or put together anew from its raw bodies."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from olark_inbox.base.said import said
from olark_inbox.olark.body import Reading, read_body
from olark_inbox.olark.document import UnknownDocument, from_document
from olark_inbox.olark.merge import Merged, Rank, first, merge, rank
from olark_inbox.olark.model import Conversation, Kind
from olark_inbox.store import fetch
from olark_inbox.store.bodies import unpack
from olark_inbox.store.errors import Gone

_log = logging.getLogger(__name__)

Read = Callable[[bytes, str, str], Reading]
"""A reader: raw body, content type, content coding."""
Parts = list[tuple[int, Conversation]]
"""Conversations of one delivery, each with its place in it."""

_POSITIONS = 1 << 20
"""More conversations than one delivery can hold, to number them all in order of receipt."""

BODY_COLUMNS = (
    "delivery.id, delivery.received_ms, delivery.content_type, delivery.content_coding,"
    " delivery.sample, delivery.body"
)


@dataclass(slots=True)
class Arrived:
    """A body and what is read from it."""

    raw: bytes
    content_type: str
    content_coding: str
    sample: bool
    received_ms: int
    read: Read
    from_here: bool = False
    """Somebody tried it out on this computer: it says nothing of what Olark can reach."""
    _reading: Reading | None = None

    @property
    def reading(self) -> Reading:
        """What it says: read once, and again after it was let go."""
        if self._reading is None:
            self._reading = self.read(self.raw, self.content_type, self.content_coding)
        return self._reading

    def let_go(self) -> None:
        """Hold no more than the body: what it says takes four times as much memory."""
        self._reading = None


def arrived(values: Sequence[Any], read: Read) -> Arrived:
    """Return a kept body, given the columns BODY_COLUMNS names."""
    _, received_ms, content_type, coding, sample, body = values
    return Arrived(unpack(body), content_type, coding, sample == 1, received_ms, read)


def shown(reading: Reading) -> Parts:
    """Return what becomes rows, each with its place in the delivery: no tests, no bare events."""
    return [
        (position, one)
        for position, one in enumerate(reading.conversations)
        if one.kind not in (Kind.TEST, Kind.EVENT)
    ]


def rank_of(conversation: Conversation, received_ms: int, delivery: int, position: int) -> Rank:
    """Return how complete this copy is; the place of receipt decides between equals."""
    return rank(conversation, received_ms, delivery * _POSITIONS + position)


def merged(connection: apsw.Connection, conversation: int, document: bytes) -> Merged:
    """Return a conversation as stored; where its document cannot be read, from its raw bodies."""
    try:
        return from_document(document)
    except UnknownDocument:
        _log.warning("the text of conversation %d was put together from its bodies", conversation)
    made = put_together(connection, conversation, read_body)
    if made is None:
        raise Gone(said("The text of this conversation is lost."))
    return made


def put_together(connection: apsw.Connection, conversation: int, read: Read) -> Merged | None:
    """Merge a conversation from all its bodies; None where none of them holds it any more."""
    sql = "select key from conversation where id = ?"
    (key,) = fetch.one(connection, sql, (conversation,))
    whole: Merged | None = None
    for delivery, body in _bodies_of(connection, conversation, read):
        for position, one in shown(body.reading):
            if one.key == key:
                order = rank_of(one, body.received_ms, delivery, position)
                whole = first(one, order) if whole is None else merge(whole, one, order)
    return whole


def _bodies_of(
    connection: apsw.Connection, conversation: int, read: Read
) -> Iterator[tuple[int, Arrived]]:
    found = fetch.every(
        connection,
        f"select distinct {BODY_COLUMNS} from delivery_conversation"  # noqa: S608 - our own columns
        " join delivery on delivery.id = delivery_conversation.delivery"
        " where conversation = ? and outcome <> 'unreadable' order by delivery.id",
        (conversation,),
    )
    for values in found:
        yield values[0], arrived(values, read)
