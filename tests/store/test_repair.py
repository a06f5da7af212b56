import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.olark.model import Side
from olark_inbox.store import backup, erasing, listing, notes, repair
from tests.store import harm
from tests.store.makers import NOW, chat, keys, offline, post, row, send_test

MANY = 250


@pytest.fixture
def candidate(folders):
    return folders.root / "candidate.sqlite"


@pytest.fixture
def filled(folders, clock):
    """A store of many chats, with a backup of the first hundred."""
    inbox = Inbox.open(folders, clock)
    for n in range(MANY):
        post(inbox, chat(f"c{n}"))
        if n == 99:
            backup.make(folders.store, folders.backups, NOW, "daily")
    post(inbox, offline("o1"))
    post(inbox, send_test())
    post(inbox, b'data={"kind":"Conversation","id":"torn","items":[{"bo')
    inbox.mark([row(inbox, "c3").id, row(inbox, "c200").id], starred=True, unread=False).result(120)
    inbox.close()
    harm.fold_in(folders.store)
    return folders


def built(folders, candidate, clock):
    """Mend into the candidate, and open what came out."""
    former = repair.set_aside(folders.store, folders.root / "damaged", NOW)
    base = backup.newest_sound(folders.backups, NOW)
    mended = repair.build(former, base, candidate, clock)
    candidate.replace(folders.store)
    return mended, Inbox.open(folders, clock)


def test_what_arrived_after_the_backup_is_taken_along_with_place_and_marks(
    filled, candidate, clock
):
    before = Inbox.open(filled, clock)
    order, counts = keys(before), before.counts().result(120)
    before.close()
    mended, after = built(filled, candidate, clock)
    assert mended.whole
    assert mended.backup_ms == NOW
    assert keys(after) == order
    assert row(after, "c3").starred
    assert row(after, "c200").starred
    assert not row(after, "c200").unread
    now = after.counts().result(120)
    assert (now.total, now.unread, now.starred, now.unreadable) == (
        counts.total, counts.unread, counts.starred, counts.unreadable,
    )  # fmt: skip
    assert after.check().result(120).sound
    after.close()


def test_where_pages_are_broken_the_rest_is_saved_and_that_something_is_missing_is_said(
    filled, candidate, clock
):
    harm.spoil(filled.store, *harm.pages_of(filled.store, "delivery")[2:4])
    mended, after = built(filled, candidate, clock)
    there = set(keys(after))
    assert not mended.whole
    assert {f"c{n}" for n in range(100)} <= there
    assert len(there) > MANY - 60
    assert after.check().result(120).sound
    after.close()


def test_deliveries_are_saved_even_where_their_conversations_are_not(filled, candidate, clock):
    harm.spoil(filled.store, *harm.pages_of(filled.store, "conversation"))
    _, after = built(filled, candidate, clock)
    assert {f"c{n}" for n in range(MANY)} <= set(keys(after))
    assert after.check().result(120).sound
    after.close()


def test_without_any_backup_all_is_read_from_the_damaged_store(filled, candidate, clock):
    for path in filled.backups.iterdir():
        path.unlink()
    harm.spoil(filled.store, *harm.pages_of(filled.store, "document")[:2])
    mended, after = built(filled, candidate, clock)
    assert mended.backup_ms is None
    assert {f"c{n}" for n in range(MANY)} <= set(keys(after))
    assert after.check().result(120).sound
    after.close()


def test_of_a_store_that_cannot_be_read_at_all_the_backup_is_left(filled, candidate, clock):
    filled.store.write_bytes(b"nothing of a store" * 1000)
    mended, after = built(filled, candidate, clock)
    assert (mended.again, mended.whole) == (0, False)
    assert set(keys(after)) == {f"c{n}" for n in range(100)}
    after.close()


def test_numbers_never_go_back(filled, candidate, clock):
    before = Inbox.open(filled, clock)
    number = before.number()
    newest = row(before, "o1").id
    before.close()
    _, after = built(filled, candidate, clock)
    assert after.changes_since(number).result(120).reset
    assert after.number() > number
    assert post(after, chat("new")).conversations[0] > newest
    after.close()


def test_the_damaged_store_is_kept_each_time(filled):
    folder = filled.root / "damaged"
    first = repair.set_aside(filled.store, folder, NOW)
    second = repair.set_aside(filled.store, folder, NOW)
    assert first != second
    assert first.read_bytes() == second.read_bytes() == filled.store.read_bytes()


def test_what_was_erased_after_the_backup_stays_erased(filled, candidate, clock):
    inbox = Inbox.open(filled, clock)
    inbox._writer.put(
        lambda batch: erasing.erase(batch, [listing.id_of_key(batch.connection, "c7")])
    ).result(120)
    inbox.close()
    harm.fold_in(filled.store)
    _, after = built(filled, candidate, clock)
    assert "c7" not in keys(after)
    assert len(keys(after)) == MANY
    assert after.check().result(120).sound
    after.close()


def test_notes_and_own_tags_are_taken_along(filled, candidate, clock):
    inbox = Inbox.open(filled, clock)
    one = row(inbox, "c220").id
    inbox._writer.put(lambda batch: notes.write(batch, one, "Call back")).result(120)
    inbox.close()
    harm.fold_in(filled.store)
    _, after = built(filled, candidate, clock)
    there = row(after, "c220").id
    assert after.opened(there).result(120).note == "Call back"
    after.close()


@pytest.fixture
def bare(filled):
    """The same without any backup, and with what the owner made of a chat."""
    for path in filled.backups.iterdir():
        path.unlink()
    inbox = Inbox.open(filled, lambda: NOW)
    one = row(inbox, "c200").id
    inbox.notes.write(one, "Call back").result(120)
    tag = inbox.tags.create("vip", 3).result(120)
    inbox.tags.create("unworn", 4).result(120)
    inbox.tags.put_on([one], tag).result(120)
    inbox.reminders.remind([one], NOW + 5).result(120)
    inbox.mark([row(inbox, "c201").id], done=True).result(120)
    inbox.mark([row(inbox, "c202").id], binned=True).result(120)
    inbox.close()
    harm.fold_in(filled.store)
    return filled


def test_without_backup_and_bodies_all_that_is_shown_is_saved_with_its_marks(
    bare, candidate, clock
):
    before = Inbox.open(bare, clock)
    order, shown = keys(before), before.opened(row(before, "c200").id).result(120)
    before.close()
    harm.spoil(bare.store, *harm.pages_of(bare.store, "delivery"))
    mended, after = built(bare, candidate, clock)
    assert not mended.whole
    assert keys(after) == order
    one = after.opened(row(after, "c200").id).result(120)
    assert one.conversation == shown.conversation
    assert (one.note, one.row.own_tags, one.row.starred) == ("Call back", ("vip",), True)
    assert one.row.remind_ms == NOW + 5
    assert row(after, "c201").done
    assert row(after, "c202").binned_ms is not None
    assert {(tag.name, tag.colour) for tag in after.tags.every().result(120)} == {
        ("vip", 3), ("unworn", 4),
    }  # fmt: skip
    assert after.check().result(120).sound
    after.close()


def test_a_chat_is_saved_from_its_row_alone_and_from_its_text_alone(bare, candidate, clock):
    for table in ("delivery", "delivery_conversation"):
        harm.spoil(bare.store, *harm.pages_of(bare.store, table))
    harm.spoil(bare.store, *harm.pages_of(bare.store, "document")[:3])
    harm.spoil(bare.store, *harm.pages_of(bare.store, "conversation")[-3:])
    _, after = built(bare, candidate, clock)
    saved = [after.opened(row(after, key).id).result(120) for key in keys(after)]
    hidden = {"c201", "c202"}
    assert {f"c{n}" for n in range(MANY)} - hidden <= {one.row.key for one in saved}
    by_text = [one for one in saved if len(one.conversation.messages) > 1]
    by_row = [one for one in saved if one.conversation.messages[0].side is Side.SYSTEM]
    assert by_text
    assert by_row
    assert all(one.conversation.messages[0].text for one in by_row)
    assert after.check().result(120).sound
    after.close()


def test_what_was_saved_without_its_body_goes_on_when_it_comes_again(bare, candidate, clock):
    harm.spoil(bare.store, *harm.pages_of(bare.store, "delivery"))
    _, after = built(bare, candidate, clock)
    post(after, chat("c200", lines=["Hello", "One more"]))
    again = after.opened(row(after, "c200").id).result(120)
    assert "One more" in [m.text for m in again.conversation.messages]
    assert again.note == "Call back"
    after.close()
