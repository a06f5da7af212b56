import pytest

from olark_inbox.store import fetch
from olark_inbox.store.rows import Query, View
from tests.store.makers import chat, keys, post, row


def noted(inbox, text="Ring him about the blue frame", key="c1"):
    return inbox.notes.write(row(inbox, key).id, text).result()


def note(inbox, key="c1"):
    return inbox.opened(row(inbox, key).id).result().note


def test_a_note_is_kept_word_for_word_and_taken_back(inbox):
    post(inbox, chat())
    first = noted(inbox, "One\n\n two 👍\n")
    number = inbox.number()
    second = noted(inbox, "Other")
    assert [change.what for change in inbox.changes_since(number).result().changes] == ["mark"]
    assert note(inbox) == "Other"
    inbox.undo(second).result()
    assert note(inbox) == "One\n\n two 👍\n"
    inbox.undo(first).result()
    assert note(inbox) == ""


def test_what_cannot_be_kept_is_shown_as_such(inbox):
    post(inbox, chat())
    noted(inbox, "a\0b\ud800c")
    assert note(inbox) == "ab?c"


def test_the_same_note_again_changes_nothing(inbox):
    post(inbox, chat())
    noted(inbox)
    number = inbox.number()
    assert not noted(inbox)
    assert not inbox.notes.write(99, "nobody").result()
    assert inbox.number() == number


@pytest.mark.parametrize("words", [
    "frame", "blue fra", '"blue frame"', "blue hello", "hello frame", "has:note", "frame has:note",
    "frame OR nothing", "bob frame",
])  # fmt: skip
def test_a_search_finds_notes_beside_what_olark_sent(inbox, words):
    post(inbox, chat())
    post(inbox, chat("c2"))
    noted(inbox)
    assert keys(inbox, View.ALL, words=words) == ["c1"]


@pytest.mark.parametrize("words", ["frame -blue", "-has:note -blue", "frame nothing"])
def test_what_a_note_says_can_be_left_out(inbox, words):
    post(inbox, chat())
    noted(inbox)
    assert keys(inbox, View.ALL, words=words) == []


def test_words_of_a_note_that_was_changed_are_found_no_more(inbox):
    post(inbox, chat())
    noted(inbox)
    noted(inbox, "Nothing")
    assert keys(inbox, View.ALL, words="frame") == []
    noted(inbox, "  ")
    assert keys(inbox, View.ALL, words="has:note") == []


def test_a_hit_in_a_note_shows_its_piece(inbox):
    post(inbox, chat())
    noted(inbox)
    (one,) = inbox.find(_query("frame")).result().rows
    assert [one.snippet[a:b] for a, b in one.marks] == ["frame"]


def _query(words):
    return Query(View.ALL, words=words)


def test_a_note_stays_with_its_conversation_wherever_that_goes(inbox):
    post(inbox, chat())
    noted(inbox)
    inbox.mark([row(inbox).id], binned=True).result()
    post(inbox, chat(lines=["Hello", "Hi", "More"]))
    assert note(inbox) != ""
    assert keys(inbox, View.ALL, words="frame") == ["c1"]


def test_a_note_goes_with_its_sample(inbox, connection):
    post(inbox, chat(), sample=True)
    noted(inbox)
    inbox.remove_samples().result()
    assert fetch.one(connection, "select count(*) from note")[0] == 0
    assert fetch.every(connection, "select rowid from note_words") == []
