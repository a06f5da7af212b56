import pytest

from olark_inbox.receiver import answers
from olark_inbox.receiver.answers import Answer

ALL = [value for value in vars(answers).values() if isinstance(value, Answer)]


@pytest.mark.parametrize("answer", ALL, ids=lambda a: str(a.status))
def test_every_answer_is_one_sentence_that_no_browser_may_keep(answer):
    assert ("Cache-Control", "no-store") in answer.headers
    assert ("Referrer-Policy", "no-referrer") in answer.headers
    if answer.text and "html" not in answer.content_type:
        assert answer.text.strip().endswith(".")
        assert "\n" not in answer.text.strip()


def test_the_page_says_that_it_listens():
    assert "This inbox is listening" in answers.PAGE.text


@pytest.mark.parametrize("page", [answers.PAGE, answers.SHOWN])
def test_a_page_loads_nothing(page):
    text = page.text
    for loaded in ("<script", "src=", "href=", "http", "<img", "<form"):
        assert loaded not in text


def test_an_answer_without_a_request_is_a_whole_response():
    head, _, body = answers.as_bytes(answers.SLOW).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 Request Timeout\r\n")
    assert b"Content-Length: %d" % len(body) in head
    assert b"Connection: close" in head


def test_the_readers_own_sentence_is_said():
    assert answers.unreadable("The text ends too early.").text == "The text ends too early.\n"
    assert answers.unreadable("").text.strip().endswith(".")


def test_a_link_is_what_olark_expects():
    answer = answers.link("https://crm.example/")
    assert (answer.status, answer.content_type) == (200, "application/json")
    assert answer.text == '{"integrationUrl": "https://crm.example/"}'
