from collections.abc import Callable

import pytest

from olark_inbox.export.facts import (
    agent_name,
    began_ms,
    ended_ms,
    first_answer_s,
    is_empty_start,
    length_s,
    nameless,
)
from olark_inbox.olark.model import Agent, Kind, Message, Side
from olark_inbox.store.rows import Opened

Make = Callable[..., Opened]
Line = Callable[..., Message]


def test_a_chat_begins_and_ends_with_the_lines_that_have_a_time(opened: Make, line: Line) -> None:
    untimed = Message(Side.VISITOR, "?")
    chat = opened(untimed, line(Side.VISITOR, "a", after_s=5), line(Side.AGENT, "b", after_s=65))
    assert ended_ms(chat) == began_ms(chat) + 60_000
    assert length_s(chat) == 60


def test_a_chat_without_lines_began_when_olark_told_of_it(opened: Make) -> None:
    chat = opened(kind=Kind.START)
    assert began_ms(chat) == chat.row.started_ms
    assert (ended_ms(chat), length_s(chat)) == (None, None)
    assert is_empty_start(chat)


def test_an_automatic_line_is_no_answer(line: Line) -> None:
    lines = [
        line(Side.AGENT, "Welcome", automatic=True),
        line(Side.VISITOR, "Hi", after_s=10),
        line(Side.AGENT, "Please wait", after_s=11, automatic=True),
        line(Side.AGENT, "Here I am", after_s=40),
    ]
    assert first_answer_s(lines) == 30
    assert first_answer_s(lines[:3]) is None


@pytest.mark.parametrize(
    ("side", "automatic", "name"),
    [
        (Side.AGENT, False, "Agent"),
        (Side.AGENT, True, "Automatic message"),
        (Side.OFFLINE, False, "Bob"),
        (Side.SYSTEM, False, ""),
    ],
)
def test_everybody_who_says_something_has_a_name(side: Side, name: str, *, automatic: bool) -> None:
    assert nameless(side.value, "Bob", automatic=automatic) == name


def test_an_agent_is_called_by_the_best_name_there_is() -> None:
    assert agent_name(Agent("7", "", "maya", "m@x.example")) == "maya"
    assert agent_name(Agent("7")) == "7"
