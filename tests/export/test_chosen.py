import pytest

from olark_inbox.export.chosen import Chosen, pick
from olark_inbox.store.rows import Order, Query, View
from tests.store.makers import NOW, chat, post, row, send_test, start


def picked_keys(inbox, chosen):
    return [inbox.row(one).result().key for one in pick(inbox, chosen).ids]


def test_everything_is_taken_newest_first(inbox):
    for key in "abc":
        post(inbox, chat(key))
    assert picked_keys(inbox, Chosen()) == ["c", "b", "a"]
    assert picked_keys(inbox, Chosen(query=Query(View.ALL, order=Order.OLDEST))) == ["a", "b", "c"]


def test_the_shown_order_is_kept_for_a_selection(inbox):
    for key in "abc":
        post(inbox, chat(key))
    ids = tuple(row(inbox, key).id for key in "bca")
    assert picked_keys(inbox, Chosen(ids=(*ids, 999))) == ["b", "c", "a"]


def test_a_list_sorted_by_name_is_saved_so(inbox):
    for key, name in (("a", "Zoe"), ("b", "Ann"), ("c", "Mia")):
        post(inbox, chat(key, visitor={"kind": "Visitor", "fullName": name}))
    assert picked_keys(inbox, Chosen(query=Query(View.ALL, order=Order.NAME))) == ["b", "c", "a"]


def test_a_search_takes_what_it_finds(inbox):
    post(inbox, chat("a", ("wheel", "yes")))
    post(inbox, chat("b", ("saddle", "no")))
    assert picked_keys(inbox, Chosen(query=Query(View.ALL, words="wheel"))) == ["a"]


def test_samples_and_tests_are_left_out_unless_asked(inbox):
    post(inbox, chat("a"))
    post(inbox, chat("s"), sample=True)
    post(inbox, send_test())
    assert picked_keys(inbox, Chosen()) == ["a"]
    assert pick(inbox, Chosen()).samples == 1
    assert picked_keys(inbox, Chosen(samples=True)) == ["s", "a"]


def test_chats_that_only_began_are_counted(inbox):
    post(inbox, start("a"))
    post(inbox, chat("b"))
    assert pick(inbox, Chosen()).starts == 1


def test_dates_bound_a_choice(inbox):
    for number, key in enumerate("abc"):
        post(inbox, chat(key), received_ms=NOW + number * 1000)
    chosen = Chosen(since_ms=NOW + 1000, until_ms=NOW + 2000)
    assert picked_keys(inbox, chosen) == ["b"]
    assert Chosen().everything
    assert not chosen.everything


def test_looking_up_what_is_meant_can_be_stopped(inbox):
    for key in "abc":
        post(inbox, chat(key))
    steps = iter([None, None])

    def step():
        if next(steps, "stop") == "stop":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        pick(inbox, Chosen(), step)
