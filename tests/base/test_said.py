"""Sentences that can still be translated."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.base.said import Said, from_parts, said, to_parts


def test_it_is_its_own_english_sentence():
    made = said("“{0}” could not be saved: {1}.", "a.pdf", said("the disk is full"))
    assert made == "“a.pdf” could not be saved: the disk is full."
    assert made.pattern == "“{0}” could not be saved: {1}."


def test_a_brace_in_a_sentence_without_values_is_a_brace():
    assert said("Type {0}") == "Type {0}"


@given(st.lists(st.text(), max_size=3))
def test_it_goes_to_another_process_and_back(values):
    made = said(" ".join(f"{{{n}}}" for n in range(len(values))) or "plain", *values)
    back = from_parts(json.loads(json.dumps(to_parts(made))))
    assert back == made
    assert isinstance(back, Said)
    assert back.pattern == made.pattern


@pytest.mark.parametrize("nonsense", [None, "text", [], [1], ["{0} {1}", ["x"]], ["{x}", ["y"]]])
def test_what_an_older_program_left_is_no_harm(nonsense):
    assert isinstance(from_parts(nonsense), str)
