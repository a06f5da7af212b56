"""From the bytes of a request to the conversations in them, or to why there are none."""

import logging
from enum import Enum
from typing import NamedTuple

from olark_inbox.olark import charset, form, packing
from olark_inbox.olark.finder import Finder
from olark_inbox.olark.model import Conversation
from olark_inbox.olark.reader import read_conversation
from olark_inbox.olark.values import torn_ids

_log = logging.getLogger(__name__)

NOT_READ = "It could not be read."


class Cause(Enum):
    """What kind of trouble a failure is, for whoever answers the sender."""

    UNREADABLE = "unreadable"
    """Cut, damaged or too deep: kept, and to be sent again."""
    FOREIGN = "foreign"
    """Not Olark's at all: not kept."""
    ENCODING = "encoding"
    """Packed in an unknown way: not kept, the sender should send it plain."""
    TOO_LARGE = "too large"
    """More than 8 MiB when unpacked: not kept."""


class Failure(NamedTuple):
    """Why nothing could be read; `reason` is one plain sentence without any of the text."""

    unreadable: bool
    reason: str
    cause: Cause = Cause.FOREIGN
    ids: tuple[str, ...] = ()
    """Ids seen in a torn text: a whole conversation with one of them is likely its whole copy."""


class Reading(NamedTuple):
    """What one body held: conversations, or a failure."""

    conversations: tuple[Conversation, ...] = ()
    failure: Failure | None = None
    repaired: bool = False
    passed_over: int = 0
    """Pieces beside the conversations that were torn or not Olark's; the raw body keeps them."""
    listed: bool = False
    """They stood in a list: no single answer would be right for it."""


def read_body(raw: bytes, content_type: str = "", content_encoding: str = "") -> Reading:
    """Read any bytes. Never raises: what cannot be read says why."""
    try:
        return _read(raw, content_type, content_encoding)
    except (
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        AttributeError,
        RecursionError,
    ) as e:
        # A fault of this reader must not lose the delivery: kept as unreadable, it can be read
        # again by a better one. The log gets no text of a customer, so only the fault's name.
        _log.error("the reader failed: %s", type(e).__name__)
        return Reading(failure=Failure(unreadable=True, reason=NOT_READ, cause=Cause.UNREADABLE))


def _read(raw: bytes, content_type: str, content_encoding: str) -> Reading:
    unpacked = packing.unpack(raw, content_encoding)
    if unpacked.refusal:
        return Reading(failure=_refused(unpacked))
    finder = Finder()
    finder.look_in_bytes(unpacked.body, content_type)
    if finder.found:
        return Reading(
            conversations=tuple(read_conversation(values) for values in finder.found),
            repaired=finder.repaired,
            passed_over=finder.foreign + len(finder.torn),
            listed=finder.listed,
        )
    if finder.torn:
        torn = finder.torn[0]
        return Reading(
            failure=Failure(
                unreadable=True, reason=torn.reason, cause=Cause.UNREADABLE, ids=torn.ids
            )
        )
    return Reading(failure=Failure(unreadable=False, reason=finder.reason))


def _refused(unpacked: packing.Unpacked) -> Failure:
    reason = unpacked.refusal.value if unpacked.refusal else NOT_READ
    if unpacked.refusal is packing.Refusal.ENCODING:
        return Failure(unreadable=False, reason=reason, cause=Cause.ENCODING)
    if unpacked.refusal is packing.Refusal.TOO_LARGE:
        return Failure(unreadable=False, reason=reason, cause=Cause.TOO_LARGE)
    readable = form.percent_decoded(charset.without_bom(unpacked.body))
    return Failure(unreadable=True, reason=reason, cause=Cause.UNREADABLE, ids=torn_ids(readable))
