import pytest

from tests.store.makers import chat, offline, post, row


def test_a_store_in_use_is_sound(inbox):
    post(inbox, chat(tags=["a"]))
    post(inbox, offline())
    post(inbox, b"data=%7Bcut")
    inbox.mark([row(inbox).id], done=True, starred=True).result()
    found = inbox.check().result()
    assert (found.sound, found.conversations, found.deliveries) == (True, 2, 3)
    assert found.unreadable == 1
    assert found.problems == ()


@pytest.mark.parametrize(("damage", "words"), [
    ("delete from document", "lost their text"),
    ("delete from delivery_conversation", "lost what Olark sent"),
    ("delete from words", "cannot be found"),
    ("insert into words (rowid, lines) values (5, 'x')", "lead nowhere"),
    ("update tally set inbox = 7", "inbox"),
    ("update tally set unreadable = 7", "unreadable"),
    ("update label set total = 7", "tag"),
])  # fmt: skip
def test_what_is_wrong_is_found_and_said(inbox, connection, damage, words):
    post(inbox, chat(tags=["a"]))
    connection.execute(damage)
    found = inbox.check().result()
    assert not found.sound
    assert any(words in problem for problem in found.problems), found.problems


def test_damaged_pages_are_found(inbox, folders, connection):
    for number in range(200):
        post(inbox, chat(f"c{number}"))
    connection.execute("pragma wal_checkpoint(truncate)").fetchall()
    size = folders.store.stat().st_size
    with folders.store.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xff" * 8192)
    assert not inbox.check().result().sound
