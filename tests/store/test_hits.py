import threading

import pytest

from olark_inbox.store import hits
from olark_inbox.store.errors import Superseded
from olark_inbox.store.rows import Order, Query, View
from tests.store.makers import chat, keys, offline, post, row, said

EVERYTHING = {
    "id": "v-77",
    "fullName": "Zoë Müller",
    "emailAddress": "zoe@example.com",
    "phoneNumber": "(0555) 123 45 67",
    "organization": "Wheelworks",
    "city": "Coventry",
    "region": "Rhode",
    "country": "Ruritania",
    "ip": "10.11.12.13",
    "browser": "Netscape 4",
    "operatingSystem": "BeOS",
    "conversationBeginPage": "https://shop.example/saddles",
    "referrer": "https://searchengine.example/",
    "customFields": {"plan": "platinum", "nested": {"depth": "fathoms"}},
    "chat_feedback": {"overall_chat": 5, "comments": "splendid"},
    "shoe": "fortyfour",
}


def found(inbox, words, **more):
    return inbox.find(Query(View.ALL, words=words, **more)).result(120)


@pytest.mark.parametrize("words", [
    "zoe", "MULLER", "zoë mül", "zoe@example.com", "05551234567", "0555 123", "wheelworks",
    "coventry", "ruritania", "10.11.12.13", "netscape", "beos", "saddles", "searchengine",
    "platinum", "fathoms", "splendid", "fortyfour", "v-77", "wobbles", "maya", "maya@shop.example",
    "Sales", "urgent", "lookme1", '"wheel wobbles"', "wheel -brakes",
])  # fmt: skip
def test_everything_olark_sent_is_found(inbox, words):
    post(inbox, chat("other", ["Something else"], visitor={"fullName": "Ann"},
                     operators={}))  # fmt: skip
    agent = {"7": {"id": "7", "nickname": "Maya", "emailAddress": "maya@shop.example"}}
    lines = ["My wheel wobbles", "Bring it in"]
    post(inbox, chat("lookme1", lines, visitor=EVERYTHING, operators=agent, tags=["urgent"],
                     groups=[{"name": "Sales"}]))  # fmt: skip
    assert keys(inbox, View.ALL, words=words) == ["lookme1"]


def test_a_hit_shows_the_piece_around_it_and_where_it_stands(inbox):
    post(inbox, chat(lines=["My wheel wobbles since Monday", "Bring it in"]))
    (one,) = found(inbox, "wobb").rows
    assert one.snippet == "My wheel wobbles since Monday"
    assert [one.snippet[a:b] for a, b in one.marks] == ["wobbles"]
    assert one.name_marks == ()
    (one,) = found(inbox, "bob").rows
    assert [one.name[a:b] for a, b in one.name_marks] == ["Bob"]


def test_opening_a_hit_tells_every_place_in_reading_order(inbox):
    post(inbox, chat(lines=["wheel and wheel", "no", "a Wheel"]))
    opened = inbox.opened(row(inbox).id, "wheel").result()
    assert opened.hits == ((0, 0, 5), (0, 10, 15), (2, 2, 7))
    assert inbox.opened(row(inbox).id).result().hits == ()
    assert inbox.opened(99).result() is None


def test_the_newest_hit_comes_first_and_pages_follow(inbox):
    for n in range(7):
        post(inbox, chat(f"c{n}"))
    everything = found(inbox, "hello").rows
    assert [one.key for one in everything] == [f"c{n}" for n in range(6, -1, -1)]
    query = Query(View.ALL, words="hello")
    assert inbox.find(query, 3, 2).result().rows == everything[3:5]
    assert inbox.find(query, 3, 2, after=everything[2]).result().rows == everything[3:5]
    oldest = found(inbox, "hello", order=Order.OLDEST).rows
    assert oldest == everything[::-1]
    assert [inbox.position(query, one.id).result() for one in everything] == list(range(7))


def test_what_is_no_hit_has_no_position(inbox):
    post(inbox, chat())
    query = Query(View.ALL, words="absent")
    assert inbox.position(query, row(inbox).id).result() is None
    assert inbox.position(query, 99).result() is None


def test_hits_are_counted_to_a_bound_and_completed_behind(inbox, monkeypatch):
    monkeypatch.setattr(hits, "COUNTED", 3)
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    slice_ = inbox.find(Query(View.ALL, words="hello"), 0, 2).result()
    assert (slice_.total, slice_.total_exact, len(slice_.rows)) == (3, False, 2)
    assert inbox.total(Query(View.ALL, words="hello")).result() == 5
    assert inbox.total(Query(View.INBOX)).result() == 5
    assert found(inbox, "absent").total_exact


def test_a_search_stays_inside_its_view_and_out_of_the_bin(inbox):
    for identity in ("c1", "c2", "c3"):
        post(inbox, chat(identity, tags=["sale"] if identity != "c3" else []))
    post(inbox, offline("o1", "Hello"))
    inbox.mark([row(inbox, "c1").id], binned=True).result()
    inbox.mark([row(inbox, "c2").id], done=True).result()
    assert keys(inbox, View.ALL, words="hello") == ["o1", "c3", "c2"]
    assert found(inbox, "hello").total == 3
    assert keys(inbox, View.INBOX, words="hello") == ["o1", "c3"]
    assert keys(inbox, View.OFFLINE, words="hello") == ["o1"]
    assert keys(inbox, View.TAG, label="sale", words="hello") == ["c2"]
    assert keys(inbox, View.BIN, words="hello") == ["c1"]
    assert keys(inbox, View.ALL, words="hello in:bin") == ["c1"]


def test_an_agent_is_found_by_his_id_in_every_chat_he_was_in(inbox):
    moved = chat("moved", ("Hello", "Hi"), operators={"55": {"nickname": "Sam"}, "99": {}})
    moved["items"][1]["operatorId"] = "57"
    post(inbox, moved)
    post(inbox, chat("other", ("55 please", "57 dollars")))
    for number in ("55", "57", "99"):
        assert keys(inbox, words=f"agent:{number} ") == ["moved"], number
    assert keys(inbox, words="agent:5 ") == []


def test_filters_alone_are_a_search_too(inbox):
    post(inbox, chat("c1"))
    post(inbox, chat("c2"))
    inbox.mark([row(inbox).id], starred=True).result()
    assert keys(inbox, View.ALL, words="is:starred") == ["c1"]
    assert found(inbox, "is:starred").total == 1


@pytest.mark.parametrize(
    "typed", ['"', "AND", "NEAR(", "a OR", "-", "*", "^x", "{a}:b", "\0", "(("]
)
def test_any_typed_text_is_safe(inbox, typed):
    post(inbox, chat())
    found(inbox, typed)
    inbox.opened(row(inbox).id, typed).result()


def test_what_a_conversation_said_before_an_update_is_no_longer_found(inbox):
    post(inbox, chat(lines=["apples", "yes"]))
    post(inbox, chat(lines=["pears", "yes", "indeed"]))
    assert keys(inbox, View.ALL, words="apples") == []
    assert keys(inbox, View.ALL, words="pears") == ["c1"]


def test_a_newer_search_overtakes(inbox, monkeypatch):
    post(inbox, chat())
    begun, go = threading.Event(), threading.Event()
    plan = hits.plan

    def slow(words, now_ms, **more):
        if words == "first":
            begun.set()
            go.wait(120)
        return plan(words, now_ms, **more)

    monkeypatch.setattr(hits, "plan", slow)
    first = inbox.find(Query(words="first"))
    assert begun.wait(120)
    waiting = inbox.find(Query(words="second"))
    third = inbox.find(Query(words="hello"))
    go.set()
    assert third.result(120).total == 1
    with pytest.raises(Superseded):
        waiting.result(120)
    assert first.exception(120) is None or isinstance(first.exception(), Superseded)


def test_a_common_word_is_walked_in_list_order_without_sorting(connection):
    planned = hits.plan("hello", 0)
    statement = hits._Statement(connection, Query(View.ALL, words="hello"), planned, 0)
    sql = f"explain query plan {statement.page(None)}"
    steps = [
        d for *_, d in connection.execute(sql, statement.parameters | {"limit": 1, "offset": 0})
    ]
    assert not [step for step in steps if "TEMP B-TREE" in step], steps
    assert steps[1].startswith("SEARCH conversation"), steps
    places = f"explain query plan {statement.places(connection, None)}"
    bounds = {"limit": 1, "offset": 0}
    steps = [d for *_, d in connection.execute(places, statement.parameters | bounds)]
    assert len(steps) == 1, steps
    assert "VIRTUAL TABLE" in steps[0], steps


def test_a_page_far_down_and_a_page_near_the_top_agree(inbox, monkeypatch):
    for n in range(6):
        post(inbox, chat(f"c{n}"))
    inbox.mark([row(inbox, "c3").id], binned=True).result()
    query = Query(View.ALL, words="hello")
    near = inbox.find(query, 2, 2).result().rows
    monkeypatch.setattr(hits, "COUNTED", 3)
    far = inbox.find(query, 2, 2).result()
    assert far.rows == near
    assert [one.key for one in near] == ["c2", "c1"]
    assert (far.total, far.total_exact) == (3, False)


def test_who_is_found_by_his_name_keeps_his_last_words_in_sight(inbox):
    post(inbox, chat(lines=["It is Bob, hello", "Hi, Maya here"]))
    (one,) = found(inbox, "bob doe").rows
    assert [one.name[a:b] for a, b in one.name_marks] == ["Bob", "Doe"]
    assert (one.snippet, one.marks) == ("", ())
    (one,) = found(inbox, "bob hello").rows
    assert one.snippet == "It is Bob, hello"


@pytest.mark.parametrize("words", [
    "is:unanswered", "is:offline", "is:starred", "is:rated", "rating:5", "rating:<=2", "rating:>2",
    "has:rating",
])  # fmt: skip
def test_a_filter_finds_the_same_among_few_and_among_many(inbox, monkeypatch, words):
    for n in range(10):
        rated = {"visitor": {"chat_feedback": {"overall_chat": 1 + n % 5}}} if n % 2 else {}
        post(inbox, chat(f"c{n}", **rated))
    post(inbox, offline("o1", "hello"))
    post(inbox, chat("u1", operators={}, items=[said("hello")]))
    inbox.mark([row(inbox, key).id for key in ("c2", "o1")], starred=True).result()
    inbox.mark([row(inbox, "c3").id], binned=True).result()
    for search in (words, f"hello {words}", f"hel {words} in:bin", f"hello -{words}"):
        answers = []
        for handful, few in ((20, 5_000), (0, 5_000), (0, 0)):
            monkeypatch.setattr(hits, "_HANDFUL", handful)
            monkeypatch.setattr(hits, "_FEW", few)
            answers.append(keys(inbox, View.ALL, words=search))
        assert answers[0] == answers[1] == answers[2], search
    assert keys(inbox, View.ALL, words=f"hello {words}")


def test_with_a_filter_the_first_page_comes_before_the_number(inbox):
    for n in range(6):
        post(inbox, chat(f"c{n}"))
    query = Query(View.ALL, words="hello is:unread")
    first = inbox.find(query, 0, 3).result()
    assert [one.key for one in first.rows] == ["c5", "c4", "c3"]
    assert (first.total, first.total_exact) == (4, False)
    assert inbox.total(query).result() == 6
    second = inbox.find(query, 3, 3).result()
    assert [one.key for one in second.rows] == ["c2", "c1", "c0"]
    assert (second.total, second.total_exact) == (6, True)
