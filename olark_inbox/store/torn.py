"""Unreadable bodies: kept within a quota, folded where identical, settled by a whole copy."""

import re
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from olark_inbox.store import fetch
from olark_inbox.store.batch import Batch
from olark_inbox.store.fingerprint import fingerprint

QUOTA_ITEMS = 1_000
QUOTA_BYTES = 100 * 1024 * 1024

_READ_FOR_IDS = 256 * 1024
_IDS_KEPT = 50
_AN_ID = re.compile(r'"id\\*"\s*:\s*\\*"([^"\\]{1,512})\\*"')


def fold(batch: Batch, hashed: bytes, received_ms: int) -> int | None:
    """Count an identical body that is kept already; None where there is none."""
    found = fetch.first(
        batch.connection,
        "select id from delivery where outcome = 'unreadable' and settled = 0 and hash = ?",
        (hashed,),
    )
    if found is None:
        return None
    batch.execute(
        "update delivery set times = times + 1, received_ms = ? where id = ?",
        (received_ms, found[0]),
    )
    return int(found[0])


def quota_is_full(batch: Batch, size: int) -> bool:
    """Whether so much waits to be understood that no more is kept."""
    items, kept = fetch.one(batch.connection, "select unreadable, unreadable_bytes from tally")
    return bool(items >= QUOTA_ITEMS or kept + size > QUOTA_BYTES)


def remember(batch: Batch, raw: bytes, ids: Iterable[str], delivery: int) -> None:
    """Note every id the torn text still shows, so that a whole copy can settle it.

    `ids` are those the reader saw: of a packed body it alone knows the text.
    """
    text = unquote_to_bytes(raw[:_READ_FOR_IDS].replace(b"+", b" ")).decode("utf-8", "replace")
    prints = {fingerprint(found) for found in (*ids, *_AN_ID.findall(text)[:_IDS_KEPT])}
    batch.connection.executemany(
        "insert or ignore into torn values (?, ?)", [(one, delivery) for one in prints]
    )
    batch.torn_waits = True


def settle(batch: Batch, key: str, conversation: int) -> None:
    """Link the torn ones to the whole copy of `key` that is stored; they no longer count."""
    if not batch.torn_waits:
        return
    found = fetch.every(
        batch.connection,
        "delete from torn where key_print = ? returning delivery",
        (fingerprint(key),),
    )
    for (delivery,) in found:
        batch.execute("update delivery set settled = 1 where id = ?", (delivery,))
        batch.execute(
            "insert or ignore into delivery_conversation values (?, 0, ?, '')",
            (delivery, conversation),
        )
        batch.execute("delete from torn where delivery = ?", (delivery,))
        batch.deliveries_changed()
