import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.body import read_body
from olark_inbox.olark.model import Kind, Side
from olark_inbox.olark.pasted import TAG, is_pasted, pasted_chat, pasted_message, speakers

MAIL = "name: Priya Raman\nemail: priya@example.com\nMessage: Do you mend wheels?"
WHOLE_MAIL = """From: Olark <no-reply@olark.com>
To: owner@shop.example
Subject: Marcus Bell wrote you a note
Date: Thu, 20 Nov 2025 13:58:02 +0000
Reply-To: Marcus Bell <marcus@example.org>

Hello, I ordered the Harrow 3 e-bike two weeks ago. Where is it?

Sent from spokeandchain.example"""
FORWARDED = """---------- Forwarded message ---------
From: Olark <offline@olark.com>
Date: Thu, Nov 20, 2025 at 1:58 PM
Subject: Fwd: Marcus Bell wrote you a note
To: <owner@shop.example>

Name: Marcus Bell
Email: marcus@example.org
Phone: +44 7700 900123
Message: Where is my bike?"""
OUTLOOK = """-----Original Message-----
From: Olark [mailto:no-reply@olark.com]
Sent: Thursday, 20 November 2025 13:58
To: Owner
Subject: Marcus Bell wrote you a note

E-mail address:
marcus@example.org
Where is my bike?"""


def read(payload):
    (found,) = read_body(json.dumps(payload).encode()).conversations
    return found


def said(text, **more):
    return [(line.side, line.text) for line in read(pasted_chat(text, **more)).messages]


def test_a_mailed_message_is_an_offline_message_with_its_sender():
    found = read(pasted_message(MAIL))
    assert found.kind is Kind.OFFLINE
    assert (found.visitor.full_name, found.visitor.email) == ("Priya Raman", "priya@example.com")
    assert "Do you mend wheels?" in found.messages[0].text


@pytest.mark.parametrize("text", [WHOLE_MAIL, FORWARDED, OUTLOOK], ids=["whole", "fwd", "outlook"])
@pytest.mark.parametrize("quoted", [False, True])
def test_the_head_of_a_mail_is_understood_and_not_taken_for_words_of_the_visitor(text, quoted):
    if quoted:
        text = "\n".join(f"> {line}" for line in text.splitlines())
    found = read(pasted_message(text))
    assert (found.visitor.full_name, found.visitor.email) == ("Marcus Bell", "marcus@example.org")
    (line,) = found.messages
    assert "Subject" not in line.text
    assert "olark.com" not in line.text
    assert not line.text.startswith(">")
    assert "Where is" in line.text


def test_a_label_without_a_value_takes_none_from_the_next_one():
    found = read(pasted_message("Name:\nEmail: marcus@example.org\nMessage:\nWhere is my bike?"))
    assert found.visitor.full_name == ""
    assert found.visitor.email == "marcus@example.org"


def test_a_phone_number_is_kept_as_one():
    assert read(pasted_message(FORWARDED)).visitor.phone == "+44 7700 900123"


def test_only_a_time_with_day_and_zone_is_believed():
    assert read(pasted_message(WHOLE_MAIL)).messages[0].at_ms == 1_763_647_082_000
    for text in (FORWARDED, OUTLOOK, MAIL):
        assert read(pasted_message(text)).messages[0].at_ms is None


def test_one_word_of_a_mails_head_may_be_the_visitors_own():
    found = read(pasted_message("To: whom it may concern\nmy bike is broken"))
    assert found.messages[0].text.startswith("To: whom")


def test_it_is_marked_and_never_taken_for_olarks():
    found = read(pasted_message(MAIL))
    assert TAG in found.tags
    assert is_pasted(found.id)
    assert not is_pasted("EV695BI2930A6XMO32886MPT899443414")


def test_the_same_text_pasted_twice_is_the_same_conversation():
    again = MAIL.replace("\n", "\r\n") + "\n\n"
    assert pasted_message(MAIL)["id"] == pasted_message(again)["id"]
    assert pasted_message(MAIL + "?")["id"] != pasted_message(MAIL)["id"]


LINES = "Priya: Hi, my wheel wobbles\nand squeaks\nMaya: Oh no\nPriya: Yes"
CHAT = [
    (Side.VISITOR, "Hi, my wheel wobbles\nand squeaks"),
    (Side.AGENT, "Oh no"),
    (Side.VISITOR, "Yes"),
]


@pytest.mark.parametrize(
    "text",
    [
        "(14:09) Priya: Hi, my wheel wobbles\nand squeaks\n14:10 Maya: Oh no\nPriya: Yes",
        "[2:09:12 PM] Priya: Hi, my wheel wobbles\nand squeaks\n[2:10 PM] Maya: Oh no\nPriya: Yes",
        "Priya (14:09): Hi, my wheel wobbles\nand squeaks\nMaya (14:10): Oh no\nPriya (14:11): Yes",
        "Priya 2:09 PM\nHi, my wheel wobbles\nand squeaks\nMaya 2:10 PM\nOh no\nPriya 2:11 pm\nYes",
        "Priya [14:09:01]\nHi, my wheel wobbles\nand squeaks\nMaya, 14:10\nOh no\nPriya 14:11\nYes",
        f"Subject: Chat\nTo: owner@shop.example\n\n{LINES}",
    ],
)
def test_a_chat_is_cut_into_lines_and_the_first_to_speak_is_the_visitor(text):
    assert said(text) == CHAT
    found = read(pasted_chat(text))
    assert found.visitor.full_name == "Priya"
    assert {line.at_ms for line in found.messages} == {None}


def test_who_is_the_visitor_can_be_said_where_the_shop_spoke_first():
    text = "Maya: Hello, can I help?\nPriya Raman: My wheel wobbles"
    assert speakers(text) == ("Maya", "Priya Raman")
    assert said(text, visitor="Priya Raman") == [
        (Side.AGENT, "Hello, can I help?"),
        (Side.VISITOR, "My wheel wobbles"),
    ]
    assert read(pasted_chat(text, visitor="Priya Raman")).visitor.full_name == "Priya Raman"
    assert said(text, visitor="Nobody")[0][0] is Side.VISITOR


def test_a_day_above_the_lines_is_nobody_who_speaks():
    text = "Thursday, 20 November 2025 14:09\nPriya: Hi\nMaya: Hello"
    assert speakers(text) == ("Priya", "Maya")


def test_text_without_names_stays_in_one_piece():
    assert said("just some words\nand more") == [(Side.VISITOR, "just some words\nand more")]


@given(st.text(max_size=300).filter(str.strip))
def test_any_text_can_be_pasted(text):
    for payload in (pasted_message(text), pasted_chat(text)):
        assert is_pasted(payload["id"])
        json.dumps(payload)


@pytest.mark.parametrize("text", ["a " * 20_000, ": " * 20_000, "> " * 20_000, "x:\n" * 5_000])
def test_a_long_text_takes_no_long_time(text):
    pasted_chat(text)
    pasted_message(text)
