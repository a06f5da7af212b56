import time

import pytest

from olark_inbox.olark.lines import Writer
from olark_inbox.olark.model import Agent, Rating, Visitor
from olark_inbox.olark.people import (
    read_agents,
    read_groups,
    read_rating,
    read_tags,
    read_visitor,
    who_was_there,
)
from olark_inbox.olark.text import Number


def test_who_answered_is_separate_from_who_was_present(case):
    agents = case("47_").agents
    assert [(a.id, a.nickname, a.answered) for a in agents] == [
        ("55", "Sam", True),
        ("56", "Sam", True),
        ("57", "Lee", False),
        ("99", "Ghost", True),
    ]


def test_an_agent_has_the_name_he_used_in_the_chat(case):
    (agent,) = case("11_").agents
    assert (agent.nickname, agent.answered) == ("Carla P", True)
    assert agent.more == (("nickname", "Support Agent"),)


def test_agents_of_old_chats_are_known_by_the_name_of_their_lines(case):
    (agent,) = case("04_").agents
    assert (agent.id, agent.nickname, agent.answered) == ("", "John", True)


def test_a_line_without_id_belongs_to_the_only_agent_of_that_name():
    present = read_agents({"1": {"nickname": "Sam"}, "2": {"nickname": "Lee"}})
    assert who_was_there(present, [Writer("", "Lee")])[1].answered
    twice = read_agents({"1": {"nickname": "Sam"}, "2": {"nickname": "Sam"}})
    found = who_was_there(twice, [Writer("", "Sam"), Writer("", "Sam")])
    assert [(a.id, a.answered) for a in found] == [("1", False), ("2", False), ("", True)]


@pytest.mark.parametrize(
    ("value", "agents"),
    [
        (None, []),
        ({}, []),
        (Number("7"), [Agent("7")]),
        ({"1": None}, [Agent("1")]),
        ({"1": "Sam"}, [Agent("1", "Sam")]),
        ([{"id": Number("9007199254740993")}], [Agent("9007199254740993")]),
        ([{"nickname": "A"}, {"nickname": "B"}], [Agent("", "A"), Agent("", "B")]),
        ({"kind": "Operator", "id": "5", "username": "u"}, [Agent("5", username="u")]),
        ({"id": "5", "username": "u"}, [Agent("5", username="u")]),
        ({"5": {"id": "6", "skill": "brakes"}}, [Agent("5", more=(("skill", "brakes"),))]),
    ],
)  # fmt: skip
def test_whatever_stands_for_the_agents_is_read(value, agents):
    assert list(read_agents(value).values()) == agents


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Sales", ("Sales",)),
        ({"kind": "Group", "name": "Sales", "id": "9"}, ("Sales",)),
        ({"9": {"kind": "Group", "name": "Sales"}}, ("Sales",)),
        ({"9": "Sales", "8": "Support"}, ("Sales", "Support")),
        ([{"label": "Sales"}, {"title": "Support"}], ("Sales", "Support")),
    ],
)
def test_groups_and_tags_are_read_from_lists_and_maps(value, names):
    assert read_groups(value)[0] == names
    assert read_tags(value) == names


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        (None, None),
        ({}, None),
        ("great", None),
        ({"overall_chat": None}, None),
        ({"overall_chat": Number("0")}, None),
        ({"overall_chat": Number("6")}, None),
        ({"overall_chat": Number("3.5")}, None),
        ({"overall_chat": True}, None),
        ({"overall_chat": Number("3")}, Rating(3)),
        ({"overall_chat": "4"}, Rating(4)),
        ({"overall_chat": Number("5.0")}, Rating(5)),
        ({"knowledge": Number("1"), "comments": "ok"}, Rating(knowledge=1, comments="ok")),
        ({"comments": " "}, None),
    ],
)
def test_only_scores_from_1_to_5_are_scores(value, rating):
    assert read_rating(value)[0] == rating


def test_what_is_no_score_is_still_said():
    assert read_rating({"overall_chat": Number("11"), "mood": "sunny"})[1] == (
        ("chat_feedback: overall_chat", "11"),
        ("chat_feedback: mood", "sunny"),
    )
    assert read_rating("great")[1] == (("chat_feedback", "great"),)


def test_custom_fields_are_readable_whatever_they_hold(case):
    custom = dict(case("49_").visitor.custom)
    assert custom["plan"] == (
        '{"name": "Pro", "seats": [1, 2, 3], "trial": {"ends": "2024-01-01T00:00:00Z"}}'
    )
    assert (custom["admin"], custom["balance"], custom["名前"]) == ("true", "-12.5", "太郎")
    assert custom[""] == "empty key"
    assert "none" not in custom


def test_unknown_fields_of_the_visitor_are_kept(case):
    more = dict(case("51_").visitor.more)
    assert more == {
        "visitCount": "12",
        "currentPage": '{"url": "https://x", "title": "X"}',
        "isConversing": "true",
    }


def test_whatever_stands_for_the_visitor_is_read():
    assert read_visitor(None) == (Visitor(), None)
    assert read_visitor("Dana")[0].more == (("visitor", "Dana"),)
    assert read_visitor([{"fullName": "Dana"}])[0].full_name == "Dana"
    odd, _ = read_visitor(
        {"fullName": Number("7"), "city": {"a": "b"}, "customFields": ["x", None]}
    )
    assert (odd.full_name, odd.city, odd.custom) == ("7", '{"a": "b"}', (("1", "x"),))
    assert read_visitor({"customFields": "x"})[0].custom == (("customFields", "x"),)


def test_tags_and_groups_are_read_in_each_shape():
    assert read_tags(["a", None, "", " ", Number("5"), {"name": "b"}, "a", ["x"]]) == (
        "a", "5", "b", '["x"]',
    )  # fmt: skip
    assert read_tags("one") == ("one",)
    assert read_tags(None) == ()
    assert read_groups([{"name": "Sales", "id": "1", "color": "red"}, "Support", {"id": "9"}]) == (
        ("Sales", "Support", "9"),
        (("group Sales: color", "red"),),
    )
    assert read_groups({"1": {"name": "Sales"}})[0] == ("Sales",)
    assert read_groups({"name": "Sales"})[0] == ("Sales",)


def test_many_names_do_not_take_long():
    present = read_agents({str(n): {"nickname": "Sam"} for n in range(20_000)})
    before = time.process_time()
    found = who_was_there(present, [Writer("", f"name {n}") for n in range(20_000)])
    assert time.process_time() - before < 2
    assert len(found) == 40_000
