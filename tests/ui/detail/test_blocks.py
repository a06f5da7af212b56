"""What a transcript shows, one under the other."""

from hypothesis import given

from olark_inbox.olark.model import Message, Side
from olark_inbox.ui.detail.blocks import Standpoint, What, lay_out
from tests.ui.detail.makers import (
    FIVE,
    NOON,
    answered,
    asked,
    chat,
    conversations,
    offline,
    started,
    visitor,
)

DAY = 24 * 60


def day(ms):
    return ms // 86_400_000


def kinds(conversation, **standpoint):
    """Return the kinds of blocks; "nobody answered" has a test of its own."""
    blocks = lay_out(conversation, day, Standpoint(**standpoint))
    return [block.what.value for block in blocks if block.what is not What.NOBODY]


def test_a_group_has_one_name_and_both_sides_stand_apart():
    blocks = lay_out(chat(asked(), asked("Hello?", 0.2), answered(minute=1)), day)
    assert [b.what.value for b in blocks] == ["day", "name", "said", "said", "name", "said"]
    assert [(b.name, b.ours) for b in blocks if b.what is What.NAME] == [
        ("Priya", False),
        ("Maya", True),
    ]


def test_two_agents_in_a_row_each_have_their_name():
    blocks = lay_out(chat(answered(name="Maya"), answered(name="Tom")), day)
    assert [b.name for b in blocks if b.what is What.NAME] == ["Maya", "Tom"]


def test_a_silence_of_five_minutes_is_a_line_and_ends_the_group():
    assert kinds(chat(asked(minute=0), asked(minute=4.9))) == ["day", "name", "said", "said"]
    blocks = lay_out(chat(asked(minute=0), asked(minute=9)), day)
    assert [b.what.value for b in blocks[:6]] == ["day", "name", "said", "gap", "name", "said"]
    assert blocks[3].span_ms == 9 * 60_000


def test_midnight_is_a_day_line_and_not_a_gap():
    assert kinds(chat(asked(minute=0), asked(minute=DAY))) == [
        "day", "name", "said", "day", "name", "said",
    ]  # fmt: skip


def test_lines_without_clocks_have_neither_days_nor_gaps():
    conversation = chat(asked(minute=None), asked(minute=None), answered(minute=None))
    assert kinds(conversation) == ["name", "said", "said", "name", "said"]


def test_clocks_that_go_back_invent_nothing():
    assert "gap" not in kinds(chat(asked(minute=30), asked(minute=0)))


def test_the_page_stands_under_the_first_day_line():
    conversation = chat(asked(), visitor=visitor(page="https://shop.example/wheels"))
    assert kinds(conversation)[:2] == ["day", "started"]


def test_an_offline_message_says_that_nobody_was_online():
    assert kinds(offline()) == ["day", "sent_offline", "name", "said"]


def test_new_lines_stand_under_a_line_of_their_own():
    conversation = chat(asked(), asked("still?", 0.1), answered())
    assert kinds(conversation, seen_lines=1) == [
        "day", "name", "said", "new", "name", "said", "name", "said",
    ]  # fmt: skip


def test_nothing_is_new_in_a_chat_never_opened_or_all_seen():
    assert "new" not in kinds(chat(), seen_lines=0)
    assert "new" not in kinds(chat(), seen_lines=2)


def test_an_unknown_kind_of_line_is_grey_and_spoken_by_nobody():
    odd = Message(Side.SYSTEM, "transferred", NOON, kind="Transfer")
    assert kinds(chat(asked(), odd, asked(minute=0.5))) == [
        "day", "name", "said", "system", "name", "said",
    ]  # fmt: skip


def test_a_chat_without_an_answer_ends_with_saying_so():
    blocks = lay_out(chat(asked(), asked(minute=7)), day)
    assert blocks[-1].what is What.NOBODY
    assert blocks[-1].span_ms == 7 * 60_000


def test_a_rated_chat_ends_with_its_stars():
    blocks = lay_out(chat(rating=FIVE), day)
    assert (blocks[-1].what, blocks[-1].count) == (What.RATED, 5)


def test_a_live_chat_names_who_talks_and_claims_no_end():
    conversation = chat(asked(), answered(name="Tom"), rating=FIVE)
    blocks = lay_out(conversation, day, Standpoint(live=True, sent_ms=NOON))
    assert [b.what.value for b in blocks[-2:]] == ["so_far", "live"]
    assert blocks[-1].name == "Tom"


def test_a_chat_that_may_have_gone_on_says_so():
    assert kinds(chat(), continued=True)[-1] == "continued"


def test_lines_that_cannot_be_shown_are_counted():
    blocks = lay_out(chat(not_shown=3), day)
    assert (blocks[-1].what, blocks[-1].count) == (What.NOT_SHOWN, 3)


def test_a_start_without_words_has_no_blocks():
    assert kinds(started("Maya"), live=True) == []


@given(conversations)
def test_every_line_stands_once_and_in_order(conversation):
    blocks = lay_out(conversation, day)
    shown = [b.message for b in blocks if b.what in (What.SAID, What.SYSTEM)]
    assert shown == list(range(len(conversation.messages)))
