from olark_inbox.store import batch, changes
from tests.store.makers import chat, post, row


def told(inbox, number):
    return [(c.what, c.conversation) for c in inbox.changes_since(number).result().changes]


def test_each_change_is_told_once_with_the_row_as_it_is(inbox):
    number = inbox.number()
    (one,) = post(inbox, chat()).conversations
    answer = inbox.changes_since(number).result()
    (change,) = answer.changes
    assert (change.what, change.old_arrival, change.row) == ("new", None, row(inbox))
    assert answer.number == inbox.number()
    assert answer.deliveries_changed
    assert not inbox.changes_since(answer.number).result().changes
    old = row(inbox).arrival
    post(inbox, chat(lines=["a", "b", "c"]))
    (change,) = inbox.changes_since(answer.number).result().changes
    assert (change.what, change.conversation, change.old_arrival) == ("lines", one, old)


def test_several_changes_of_one_are_told_as_the_weightiest(inbox):
    post(inbox, chat("c0"))
    number, before = inbox.number(), row(inbox, "c0").arrival
    post(inbox, chat("c0", ["a", "b", "c"]))
    post(inbox, chat("c1"))
    inbox.mark([row(inbox, "c0").id, row(inbox, "c1").id], starred=True).result()
    assert sorted(told(inbox, number)) == [
        ("lines", row(inbox, "c0").id),
        ("new", row(inbox, "c1").id),
    ]
    by_id = {c.conversation: c for c in inbox.changes_since(number).result().changes}
    assert by_id[row(inbox, "c0").id].old_arrival == before
    assert by_id[row(inbox, "c1").id].old_arrival is None


def test_details_alone_are_an_update(inbox):
    post(inbox, chat())
    number = inbox.number()
    post(inbox, chat(tags=["won"]))
    assert told(inbox, number) == [("update", row(inbox).id)]


def test_too_many_changes_say_read_it_again(inbox, monkeypatch):
    monkeypatch.setattr(changes, "TOLD", 3)
    number = inbox.number()
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    answer = inbox.changes_since(number).result()
    assert answer.reset
    assert answer.number == inbox.number()


def test_who_is_further_behind_than_changes_are_kept_reads_it_again(inbox, monkeypatch):
    monkeypatch.setattr(batch, "CHANGES_KEPT", 3)
    number = inbox.number()
    for n in range(5):
        post(inbox, chat(f"c{n}"))
    assert inbox.changes_since(number).result().reset
    assert inbox.changes_since(inbox.number() + 100).result().reset


def test_a_state_is_told_as_such(inbox):
    number = inbox.number()
    inbox.set_state("receiver", {"status": "listening"}).result()
    answer = inbox.changes_since(number).result()
    assert answer.state_changed
    assert not answer.deliveries_changed
    assert not answer.changes
