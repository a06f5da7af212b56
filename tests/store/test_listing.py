import pytest

from olark_inbox.store.rows import Order, Query, View
from tests.store.makers import NOW, chat, keys, offline, post, row, rows


def fill(inbox, count=10):
    for number in range(count):
        post(inbox, chat(f"c{number}"))


def test_a_row_says_what_the_list_shows(inbox):
    visitor = {
        "id": "v1",
        "fullName": "Bob Doe",
        "emailAddress": "bob@example.com",
        "phoneNumber": "(555) 555",
        "chat_feedback": {"overall_chat": 5},
    }
    groups = [{"kind": "Group", "name": "Sales"}]
    receipt = post(inbox, chat(visitor=visitor, tags=["a", "b"], groups=groups))
    one = row(inbox)
    assert (one.id,) == receipt.conversations
    assert (one.key, one.name, one.email, one.phone) == (
        "c1",
        "Bob Doe",
        "bob@example.com",
        "(555) 555",
    )
    assert (one.tags, one.groups, one.agents, one.rating) == (("a", "b"), ("Sales",), ("Maya",), 5)
    assert (one.lines, one.preview, one.unread) == (2, "Hi, Maya here", True)
    assert one.received_ms == one.started_ms
    assert one.received_ms > NOW


def test_the_newest_stands_on_top_and_oldest_first_turns_it_round(inbox):
    fill(inbox, 3)
    assert keys(inbox) == ["c2", "c1", "c0"]
    assert keys(inbox, order=Order.OLDEST) == ["c0", "c1", "c2"]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_a_page_by_place_equals_a_page_by_the_row_before(inbox, order):
    fill(inbox)
    query = Query(order=order)
    everything = inbox.find(query).result().rows
    by_place = inbox.find(query, 4, 3).result()
    by_row = inbox.find(query, 4, 3, after=everything[3]).result()
    assert by_place.rows == by_row.rows == everything[4:7]
    assert by_place.total == by_row.total == 10
    assert by_place.offset == 4


@pytest.mark.parametrize("order", list(Order))
def test_the_position_is_where_find_shows_it(inbox, order):
    fill(inbox, 5)
    query = Query(order=order)
    shown = inbox.find(query).result().rows
    assert [inbox.position(query, one.id).result() for one in shown] == [0, 1, 2, 3, 4]


def test_what_is_not_in_a_view_has_no_position(inbox):
    fill(inbox, 1)
    assert inbox.position(Query(View.OFFLINE), row(inbox, "c0").id).result() is None
    assert inbox.position(Query(), 99).result() is None


def test_every_row_is_yielded_once_however_many_pages(inbox, monkeypatch):
    monkeypatch.setattr("olark_inbox.store.listing.PAGE", 3)
    fill(inbox)
    assert [one.key for one in inbox.rows_of(Query())] == [f"c{n}" for n in range(9, -1, -1)]
    assert [one.key for one in inbox.rows_of(Query(words="hello"))] == keys(inbox)


def test_names_sort_without_regard_to_case_and_ratings_lowest_first(inbox):
    for identity, name, score in (("c1", "bea", 4), ("c2", "Al", 2), ("c3", "Cy", None)):
        feedback = {"overall_chat": score} if score else {}
        visitor = {"fullName": name, "chat_feedback": feedback}
        post(inbox, chat(identity, visitor=visitor))
    assert keys(inbox, order=Order.NAME) == ["c2", "c1", "c3"]
    assert keys(inbox, order=Order.RATING) == ["c2", "c1", "c3"]


def test_who_waits_longest_stands_on_top(inbox):
    post(inbox, chat("answered"))
    post(inbox, offline("first"))
    post(inbox, offline("second"))
    assert keys(inbox, order=Order.WAITING) == ["first", "second", "answered"]


def test_earlier_conversations_of_the_same_visitor_come_newest_first(inbox):
    fill(inbox, 3)
    post(inbox, chat("other", visitor={"id": "v2"}))
    inbox.mark([row(inbox, "c0").id], binned=True).result()
    earlier = inbox.opened(row(inbox, "c1").id).result().earlier
    assert [one.key for one in earlier] == ["c2"]


def test_a_conversation_without_visitor_id_has_no_earlier_ones(inbox):
    post(inbox, offline("o1"))
    post(inbox, offline("o2"))
    assert inbox.opened(row(inbox, "o1").id).result().earlier == ()


def test_an_id_of_64_kb_and_one_of_its_kind_are_told_apart(inbox):
    long = "x" * 65_536
    post(inbox, chat(long))
    post(inbox, chat(long + "y"))
    assert row(inbox, long).key == long
    assert len(rows(inbox)) == 2


def test_a_number_grows_with_every_change_a_slice_shows(inbox):
    fill(inbox, 1)
    assert inbox.find(Query()).result().number == inbox.number()
