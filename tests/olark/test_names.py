import time

import pytest

from olark_inbox.olark.model import Agent, Message, Side, Visitor
from olark_inbox.olark.names import (
    agent_labels,
    line_name,
    made_up,
    message_part,
    named,
    preview,
    shown_as,
    visitor_name,
)


@pytest.mark.parametrize(
    "name",
    [
        "USA (Coventry, RI) #2979",
        "Returning Visitor | USA (San Francisco, CA) #7617",
        "Germany (Köln) #12",
        "USA #4",
        "Visitor #123",
        "visitor #1",
        "#77",
        "(Leeds) #5",
    ],
)
def test_names_olark_makes_up_are_known(name):
    assert made_up(name)


@pytest.mark.parametrize(
    "name", ["Dana Reed", "Team Rocket #4", "Anna (Leeds)", "C#", "", "#", "R2"]
)
def test_real_names_are_left_alone(name):
    assert not made_up(name)


def test_a_country_with_a_number_is_made_up():
    assert made_up("Germany #12", "Germany")
    assert made_up("(" * 100_000 + "#" * 100_000) is False


@pytest.mark.parametrize(
    ("visitor", "name", "anonymous"),
    [
        (Visitor(full_name="Bob Doe", nickname="Bob"), "Bob Doe", False),
        (Visitor(full_name="USA (Leeds) #2", nickname="Bob", city="Leeds"), "Bob", False),
        (Visitor(full_name="USA (Coventry, RI) #2979", city="Coventry", region="RI", country="USA"),
         "Visitor from Coventry, RI", True),
        (Visitor(full_name="USA (Coventry, RI) #2979"), "Visitor from Coventry, RI", True),
        (Visitor(nickname="USA (Coventry, RI) #2979", country="USA"),
         "Visitor from Coventry, RI", True),
        (Visitor(city="Leeds", country="France"), "Visitor from Leeds, France", True),
        (Visitor(region="RI"), "Visitor from RI", True),
        (Visitor(country_code="GB"), "Visitor from GB", True),
        (Visitor(), "Visitor", True),
    ],
)  # fmt: skip
def test_the_name_shown_is_the_best_there_is(visitor, name, anonymous):
    assert visitor_name(visitor) == (name, anonymous)


def test_no_name_takes_long_to_judge():
    for name in (" " * 399 + "x", "(" * 400, "a (" + ")" * 300, "#" * 400, "1" * 100_000):
        before = time.process_time()
        for _ in range(1_000):
            made_up(name)
        assert time.process_time() - before < 1


def test_two_agents_of_one_name_are_told_apart():
    agents = (
        Agent("55", "Sam", email="sam@shop.example"),
        Agent("56", "sam"),
        Agent("57", "Lee", email="lee@shop.example"),
        Agent("58"),
    )
    assert agent_labels(agents) == ("Sam (sam@shop.example)", "sam (56)", "Lee", "58")
    twins = [Agent(number, "Sam", email="shop@x.example") for number in ("1", "2")]
    assert agent_labels(twins) == ("Sam (shop@x.example) (1)", "Sam (shop@x.example) (2)")


def test_a_line_carries_the_name_used_in_it():
    agents = {"1": Agent("1", "Support Agent"), "2": Agent("2", username="tom")}
    assert line_name(Side.AGENT, "Carla P", "1", agents) == "Carla P"
    assert line_name(Side.AGENT, "", "1", agents) == "Support Agent"
    assert line_name(Side.AGENT, "", "2", agents) == "tom"
    assert line_name(Side.AGENT, "", "9", agents) == ""
    assert line_name(Side.VISITOR, "USA (Leeds) #2", "", agents) == ""
    assert line_name(Side.VISITOR, "Dana", "", agents) == "Dana"


def test_lines_without_a_name_take_the_visitors(read, line):
    chat = read(items=[line(), line(nickname="D."), line(kind="Note")])
    assert [m.name for m in chat.messages] == ["D.", "D.", ""]
    assert read(items=[line()]).messages[0].name == "Visitor"
    known = named(read(items=[line()]), Visitor(full_name="Dana Reed"))
    assert known.messages[0].name == "Dana Reed"
    again = named(known, Visitor(full_name="Dana Reed"))
    assert again == known


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("name: Priya\nemail: p@x.example\nMessage: I am\nfine", "I am\nfine"),
        ("Message: hello", "hello"),
        ("name: Priya\nemail: p@x.example\nmessage: ", ""),
        ("name: Priya\nPhone number: 5\nCall me", "Call me"),
        ("Hi there. Message: later", "Hi there. Message: later"),
        ("call me", "call me"),
        ("Nom: Priya\nMessage : bonjour", "bonjour"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_message_of_an_offline_form_is_found(form, said):
    assert message_part(form) == said


def test_the_preview_is_what_a_list_should_say():
    spoken, grey = Message(Side.VISITOR, " last\nwords "), Message(Side.SYSTEM, "moved")
    assert (
        preview((Message(Side.AGENT, "hi"), spoken, Message(Side.VISITOR, " "), grey))
        == "last words"
    )
    assert preview((grey,)) == "moved"
    assert preview(()) == ""
    offline = Message(Side.OFFLINE, "name: P\nMessage: call\nme")
    assert preview((offline, spoken)) == "call me"
    assert preview((Message(Side.OFFLINE, "name: P\nMessage:"),)) == "name: P Message:"


def test_a_name_without_end_is_short_where_it_stands_at_each_line():
    visitor = Visitor(full_name="a" * 5_000)
    shown = shown_as(visitor, (Message(Side.VISITOR, "x"),))
    assert shown.messages[0].name == "a" * 200
    assert shown.name == visitor.full_name
    agents = {"7": Agent("7", "b" * 5_000)}
    assert line_name(Side.AGENT, "", "7", agents) == "b" * 200
