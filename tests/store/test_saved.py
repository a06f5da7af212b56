import pytest

from olark_inbox.store.saved import Names
from tests.store.makers import Ticking, chat, post, row


def names(inbox):
    return [one.name for one in inbox.searches.every().result()]


def save(inbox, *wanted):
    return [inbox.searches.save(name, f"tag:{name}").result() for name in wanted]


def test_searches_are_kept_in_the_order_they_were_saved(inbox, folders):
    save(inbox, "b", "a")
    inbox.close()
    again = type(inbox).open(folders, Ticking())
    assert [(one.name, one.words) for one in again.searches.every().result()] == [
        ("b", "tag:b"),
        ("a", "tag:a"),
    ]
    again.close()


def test_a_search_is_renamed_moved_and_deleted_and_all_of_it_undone(inbox):
    a, b, c = save(inbox, "a", "b", "c")
    undone = [
        inbox.searches.order([c, a]).result(),
        inbox.searches.rename(a, " A  one ").result(),
        inbox.searches.delete(b).result(),
    ]
    assert names(inbox) == ["c", "A one"]
    for undo in reversed(undone):
        inbox.undo(undo).result()
    assert names(inbox) == ["a", "b", "c"]


@pytest.mark.parametrize(("name", "words"), [("", "x"), ("x", " "), ("\0", "x")])
def test_a_search_needs_name_and_words(inbox, name, words):
    with pytest.raises(ValueError, match="needs"):
        inbox.searches.save(name, words).result()


def test_whoever_shows_searches_hears_of_a_new_one(inbox):
    number = inbox.number()
    save(inbox, "a")
    assert inbox.number() > number


def test_each_search_says_how_many_it_finds(inbox):
    post(inbox, chat("c1", tags=["a"]))
    a, b = save(inbox, "a", "b")
    assert inbox.searches.counts().result() == {a: 1, b: 0}


def test_every_name_can_be_completed(inbox):
    post(inbox, chat("c1", tags=["sale"], groups=[{"name": "Sales"}]))
    inbox.tags.put_on([row(inbox).id], inbox.tags.create("vip").result()).result()
    inbox.tags.create("unused").result()
    gone = inbox.tags.create("gone").result()
    inbox.tags.delete(gone).result()
    assert inbox.searches.names().result() == Names(
        ("Maya",), ("Sales",), ("vip", "unused", "sale")
    )


def test_deleting_what_is_gone_does_nothing(inbox):
    assert not inbox.searches.delete(7).result()
