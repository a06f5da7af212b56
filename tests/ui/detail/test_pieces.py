"""Words as they are set, and the way back to the words as sent."""

from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.ui.detail.pieces import (
    PIECE_CHARACTERS,
    bounds,
    characters,
    folded_at,
    is_long,
    piece,
    units,
)
from tests.ui.detail.makers import texts


def all_of(text):
    cuts = bounds(text, len(text))
    return [piece(text, cuts[n], cuts[n + 1]) for n in range(len(cuts) - 1)]


@given(texts)
def test_the_pieces_of_a_message_are_all_of_it(text):
    pieces = all_of(text)
    assert "".join(text[p.start : p.end] for p in pieces) == text


@given(texts)
def test_every_place_leads_back_to_where_it_came_from(text):
    for each in all_of(text):
        places = [each.source(n) for n in range(len(each.shown) + 1)]
        assert places == sorted(places)
        assert all(each.start <= place <= each.end for place in places)
        for source in range(each.start, each.start + len(each.shown) - len(each.joins) + 1):
            assert each.source(each.place(source)) == source


@given(texts)
def test_nothing_in_a_piece_splits_a_block_of_the_document(text):
    forbidden = set("\n\r\v\f\u2029\ufdd0\ufdd1\ufffc\x85")
    assert not any(forbidden & set(each.shown) for each in all_of(text))


@given(st.text(), st.data())
def test_units_and_characters_are_inverse(text, data):
    place = data.draw(st.integers(0, len(text)))
    assert characters(text, units(text, place)) == place


def test_a_link_does_not_break_after_its_slashes():
    shown = piece("see https://a.example/x", 0, 23).shown
    assert "https:\u2060/\u2060/\u2060a.example/\u2060x" in shown


def test_a_word_of_600_kb_comes_in_pieces():
    pieces = all_of("A" * 600_000)
    assert len(pieces) == 300
    assert max(len(each.shown) for each in pieces) == PIECE_CHARACTERS


def test_twenty_thousand_line_ends_come_in_pieces():
    text = "x\n" * 20_000
    assert all(each.shown.count("\u2028") <= 100 for each in all_of(text))


def test_a_piece_ends_between_words_and_never_inside_a_sign():
    text = "word " * 500
    assert all(text[each.end - 1] == " " for each in all_of(text)[:-1])
    family = "\U0001f469\u200d\U0001f467" * 900
    assert all(each.shown[0] != "\u200d" for each in all_of(family))


def test_half_a_link_is_none():
    text = "https://a.example/" + "x" * 3_000
    assert [each.links for each in all_of(text)] == [(), ()]


def test_only_long_messages_are_folded():
    assert not is_long("x" * 4_000)
    assert is_long("x" * 4_001)
    assert is_long("x\n" * 61)
    assert folded_at("x" * 10_000) <= 1_500
    assert folded_at("x\n" * 100) == len("x\n" * 30)
