import json
import time

import pytest
from hypothesis import given

from olark_inbox.olark import values
from olark_inbox.olark.shape import MAX_DEPTH, PARTS_AT_ONCE
from olark_inbox.olark.text import Number
from olark_inbox.olark.values import Unreadable
from tests.olark import strategies


def parse(text):
    return values.parse(text.encode())


def torn_ids(text):
    return values.torn_ids(text.encode())


def test_numbers_keep_their_text():
    sent = "[9007199254740993, 1.50, 1.5e+10, -0, 1E400, NaN, -Infinity, " + "7" * 5_000 + "]"
    value, repaired = parse(sent)
    assert ", ".join(value) == sent[1:-1]
    assert all(type(number) is Number for number in value)
    assert not repaired


def test_a_comma_too_many_is_dropped_and_said():
    assert parse('{"a": [1, 2 , ] ,\n}') == ({"a": ["1", "2"]}, True)


def test_commas_inside_strings_are_never_touched():
    text = '{"a": ",]", "b": "\\",}", "c": [1,],}'
    assert parse(text) == ({"a": ",]", "b": '",}', "c": ["1"]}, True)


@pytest.mark.parametrize("text", ["[1,,]", "[,1]", "{'a': 1}", "{a: 1}", "[1] [2]", '{"a" 1}'])
def test_nothing_else_is_guessed(text):
    with pytest.raises(Unreadable, match="damaged"):
        parse(text)


@pytest.mark.parametrize("text", ["[1", '{"a": "b', '{"a": ', "[", '{"a": [{}', '["\\'])
def test_a_cut_text_is_called_cut(text):
    with pytest.raises(Unreadable, match="cut off"):
        parse(text)


def test_the_last_of_two_equal_keys_counts():
    assert parse('{"a": 1, "a": 2}') == ({"a": "2"}, False)


def test_depth_is_counted_before_anything_is_built():
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    parse(deep)
    with pytest.raises(Unreadable, match="nested too deeply"):
        parse(f"[{deep}]")
    with pytest.raises(Unreadable, match="too many parts"):
        parse("[" * 8_000_000)


def test_brackets_and_commas_inside_strings_count_for_nothing():
    text = '[{,\\"' * 100_000
    assert parse(f'["{text}"]')[0] == [json.loads(f'"{text}"')]


def test_more_parts_than_any_chat_has_are_not_built():
    parse("[" + "0," * 199_998 + "0]")
    with pytest.raises(Unreadable, match="too many parts"):
        parse("[" + "0," * 200_000 + "0]")


@pytest.mark.parametrize(
    "text", ['"' * 4_000_000, '"\\' * 2_000_000, ", " * 3_000_000, '{"a":"' * 9, "\\" * 4_000_000]
)
def test_no_text_takes_long_to_refuse(text):
    before = time.process_time()
    with pytest.raises(Unreadable):
        parse("[" + text)
    assert time.process_time() - before < 5


def test_ids_of_a_torn_text_are_found():
    assert torn_ids('{"kind":"Conversation", "id" : "c1", "operators":{"5":{"id":55') == (
        "c1",
        "55",
    )
    assert torn_ids(r'{"data": "{\"id\": \"c1\", \"it') == ("c1",)
    assert len(torn_ids("".join(f'"id":"{n}",' for n in range(1_000)))) == 50


@given(strategies.values)
def test_what_json_writes_is_read(value):
    read, repaired = parse(json.dumps([value]))
    assert not repaired
    assert json.dumps(read) == json.dumps(json.loads(json.dumps([value]), **_AS_TEXT))


_AS_TEXT = {"parse_int": str, "parse_float": str, "parse_constant": str}


def test_many_parts_are_read_the_same_as_few():
    few = '{"a": [1, 2.50, "x\\u00e9", null, true, {"b": []}], "c": NaN}'
    many = f"[{few}, [{', '.join(str(n) for n in range(PARTS_AT_ONCE))}]]"
    value, repaired = parse(many)
    assert not repaired
    assert value[0] == parse(few)[0]
    assert value[1][-1] == str(PARTS_AT_ONCE - 1)
    assert parse(many[:-2] + ",]]") == (value, True)
