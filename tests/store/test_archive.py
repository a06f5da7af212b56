from dataclasses import replace

from olark_inbox.store.archive import KeptDelivery, KeptMarks, print_of
from tests.store.makers import chat, offline, post, raw, row, send_test, start


def test_conversations_are_read_in_the_order_asked(inbox):
    for identity in ("a", "b", "c"):
        post(inbox, chat(identity))
    wanted = [row(inbox, key).id for key in ("b", "c", "a")]
    found = list(inbox.archiving.opened_each([*wanted, 999]))
    assert [one.conversation.id for one in found] == ["b", "c", "a"]
    assert replace(inbox.opened(wanted[0]).result(), earlier=()) == found[0]


def test_deliveries_come_with_their_bodies_and_marks_behind_the_last_of_each_chat(inbox):
    post(inbox, start("a"))
    post(inbox, offline("b"))
    post(inbox, chat("a"), received_ms=5)
    kept = list(inbox.archiving.kept(inbox.archiving.delivery_ids().result()))
    assert [type(line) for line in kept] == [
        KeptDelivery, KeptDelivery, KeptMarks, KeptDelivery, KeptMarks,
    ]  # fmt: skip
    assert kept[0].raw == raw(start("a"))
    assert [line.key for line in kept if isinstance(line, KeptMarks)] == ["b", "a"]


def test_only_the_deliveries_of_chosen_conversations_are_named(inbox):
    post(inbox, chat("a"))
    post(inbox, chat("b"))
    assert len(inbox.archiving.delivery_ids([row(inbox, "b").id]).result()) == 1


def test_samples_and_tests_are_left_out_unless_asked(inbox):
    post(inbox, chat("a"))
    post(inbox, send_test())
    post(inbox, chat("s"), sample=True)
    assert len(inbox.archiving.delivery_ids().result()) == 1
    everything = inbox.archiving.delivery_ids(samples=True).result()
    assert len(everything) == 3
    kept = inbox.archiving.kept(everything, samples=True)
    assert [line.key for line in kept if isinstance(line, KeptMarks)] == ["a", "s"]


def test_a_chat_whose_last_delivery_was_a_sample_keeps_its_marks(inbox):
    post(inbox, chat("a"))
    post(inbox, chat("a", ("one", "two", "three")), sample=True)
    kept = list(inbox.archiving.kept(inbox.archiving.delivery_ids().result()))
    assert [type(line) for line in kept] == [KeptDelivery, KeptMarks]


def test_the_same_body_at_another_moment_is_another_delivery():
    assert print_of(b"12345678abcdefgh", 1) != print_of(b"12345678abcdefgh", 2)
    assert print_of(b"12345678abcdefgh", 1) == print_of(b"12345678abcdefgh", 1)


def test_a_chat_without_tags_beside_one_with_tags_is_read_like_any_other(inbox):
    for key in ("a", "b"):
        post(inbox, chat(key))
    tag = inbox.tags.create("vip").result(120)
    inbox.tags.put_on([row(inbox, "a").id], tag).result(120)
    worn = list(inbox.archiving.kept([1, 2]))
    assert [one.own_tags for one in worn if isinstance(one, KeptMarks)] == [("vip",), ()]
