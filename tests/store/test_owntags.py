import pytest

from olark_inbox.store import fetch, owntags
from olark_inbox.store.owntags import NameTaken
from olark_inbox.store.rows import Query, View
from tests.store.makers import NOW, chat, keys, post, row


def tagged(inbox, name="vip", key="c1"):
    """A tag on one conversation."""
    tag = inbox.tags.create(name).result()
    inbox.tags.put_on([row(inbox, key).id], tag).result()
    return tag


def test_a_tag_is_put_on_shown_counted_and_taken_back(inbox):
    post(inbox, chat(tags=["vip"]))
    number = inbox.number()
    tag = inbox.tags.create("vip").result()
    undo = inbox.tags.put_on([row(inbox).id], tag).result()
    assert (row(inbox).own_tags, row(inbox).tags) == (("vip",), ("vip",))
    (change,) = inbox.changes_since(number).result().changes
    assert change.row.own_tags == ("vip",)
    counts = inbox.counts().result()
    assert [(one.name, one.total) for one in counts.own_tags] == [("vip", 1)]
    assert counts.tags == (("vip", 1),)
    assert keys(inbox, View.OWN, label="vip") == ["c1"]
    inbox.undo(undo).result()
    assert row(inbox).own_tags == ()
    assert keys(inbox, View.OWN, label="vip") == []
    assert inbox.check().result().sound


def test_taking_off_what_is_not_on_changes_nothing(inbox):
    post(inbox, chat())
    tag = inbox.tags.create("vip").result()
    number = inbox.number()
    assert not inbox.tags.take_off([row(inbox).id, 99], tag).result()
    assert inbox.number() == number


@pytest.mark.parametrize("words", ["tag:vip", "tag:gold", "gold", "vip", "VIP gold", "tag:VIP"])
def test_a_search_finds_own_tags(inbox, words):
    post(inbox, chat())
    post(inbox, chat("c2"))
    tagged(inbox, "VIP gold" if "gold" in words else "vip")
    if words == "tag:gold":
        assert keys(inbox, View.ALL, words=words) == []
    else:
        assert keys(inbox, View.ALL, words=words) == ["c1"]


def test_the_tag_stays_on_a_conversation_that_goes_on_goes_to_the_bin_and_comes_back(inbox):
    post(inbox, chat())
    tagged(inbox)
    post(inbox, chat("c2"))
    post(inbox, chat(lines=["Hello", "Hi", "Once more"]))
    assert keys(inbox, View.OWN, label="vip") == ["c1"]
    undo = inbox.mark([row(inbox).id], binned=True).result()
    assert keys(inbox, View.OWN, label="vip") == []
    assert inbox.counts().result().own_tags[0].total == 0
    inbox.undo(undo).result()
    assert keys(inbox, View.OWN, label="vip") == ["c1"]
    assert keys(inbox, View.ALL, words="tag:vip") == ["c1"]
    assert inbox.check().result().sound


def test_renaming_shows_at_once_everywhere_and_can_be_undone(inbox):
    post(inbox, chat())
    tag = tagged(inbox)
    undo = inbox.tags.rename(tag, "  Very \n important ").result()
    assert row(inbox).own_tags == ("Very important",)
    assert keys(inbox, View.ALL, words="important") == ["c1"]
    assert keys(inbox, View.ALL, words="vip") == []
    inbox.undo(undo).result()
    assert row(inbox).own_tags == ("vip",)


def test_two_tags_cannot_have_one_name(inbox):
    first = inbox.tags.create("Sale").result()
    assert inbox.tags.create("sale").result() == first
    other = inbox.tags.create("Other").result()
    with pytest.raises(NameTaken, match="SALE"):
        inbox.tags.rename(other, "SALE").result()
    assert not inbox.tags.rename(first, "Sale").result()
    assert inbox.tags.rename(first, "SALE").result()


@pytest.mark.parametrize("name", ["", "  ", "\n", '""'])
def test_a_tag_needs_a_name(inbox, name):
    with pytest.raises(ValueError, match="name"):
        inbox.tags.create(name).result()


def test_colours_are_given_in_turn_and_can_be_chosen(inbox):
    for number in range(9):
        inbox.tags.create(f"t{number}").result()
    assert [tag.colour for tag in inbox.tags.every().result()] == [*range(8), 0]
    tag = inbox.tags.every().result()[0]
    undo = inbox.tags.recolour(tag.id, 5).result()
    assert inbox.tags.every().result()[0].colour == 5
    inbox.undo(undo).result()
    assert inbox.tags.every().result()[0].colour == 0


def test_deleting_takes_a_tag_from_everywhere_and_undo_brings_all_of_it_back(inbox):
    post(inbox, chat())
    tag = tagged(inbox)
    undo = inbox.tags.delete(tag).result()
    assert row(inbox).own_tags == ()
    assert inbox.tags.every().result() == ()
    assert keys(inbox, View.ALL, words="tag:vip") == []
    inbox.undo(undo).result()
    assert row(inbox).own_tags == ("vip",)
    assert keys(inbox, View.ALL, words="tag:vip") == ["c1"]


def test_undoing_a_deletion_gives_way_to_a_new_tag_of_that_name(inbox):
    post(inbox, chat())
    undo = inbox.tags.delete(tagged(inbox)).result()
    inbox.tags.create("vip").result()
    inbox.undo(undo).result()
    assert [tag.total for tag in inbox.tags.every().result()] == [0]


def test_a_deleted_tag_is_forgotten_for_good_the_day_after(inbox, clock, connection):
    post(inbox, chat())
    inbox.tags.delete(tagged(inbox)).result()
    for days, left in ((0.5, 1), (1, 0)):
        clock.at = int(NOW + days * 86_400_000) + 1_000
        inbox.housekeeping.daily().result()
        assert fetch.one(connection, "select count(*) from own_tag")[0] == left
    assert fetch.every(connection, "select * from label where kind in ('own', 'gone')") == []
    assert fetch.one(connection, "select own_tags from conversation")[0] == ""


def test_a_list_of_a_tag_keeps_its_order(inbox):
    for number in range(4):
        post(inbox, chat(f"c{number}"))
        tagged(inbox, key=f"c{number}")
    assert keys(inbox, View.OWN, label="vip") == ["c3", "c2", "c1", "c0"]
    assert inbox.find(Query(View.OWN, "vip")).result().total == 4


def test_a_name_is_one_line_without_quotation_marks():
    assert owntags.tidy_name(' a "b"\tc ') == "a b c"
    assert len(owntags.tidy_name("x" * 500)) == owntags.LONGEST
