"""Is the store sound? SQLite's own check, and our books counted anew."""

import apsw

from olark_inbox.store import fetch
from olark_inbox.store.connection import sentence
from olark_inbox.store.rows import Soundness
from olark_inbox.store.schema import TALLIES

_SHOWN = 20

# Each finds what must not be there; the sentence says it to the owner.
_MUST_BE_NONE = (
    (
        (
            "select count(*) from conversation where not exists"
            " (select 1 from document where document.conversation = conversation.id)"
        ),
        "{} conversations have lost their text.",
    ),
    (
        (
            "select count(*) from conversation where not exists"
            " (select 1 from delivery_conversation"
            " where delivery_conversation.conversation = conversation.id)"
        ),
        "{} conversations have lost what Olark sent.",
    ),
    (
        (
            "select count(*) from delivery where outcome = 'stored' and not exists"
            " (select 1 from delivery_conversation"
            " where delivery_conversation.delivery = delivery.id)"
        ),
        "{} deliveries belong to no conversation.",
    ),
    (
        "select count(*) from conversation where arrival not in (select rowid from words)",
        "{} conversations cannot be found by search.",
    ),
    (
        "select count(*) from words where rowid not in (select arrival from conversation)",
        "{} entries of the search lead nowhere.",
    ),
)


def look(connection: apsw.Connection) -> Soundness:
    """Look at everything; changes nothing."""
    try:
        return _look(connection)
    except apsw.InterruptError:
        raise
    except apsw.Error as error:
        return Soundness(sound=False, problems=(sentence(error),))


def _look(connection: apsw.Connection) -> Soundness:
    problems = [*_damage(connection), *_losses(connection), *_books(connection)]
    conversations, deliveries, unreadable = (
        int(fetch.one(connection, sql)[0])
        for sql in (
            "select count(*) from conversation",
            "select count(*) from delivery",
            "select count(*) from delivery where outcome = 'unreadable' and settled = 0",
        )
    )
    return Soundness(not problems, conversations, deliveries, unreadable, tuple(problems))


def _damage(connection: apsw.Connection) -> list[str]:
    found = fetch.every(connection, f"pragma integrity_check({_SHOWN})")
    return [f"The data file is damaged: {words}" for (words,) in found if words != "ok"]


def _losses(connection: apsw.Connection) -> list[str]:
    problems = []
    for sql, words in _MUST_BE_NONE:
        count = fetch.one(connection, sql)[0]
        if count:
            problems.append(words.format(count))
    return problems


def _books(connection: apsw.Connection) -> list[str]:
    problems = []
    for name, condition in TALLIES.items():
        counted = _sum(connection, condition.format("conversation"), "conversation")
        problems += _compared(connection, name, counted)
    torn = _sum(connection, "(outcome = 'unreadable' and settled = 0)", "delivery")
    problems += _compared(connection, "unreadable", torn)
    wrong = fetch.every(
        connection,
        "select kind, name, total, (select count(*) from labelled"
        " where label = label.id and hidden = 0) as counted from label where total <> counted",
    )
    problems += [
        f"The {kind} {name!r} says {total}, but there are {counted}."
        for kind, name, total, counted in wrong
    ]
    return problems


def _sum(connection: apsw.Connection, condition: str, table: str) -> int:
    sql = f"select coalesce(sum({condition}), 0) from {table}"  # noqa: S608 - our own conditions
    return int(fetch.one(connection, sql)[0])


def _compared(connection: apsw.Connection, name: str, counted: int) -> list[str]:
    kept = fetch.one(connection, f"select {name} from tally")[0]  # noqa: S608 - our own columns
    return [] if counted == kept else [f"The figure {name!r} says {kept}, but it is {counted}."]
