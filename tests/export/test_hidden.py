from collections.abc import Callable

import pytest

from olark_inbox.export.hidden import HIDDEN, Hidden, without_hidden
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
