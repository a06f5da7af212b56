"""Large conversations in brief: told apart like the whole ones, at a fraction of their memory."""

import tracemalloc
from dataclasses import replace

import pytest

from olark_inbox.olark.document import from_document, outlined, to_document
from olark_inbox.olark.merge import difference, first, merge, rank
from olark_inbox.olark.outline import Brief, brief, is_whole, outline
from olark_inbox.olark.reader import read_conversation
from tests.olark.large import MIB

SMILEY = "\N{GRINNING FACE}"
LONG = f'é "\\{SMILEY}\n' * 40_000


def chat(*said, **fields):
    items = [{"kind": "MessageToOperator", "body": text} for text in said]
    return read_conversation({"kind": "Conversation", "id": "A", "items": items} | fields)


VISITOR = {"fullName": "Ann", "city": "Rome"}
COPIES = {
    "same": chat(LONG, "b", "c" * 50, visitor=VISITOR),
    "longer": chat(LONG, "b", "c" * 50, "more " * 50, visitor=VISITOR),
    "one word else": chat(LONG + "!", "b", "c" * 50, visitor=VISITOR),
    "another name": chat(LONG, "b", "c" * 50, visitor={"fullName": "Eve", "phoneNumber": "1"}),
    "shorter, tells more": chat("b", visitor=VISITOR | {"phoneNumber": "1"}, tags=["x"]),
    "rated, tagged": chat(LONG, "b", "c" * 50, tags=["t" * 99], visitor_rating={"overall": 5}),
    "a long field": chat(LONG, "b", "c" * 50, visitor=VISITOR, other=LONG),
}


def both(old, new, order):
    """What changes where both are held whole, and where both are held in brief."""
    document = to_document(first(old, rank(old, 1, 1)))
    whole, short = from_document(document), outlined(document)
    return (whole, merge(whole, new, order)), (short, merge(short, outline(new), order))


@pytest.mark.parametrize("new", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("old", [one for one in COPIES.values() if len(one.messages) > 1])
def test_copies_in_brief_differ_as_the_whole_ones_do(old, new):
    whole, short = both(old, new, rank(new, 2, 2))
    assert difference(*short) == difference(*whole)
    assert short[1].rank == whole[1].rank
    assert short[1].fills == whole[1].fills
    assert (short[0] == short[1]) == (whole[0] == whole[1])
    assert outline(whole[0].winner) == short[0].winner


def test_what_fills_a_gap_shows_the_same_words_in_the_list_either_way():
    old = chat(LONG, visitor={"fullName": "Ann"})
    filled = merge(first(old, rank(old, 1, 1)), chat(visitor={"phoneNumber": "1"}), (0,) * 6)
    again = outlined(to_document(filled))
    new = chat(LONG, visitor={"fullName": "Ann", "phoneNumber": "1"})
    assert not difference(again, merge(again, outline(new), rank(new, 9, 9))).anything


def test_a_short_conversation_has_no_need_of_it_and_a_damaged_one_cannot():
    one = chat("short")
    document = to_document(first(one, rank(one, 1)))
    assert outlined(document) is None
    large = chat(LONG)
    assert outlined(to_document(first(large, rank(large, 1)))[:-9]) is None


def test_where_labels_are_long_it_has_to_be_read_whole():
    for labelled in ({"tags": [LONG]}, {"groups": [{"name": LONG}]}):
        one = chat("a", **labelled)
        assert outlined(to_document(first(one, rank(one, 1)))) is None


def test_what_stands_for_a_text_is_that_of_its_bytes_and_no_text():
    assert brief(LONG) == brief(LONG.encode())
    assert brief(LONG) != brief(LONG + " ")
    assert not is_whole(("a", ("b", brief(LONG))))
    assert is_whole(("a", ("b", str(brief(LONG)[1:]))))
    assert isinstance(outline(chat(LONG)).messages[0].text, Brief)


def test_it_takes_little_memory():
    large = replace(chat("x"), messages=chat("a" * (6 * MIB) + SMILEY).messages)
    document = to_document(first(large, rank(large, 1)))
    tracemalloc.start()
    try:
        assert outlined(document) is not None
        assert outline(large).messages
        # The text as bytes and a copy of them, not four bytes for each of its characters.
        assert tracemalloc.get_traced_memory()[1] < 13 * MIB
    finally:
        tracemalloc.stop()
