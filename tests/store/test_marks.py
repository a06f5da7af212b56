import pytest

from olark_inbox.store import marks
from olark_inbox.store.rows import View
from tests.store.makers import chat, keys, post, row

MARKS = ("unread", "starred", "done", "binned")


def state(inbox, key="c1"):
    one = row(inbox, key)
    return one.unread, one.starred, one.done, one.binned_ms is not None


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_is_set_told_and_taken_back(inbox, name):
    post(inbox, chat(tags=["sale"]))
    before, number = state(inbox), inbox.number()
    wanted = not before[MARKS.index(name)]
    undo = inbox.mark([row(inbox).id], **{name: wanted}).result()
    after = state(inbox)
    assert after[MARKS.index(name)] is wanted
    assert [a == b for a, b in zip(after, before, strict=True)].count(False) == 1
    (change,) = inbox.changes_since(number).result().changes
    assert (change.what, change.row) == ("mark", row(inbox))
    inbox.undo(undo).result()
    assert state(inbox) == before
    assert keys(inbox, View.TAG, label="sale") == ["c1"]
    assert inbox.check().result().sound


def test_a_mark_that_is_set_already_changes_nothing(inbox):
    post(inbox, chat())
    number = inbox.number()
    undo = inbox.mark([row(inbox).id], unread=True).result()
    assert not undo
    assert inbox.number() == number


def test_marks_move_no_row(inbox):
    for identity in ("c1", "c2"):
        post(inbox, chat(identity))
    inbox.mark([row(inbox).id], starred=True, unread=False).result()
    assert keys(inbox) == ["c2", "c1"]


def test_undo_leaves_what_arrived_in_between(inbox):
    post(inbox, chat())
    undo = inbox.mark([row(inbox).id], unread=False, starred=True).result()
    inbox.mark([row(inbox).id], unread=True).result()
    inbox.seen(row(inbox).id).result()
    post(inbox, chat(lines=["Hello", "Hi", "New line"]))
    inbox.undo(undo).result()
    assert row(inbox).unread
    assert not row(inbox).starred


def test_many_are_marked_in_steps_and_undone_as_one(inbox, monkeypatch):
    monkeypatch.setattr(marks, "STEP", 4)
    ids = [post(inbox, chat(f"c{n}")).conversations[0] for n in range(10)]
    undo = inbox.mark(ids, done=True).result()
    assert keys(inbox) == []
    assert undo.count == 10
    inbox.undo(undo).result()
    assert len(keys(inbox)) == 10


def test_very_many_are_told_as_read_it_all_again(inbox, monkeypatch):
    monkeypatch.setattr(marks, "TOLD", 3)
    ids = [post(inbox, chat(f"c{n}")).conversations[0] for n in range(5)]
    number = inbox.number()
    inbox.mark(ids, done=True).result()
    assert inbox.changes_since(number).result().reset


def test_marking_what_is_gone_does_nothing(inbox):
    assert not inbox.mark([99], starred=True).result()
    inbox.seen(99).result()
    assert not inbox.mark([], starred=True).result()


def test_opening_reads_it_and_all_its_lines(inbox):
    post(inbox, chat())
    one = row(inbox)
    inbox.seen(one.id).result()
    assert not row(inbox).unread
    assert inbox.opened(one.id).result().seen_lines == one.lines
