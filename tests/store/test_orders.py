import random

import pytest

from olark_inbox.store import orders
from olark_inbox.store.columns import sort_name
from olark_inbox.store.rows import Order, Query, View
from tests.store.makers import NOW, chat, keys, offline, post, row, rows

OTHERS = (Order.WAITING, Order.RATING, Order.NAME)
VIEWS = [Query(view) for view in View if view not in (View.TAG, View.GROUP, View.OWN)]
VIEWS += [Query(View.TAG, "sale"), Query(View.GROUP, "Sales"), Query(View.OWN, "vip")]
MANY = [query for query in VIEWS if query.view not in (View.LIVE, View.MISSING)]
KEYS = {
    Order.WAITING: lambda one: (not (one.unanswered or one.kind == "offline"), one.arrival),
    Order.RATING: lambda one: (one.rating or 9, -one.arrival),
    Order.NAME: lambda one: (sort_name(one.name), -one.arrival),
}


def fill(inbox, count=40):
    chance = random.Random(3)  # noqa: S311 - made-up chats need no secrecy
    tag = inbox.tags.create("vip").result()
    for number in range(count):
        name = chance.choice(["émile", "Emil", "anna", "Anna", "Zoë", "李"])
        score = chance.choice([None, 1, 2, 5])
        visitor = {"fullName": name, "id": f"v{number}"}
        visitor |= {"chat_feedback": {"overall_chat": score}} if score else {}
        make = chance.choice([chat, offline])
        more = {"tags": ["sale"], "groups": [{"name": "Sales"}]} if number % 3 else {}
        post(inbox, make(f"c{number}", visitor=visitor, **more))
    for one in rows(inbox, View.ALL):
        inbox.mark([one.id], done=chance.random() < 0.2, starred=chance.random() < 0.5).result()
        inbox.mark([one.id], binned=chance.random() < 0.1).result()
        if chance.random() < 0.5:
            inbox.tags.put_on([one.id], tag).result()


@pytest.fixture(params=["few", "many"])
def ways(request, monkeypatch):
    """Both ways to a list: sorting few rows, walking an index along many."""
    if request.param == "many":
        monkeypatch.setattr(orders, "SORTED", 0)


@pytest.mark.usefixtures("ways")
def test_every_view_in_every_order_by_place_by_row_and_by_position(inbox):
    fill(inbox)
    for view in VIEWS:
        plain = rows(inbox, view.view, label=view.label)
        for order in OTHERS:
            query = Query(view.view, view.label, order=order)
            expected = [one.key for one in sorted(plain, key=KEYS[order])]
            everything = inbox.find(query, 0, 100).result()
            assert [one.key for one in everything.rows] == expected, query
            assert everything.total == len(expected)
            for at in range(0, len(expected) - 1, 7):
                after = everything.rows[at]
                page = inbox.find(query, at + 1, 5, after=after).result().rows
                assert page == everything.rows[at + 1 : at + 6], query
                assert inbox.position(query, after.id).result() == at, query


@pytest.mark.parametrize("order", OTHERS)
@pytest.mark.parametrize("query", MANY, ids=str)
def test_a_page_of_many_walks_the_index_of_its_order(connection, query, order):
    view = orders.source(Query(query.view, query.label, order=order), NOW, 1_000_000)
    plan = explained(connection, view, "1")
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    assert f"USING COVERING INDEX order_{order.value}" in plan[0], plan


@pytest.mark.parametrize("order", OTHERS)
def test_the_next_page_of_many_begins_at_its_place(connection, order):
    view, sort = orders.source(Query(order=order), NOW, 1_000_000), orders._SORTS[order]
    equal = f"{sort.key} = 1 and conversation.arrival {'<' if sort.newest else '>'} 1"
    for beyond in (equal, f"{sort.key} {sort.further} 1"):
        plan = explained(connection, view, beyond)
        assert plan[0].startswith("SEARCH"), plan
        assert not [step for step in plan if "TEMP B-TREE" in step], plan


@pytest.mark.parametrize("query", VIEWS, ids=str)
def test_a_page_of_few_reads_only_what_is_in_the_view(connection, query):
    view = orders.source(Query(query.view, query.label, order=Order.NAME), NOW, 10)
    plan = explained(connection, view, "1")
    assert not [step for step in plan if "order_" in step], plan


def explained(connection, view, beyond):
    sql = (
        f"explain query plan select {view.id} from {view.source} where {view.condition}"  # noqa: S608
        f" and {beyond} order by {view.order} limit 50"
    )
    return [detail for *_, detail in connection.execute(sql, view.parameters)]


def test_names_sort_without_accents(inbox):
    for key, name in (("a", "Zoe"), ("b", "Émile"), ("c", "emily")):
        post(inbox, chat(key, visitor={"fullName": name}))
    assert keys(inbox, order=Order.NAME) == ["b", "c", "a"]


def test_a_new_name_has_a_new_place(inbox):
    post(inbox, chat("a", visitor={"fullName": "Ann"}))
    post(inbox, chat("b", visitor={"fullName": "Bob"}))
    post(inbox, chat("a", ["1", "2", "3"], visitor={"fullName": "Zoe"}))
    assert row(inbox, "a").name == "Zoe"
    assert keys(inbox, order=Order.NAME) == ["b", "a"]
