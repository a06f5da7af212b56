"""What changed since a number: the one question everybody who shows something asks."""

import apsw

from olark_inbox.store import fetch, listing
from olark_inbox.store.batch import TOLD
from olark_inbox.store.rows import Change, Changes

_WEIGHT = {"mark": 0, "update": 1, "rated": 2, "due": 3, "lines": 4, "new": 5, "gone": 6}


def since(connection: apsw.Connection, number: int, most: int | None = None) -> Changes:
    """Return what happened after `number`, one entry a conversation, latest last.

    More than `most` (None: the usual) are not told one by one.

    An entry says the weightiest thing that happened to its conversation, where it stood at
    `number`, and how it is now.
    """
    most = TOLD if most is None else most
    newest = listing.number(connection)
    if newest == number:
        return Changes(newest)
    oldest = fetch.one(connection, "select min(number) from change")[0] or 0
    if newest < number or number + 1 < oldest:
        return Changes(newest, reset=True, state_changed=True, deliveries_changed=True)
    found = fetch.every(
        connection,
        "select number, conversation, what, old_arrival from change where number > ?"
        " order by number limit ?",
        (number, most + 1),
    )
    kinds = {what for _, _, what, _ in found}
    if len(found) > most or "reset" in kinds:
        return Changes(newest, reset=True, state_changed=True, deliveries_changed=True)
    return Changes(
        newest,
        changes=_folded(connection, found),
        state_changed="state" in kinds,
        deliveries_changed="delivery" in kinds,
    )


def _folded(
    connection: apsw.Connection, found: list[tuple[int, int | None, str, int | None]]
) -> tuple[Change, ...]:
    folded: dict[int, tuple[int, str, int | None]] = {}
    for number, conversation, what, old_arrival in found:
        if conversation is None:
            continue
        before = folded.pop(conversation, None)
        if before is not None:
            what = max(what, before[1], key=_WEIGHT.__getitem__)  # noqa: PLW2901 - of this entry
            old_arrival = before[2]  # noqa: PLW2901 - where it stood at `number`
        folded[conversation] = (number, what, old_arrival)
    rows = listing.by_ids(connection, folded)
    return tuple(
        Change(number, conversation, what, old_arrival, rows.get(conversation))
        for conversation, (number, what, old_arrival) in folded.items()
    )
