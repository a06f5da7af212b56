"""The answer by e-mail."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given

from olark_inbox.ui.detail.mail import LONGEST, can_reply, reply_address
from tests.ui.detail.makers import answered, asked, chat, conversations, offline, opened, visitor


def parts(made):
    split = urlsplit(made)
    fields = parse_qs(split.query, keep_blank_values=True, strict_parsing=True)
    return unquote(split.path), fields["subject"][0], fields["body"][0]


def test_it_names_the_day_and_quotes_the_words():
    to, subject, body = parts(reply_address(opened(offline("Ring me & say 5+5=10\nplease"))))
    assert to == "priya@example.com"
    assert subject == "Your message of Thursday 20 November"
    assert "> Ring me & say 5+5=10\r\n> please\r\n" in body


def test_a_chat_is_quoted_with_names():
    _, _, body = parts(reply_address(opened(chat(asked("Hello?"), answered("Hi")))))
    assert "> Priya: Hello?\r\n> Maya: Hi\r\n" in body


def test_a_long_chat_keeps_its_last_words_and_marks_the_cut():
    made = reply_address(opened(chat(*(asked(f"line number {n}") for n in range(500)))))
    body = parts(made)[2]
    assert len(made) <= LONGEST
    assert "[…]" in body
    assert "line number 499" in body


def test_one_endless_word_is_cut():
    made = reply_address(opened(chat(asked("ü" * 600_000))))
    assert len(made) <= LONGEST
    assert "üüü" in parts(made)[2]


@pytest.mark.parametrize("email", ["", "nobody", "@", "a@", "x" * 400 + "@a.example"])
def test_without_an_address_there_is_no_reply(email):
    assert not can_reply(opened(chat(visitor=visitor(email=email))))


def test_an_address_cannot_bring_headers_of_its_own():
    sly = visitor(email="a@b.example?bcc=c@d.example&body=x")
    assert parts(reply_address(opened(chat(visitor=sly))))[0] == sly.email


@given(conversations)
def test_any_conversation_fits(conversation):
    made = reply_address(opened(conversation))
    assert len(made) <= LONGEST
    assert made.isascii()
