"""What a search shows: its page in list order, how many there are, and where the words stand."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import apsw

from olark_inbox.olark.document import UnknownDocument, texts_of, to_document
from olark_inbox.olark.model import Conversation
from olark_inbox.store import documents, fetch, listing, notes, owntags, persons, vocabulary
from olark_inbox.store.listing import Made, T
from olark_inbox.store.rows import Found, Opened, Order, Query, Row, View
from olark_inbox.store.search import SearchPlan, plan
from olark_inbox.store.views import condition_on_conversation
from olark_inbox.store.words import Term, marks, snippet

COUNTED = 1_001
"""At most so many hits are counted at once; `total` counts the rest."""

_FEW = 5_000
_HANDFUL = 20
_SNIPPET_BYTES = 64 * 1024
"""Longer documents are searched for a snippet only in this many characters of their lines."""


_BY_PLACES = (
    f"select {listing.COLUMNS}, document.body from json_each(?) as place"  # noqa: S608 - our own columns
    " cross join conversation on conversation.arrival = place.value"
    " left join document on document.conversation = conversation.id"
)


class _Statement:
    """The SQL of one search: what it reads from, and its condition."""

    def __init__(
        self, connection: apsw.Connection, query: Query, planned: SearchPlan, now_ms: int
    ) -> None:
        condition, named = condition_on_conversation(query, now_ms)
        # "in:bin" and its like say themselves where to look.
        conditions = [] if planned.places else [condition]
        self.parameters: dict[str, Any] = {} if planned.places else dict(named)
        at = iter(range(1_000_000))
        values = iter(planned.parameters)
        for part in planned.where:
            pieces = part.split("?")
            text = pieces[0]
            for piece in pieces[1:]:
                name = f"p{next(at)}"
                self.parameters[name] = next(values)
                text += f":{name}{piece}"
            conditions.append(f"({text})")
        self._newest = query.order is not Order.OLDEST
        self._bare = query.view is View.ALL and not planned.where and not planned.places
        if planned.match is None:
            self.source, self._place = "conversation", "conversation.arrival"
        else:
            # The cross join keeps the index of words outside: its order is the list's.
            self.source = "words cross join conversation on conversation.arrival = words.rowid"
            self._place = "words.rowid"
            self.parameters["match"] = planned.match
            conditions.insert(0, "words match :match")
        self._matches = planned.match is not None
        conditions += [_among(connection, few, self._place) for few in planned.few]
        self.where = " and ".join(conditions) or "1"

    def page(self, after: int | None) -> str:
        """Select the conversations of one page, in list order, behind an arrival."""
        return self._in_order("conversation.id", self.source, self.where, after)

    def places(self, connection: apsw.Connection, after: int | None) -> str:
        """Select the places of hits, in list order."""
        return self._in_order(self._place, *self._least(connection), after)

    def _in_order(self, columns: str, source: str, where: str, after: int | None) -> str:
        beyond = ""
        if after is not None:
            self.parameters["after"] = after
            beyond = f" and {self._place} {'<' if self._newest else '>'} :after"
        order = f"{self._place} desc" if self._newest else self._place
        return (
            f"select {columns} from {source} where {where}{beyond}"  # noqa: S608 - our own words
            f" order by {order} limit :limit offset :offset"
        )

    def _least(self, connection: apsw.Connection) -> tuple[str, str]:
        """With an empty bin and no filter every hit counts: no need to look at its row."""
        if self._matches and self._bare and not _bin_in_use(connection):
            return "words", "words match :match"
        return self.source, self.where

    def count(self, connection: apsw.Connection) -> str:
        """Count hits up to :limit."""
        source, where = self._least(connection)
        return f"select count(*) from (select 1 from {source} where {where} limit :limit)"  # noqa: S608

    def all_ids(self) -> str:
        """Select the conversations of all hits up to the place :upto."""
        return (
            f"select conversation.id from {self.source} where {self.where}"  # noqa: S608
            f" and {self._place} <= :upto"
        )

    def above(self) -> str:
        """Count the hits that stand above the place :here."""
        beyond = f"{self._place} {'>' if self._newest else '<'} :here"
        return f"select count(*) from {self.source} where {self.where} and {beyond}"  # noqa: S608

    def holds(self) -> str:
        """Tell whether the conversation at the place :here is a hit."""
        return f"select 1 from {self.source} where {self.where} and {self._place} = :here"  # noqa: S608


def _among(connection: apsw.Connection, few: str, place: str) -> str:
    """Return the condition that a hit is among places, in the way that costs least."""
    sql = f"select count(*) from (select 1 from ({few}) limit {_FEW + 1})"  # noqa: S608 - our own words
    count = fetch.one(connection, sql)[0]
    if count > _FEW:
        return "1"
    # One by one while they are but a handful; else the hits are walked and compared.
    return f"{'' if count <= _HANDFUL else '+'}{place} in ({few})"


def _bin_in_use(connection: apsw.Connection) -> bool:
    return bool(fetch.one(connection, "select bin from tally")[0])


def find(
    connection: apsw.Connection,
    query: Query,
    now_ms: int,
    span: tuple[int, int],
    after: Row | None = None,
) -> Found:
    """Return a page of hits with the piece of text around the first hit of each.

    Near the top one walk gives the page and the count: a word that is begun costs SQLite the more
    the more begin so. The statement stays open meanwhile, so that an interrupt ends all of it.
    """
    offset, limit = span
    planned = _plan(connection, query.words, now_ms)
    statement = _Statement(connection, query, planned, now_ms)
    if after is None and offset + limit < COUNTED:
        counted_to = offset + limit + 1 if planned.where and not offset else COUNTED
        places, counted = _walk(connection, statement, span, counted_to)
    else:
        counted_to = COUNTED
        sql = statement.places(connection, None if after is None else after.arrival)
        bounds = {"limit": limit, "offset": 0 if after is not None else offset}
        found = fetch.every(connection, sql, statement.parameters | bounds)
        places = [at for (at,) in found]
        counted = _count(connection, statement, COUNTED)
    return Found(
        rows=_rows(connection, places, planned),
        offset=offset,
        total=counted,
        total_exact=counted < counted_to,
        number=listing.number(connection),
        notices=planned.notices,
    )


def _walk(
    connection: apsw.Connection, statement: _Statement, span: tuple[int, int], counted_to: int
) -> tuple[list[int], int]:
    """Return the places of a page, and how many hits there are up to a number."""
    offset, limit = span
    sql = statement.places(connection, None)
    bounds = {"limit": counted_to, "offset": 0}
    found = fetch.every(connection, sql, statement.parameters | bounds)
    return [at for (at,) in found[offset : offset + limit]], len(found)


def _rows(
    connection: apsw.Connection, places: Sequence[int], planned: SearchPlan
) -> tuple[Row, ...]:
    # One statement over all places: whoever interrupts it ends the cutting of pieces as well.
    cursor = connection.execute(_BY_PLACES, (json.dumps(places),))
    return tuple(_with_hits(connection, values, planned) for values in cursor)


def total(connection: apsw.Connection, query: Query, now_ms: int) -> int:
    """Count every hit, however many."""
    return _count(
        connection,
        _Statement(connection, query, _plan(connection, query.words, now_ms), now_ms),
        -1,
    )


def _count(connection: apsw.Connection, statement: _Statement, limit: int) -> int:
    sql = statement.count(connection)
    return int(fetch.one(connection, sql, statement.parameters | {"limit": limit})[0])


def position(connection: apsw.Connection, query: Query, now_ms: int, wanted: int) -> int | None:
    """Return how many hits stand above a conversation, None where it is none."""
    row = listing.row(connection, wanted)
    if row is None:
        return None
    statement = _Statement(connection, query, _plan(connection, query.words, now_ms), now_ms)
    parameters = statement.parameters | {"here": row.arrival}
    if fetch.first(connection, statement.holds(), parameters) is None:
        return None
    return int(fetch.one(connection, statement.above(), parameters)[0])


def ids(connection: apsw.Connection, query: Query, now_ms: int, upto: int) -> "array[int]":
    """Return every hit that stands at `upto` or below."""
    statement = _Statement(connection, query, _plan(connection, query.words, now_ms), now_ms)
    found = connection.execute(statement.all_ids(), statement.parameters | {"upto": upto})
    return array("q", (identity for (identity,) in found))


def _plan(connection: apsw.Connection, words: str, now_ms: int) -> SearchPlan:
    """Understand what was typed, with the owner's tags and notes in mind."""
    planned = plan(
        words,
        now_ms,
        own_tags=owntags.names(connection),
        noted=lambda expression: notes.say(connection, expression),
    )
    if planned.match is None:
        return planned
    return planned._replace(match=vocabulary.spelled_out(connection, planned.match))


def page(
    connection: apsw.Connection, query: Query, now_ms: int, after: int | None, made: Made[T]
) -> Sequence[T]:
    """Return what is made of the next hits, behind an arrival, for reading them to the end."""
    statement = _Statement(connection, query, _plan(connection, query.words, now_ms), now_ms)
    sql = statement.page(after)
    cursor = connection.execute(sql, statement.parameters | {"limit": listing.PAGE, "offset": 0})
    return made(connection, [identity for (identity,) in cursor])


def opened(
    connection: apsw.Connection, conversation: int, words: str, now_ms: int
) -> Opened | None:
    """Return all there is about one conversation, and every hit of `words` in its lines."""
    row = listing.row(connection, conversation)
    found = fetch.first(
        connection,
        "select body, seen_lines from document join conversation on id = conversation"
        " where conversation = ?",
        (conversation,),
    )
    if row is None or found is None:
        return None
    read = documents.merged(connection, conversation, found[0]).conversation
    return Opened(
        row=row,
        conversation=read,
        seen_lines=found[1],
        note=notes.text_of(connection, conversation),
        hits=_hits(connection, read, words, now_ms),
        earlier=persons.others(connection, row),
    )


def _hits(
    connection: apsw.Connection, conversation: Conversation, words: str, now_ms: int
) -> tuple[tuple[int, int, int], ...]:
    terms = _plan(connection, words, now_ms).terms if words.strip() else ()
    if not terms:
        return ()
    return tuple(
        (index, start, end)
        for index, message in enumerate(conversation.messages)
        for start, end in marks(message.text, terms)
    )


def _with_hits(connection: apsw.Connection, values: Sequence[Any], planned: SearchPlan) -> Row:
    """Make a row, with the piece of its text that was found."""
    terms, name = planned.terms, values[listing.NAME]
    in_name = marks(name, planned.name_terms)
    if not terms or (in_name and all(marks(name, (term,)) for term in terms)):
        # The name says it all: no need to read what was said.
        return listing.to_row(values, name_marks=in_name)
    in_preview = marks(values[listing.PREVIEW], terms)
    if in_preview:
        return listing.to_row(values, values[listing.PREVIEW], in_preview, in_name)
    piece = _piece(connection, values[listing.ID], values[-1], terms)
    return listing.to_row(values, *piece, in_name)


def _piece(
    connection: apsw.Connection, conversation: int, document: bytes | None, terms: Sequence[Term]
) -> tuple[str, listing.Marks]:
    """Return the piece of a conversation around the first hit."""
    if document is None:
        return "", ()
    try:
        lines, others = texts_of(document)
    except UnknownDocument:
        lines, others = texts_of(to_document(documents.merged(connection, conversation, document)))

    def texts() -> Iterator[str]:
        yield from _first_of(lines)
        yield notes.text_of(connection, conversation)
        yield from others

    return snippet(texts(), terms)


def _first_of(lines: Iterable[str]) -> Iterator[str]:
    left = _SNIPPET_BYTES
    for line in lines:
        yield line
        left -= len(line)
        if left < 0:
            break
