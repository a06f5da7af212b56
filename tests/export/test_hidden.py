from collections.abc import Callable

import pytest

from olark_inbox.export.hidden import HIDDEN, Hidden, without_contact, without_hidden
from olark_inbox.olark.model import Kind, Message, Side, Visitor
from olark_inbox.store.rows import Opened


def test_nothing_hidden_leaves_the_very_same(priya: Opened) -> None:
    assert without_hidden(priya, Hidden()) is priya


def test_technical_details_go_and_the_words_stay(priya: Opened) -> None:
    shown = without_hidden(priya, Hidden(technical=True))
    visitor = shown.conversation.visitor
    assert (visitor.ip, visitor.browser, visitor.more, shown.conversation.more) == ("", "", (), ())
    assert shown.conversation.messages == priya.conversation.messages


def test_contact_is_hidden_in_the_words_too(
    opened: Callable[..., Opened], line: Callable[..., Message]
) -> None:
    form = "name: Bob\nemail: BOB@x.example\nMessage: ring (0770) 090-0123 or bob2@y.example"
    chat = opened(
        line(Side.OFFLINE, form, "bob@x.example"),
        kind=Kind.OFFLINE,
        name="bob@x.example",
        visitor=Visitor(
            full_name="bob@x.example", email="bob@x.example", phone="07700900123",
            custom=(("login", "bob@x.example"),),
        ),
    )  # fmt: skip
    text = str(without_hidden(chat, Hidden(contact=True)))
    assert "@" not in text
    assert "0123" not in text
    assert text.count(HIDDEN) == 8


def test_notes_are_hidden_alone(priya: Opened) -> None:
    shown = without_hidden(priya, Hidden(notes=True))
    assert shown.note == ""
    assert shown.conversation is priya.conversation


@pytest.mark.parametrize("phone", ["12", ""])
def test_a_number_too_short_to_mean_anything_hides_no_words(
    phone: str, opened: Callable[..., Opened], line: Callable[..., Message]
) -> None:
    chat = opened(line(Side.VISITOR, "in 12 days"), visitor=Visitor(phone=phone))
    [message] = without_hidden(chat, Hidden(contact=True)).conversation.messages
    assert message.text == "in 12 days"


def masked(text: str, phone: str, opened: Callable[..., Opened]) -> str:
    chat = opened(visitor=Visitor(phone=phone), note=text)
    return without_hidden(chat, Hidden(contact=True)).note


@pytest.mark.parametrize("phone", ["+44 7700 900123", "07700900123", "0044 7700-900123"])
@pytest.mark.parametrize(
    "written",
    [
        "07700 900123",
        "+44 (0)7700 900 123",
        "+447700900123",
        "7700.900.123",
        "7700\n900123",
    ],
)
def test_the_visitors_number_is_hidden_however_it_is_written(
    phone: str, written: str, opened: Callable[..., Opened]
) -> None:
    assert masked(f"ring {written}, please", phone, opened) == f"ring {HIDDEN}, please"


@pytest.mark.parametrize(
    "number",
    ["+44 151 496 0123", "0151 4960123", "(0151) 496-0123", "01 23 45 67 89", "0049 30/1234567",
     "555-555-5555", "(555) 555-5555"],
)  # fmt: skip
def test_other_numbers_to_call_are_hidden_too(number: str, opened: Callable[..., Opened]) -> None:
    assert masked(f"or {number}.", "", opened) == f"or {HIDDEN}."


@pytest.mark.parametrize(
    "text",
    ["on 01.02.2026 10:30", "from 02/03/2026 - 04/05/2026", "open 09.30 - 17.00", "order 48213377",
     "https://spoke.example/0123456789?a=0123456789",
     "2026-11-22 12:00", "costs 1.299,00", "SC-20418-0012345"],
)  # fmt: skip
def test_days_times_and_orders_stay(text: str, opened: Callable[..., Opened]) -> None:
    assert masked(text, "07700 900123", opened) == text


def test_what_was_searched_for_is_hidden_on_the_title_page() -> None:
    assert without_contact("Search: bob@x.example") == f"Search: {HIDDEN}"


def test_a_word_of_half_a_megabyte_is_looked_through_once(opened: Callable[..., Opened]) -> None:
    """Looked through from each of its letters on, this would take minutes."""
    word = "x" * 500_000
    assert masked(f"{word} bob@x.example", "07700900123", opened) == f"{word} {HIDDEN}"
