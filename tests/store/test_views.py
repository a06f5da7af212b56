import random

import pytest

from olark_inbox.store import listing, schema
from olark_inbox.store.rows import Order, Query, View
from olark_inbox.store.views import slice_of
from tests.store.makers import NOW, chat, keys, offline, post, rows, said, start

PLAIN = [view for view in View if view not in (View.TAG, View.GROUP, View.OWN)]
LABELLED = [Query(View.TAG, label="sale"), Query(View.GROUP, label="Sales")]


def unanswered(identity):
    return chat(identity, items=[said("Hello?")], operators={})


def fill(inbox):
    """Some of every kind, marked at random but the same each time."""
    chance = random.Random(7)  # noqa: S311 - made-up marks need no secrecy
    makers = (chat, offline, start, unanswered)
    groups = [{"kind": "Group", "name": "Sales"}]
    for number in range(40):
        payload = makers[number % 4](f"k{number}")
        if number % 3 == 0:
            payload |= {"tags": ["sale"], "groups": groups}
        post(inbox, payload, sample=number % 10 == 9)
    for row in rows(inbox, View.ALL):
        flags = {name: chance.random() < 0.3 for name in ("starred", "done", "binned", "unread")}
        inbox.mark([row.id], **flags).result()
        if chance.random() < 0.3:
            inbox.reminders.remind([row.id], NOW).result()
    inbox.reminders.ring().result()
    for row in rows(inbox, View.REMINDERS)[::3]:
        inbox.mark([row.id], binned=True).result()


def belongs(row, view, now):
    is_open = not row.done and row.binned_ms is None
    kept = row.binned_ms is None
    live = row.live_until_ms is not None and row.live_until_ms > now
    return {
        View.ALL: kept,
        View.INBOX: is_open,
        View.NEEDS_REPLY: is_open and (row.kind == "offline" or row.unanswered or row.due),
        View.REMINDERS: is_open and row.due and not (row.kind == "offline" or row.unanswered),
        View.OFFLINE: is_open and row.kind == "offline",
        View.UNANSWERED: is_open and row.unanswered,
        View.LIVE: kept and live,
        View.MISSING: is_open and row.kind == "start" and not live,
        View.STARRED: kept and row.starred,
        View.DONE: kept and row.done,
        View.BIN: not kept,
    }[view]


@pytest.mark.parametrize("later_ms", [0, 4 * 3_600_000])
def test_each_view_holds_exactly_what_belongs_to_it_and_its_figure_says_so(inbox, clock, later_ms):
    fill(inbox)
    clock.at += later_ms
    everything = rows(inbox, View.ALL) + rows(inbox, View.BIN)
    everything = sorted(everything, key=lambda row: -row.arrival)
    counts = inbox.counts().result()
    for view in PLAIN:
        expected = [row.key for row in everything if belongs(row, view, clock.at)]
        assert keys(inbox, view) == expected, view
        figure = {View.ALL: "total", View.BIN: "bin"}.get(view, view.value)
        assert getattr(counts, figure) == len(expected), view
        assert inbox.find(Query(view)).result().total == len(expected), view
    assert counts.unread == sum(row.unread and belongs(row, View.INBOX, 0) for row in everything)
    assert counts.samples == sum(row.sample for row in everything)
    assert inbox.check().result().sound


def test_tags_and_groups_hold_their_own_without_the_bin(inbox):
    fill(inbox)
    tagged = [row.key for row in rows(inbox, View.ALL) if "sale" in row.tags]
    assert keys(inbox, View.TAG, label="sale") == tagged
    assert keys(inbox, View.GROUP, label="Sales") == tagged
    assert keys(inbox, View.TAG, label="Sales") == []
    counts = inbox.counts().result()
    assert counts.tags == (("sale", len(tagged)),)
    assert counts.groups == (("Sales", len(tagged)),)


def test_a_tag_that_went_is_no_longer_shown(inbox):
    post(inbox, chat(tags=["old"]))
    post(inbox, chat(lines=["a", "b", "c"], tags=["new"]))
    assert inbox.counts().result().tags == (("new", 1),)
    assert keys(inbox, View.TAG, label="old") == []


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
@pytest.mark.parametrize("query", [*map(Query, PLAIN), *LABELLED], ids=str)
def test_a_page_of_any_view_walks_its_index_without_scan_or_sort(connection, query, order):
    view = slice_of(Query(query.view, query.label, order=order), NOW)
    sql = (
        f"select {view.id} from {view.source} where {view.condition}"  # noqa: S608 - our own words
        f" order by {view.order} limit 50 offset 100"
    )
    plan = [
        detail for *_, detail in connection.execute(f"explain query plan {sql}", view.parameters)
    ]
    assert not [step for step in plan if step.startswith("SCAN") and "INDEX" not in step], plan
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    assert "COVERING INDEX" in plan[0] or "PRIMARY KEY" in plan[0], plan


@pytest.mark.parametrize("sql", [
    "select id from conversation where key_print = 1 and key = 'x'",
    "select id from conversation where arrival = 1",
    "select id from conversation where visitor_print = 1 order by arrival desc limit 5",
    "select id from delivery where outcome = 'unreadable' and settled = 0 and hash = x'00'",
    "select id from delivery where outcome = 'unreadable' and id < 9 order by id desc limit 5",
    "select delivery from delivery_conversation where conversation = 1 order by delivery",
    "select 1 from request where role = 'window'",
    "select conversation from change where number > 5 order by number limit 5",
    "select max(number) from change",
    "select max(arrival) from conversation",
])  # fmt: skip
def test_whatever_is_asked_often_is_looked_up(connection, sql):
    plan = [detail for *_, detail in connection.execute(f"explain query plan {sql}")]
    assert all(step.startswith("SEARCH") for step in plan), plan


def test_samples_are_found_without_looking_at_the_others(connection):
    sql = "explain query plan select id from conversation where sample = 1"
    ((*_, step),) = connection.execute(sql)
    assert "COVERING INDEX conversation_sample" in step


WHOLE = [view for view in PLAIN if view not in (View.LIVE, View.MISSING)]


@pytest.mark.parametrize("view", WHOLE)
def test_the_figure_of_a_whole_view_comes_from_one_row(connection, view):
    asked = []
    connection.set_profile(lambda sql, _: asked.append(sql))
    listing.total(connection, Query(view), NOW)
    connection.set_profile(None)
    assert len(asked) == 1
    assert asked[0].endswith("from tally")


def test_each_figure_of_the_tally_is_checked():
    assert {"total", "inbox", "unread", "starred", "done", "bin"} <= set(schema.TALLIES)
