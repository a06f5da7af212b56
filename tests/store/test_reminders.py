from olark_inbox.store.rows import View
from tests.store.makers import HOUR, chat, keys, offline, post, row


def remind(inbox, clock, key="c1", hours=1):
    return inbox.reminders.remind([row(inbox, key).id], clock.at + hours * HOUR).result()


def test_a_reminder_waits_and_then_comes_back_to_needs_reply_with_news(inbox, clock):
    post(inbox, chat())
    remind(inbox, clock)
    assert row(inbox).remind_ms == inbox.reminders.next_ms().result()
    assert inbox.reminders.ring().result() == 0
    assert keys(inbox, View.NEEDS_REPLY) == []
    number = inbox.number()
    clock.at += HOUR
    assert inbox.reminders.ring().result() == 1
    (change,) = inbox.changes_since(number).result().changes
    assert (change.what, change.row.due) == ("due", True)
    assert keys(inbox, View.NEEDS_REPLY) == keys(inbox, View.REMINDERS) == ["c1"]
    counts = inbox.counts().result()
    assert (counts.needs_reply, counts.reminders) == (1, 1)
    assert inbox.reminders.next_ms().result() is None
    assert inbox.reminders.ring().result() == 0
    assert inbox.check().result().sound


def test_what_waits_for_an_answer_anyhow_counts_once(inbox, clock):
    post(inbox, offline())
    remind(inbox, clock, "o1", hours=0)
    inbox.reminders.ring().result()
    counts = inbox.counts().result()
    assert (counts.needs_reply, counts.offline, counts.reminders) == (1, 1, 0)
    assert row(inbox, "o1").due


def test_a_reminder_brings_a_chat_back_from_done(inbox, clock):
    post(inbox, chat())
    inbox.mark([row(inbox).id], done=True).result()
    remind(inbox, clock, hours=0)
    inbox.reminders.ring().result()
    assert keys(inbox) == ["c1"]


def test_done_ends_a_reminder_and_undo_brings_it_back(inbox, clock):
    post(inbox, chat())
    remind(inbox, clock, hours=0)
    inbox.reminders.ring().result()
    undo = inbox.mark([row(inbox).id], done=True).result()
    assert (row(inbox).remind_ms, row(inbox).due) == (None, False)
    assert inbox.counts().result().reminders == 0
    inbox.undo(undo).result()
    assert keys(inbox, View.REMINDERS) == ["c1"]
    assert inbox.check().result().sound


def test_what_lies_in_the_bin_stays_there_and_is_due_when_it_comes_out(inbox, clock):
    post(inbox, chat())
    remind(inbox, clock, hours=0)
    inbox.mark([row(inbox).id], binned=True).result()
    inbox.reminders.ring().result()
    assert keys(inbox, View.NEEDS_REPLY) == []
    inbox.mark([row(inbox).id], binned=False).result()
    assert keys(inbox, View.REMINDERS) == ["c1"]
    assert inbox.check().result().sound


def test_a_reminder_is_moved_cleared_and_taken_back(inbox, clock):
    post(inbox, chat())
    first = remind(inbox, clock, hours=1)
    at = row(inbox).remind_ms
    second = remind(inbox, clock, hours=2)
    inbox.undo(second).result()
    assert row(inbox).remind_ms == at
    inbox.reminders.clear([row(inbox).id]).result()
    assert row(inbox).remind_ms is None
    inbox.undo(first).result()
    assert row(inbox).remind_ms is None


def test_reminders_can_be_searched_for(inbox, clock):
    post(inbox, chat())
    post(inbox, chat("c2"))
    remind(inbox, clock)
    assert keys(inbox, View.ALL, words="has:reminder") == ["c1"]


def test_looking_for_the_next_reminder_looks_at_reminders_only(connection):
    sql = "select min(remind_ms) from conversation where remind_ms is not null and due = 0"
    ((*_, step),) = connection.execute(f"explain query plan {sql}")
    assert "reminder_next" in step
