"""The tables, as numbered migrations: each runs once, in order, and is never edited afterwards.

Three ideas carry the schema. `conversation.arrival` is the place in every list and the rowid of the
full-text table `words`, so that a search in list order stops early. Every view of the sidebar has a
partial index that holds its rows in that order and nothing else; it repeats the columns of its own
condition, because only then SQLite answers from the index alone. The figures of the sidebar are one
row, `tally`, kept by triggers, so that they cost the same at a hundred and at a million.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import apsw

from olark_inbox.base.alone import alone_within
from olark_inbox.base.said import said
from olark_inbox.store import dictionaries, following, reach, refused, renumber
from olark_inbox.store.connection import open_writer, unavailable
from olark_inbox.store.errors import StoreTooNew, StoreUnavailable

# What a conversation adds to each figure of `tally`. "open" is: neither done nor in the bin.
_TALLIES = {
    "kept": "1",
    "total": "({0}.binned_ms is null)",
    "inbox": "({0}.done = 0 and {0}.binned_ms is null)",
    "unread": "({0}.unread = 1 and {0}.done = 0 and {0}.binned_ms is null)",
    "offline": "({0}.kind = 'offline' and {0}.done = 0 and {0}.binned_ms is null)",
    "unanswered": "({0}.unanswered = 1 and {0}.done = 0 and {0}.binned_ms is null)",
    "starts": "({0}.kind = 'start' and {0}.done = 0 and {0}.binned_ms is null)",
    "starred": "({0}.starred = 1 and {0}.binned_ms is null)",
    "done": "({0}.done = 1 and {0}.binned_ms is null)",
    "bin": "({0}.binned_ms is not null)",
    "samples": "({0}.sample = 1)",
}
TALLIES = _TALLIES | following.REMINDERS
"""Figure of `tally` -> condition on a row `{0}` of `conversation`; `check` counts them anew."""


def _sum(sign: str, row: str) -> str:
    return ", ".join(f"{name} = {name} {sign} {_TALLIES[name].format(row)}" for name in _TALLIES)


def _difference() -> str:
    parts = []
    for name, condition in _TALLIES.items():
        if name != "kept":
            parts.append(f"{name} = {name} + {condition.format('new')} - {condition.format('old')}")
    return ", ".join(parts)


_FIRST = f"""
create table delivery (
    id integer primary key,
    received_ms integer not null,
    outcome text not null,
    kind text not null,
    size integer not null,
    hash blob not null,
    content_type text not null,
    content_coding text not null,
    repaired integer not null,
    sample integer not null,
    settled integer not null default 0,
    times integer not null default 1,
    reason text not null,
    body blob not null
) strict;
create index delivery_unreadable on delivery (hash) where outcome = 'unreadable' and settled = 0;
create index delivery_unreadable_id on delivery (id) where outcome = 'unreadable';
create index delivery_sample on delivery (id) where sample = 1;

create table delivery_conversation (
    delivery integer not null,
    position integer not null,
    conversation integer not null,
    words text not null,
    primary key (delivery, position)
) strict, without rowid;
create index delivery_conversation_by_conversation
    on delivery_conversation (conversation, delivery);

create table torn (
    key_print integer not null,
    delivery integer not null,
    primary key (key_print, delivery)
) strict, without rowid;

create table conversation (
    id integer primary key autoincrement,
    arrival integer not null,
    received_ms integer not null,
    started_ms integer not null,
    kind text not null,
    unanswered integer not null,
    automatic integer not null,
    manual integer not null,
    waiting integer not null,
    live_until_ms integer,
    anonymous integer not null,
    lines integer not null,
    rating integer,
    unread integer not null default 1,
    starred integer not null default 0,
    done integer not null default 0,
    binned_ms integer,
    sample integer not null,
    seen_lines integer not null default 0,
    key_print integer not null,
    visitor_print integer,
    name text not null,
    email text not null,
    phone text not null,
    visitor_id text not null,
    agents text not null,
    tags text not null,
    own_tags text not null default '',
    groups text not null,
    preview text not null,
    key text not null
) strict;
create unique index conversation_arrival on conversation (arrival);
create index conversation_key on conversation (key_print);
create index conversation_visitor on conversation (visitor_print, arrival)
    where visitor_print is not null;
create index view_all on conversation (arrival, binned_ms) where binned_ms is null;
create index view_bin on conversation (arrival, binned_ms) where binned_ms is not null;
create index view_inbox on conversation (arrival, done, binned_ms)
    where done = 0 and binned_ms is null;
create index view_needs_reply on conversation (arrival, waiting, done, binned_ms)
    where waiting = 1 and done = 0 and binned_ms is null;
create index view_offline on conversation (arrival, kind, done, binned_ms)
    where kind = 'offline' and done = 0 and binned_ms is null;
create index view_unanswered on conversation (arrival, unanswered, done, binned_ms)
    where unanswered = 1 and done = 0 and binned_ms is null;
create index view_live on conversation (arrival, live_until_ms, binned_ms)
    where live_until_ms is not null and binned_ms is null;
create index view_missing on conversation (arrival, live_until_ms, kind, done, binned_ms)
    where kind = 'start' and done = 0 and binned_ms is null;
create index view_starred on conversation (arrival, starred, binned_ms)
    where starred = 1 and binned_ms is null;
create index view_done on conversation (arrival, done, binned_ms)
    where done = 1 and binned_ms is null;
create index conversation_sample on conversation (id) where sample = 1;

create table document (
    conversation integer primary key,
    body blob not null
) strict;

create virtual table words using fts5 (
    visitor, lines, agents, labels, other,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

create table label (
    id integer primary key,
    kind text not null,
    name text not null,
    kept integer not null default 0,
    total integer not null default 0,
    unique (kind, name)
) strict;
create table labelled (
    label integer not null,
    hidden integer not null,
    arrival integer not null,
    conversation integer not null,
    primary key (label, hidden, arrival)
) strict, without rowid;
create trigger labelled_insert after insert on labelled begin
    update label set kept = kept + 1, total = total + 1 - new.hidden where id = new.label;
end;
create trigger labelled_delete after delete on labelled begin
    update label set kept = kept - 1, total = total - 1 + old.hidden where id = old.label;
end;

create table tally (
    id integer primary key check (id = 1),
    {", ".join(f"{name} integer not null default 0" for name in _TALLIES)},
    deliveries integer not null default 0,
    unreadable integer not null default 0,
    unreadable_bytes integer not null default 0
) strict;
insert into tally (id) values (1);
create trigger conversation_insert after insert on conversation begin
    update tally set {_sum("+", "new")};
end;
create trigger conversation_delete after delete on conversation begin
    update tally set {_sum("-", "old")};
end;
create trigger conversation_update
after update of kind, unanswered, unread, starred, done, binned_ms, sample on conversation begin
    update tally set {_difference()};
end;
create trigger delivery_insert after insert on delivery begin
    update tally set deliveries = deliveries + 1,
        unreadable = unreadable + (new.outcome = 'unreadable' and new.settled = 0),
        unreadable_bytes = unreadable_bytes
            + (new.outcome = 'unreadable' and new.settled = 0) * new.size;
end;
create trigger delivery_delete after delete on delivery begin
    update tally set deliveries = deliveries - 1,
        unreadable = unreadable - (old.outcome = 'unreadable' and old.settled = 0),
        unreadable_bytes = unreadable_bytes
            - (old.outcome = 'unreadable' and old.settled = 0) * old.size;
end;
create trigger delivery_update after update of outcome, settled on delivery begin
    update tally set
        unreadable = unreadable + (new.outcome = 'unreadable' and new.settled = 0)
            - (old.outcome = 'unreadable' and old.settled = 0),
        unreadable_bytes = unreadable_bytes
            + (new.outcome = 'unreadable' and new.settled = 0) * new.size
            - (old.outcome = 'unreadable' and old.settled = 0) * old.size;
end;

create table change (
    number integer primary key autoincrement,
    conversation integer,
    what text not null,
    old_arrival integer
) strict;
create table state (
    name text primary key,
    value text not null,
    at_ms integer not null,
    pid integer not null
) strict, without rowid;
create table request (
    id integer primary key autoincrement,
    role text not null,
    what text not null,
    detail text not null,
    at_ms integer not null
) strict;
create index request_role on request (role, id);
create table erased (
    key_print integer primary key,
    at_ms integer not null
) strict;
"""  # noqa: S608 - our own conditions

_NOT_NOW = (apsw.FullError, apsw.IOError, apsw.BusyError, apsw.LockedError, apsw.ReadOnlyError)
_PATIENCE_S = 60

MIGRATIONS: tuple[str | Callable[[apsw.Connection], None], ...] = (
    _FIRST,
    reach.TABLES,
    following.TABLES,
    refused.TABLES,
    dictionaries.TABLES,
    renumber.in_seconds,
)
"""Number n brings a store from version n to n + 1; `pragma user_version` says where it is."""


def version(connection: apsw.Connection) -> int:
    """Return the number of migrations this store has behind it."""
    return int(connection.pragma("user_version"))


def prepare(path: Path, lock: Path, before: Callable[[], object] = lambda: None) -> None:
    """Make the store, or bring it to today's version, while nobody else does.

    `before` is called before a store that holds something is changed. Raises StoreTooNew for a
    store of a newer program, which stays as it is, and StoreUnavailable.
    """
    try:
        with alone_within(_PATIENCE_S, lock):
            connection = open_writer(path)
            try:
                if 0 < version(connection) < len(MIGRATIONS):
                    before()
                migrate(connection)
            finally:
                connection.close()
    except apsw.Error as error:
        raise unavailable(error) from error
    except TimeoutError as error:
        raise StoreUnavailable(
            said("Another start of the program is still at work on the data.")
        ) from error
    except OSError as error:
        raise StoreUnavailable(said("The data folder cannot be written to.")) from error


def migrate(connection: apsw.Connection) -> None:
    """Bring the store to today's version, one transaction a migration."""
    if version(connection) > len(MIGRATIONS):
        raise StoreTooNew(
            said(
                "This data was written by a newer version of Olark Inbox. Install that version "
                "or a newer one; nothing was changed."
            )
        )
    while (done := version(connection)) < len(MIGRATIONS):
        with connection:
            step = MIGRATIONS[done]
            connection.execute(step) if isinstance(step, str) else step(connection)
            connection.pragma("user_version", done + 1)
    dictionaries.keep(connection)
    _join_eight(connection)


def _join_eight(connection: apsw.Connection) -> None:
    """Let the index join its pieces eight at a time; each commit with a chat adds one.

    Four, as usual, are joined twice as often: an eighth of what it costs to store a chat among
    100,000, to save a search a twentieth. Where it cannot be written now, the next start does it.
    """
    said = connection.execute("select v from words_config where k = 'automerge'").fetchone()
    if said != (8,):
        with suppress(*_NOT_NOW):
            connection.execute("insert into words (words, rank) values ('automerge', 8)")
