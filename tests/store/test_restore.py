"""A store that went through an archive is the store it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Query, View
from tests.store.makers import NOW, Ticking, chat, folders_in, offline, post, row, send_test, start


@pytest.fixture
def other(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "other"), Ticking())
    yield opened
    opened.close()


def bring(source, target, conversations=None, *, samples=True):
    run = target.archiving.restoring().result()
    target.archiving.restore(run, [source.archiving.kept_owner().result()]).result()
    deliveries = source.archiving.delivery_ids(conversations, samples=samples).result()
    for line in source.archiving.kept(deliveries, samples=samples):
        target.archiving.restore(run, [line]).result()
    return run


def everything(inbox):
    """What a store says, without its own numbering."""
    shown = {}
    for view in (View.ALL, View.BIN):
        for one in inbox.rows_of(Query(view)):
            opened = inbox.opened(one.id).result()
            values = {name: getattr(one, name) for name in one.__slots__ if name != "id"}
            shown[one.key] = (values, opened.conversation, opened.seen_lines, opened.note)
    log = [
        (d.received_ms, d.outcome, d.kind, d.names, d.size, d.sample, d.settled, d.reason,
         inbox.raw(d.id).result())
        for d in inbox.deliveries(limit=1000).result()
    ]  # fmt: skip
    counts = inbox.counts().result()
    figures = {
        name: getattr(counts, name)
        for name in counts.__slots__
        if name not in ("number", "own_tags")
    }
    return shown, log, figures, inbox.archiving.kept_owner().result()


def test_an_empty_store_becomes_what_the_other_was(inbox, other):
    post(inbox, start("a"))
    post(inbox, chat("a", tags=["vip"]))
    post(inbox, offline("b"))
    post(inbox, chat("s"), sample=True)
    post(inbox, send_test())
    post(inbox, b'data={"id": "torn", "items": [')
    inbox.mark([row(inbox, "a").id], starred=True, done=True).result()
    inbox.mark([row(inbox, "b").id], binned=True).result()
    inbox.seen(row(inbox, "a").id).result()
    bring(inbox, other)
    assert everything(other) == everything(inbox)
    assert other.check().result().sound


def follow_up(inbox):
    """Everything an owner does with his conversations."""
    first, second = (row(inbox, key).id for key in ("a", "b"))
    tag = inbox.tags.create("vip", 3).result()
    inbox.tags.create("nobody wears it").result()
    inbox.tags.put_on([first, second], tag).result()
    inbox.notes.write(first, "Call back on Friday").result()
    inbox.searches.save("Wheels", "wheel OR rim").result()
    inbox.persons.join(first, "v:v9").result()
    inbox.reminders.remind([second], NOW * 2).result()
    inbox.mark([second], binned=True).result()


def test_what_the_owner_made_of_it_comes_back_too(inbox, other):
    post(inbox, chat("a"))
    post(inbox, offline("b"))
    follow_up(inbox)
    bring(inbox, other)
    assert everything(other) == everything(inbox)
    assert other.archiving.kept_owner().result().persons == (("v:v1", "v:v9"),)
    assert other.find(Query(View.ALL, words="Friday")).result().total == 1
    before = everything(other)
    bring(inbox, other)
    assert everything(other) == before


def test_two_notes_on_one_conversation_are_both_kept(inbox, other):
    for store, note in ((inbox, "theirs"), (other, "ours")):
        post(store, chat("a"), received_ms=NOW)
        store.notes.write(row(store, "a").id, note).result()
    bring(inbox, other)
    bring(inbox, other)
    assert other.opened(row(other, "a").id).result().note == "ours\n\ntheirs"


def test_bringing_it_back_twice_changes_nothing(inbox, other):
    post(inbox, chat("a"))
    post(inbox, chat("a"))
    post(inbox, b"data={torn")
    bring(inbox, other)
    before = everything(other)
    run = bring(inbox, other)
    assert (run.new_deliveries, run.new_conversations) == (0, 0)
    assert everything(other) == before


def test_a_filled_store_keeps_its_own_marks_and_gains_what_it_lacked(inbox, other):
    post(inbox, chat("a"), received_ms=NOW - 1000)
    post(inbox, chat("b"), received_ms=NOW - 500)
    inbox.mark([row(inbox, "a").id], starred=True, done=True).result()
    post(other, chat("b"), received_ms=NOW)
    other.mark([row(other, "b").id], unread=False).result()
    run = bring(inbox, other)
    assert run.new_conversations == 1
    assert (row(other, "a").starred, row(other, "a").done) == (True, True)
    assert row(other, "b").unread is False
    # What came long ago stands at its old place, not on top.
    assert [one.key for one in other.rows_of(Query(View.ALL))] == ["b", "a"]
    assert other.find(Query(View.ALL, words="Maya")).result().total == 2


def test_two_conversations_of_the_same_moment_both_find_a_place(inbox, other):
    post(inbox, chat("a"), received_ms=NOW)
    post(other, chat("b"), received_ms=NOW)
    bring(inbox, other)
    assert {one.key for one in other.rows_of(Query(View.ALL))} == {"a", "b"}
    assert other.check().result().sound


def test_what_comes_back_is_no_news(inbox, other):
    post(inbox, chat("a"))
    number = other.number()
    bring(inbox, other)
    told = other.changes_since(number).result()
    assert told.reset
    assert not told.changes
    assert "test" not in other.state().result()


def test_when_something_came_last_is_known_after_it_comes_back(inbox, other):
    post(inbox, chat("early"), received_ms=NOW)
    post(inbox, chat("newest"), received_ms=NOW + 2000)
    post(other, chat("own"), received_ms=NOW + 1000)
    bring(inbox, other)
    assert _last(other) == {"at_ms": NOW + 2000, "conversation": row(other, "newest").id}
    post(other, chat("now"), received_ms=NOW + 3000)
    post(inbox, chat("between"), received_ms=NOW + 2500)
    bring(inbox, other)
    assert _last(other) == {"at_ms": NOW + 3000, "conversation": row(other, "now").id}


def _last(inbox):
    return inbox.state().result()["last"].value


def test_a_discarded_body_comes_back_as_discarded_and_only_once(inbox, other):
    torn = post(inbox, b"data={torn").delivery
    inbox.discard(torn).result()
    bring(inbox, other)
    bring(inbox, other)
    [line] = other.deliveries().result()
    assert line.settled
    assert other.counts().result().unreadable == 0


def test_a_torn_body_is_settled_by_its_whole_copy_as_before(inbox, other):
    post(inbox, b'data={"id":"a","items":[')
    post(inbox, chat("a"))
    bring(inbox, other)
    assert everything(other) == everything(inbox)
    assert other.counts().result().unreadable == 0


payloads = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(["start", "chat", "longer", "offline", "test", "torn", "sample"]),
        st.sampled_from([None, "starred", "done", "binned", "unread"]),
        st.integers(0, 3),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(payloads)
def test_import_of_export_is_the_same_store(tmp_path_factory, payloads):
    folder = tmp_path_factory.mktemp("stores")
    inbox = Inbox.open(folders_in(folder / "one"), Ticking())
    other = Inbox.open(folders_in(folder / "two"), Ticking())
    try:
        for number, (key, what, mark, jump) in enumerate(payloads):
            receipt = post(inbox, _payload(key, what, number), sample=what == "sample",
                           received_ms=NOW + number * jump)  # fmt: skip
            if mark is not None and receipt.conversations:
                inbox.mark(receipt.conversations, **{mark: True}).result()
        bring(inbox, other)
        assert everything(other) == everything(inbox)
    finally:
        inbox.close()
        other.close()


def _payload(key, what, number):
    if what == "torn":
        return b'data={"id":"%s","n":%d' % (key.encode(), number)
    makers = {
        "start": start, "chat": chat, "offline": offline, "sample": chat,
        "longer": lambda key: chat(key, ("1", "2", "3", "4"), tags=["vip"]),
        "test": lambda _: send_test(),
    }  # fmt: skip
    return makers[what](key)
