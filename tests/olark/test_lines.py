import pytest

from olark_inbox.olark.lines import Writer, read_lines
from olark_inbox.olark.model import Agent, Side
from olark_inbox.olark.text import Number


def test_unknown_kinds_are_grey_lines_and_values_are_counted(case):
    chat = case("36_")
    sides = [message.side for message in chat.messages]
    assert sides == [
        Side.VISITOR, Side.SYSTEM, Side.SYSTEM, Side.SYSTEM, Side.SYSTEM, Side.SYSTEM, Side.SYSTEM,
        Side.AGENT, Side.SYSTEM, Side.AGENT,
    ]  # fmt: skip
    assert chat.messages[1].kind == "Command"
    assert chat.messages[1].text == "!lead"
    assert chat.messages[8].text == "just a string"
    assert chat.messages[9].text == '{"text": "rich", "buttons": ["yes", "no"]}'
    assert chat.not_shown == 2
    assert ("line 5: url", "https://files.example/a.png") in chat.more
    assert not chat.manually_submitted


def test_lines_keep_their_order_and_their_number(case):
    assert [m.text for m in case("66_").messages] == ["n0", "n1", "n2", "n3", "n4"]
    assert len(case("67_").messages) == 4


def test_an_automatic_line_is_known_by_having_neither_name_nor_id(case):
    (line,) = case("13_").messages
    assert (line.side, line.automatic, line.name) == (Side.AGENT, True, "")
    assert case("13_").only_automatic
    assert not any(message.automatic for message in case("47_").messages)


def test_an_id_missing_from_the_map_uses_the_lines_name(case):
    assert [(m.name, m.agent_id) for m in case("47_").messages[1:]] == [
        ("Sam", "55"), ("Sam", "56"), ("Ghost", "99"),
    ]  # fmt: skip


def test_an_empty_line_of_the_visitor_is_a_blank_line(case):
    (line,) = case("31_").messages
    assert (line.side, line.text, line.at_ms) == (Side.VISITOR, "", None)
    assert case("31_").not_shown == 1


@pytest.mark.parametrize(
    ("items", "texts", "not_shown"),
    [
        (None, [], 0),
        ("", [], 0),
        ([], [], 0),
        ("hello", ["hello"], 0),
        (Number("7"), [], 1),
        (True, [], 1),
        ({"kind": "MessageToVisitor", "body": "one"}, ["one"], 0),
        ({"0": {"body": "one"}, "1": {"body": "two"}}, ["one", "two"], 0),
        ([None, [], {}, False], [""], 3),
        ([{"body": Number("1.50")}, {"body": True}, {"body": None}], ["1.50", "true", ""], 0),
    ],
)
def test_whatever_stands_for_the_list_is_read(items, texts, not_shown):
    found = read_lines(items, {})
    assert [message.text for message in found.messages] == texts
    assert found.not_shown == not_shown


def test_ids_are_text_however_they_are_written():
    agents = {"55": Agent("55", "Sam")}
    items = [
        {"kind": "MessageToVisitor", "operatorId": sent}
        for sent in ("55", Number("55"), Number("55.0"), " 55 ", Number("9007199254740993"))
    ]
    found = read_lines(items, agents)
    assert [m.agent_id for m in found.messages] == ["55", "55", "55", "55", "9007199254740993"]
    assert found.writers == (Writer("55", ""), Writer("9007199254740993", ""))


def test_what_any_line_says_the_visitor_is_called_goes_before_who_spoke():
    items = [
        {"kind": "MessageToOperator", "nickname": "D."},
        {"kind": "MessageToVisitor", "nickname": "Sam", "visitor_nickname": "Dana R"},
    ]
    found = read_lines(items, {})
    assert found.visitor_nickname == "Dana R"
    assert [m.name for m in found.messages] == ["D.", "Sam"]


def test_the_visitors_own_name_is_rather_not_one_olark_made_up():
    items = [
        {"kind": "MessageToOperator", "nickname": "USA (Leeds) #3"},
        {"kind": "MessageToOperator", "nickname": "USA (Leeds) #3", "visitorNickname": "Dana R"},
        {"kind": "MessageToOperator", "nickname": "Dana"},
    ]
    found = read_lines(items, {})
    assert found.visitor_nickname == "Dana R"
    assert [m.name for m in found.messages] == ["", "Dana R", "Dana"]


def test_who_was_read_before_is_known_again_only_by_what_the_line_itself_says():
    agents = {"55": Agent("55", "Maya")}
    found = read_lines(
        [
            {"kind": "MessageToOperator", "body": "a", "visitor_nickname": "Bob"},
            {"kind": "MessageToOperator", "body": "b"},
            {"kind": "MessageToOperator", "body": "c", "visitorNickname": "Ann"},
            {"kind": "MessageToVisitor", "body": "d", "operatorId": "55.0"},
            {"kind": "MessageToVisitor", "body": "e", "operatorId": Number("55.0")},
            {"kind": "MessageToVisitor", "body": "f", "operatorId": ["55"]},
            {"kind": "MessageToVisitor", "body": "g", "operatorId": "55.0"},
        ],
        agents,
    )
    assert [m.name for m in found.messages] == ["Bob", "", "Ann", "", "Maya", "", ""]
    assert [m.agent_id for m in found.messages[3:]] == ["55.0", "55", '["55"]', "55.0"]
    assert found.visitor_nickname == "Bob"


def test_however_many_speak_each_line_is_said_by_its_own():
    names = [f"Agent {number % 150}" for number in range(400)]
    items = [{"kind": "MessageToVisitor", "body": "a", "nickname": name} for name in names]
    found = read_lines(items, {})
    assert [m.name for m in found.messages] == names
    assert found.writers == tuple(Writer("", name) for name in names[:150])
