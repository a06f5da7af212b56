import threading

import pytest

from olark_inbox.inbox import Body
from olark_inbox.store import many, marks
from olark_inbox.store.many import Everything
from olark_inbox.store.marks import Marks
from olark_inbox.store.rows import Order, Query, View
from tests.store.makers import chat, keys, post, raw, row, rows


@pytest.fixture
def ten(inbox, monkeypatch):
    """Ten chats, marked three at a time."""
    monkeypatch.setattr(marks, "STEP", 3)
    for number in range(10):
        post(inbox, chat(f"c{number}"))
    return inbox


def shown(inbox, **more):
    query = Query(**more)
    return Everything(query, max(one.arrival for one in inbox.find(query).result().rows))


def test_all_that_was_shown_is_marked_and_nothing_that_came_since(ten):
    everything = shown(ten)
    post(ten, chat("new"))
    undo = ten.many.mark(everything, Marks(done=True)).future.result()
    assert keys(ten) == ["new"]
    assert undo.count == 10
    ten.undo(undo).result()
    assert len(keys(ten)) == 11


@pytest.mark.parametrize("order", list(Order))
def test_whatever_the_order_all_of_it_is_marked(ten, order):
    ten.many.mark(shown(ten, order=order), Marks(starred=True)).future.result()
    assert len(keys(ten, View.STARRED)) == 10


def test_a_search_is_marked_as_a_whole(ten):
    post(ten, chat("other", ["Something"]))
    run = ten.many.mark(shown(ten, view=View.ALL, words="hello"), Marks(binned=True))
    assert run.future.result().count == 10
    assert keys(ten, View.ALL) == ["other"]


def test_what_was_taken_out_again_stays_as_it_is(ten):
    everything = Everything(Query(), shown(ten).upto, but=(row(ten, "c4").id,))
    ten.many.mark(everything, Marks(done=True)).future.result()
    assert keys(ten) == ["c4"]


def test_progress_is_told_and_a_stop_leaves_the_rest(ten):
    told, go = [], threading.Event()

    def progress(done, total):
        told.append((done, total))
        go.wait(120)

    run = ten.many.mark(shown(ten), Marks(done=True), progress)
    run.stop()
    go.set()
    undo = run.future.result()
    assert told in ([], [(3, 10)])
    assert len(keys(ten, View.DONE)) == undo.count == sum(done for done, _ in told)
    ten.undo(undo).result()
    assert keys(ten, View.DONE) == []


def test_progress_ends_with_all(ten):
    told = []
    run = ten.many.mark(shown(ten), Marks(done=True), lambda *at: told.append(at))
    run.future.result()
    assert told == [(3, 10), (6, 10), (9, 10), (10, 10)]


def test_a_delivery_goes_between_the_steps(ten):
    receipts = []

    def progress(done, total):
        if done == 3:
            receipts.append(ten.accept(_body(chat("urgent"))))

    run = ten.many.mark(shown(ten), Marks(done=True), progress)
    run.future.result()
    stored = receipts[0].result()
    assert stored.conversations
    assert keys(ten) == ["urgent"]


def _body(payload):
    return Body(raw(payload), "application/x-www-form-urlencoded")


def test_tags_and_reminders_go_on_many_and_come_off_again(ten):
    tag = ten.tags.create("vip").result()
    undo = ten.many.tag(shown(ten), tag, on=True).future.result()
    assert len(keys(ten, View.OWN, label="vip")) == 10
    ten.undo(undo).result()
    assert keys(ten, View.OWN, label="vip") == []
    undo = ten.many.remind(shown(ten), 5).future.result()
    assert {one.remind_ms for one in rows(ten)} == {5}
    ten.undo(undo).result()
    assert {one.remind_ms for one in rows(ten)} == {None}


def test_named_ones_are_taken_as_named(ten):
    chosen = [row(ten, "c1").id, row(ten, "c2").id, 99]
    assert ten.many.mark(chosen, Marks(done=True)).future.result().count == 2
    assert not ten.many.mark([], Marks(done=True)).future.result()


def test_many_are_erased(ten):
    assert ten.many.erase(shown(ten)).future.result().count == 10
    assert keys(ten, View.ALL) == []
    assert ten.check().result().sound


def test_what_is_shown_is_read_in_one_moment(ten):
    assert len(ten.many.ids(shown(ten)).result()) == 10


def test_a_failing_step_fails_the_whole(ten, monkeypatch):
    def fail(*_):
        raise ValueError("no")

    monkeypatch.setattr(many.marks, "mark", fail)
    with pytest.raises(ValueError, match="no"):
        ten.many.mark(shown(ten), Marks(done=True)).future.result()
