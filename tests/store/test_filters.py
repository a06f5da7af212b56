"""What each filter asks, and what it does where its value says nothing."""

from datetime import UTC

import pytest

from olark_inbox.store.filters import Surroundings, expression, own_tags, read_filter
from olark_inbox.store.grammar import FILTERS, pieces

NOW = 1_763_800_000_000
AROUND = Surroundings(NOW, UTC, own_tags=own_tags(["VIP gold", "★"]))


def read(typed: str):
    (piece,) = pieces(typed, lambda text: AROUND.period(text) is not None)
    return read_filter(piece, AROUND)


@pytest.mark.parametrize("name", FILTERS)
def test_every_value_that_is_offered_is_understood(name: str) -> None:
    for value in FILTERS[name]:
        item = read(f'{name}:"{value}"')
        assert item is not None
        assert item.condition


@pytest.mark.parametrize("name", FILTERS)
def test_no_filter_understands_nothing(name: str) -> None:
    assert read(f"{name}:") is None
    assert read(f'{name}:""') is None


@pytest.mark.parametrize("name", FILTERS)
def test_every_question_mark_has_its_value(name: str) -> None:
    for value in [*FILTERS[name], "vip gold", "3", "2025"]:
        item = read(f'-{name}:"{value}"')
        if item is not None:
            assert item.negative
            assert f"{item.condition}{item.own}".count("?") == len(item.values)


def test_a_tag_of_signs_alone_is_looked_up_by_its_label() -> None:
    item = read("tag:★★")
    assert item is not None
    other = read("tag:++")
    assert other is not None
    assert other.expression == ""
    assert other.values[-1] == "++"


def test_a_tag_of_the_owner_is_read_from_its_own_list() -> None:
    own, sent = read('tag:"vip gold"'), read('tag:"refund"')
    assert own is not None
    assert sent is not None
    assert (own.expression, sent.expression) == ("", '{labels} : "refund"')


def test_a_phrase_is_written_in_the_words_of_the_index() -> None:
    assert expression(("a", "b"), prefix=False) == '"a b"'
    assert expression(("a",), prefix=True, column="visitor") == '{visitor} : "a" *'
