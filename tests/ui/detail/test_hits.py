"""Finding words in the open conversation."""

from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.ui.detail.hits import MOST, by_message, find
from tests.ui.detail.makers import asked


def found(words, *texts):
    return list(find([asked(text) for text in texts], words))


def test_words_are_found_whatever_their_case_and_accents():
    assert found("CAFE", "Un café, deux cafe\u0301s") == [(0, 3, 7), (0, 14, 18)]
    assert found("strasse", "Straße 5") == [(0, 0, 6)]


def test_hits_come_in_reading_order():
    assert found("wheel", "a wheel", "no", "wheelwheel") == [(0, 2, 7), (2, 0, 5), (2, 5, 10)]


def test_nothing_typed_finds_nothing():
    assert found("  ", "a b") == []


def test_there_is_an_end_to_what_is_counted():
    assert len(found("a", "a" * 600_000)) == MOST


def test_hits_are_sorted_by_message():
    assert by_message([(0, 1, 2), (0, 5, 6), (3, 0, 1)]) == {0: [(1, 2), (5, 6)], 3: [(0, 1)]}


@given(st.text(min_size=1), st.text())
def test_a_hit_lies_in_its_text(words, text):
    for _, start, end in found(words, text):
        assert 0 <= start < end <= len(text)
