import json

import pytest

from olark_inbox.store.rows import View
from tests.store.makers import HOUR, chat, keys, offline, post, row, said, start


def test_long_texts_are_cut_for_the_list_and_whole_when_opened(inbox):
    name, words = "N" * 5_000, "word " * 20_000
    post(inbox, chat(lines=[words], visitor={"fullName": name}))
    one = row(inbox)
    assert len(one.name) <= 300
    assert len(one.preview) <= 300
    opened = inbox.opened(one.id).result().conversation
    assert (opened.visitor.full_name, opened.messages[0].text) == (name, words)


def test_an_offline_message_and_an_unanswered_chat_wait(inbox):
    post(inbox, offline())
    post(inbox, chat("c1", items=[said("Hello?")]))
    post(inbox, chat("c2"))
    assert keys(inbox, View.NEEDS_REPLY) == ["c1", "o1"]
    post(inbox, chat("c1", items=[said("Hello?"), said("Here", ours=True)]))
    assert keys(inbox, View.NEEDS_REPLY) == ["o1"]


def test_agents_shown_are_those_who_answered_or_else_were_present(inbox):
    both = {"7": {"id": "7", "nickname": "Maya"}, "8": {"id": "8", "nickname": "Tom"}}
    post(inbox, chat("c1", operators=both))
    post(inbox, start("c2", operators=both))
    assert row(inbox, "c1").agents == ("Maya",)
    assert row(inbox, "c2").agents == ("Maya", "Tom")


def test_a_chat_sent_early_is_live_from_its_latest_new_line_on(inbox, clock):
    post(inbox, chat(manuallySubmitted=True))
    first = row(inbox).live_until_ms
    clock.at += HOUR
    post(inbox, chat(manuallySubmitted=True))
    assert row(inbox).live_until_ms == first
    post(inbox, chat(lines=["Hello", "Hi", "More"], manuallySubmitted=True))
    assert row(inbox).live_until_ms >= first + HOUR


def test_the_visitors_gaps_are_filled_from_the_other_delivery(inbox):
    full = {"id": "v1", "fullName": "Bob Doe", "emailAddress": "bob@example.com"}
    post(inbox, chat(visitor=full))
    post(inbox, chat(lines=["Hello", "Hi", "More"], visitor={"fullName": "Bob Doe"}))
    assert row(inbox).email == "bob@example.com"
    assert keys(inbox, View.ALL, words="bob@example.com") == ["c1"]


@pytest.mark.parametrize("bad", [b"\x00garbage", b"", json.dumps({"v": 99}).encode()])
def test_a_conversation_whose_document_is_unreadable_is_made_anew_from_its_bodies(
    inbox, connection, bad, expect_log
):
    post(inbox, chat(lines=["Hello", "Hi", "More"]))
    inbox.mark([row(inbox).id], starred=True).result()
    connection.execute("update document set body = ?", (bad,))
    expect_log("put together from its bodies")
    post(inbox, chat(lines=["Hello", "Hi", "More", "And more"]))
    one = row(inbox)
    assert (one.lines, one.starred) == (4, True)
    assert len(inbox.opened(one.id).result().conversation.messages) == 4
    assert inbox.check().result().sound
