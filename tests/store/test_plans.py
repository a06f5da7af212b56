"""No statement of the daily work looks through a table: its cost must not grow with the store.

Every statement that is really run is caught on its connection and explained.
"""

import json

import apsw
import pytest

from olark_inbox.olark.body import read_body
from olark_inbox.store import accept, changes, hits, listing, marks, orders, owntags, views
from olark_inbox.store.batch import Batch
from olark_inbox.store.documents import Arrived
from olark_inbox.store.rows import Order, Query, View
from tests.store.makers import NOW, Ticking, chat, offline, said, start

SMALL = {"tally", "state", "torn", "proof_key", "reach", "reach_alive", "request", "own_tag"}
"""Tables of one row, or of as many as there are roles and troubles, or tags the owner made."""
FEW = ("from label", "from person_join", "and words.rowid in (select arrival")
"""Sorted where they are read: the shop's tags, the addresses of one person, a handful of hits."""
_NO_PLAN = ("PRAGMA", "BEGIN", "COMMIT", "--", "TRIGGER")


@pytest.fixture
def run(connection):
    """Run work and return the plans of its statements that scan or sort."""

    def caught(work):
        said_to_sqlite: set[str] = set()
        connection.trace_v2(
            apsw.SQLITE_TRACE_STMT, lambda event: said_to_sqlite.add(str(event["sql"]))
        )
        work()
        connection.trace_v2(0)
        assert said_to_sqlite
        return [bad for sql in said_to_sqlite for bad in _steps(connection, sql)]

    return caught


def _steps(connection, sql):
    inner = "'main'." in sql or "new." in sql or "old." in sql
    if inner or sql.upper().startswith(_NO_PLAN):
        return
    for *_, step in connection.execute(f"explain query plan {sql}", _nothing(sql)):
        words = step.split()
        if len(words) == 1:  # a heading
            continue
        # What is scanned may also be given with the statement: a list of ids, rows to insert, what
        # another part of it found.
        given = words[1].startswith("(") or "VALUES" in words or words[1:] == ["CONSTANT", "ROW"]
        given = given or f" {words[1]}(id) as (" in sql
        scans = words[0] == "SCAN" and words[1] not in SMALL and not given
        sorts = "TEMP B-TREE" in step and not any(few in sql for few in FEW)
        if sorts or (scans and "INDEX" not in words and "VIRTUAL" not in words):
            yield f"{step}: {sql}"


class _Nothing(dict):
    def __missing__(self, name):
        return None


def _nothing(sql):
    return () if "?" not in sql and ":" not in sql else _Any(sql)


def _Any(sql):  # noqa: N802 - stands for parameters of any number
    return [None] * sql.count("?") if "?" in sql else _Nothing()


def deliver(connection, *payloads, at=NOW):
    connection.execute("begin immediate")
    batch = Batch(connection, Ticking())
    for payload in payloads:
        raw = json.dumps(payload).encode()
        accept.store(batch, Arrived(raw, "", "", sample=False, received_ms=at, read=read_body))
    batch.finish()
    connection.execute("commit")


def test_a_new_chat_is_stored_without_looking_through_any_table(connection, run):
    assert run(lambda: deliver(connection, chat("a", tags=["x"]), start("b"), offline("c"))) == []


def test_a_chat_that_comes_again_is_merged_without_looking_through_any_table(connection, run):
    deliver(connection, start("a"), chat("b"))
    longer = chat("b", items=[said("Hello"), said("Hi", ours=True), said("And now?")])
    assert run(lambda: deliver(connection, chat("a"), longer)) == []


def test_tags_that_are_gone_are_forgotten_without_looking_through_all_labels(connection, run):
    deliver(connection, chat("a", tags=["x"]))
    batch = Batch(connection, Ticking())
    assert run(lambda: owntags.forget_gone(batch, NOW)) == []


@pytest.mark.parametrize("view", [view for view in View if view not in (View.TAG, View.GROUP)])
def test_a_page_of_a_view_is_read_without_looking_through_any_table(connection, run, view):
    deliver(connection, chat("a"), offline("b"), start("c"))
    orders = (Order.NEWEST, Order.OLDEST)
    for order in orders:
        query = Query(view, order=order)
        assert run(lambda query=query: listing.find(connection, query, NOW, (0, 50))) == []


def test_figures_changes_and_marks_cost_the_same_in_any_store(connection, run):
    deliver(connection, chat("a"), offline("b"))
    assert run(lambda: views.counts(connection, NOW)) == []
    assert run(lambda: changes.since(connection, 0)) == []

    def mark():
        connection.execute("begin immediate")
        batch = Batch(connection, Ticking())
        marks.mark(batch, [1, 2], marks.Marks(unread=False, starred=True, done=None, binned=None))
        batch.finish()
        connection.execute("commit")

    assert run(mark) == []


def test_an_opened_chat_looks_through_no_table(connection, run):
    deliver(connection, chat("a"), chat("b"))
    assert run(lambda: hits.opened(connection, 1, "hello", NOW)) == []


SEARCHES = (
    "hello maya", "hello", "hell", '"hi maya"', "hello -wheel", "hello OR wheel", "from:bob hello",
    "agent:maya hello", "tag:x hello", "page:wheels hello", "is:unread hello",
    "is:unanswered hello", "rating:<=2 hello", "after:2020 hello", "is:live hello", "hello in:bin",
)  # fmt: skip


@pytest.mark.parametrize("words", SEARCHES)
@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
@pytest.mark.parametrize("handful", [0, 20])
def test_a_search_looks_through_no_table_and_sorts_nothing(
    connection, run, monkeypatch, words, order, handful
):
    deliver(connection, chat("a"), chat("b", tags=["x"]), offline("c", "hello"))
    query = Query(View.ALL, words=words, order=order)
    monkeypatch.setattr(hits, "_HANDFUL", handful)
    assert run(lambda: hits.find(connection, query, NOW, (0, 50))) == []
    assert run(lambda: hits.find(connection, query, NOW, (2_000, 50))) == []
    assert run(lambda: hits.total(connection, query, NOW)) == []
    assert run(lambda: hits.position(connection, query, NOW, 1)) == []


@pytest.mark.parametrize("order", [Order.WAITING, Order.RATING, Order.NAME])
def test_a_page_in_another_order_walks_the_index_of_that_order(connection, run, monkeypatch, order):
    deliver(connection, chat("a"), offline("b"))
    monkeypatch.setattr(orders, "SORTED", 0)
    query = Query(View.ALL, order=order)
    assert run(lambda: listing.find(connection, query, NOW, (0, 50))) == []
    row = listing.row(connection, 1)
    assert run(lambda: listing.find(connection, query, NOW, (1, 50), row)) == []
    assert run(lambda: listing.position(connection, query, NOW, 2)) == []


MEANT = {
    View.INBOX: "view_inbox", View.ALL: "view_all", View.DONE: "view_done", View.BIN: "view_bin",
    View.OFFLINE: "view_offline", View.UNANSWERED: "view_unanswered", View.LIVE: "view_live",
    View.STARRED: "view_starred", View.MISSING: "view_missing", View.REMINDERS: "view_reminders",
    View.NEEDS_REPLY: "view_needs_reply",
}  # fmt: skip


@pytest.mark.parametrize(("view", "index"), MEANT.items())
def test_the_places_of_a_view_come_from_its_own_index_alone(connection, view, index):
    part = views.slice_of(Query(view), NOW)
    sql = (
        f"explain query plan select {part.arrival}"  # noqa: S608 - the statement in question
        f" from {part.source} where {part.condition}"
        f" order by {part.order} limit 50 offset 10"
    )
    (step,) = [step for *_, step in connection.execute(sql, part.parameters)]
    assert f"COVERING INDEX {index}" in step
